package io.github.serverlint.maven;

import io.github.serverlint.plan.PlanResult;
import io.github.serverlint.plan.PlanService;
import io.github.serverlint.report.PlanReport;
import io.github.serverlint.run.ConfigurationException;
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
        String wanted = given(target)
                .orElseThrow(() -> new ConfigurationException("target: name the file or folder with the definitions as"
                        + " they are wanted, such as -Dserverlint.target=wanted."));
        Path file = outputDirectory().resolve(FILE);
        write(file, Optional.empty());
        PlanResult result = new PlanService(catalog()).plan(request(false, Optional.empty()), path("target", wanted));
        write(file, PlanReport.file(result));
        show(PlanReport.lines(result, consoleReport(), shown(file)));
        Optional<String> failure = PlanReport.failure(result);
        if (failure.isPresent()) {
            throw failure(result, failure.get());
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
        AtomicFileWriter.change("outputDirectory", "folder", FILE, () -> AtomicFileWriter.replace(file, text));
    }
}
