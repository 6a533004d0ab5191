package io.github.serverlint.maven;

import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.formats.AnnotationQuota;
import io.github.serverlint.report.formats.GithubReport;
import io.github.serverlint.run.ConfigurationException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/**
 * GitHub Actions runner, which reads <a
 * href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">workflow commands</a> from the
 * output of a step and its summary from a file.
 */
final class GithubActionsRunner {
    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    /** GitHub discards a summary larger than 1 MiB, and other tools of the step may write to it too. */
    private static final long MOST_BYTES = (1 << 20) - (1 << 16);

    private final Reactor reactor;
    private final Log log;
    private final OutputStream output;

    /** @param output where the runner reads commands: that of the process, in all but tests */
    GithubActionsRunner(Reactor reactor, Log log, OutputStream output) {
        this.reactor = reactor;
        this.log = log;
        this.output = output;
    }

    /** The output of the process. Maven 4 puts a prefix before what System.out gets, and a command has to have none. */
    static OutputStream processOutput() {
        return new FileOutputStream(FileDescriptor.out);
    }

    /** Reports the findings of one run. A failure to do so does not fail the build, because the log has them too. */
    void publish(ReportModel reportModel) {
        Map<String, Integer> taken = reactor.shared("annotations");
        // Modules that are built in parallel must not mix their lines.
        synchronized (taken) {
            boolean summarized = summarize(reportModel);
            print(GithubReport.commands(
                    reportModel, new AnnotationQuota(taken), summarized ? "the step summary" : "the log"));
        }
    }

    private boolean summarize(ReportModel reportModel) {
        Optional<String> named = reactor.environment(SUMMARY).filter(path -> !path.isBlank());
        if (named.isEmpty()) {
            return false;
        }
        try {
            Path file = Path.of(named.get());
            long written = Files.exists(file) ? Files.size(file) : 0;
            String summary = GithubReport.summary(reportModel, MOST_BYTES - written);
            byte[] bytes = summary.getBytes(StandardCharsets.UTF_8);
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return !summary.isEmpty();
        } catch (IOException e) {
            log.warn("Cannot write the summary of this step to " + SUMMARY + ": " + ConfigurationException.reason(e)
                    + ".");
        } catch (InvalidPathException e) {
            log.warn("Cannot write the summary of this step: what " + SUMMARY + " says is no path.");
        }
        return false;
    }

    private void print(List<String> commands) {
        if (commands.isEmpty()) {
            return;
        }
        byte[] bytes = (String.join("\n", commands) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            System.out.flush();
            output.write(bytes);
        } catch (IOException e) {
            log.warn("Cannot print the commands for GitHub: " + ConfigurationException.reason(e) + ".");
        }
    }
}
