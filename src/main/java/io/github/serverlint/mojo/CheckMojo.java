package io.github.serverlint.mojo;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.engine.LintRequest;
import io.github.serverlint.engine.LintResult;
import io.github.serverlint.engine.Linter;
import io.github.serverlint.engine.RuleSeverities;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.source.SourceTree;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lints the definitions of servers, and fails the build if they describe something that cannot work.
 *
 * <p>In a folder without a POM it does the same as in a project whose base directory is that folder.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class CheckMojo extends AbstractServerlintMojo {
    private static final String DEFAULT_DIRECTORY = "servers";

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File baseDirectory;

    /**
     * Does nothing, and says so in one line.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Folders, or single files, to lint, relative to the base directory or absolute. Folders are searched with their
     * subfolders; those whose name begins with a dot are left out. A file that is named here is read whatever
     * <code>includes</code> says.
     *
     * <p>Default: <code>servers</code>. In a module of a reactor that default folder may be absent.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.sourceDirectories")
    private @Nullable List<@Nullable String> sourceDirectories;

    /**
     * Ant patterns of the files to lint, relative to each source directory.
     *
     * <p>Default: <code>**&#47;*.yaml, **&#47;*.yml</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.includes")
    private @Nullable List<@Nullable String> includes;

    /**
     * Ant patterns of files to leave out; they win over <code>includes</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.excludes")
    private @Nullable List<@Nullable String> excludes;

    /**
     * How the definitions are laid out. This version reads <code>native</code>, the format of serverlint's own.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.layout", defaultValue = "native")
    private String layout;

    /**
     * Severities of rules that are not their own, each as <code>rule-id=off</code>, <code>note</code>,
     * <code>warning</code> or <code>error</code>. Rules about reading the files cannot be changed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.rules")
    private @Nullable List<@Nullable String> rules;

    /**
     * The lowest severity that counts as a violation: <code>note</code>, <code>warning</code> or <code>error</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.violationSeverity", defaultValue = "error")
    private String violationSeverity;

    /**
     * Whether violations fail the build. If not, they are shown and the build goes on.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.failOnViolation", defaultValue = "true")
    private boolean failOnViolation;

    /**
     * Whether it is an error that there is not one server to check.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.failIfNoServers", defaultValue = "true")
    private boolean failIfNoServers;

    /**
     * Report files to write: <code>json</code>, <code>sarif</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.formats")
    private @Nullable List<@Nullable String> formats;

    /**
     * The folder that reports are written to.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "serverlint.outputDirectory",
            defaultValue = "${project.build.directory}/serverlint",
            required = true)
    private File outputDirectory;

    @Override
    void run() throws MojoFailureException {
        if (skip) {
            getLog().info("serverlint is skipped.");
            return;
        }
        Severity threshold = RuleSeverities.severity("violationSeverity", violationSeverity);
        ReportFiles reports = ReportFiles.of(items(formats), outputDirectory.toPath());
        Optional<LintRequest> request = request();
        if (request.isEmpty()) {
            getLog().info("No folder " + DEFAULT_DIRECTORY + " in this module: nothing to check.");
            return;
        }
        Catalog catalog = Catalog.shipped();
        LintResult result = new Linter(catalog).lint(request.get());
        new Console(getLog()).show(new ConsoleReport(Console.paint(), explainCommand()).lines(result));
        reports.write(result, catalog, pluginVersion());
        List<Finding> violations = result.violations(threshold);
        if (failOnViolation && !violations.isEmpty()) {
            throw new MojoFailureException(
                    result, violations.size() + " violations", ConsoleReport.failureMessage(violations));
        }
    }

    /** Empty for a module that has no definitions and was not told to have any. */
    private Optional<LintRequest> request() {
        Layouts.requireKnown(layout);
        RuleSeverities severities = RuleSeverities.parse(items(rules));
        List<String> named = items(sourceDirectories);
        List<String> wanted = items(includes);
        Path base = baseDirectory.toPath().toAbsolutePath().normalize();
        if (named.isEmpty() && isModule() && !Files.exists(base.resolve(DEFAULT_DIRECTORY))) {
            return Optional.empty();
        }
        SourceTree tree =
                new SourceTree(base, wanted.isEmpty() ? List.of("**/*.yaml", "**/*.yml") : wanted, items(excludes));
        List<Path> places = (named.isEmpty() ? List.of(DEFAULT_DIRECTORY) : named)
                .stream().map(Path::of).toList();
        return Optional.of(new LintRequest(tree, places, severities, failIfNoServers));
    }

    /** Whether the project belongs to a reactor, also if Maven was told to build this part of it alone. */
    private boolean isModule() {
        return session.getAllProjects().size() > 1
                || (session.getCurrentProject().getParent() != null
                        && session.getCurrentProject().getParent().getFile() != null);
    }
}
