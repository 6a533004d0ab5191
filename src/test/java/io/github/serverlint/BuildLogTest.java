package io.github.serverlint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {
    private static final String FINDING =
            "servers/mail.yaml:4:15: error: \"mail01\" runs Exchange 2000 Server. [unsupported-platform]";

    @TempDir
    Path project;

    @Test
    void takesFindingsApart() throws IOException {
        BuildLog log = log("[ERROR] " + FINDING, "[ERROR] servers/mail.yaml:3:9: note: Windows comes from here");

        assertThat(log.findings())
                .containsExactly(new BuildLog.Found(
                        "servers/mail.yaml:4:15",
                        "error",
                        "\"mail01\" runs Exchange 2000 Server.",
                        "unsupported-platform"));
        assertThat(log.findings().get(0)).hasToString("servers/mail.yaml:4:15: error: ... [unsupported-platform]");
    }

    @Test
    void tellsFindingsFromTheirRepetitionInTheFailure() throws IOException {
        BuildLog log = log(
                "[ERROR] Failed to execute goal g:a:1:check (default) on project mail: 1 violation:",
                "[ERROR]   " + FINDING,
                "[ERROR] -> [Help 1]",
                "[ERROR] [Help 1] http://somewhere/MojoFailureException");

        assertThat(log.findings()).isEmpty();
        assertThat(log.repeated()).hasSize(1);
        assertThat(log.failures()).containsOnlyKeys("mail");
        assertThat(log.kindsOfFailure()).containsExactly("MojoFailureException");
    }

    @Test
    void keepsMavensApart() throws IOException {
        Files.write(
                project.resolve("build.log"),
                List.of(
                        "\u001B[0m[INFO] Scanning for projects...",
                        "[INFO] BUILD SUCCESS",
                        "\u001B[0m[INFO] Scanning for projects...",
                        "[INFO] BUILD FAILURE",
                        "Running post-build script: verify.groovy"));

        assertThat(BuildLog.of(project.toFile()))
                .extracting(BuildLog::getLines)
                .containsExactly(
                        List.of("[INFO] Scanning for projects...", "[INFO] BUILD SUCCESS"),
                        List.of("[INFO] Scanning for projects...", "[INFO] BUILD FAILURE"));
    }

    @Test
    void leavesOutWhatScriptsSayBeforeTheFirstMaven() throws IOException {
        BuildLog log = log(
                "Running selector script: selector.groovy",
                "Finished selector script: selector.groovy",
                "Running pre-build script: prebuild.groovy",
                "a line of the script",
                "Finished pre-build script: prebuild.groovy",
                "[INFO] Scanning for projects...");

        assertThat(log.getLines()).containsExactly("[INFO] Scanning for projects...");
    }

    @Test
    void keepsTheLinesOfGoals() throws IOException {
        BuildLog log = log(
                "[INFO] --- serverlint:1:check (default) @ mail ---",
                "[INFO] Downloading from central: somewhere",
                "[INFO] serverlint is skipped.",
                "[INFO] ",
                "[INFO] --- other:1:run (default) @ mail ---",
                "[INFO] Something else.");

        assertThat(log.goalOutput()).containsExactly("[INFO] serverlint is skipped.");
    }

    @Test
    void seesStackTraces() throws IOException {
        assertThat(log("[ERROR] java.lang.IllegalStateException: why").hasStackTrace())
                .isTrue();
        assertThat(log("\tat a.B.c(D.java:1)").hasStackTrace()).isTrue();
        assertThat(log("    at a.B.c (D.java:1)").hasStackTrace()).isTrue();
        assertThat(log("Caused by: why").hasStackTrace()).isTrue();
        assertThat(log("[ERROR] [Help 1] http://somewhere/MojoFailureException").hasStackTrace())
                .isFalse();
    }

    @Test
    void doesNotTakeAnEmptyLogForAGreenOne() throws IOException {
        Files.write(project.resolve("build.log"), List.of("\u001B[0m"));

        assertThatThrownBy(() -> BuildLog.of(project.toFile())).isInstanceOf(IllegalStateException.class);
    }

    private BuildLog log(String... lines) throws IOException {
        Files.write(project.resolve("build.log"), List.of(lines));
        return BuildLog.of(project.toFile()).get(0);
    }
}
