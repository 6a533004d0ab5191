package io.github.serverlint.mojo;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.engine.LintRequest;
import io.github.serverlint.engine.LintResult;
import io.github.serverlint.engine.Linter;
import io.github.serverlint.engine.RuleSeverities;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.source.ConfigurationException;
import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Lints the definitions of servers, and fails the build if they describe something that cannot work.
 *
 * <p>In a folder without a POM it does the same as in a project whose base directory is that folder.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class CheckMojo extends AbstractDefinitionsMojo {
    /**
     * Does nothing, and says so in one line.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.skip", defaultValue = "false")
    private String skip;

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
    private String failOnViolation;

    /**
     * Whether it is an error that there is not one server to check.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.failIfNoServers", defaultValue = "true")
    private String failIfNoServers;

    /**
     * A branch, tag or commit of git. The definitions as they were where the history of the work tree left it are the
     * base, and what has changed since is judged as a transition of every server. For a pull request this is the branch
     * it goes into, such as <code>origin/main</code>; the clone has to hold it and the history up to there.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.baseRef")
    private @Nullable String baseRef;

    /**
     * With <code>baseRef</code>, whether violations that the base had already are shown and do not fail the build. They
     * are compared by rule, server, key path and value, not by file and line.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.onlyNew", defaultValue = "false")
    private String onlyNew;

    /**
     * Report files to write: <code>json</code>, <code>sarif</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.formats")
    private @Nullable List<@Nullable String> formats;

    @Override
    void run() throws MojoFailureException {
        boolean gate = flag("failOnViolation", failOnViolation);
        Severity threshold = RuleSeverities.severity("violationSeverity", violationSeverity);
        ReportFiles reports = ReportFiles.of(items(formats), outputDirectory());
        LintRequest request = request();
        if (flag("skip", skip)) {
            getLog().info("serverlint is skipped.");
            return;
        }
        reports.clear();
        if (isModuleWithoutDefinitions()) {
            getLog().info("No folder " + DEFAULT_DIRECTORY + " in this module: nothing to check.");
            return;
        }
        Catalog catalog = catalog();
        LintResult result = new Linter(catalog).lint(request);
        new Console(getLog()).show(new ConsoleReport(Console.paint(), explainCommand()).lines(result));
        reports.write(result, catalog.sources(), pathFromTopLevel(), pluginVersion());
        List<Finding> violations = result.violations(threshold);
        if (gate && !violations.isEmpty()) {
            throw new MojoFailureException(
                    result,
                    ConsoleReport.counted(violations.size(), "violation"),
                    ConsoleReport.failureMessage(violations));
        }
    }

    private LintRequest request() {
        return new LintRequest(
                tree(), places(), severities(), date(), flag("failIfNoServers", failIfNoServers), comparison());
    }

    private Optional<LintRequest.Base> comparison() {
        boolean newOnly = flag("onlyNew", onlyNew);
        if (baseRef == null || baseRef.isBlank()) {
            if (session.getUserProperties().containsKey("serverlint.baseRef")) {
                // Mostly a variable that is not set: the gate would stand open.
                throw new ConfigurationException("baseRef: it is empty. Name the branch, tag or commit to compare with,"
                        + " such as origin/main, or leave it out.");
            }
            if (newOnly) {
                throw new ConfigurationException("onlyNew: without baseRef nobody knows what is new. Name the branch,"
                        + " tag or commit to compare with, such as -Dserverlint.baseRef=origin/main.");
            }
            return Optional.empty();
        }
        return Optional.of(new LintRequest.Base(baseRef.strip(), newOnly));
    }

    /** Where the base directory lies in the sources of the whole reactor: empty, or ending in a slash. */
    private String pathFromTopLevel() {
        File top = topLevelProject().getBasedir();
        if (top == null || !base().startsWith(top.toPath()) || base().equals(top.toPath())) {
            return "";
        }
        return top.toPath().relativize(base()).toString().replace(File.separatorChar, '/') + "/";
    }

    /**
     * Whether this module has no definitions, and was not told to have any. In a reactor that is nothing to wonder at,
     * as long as Maven asks every module.
     *
     * @throws ConfigurationException if Maven asks the root alone, and modules have definitions
     */
    private boolean isModuleWithoutDefinitions() {
        if (!named().isEmpty() || !isModule()) {
            return false;
        }
        if (mojoExecution.getSource() == MojoExecution.Source.CLI) {
            refuseToPassModulesOver();
            return false;
        }
        return !Files.exists(base().resolve(DEFAULT_DIRECTORY));
    }

    /** Maven runs a goal that is called by its name, and that needs no project, in the root of a reactor alone. */
    private void refuseToPassModulesOver() {
        List<String> passedOver = session.getProjects().stream()
                .map(MavenProject::getBasedir)
                .map(File::toPath)
                .filter(module -> !module.equals(base()) && Files.exists(module.resolve(DEFAULT_DIRECTORY)))
                .map(module -> base().relativize(module.resolve(DEFAULT_DIRECTORY))
                        .toString()
                        .replace(File.separatorChar, '/'))
                .toList();
        if (!passedOver.isEmpty()) {
            String all = String.join(",", passedOver);
            throw new ConfigurationException(
                    "Maven runs a goal that is called directly in the root of a reactor alone, and "
                            + all + " would not be checked. Name the folders with -Dserverlint.sourceDirectories=" + all
                            + ", or bind the goal in the POM and run mvn verify.");
        }
    }

    /** Whether the project belongs to a reactor, also if Maven was told to build this part of it alone. */
    private boolean isModule() {
        MavenProject parent = session.getCurrentProject().getParent();
        return session.getAllProjects().size() > 1
                || !session.getCurrentProject().getModules().isEmpty()
                || (parent != null && parent.getFile() != null);
    }
}
