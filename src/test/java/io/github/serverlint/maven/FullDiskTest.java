package io.github.serverlint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A disk that takes no more: the build ends with the name of the file that was not written, and no half of one stays. The
 * system lets files of this process grow to a few bytes only, which to it is the same as a disk that is full by then.
 */
@MojoTest
@Basedir("/unit/gate")
class FullDiskTest {
    /** No file of the plugin's is as small. */
    private static final String BYTES = "64";

    private static final String FULL = "the system reports File too large. Name a ";

    private Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        folder = Files.createDirectories(Path.of(MojoExtension.getBasedir(), "full"));
        Files.writeString(
                Files.createDirectories(folder.resolve("from")).resolve("a.yaml"), "servers: {a: {os: W2K SP4}}");
        Files.writeString(
                Files.createDirectories(folder.resolve("to")).resolve("a.yaml"), "servers: {a: {os: W2K3 SP1}}");
        for (String made : List.of("reports", "plan")) {
            for (Path file : files(folder.resolve(made))) {
                Files.delete(file);
            }
        }
        Files.writeString(
                folder.resolve("known.json"),
                "{\"version\": 1, \"entries\": [{\"rule\": \"downgrade\","
                        + " \"keyPath\": \"servers.old\", \"value\": \"x\"}]}");
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static boolean growTo(String bytes) throws Exception {
        try {
            Process limit = new ProcessBuilder(
                            "prlimit",
                            "--pid",
                            String.valueOf(ProcessHandle.current().pid()),
                            "--fsize=" + bytes + ":")
                    .redirectErrorStream(true)
                    .start();
            limit.getInputStream().readAllBytes();
            return limit.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Throwable failureOnAFullDisk(Mojo goal) throws Exception {
        assumeTrue(growTo(BYTES), "this system has no prlimit");
        try {
            return catchThrowable(goal::execute);
        } finally {
            assertThat(growTo("unlimited")).isTrue();
        }
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failOnViolation", value = "false")
    @MojoParameter(name = "formats", value = "json,sarif,junit,checkstyle,gitlab,html")
    @MojoParameter(name = "outputDirectory", value = "full/reports")
    void noHalfOfAReportStays(CheckMojo check) throws Exception {
        assertThat(failureOnAFullDisk(check))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageMatching("outputDirectory: cannot write [A-Za-z-]*serverlint\\S*: " + FULL + "folder .*");
        assertThat(files(folder.resolve("reports"))).isEmpty();
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "baselineFile", value = "full/known.json")
    void theOldBaselineStays(BaselineMojo baseline) throws Exception {
        String old = Files.readString(folder.resolve("known.json"));
        List<Path> before = files(folder);
        assertThat(failureOnAFullDisk(baseline))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("baselineFile: cannot write full/known.json: " + FULL + "file that can be written to.");
        assertThat(folder.resolve("known.json")).hasContent(old);
        assertThat(files(folder)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    @InjectMojo(goal = "plan", pom = "pom.xml")
    @MojoParameter(name = "sourceDirectories", value = "full/from")
    @MojoParameter(name = "target", value = "full/to")
    @MojoParameter(name = "outputDirectory", value = "full/plan")
    void noHalfOfAPlanStays(PlanMojo plan) throws Exception {
        assertThat(failureOnAFullDisk(plan))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("outputDirectory: cannot write plan.yaml: " + FULL + "folder that can be written to.");
        assertThat(files(folder.resolve("plan"))).isEmpty();
        plan.execute();
        assertThat(files(folder.resolve("plan"))).hasSize(1);
    }

    /** Not even root may. */
    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failOnViolation", value = "false")
    @MojoParameter(name = "formats", value = "json")
    @MojoParameter(name = "outputDirectory", value = "/sys/kernel/serverlint")
    void aReadOnlyFolderIsNamed(CheckMojo check) {
        assumeTrue(Files.isDirectory(Path.of("/sys/kernel")), "this system has no such folder");
        assertThat(catchThrowable(check::execute))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageMatching("outputDirectory: cannot write serverlint\\.json: .*\\. Name a folder that can be"
                        + " written to\\.");
    }
}
