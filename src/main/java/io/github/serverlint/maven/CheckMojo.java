package io.github.serverlint.maven;

import io.github.serverlint.analysis.LintRequest;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.Linter;
import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.run.ConfigurationException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
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
public final class CheckMojo extends AbstractLintMojo {
    /**
     * Does nothing, and says so in one line.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.skip", defaultValue = "false")
    private String skip;

    /**
     * Whether violations fail the build. If not, they are shown and the build goes on.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.failOnViolation", defaultValue = "true")
    private String failOnViolation;

    /**
     * Whether it is an error that there is not one server to check, or not one whose Windows is known. A module of a
     * reactor needs no folder with definitions; all modules together need one.
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
     * Reports to write: <code>sarif</code>, <code>json</code>, <code>junit</code>, <code>xunit</code>,
     * <code>checkstyle</code>, <code>gitlab</code>, <code>github</code>, <code>html</code>. Any number of them come from one run.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.formats")
    private @Nullable List<@Nullable String> formats;

    /**
     * The <code>automationDetails.id</code> of the SARIF report, which tells it from others about the same commit, such as
     * <code>serverlint/lab/</code>. Azure DevOps asks for it. GitHub takes what stands before the last slash for the category,
     * instead of the <code>category</code> of the step that uploads the report.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.sarifAutomationId")
    private @Nullable String sarifAutomationId;

    @Inject
    private @Nullable LifecycleExecutor lifecycle;

    /** The output for commands of a runner. */
    OutputStream commands = GithubActionsRunner.processOutput();

    @Override
    void run() throws MojoFailureException {
        SessionChecks checks = new SessionChecks(reactor(), new PlannedExecutions(reactor(), lifecycle), getLog());
        if (isSkipped(skip)) {
            checks.skipped();
            return;
        }
        boolean gate = flag("failOnViolation", failOnViolation);
        Severity threshold = threshold();
        ReportFiles reportFiles = new ReportFiles(
                items(formats), given(sarifAutomationId), reactor(), outputDirectory(), getLog(), commands);
        boolean serversNeeded = flag("failIfNoServers", failIfNoServers);
        Optional<LintRequest.Base> base = comparison();
        Optional<EclipseBuildContext> workspace = EclipseBuildContext.of(session);
        if (workspace.filter(unit -> unit.isUnchanged(inputs())).isPresent()) {
            return;
        }
        reportFiles.clear();
        new BuildCacheExtension(reactor()).advice(getClass().getClassLoader()).ifPresent(getLog()::warn);
        boolean isGone = lacksDefaultDirectory();
        if (isGone && !isInBase(base)) {
            logNothingToLint();
            checks.foundNothing(serversNeeded);
            return;
        }
        LintRequest request = request(serversNeeded && !isGone, base);
        Catalog catalog = catalog();
        Optional<Baseline> known = baseline();
        LintResult result = new Linter(catalog).lint(request.with(known));
        show(consoleReport().lines(result));
        reportFiles.write(result, threshold, catalog.sources(), pluginVersion());
        if (workspace.isEmpty()) {
            checks.found(result, threshold, serversNeeded);
        }
        List<Finding> violations = result.violations(threshold);
        if (workspace.isPresent()) {
            // The findings are shown as markers; a failure would add another marker to the POM.
            Map<String, Path> files =
                    new LinkedHashMap<>(isGone ? Map.of() : request.tree().find(places()));
            known.ifPresent(
                    file -> files.put(baselineFile().name(), baselineFile().path()));
            workspace.get().show(result, files, base());
        } else if (gate && !violations.isEmpty()) {
            throw failure(
                    result,
                    ConsoleReport.counted(violations.size(), "violation") + ":"
                            + ConsoleReport.failureMessage(violations));
        }
    }

    /** Tells whether the base has definitions in the default folder, which this module does not have any more. */
    private boolean isInBase(Optional<LintRequest.Base> base) {
        // A module outside of a repository has no base, as where each module is a repository of its own.
        return base.isPresent() && reactor().isInRepository() && Linter.isInBase(request(false, base));
    }

    /** Returns all files and folders whose change requires another run. */
    private List<Path> inputs() {
        List<Path> inputs =
                new ArrayList<>(places().stream().map(base()::resolve).toList());
        inputs.addAll(catalogFiles());
        inputs.add(mappingFile());
        inputs.add(baselineFile().path());
        inputs.add(base().resolve("pom.xml"));
        return inputs;
    }

    private Optional<LintRequest.Base> comparison() {
        boolean newOnly = flag("onlyNew", onlyNew);
        Optional<String> ref = given(baseRef);
        if (ref.isEmpty()) {
            if (session.getUserProperties().containsKey("serverlint.baseRef")) {
                // Usually an unset variable, which would disable the check.
                throw new ConfigurationException("baseRef: it is empty. Name the branch, tag or commit to compare with,"
                        + " such as origin/main, or leave it out.");
            }
            if (newOnly) {
                throw new ConfigurationException("onlyNew: without baseRef nobody knows what is new. Name the branch,"
                        + " tag or commit to compare with, such as -Dserverlint.baseRef=origin/main.");
            }
        }
        return ref.map(name -> new LintRequest.Base(name, newOnly));
    }
}
