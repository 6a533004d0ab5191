package io.github.serverlint.maven;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.plan.PlanRequest;
import io.github.serverlint.plan.PlanResult;
import io.github.serverlint.plan.PlanService;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.report.PlanReport;
import io.github.serverlint.run.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shortest safe way from the definitions as they are to the wanted ones, prints its stages, and writes its
 * steps as a migration to <code>plan.yaml</code> in <code>outputDirectory</code>.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", threadSafe = true, requiresProject = false)
public final class PlanMojo extends AbstractDefinitionsMojo {
    private static final String FILE = "plan.yaml";

    /**
     * The file or folder with the definitions as they are wanted, whole: a server that they do not define is taken out
     * of service.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.target")
    private @Nullable String target;

    @Override
    void run() throws MojoFailureException {
        if (target == null || target.isBlank()) {
            throw new ConfigurationException("target: name the file or folder with the definitions as they are wanted,"
                    + " such as -Dserverlint.target=wanted.");
        }
        Path file = outputDirectory().resolve(FILE);
        write(file, Optional.empty());
        Catalog catalog = catalog();
        InputFormat read = layout();
        PlanResult result = new PlanService(catalog)
                .plan(new PlanRequest(
                        tree(read), read, places(), path("target", target.strip()), severities(), date(), monitor()));
        write(file, PlanReport.file(result));
        new MavenConsole(getLog())
                .show(PlanReport.lines(
                        result,
                        new ConsoleReport(MavenConsole.ansiStyle(), reactor().explainCommand()),
                        shown(file)));
        Optional<String> failure = PlanReport.failure(result);
        if (failure.isPresent()) {
            throw new MojoFailureException(result, failure.get(), "\n  " + failure.get());
        }
    }

    private String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(base()) ? base().relativize(absolute) : file)
                .toString()
                .replace(file.getFileSystem().getSeparator(), "/");
    }

    /** Writes the plan; what an earlier run has left is removed where there is none. */
    private static void write(Path file, Optional<String> text) {
        try {
            if (text.isPresent()) {
                AtomicFileWriter.write(file, text.get());
            } else {
                AtomicFileWriter.remove(file);
            }
        } catch (IOException e) {
            throw new ConfigurationException(
                    "outputDirectory: cannot write " + FILE + ": " + ConfigurationException.reason(e)
                            + ". Name a folder that can be written to.",
                    e);
        }
    }
}
