package io.github.serverlint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {
    private static final String FINDING =
            "servers/mail.yaml:4:15: error: \"mail01\" runs Exchange 2000 Server. [unsupported-platform]";

    private static final String MAVEN = "Apache Maven 3.8.7";

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
                        "WARNING: what the JVM says of an old Maven",
                        "\u001B[1mApache Maven 3.6.3 (cecedd3)\u001B[m",
                        "Java version: 17.0.15, vendor: somebody",
                        "OS name: \"linux\"",
                        "WARNING: and once more",
                        "[INFO] BUILD SUCCESS",
                        "Apache Maven 4.0.0-rc-7 (6d8f301)",
                        "Java version: 25.0.3, vendor: somebody",
                        "[INFO] BUILD FAILURE",
                        "Running post-build script: verify.groovy",
                        "Apache Maven 5"));

        assertThat(BuildLog.of(project.toFile()))
                .extracting(
                        BuildLog::maven,
                        BuildLog::java,
                        BuildLog::isSuccess,
                        log -> log.getLines().size())
                .containsExactly(tuple("3.6.3", "17", true, 1), tuple("4.0.0-rc-7", "25", false, 1));
    }

    @Test
    void hearsAQuietMaven() throws IOException {
        Files.write(project.resolve("build.log"), List.of("WARNING: of the JVM", "4.0.0-rc-7", "[ERROR] " + FINDING));

        assertThat(BuildLog.of(project.toFile()))
                .extracting(
                        BuildLog::maven, BuildLog::java, log -> log.findings().size())
                .containsExactly(tuple("4.0.0-rc-7", "", 1));
    }

    @Test
    void leavesOutWhatScriptsSayBeforeTheFirstMaven() throws IOException {
        BuildLog log = log(
                "Running selector script: selector.groovy",
                "Finished selector script: selector.groovy",
                "Running pre-build script: prebuild.groovy",
                "a line of the script",
                "Finished pre-build script: prebuild.groovy",
                MAVEN,
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
    void keepsModulesAndExecutionsApart() throws IOException {
        BuildLog log = log(
                "[INFO] --- serverlint:1:servers (understood) @ mail ---",
                "[INFO] One server.",
                "[INFO] --- serverlint:1:check (default) @ mail ---",
                "[ERROR] " + FINDING,
                "[INFO] ------------------< com.example:web >------------------",
                "[INFO] Building web 1",
                "[INFO] --- other:1:run (default) @ web ---",
                "[INFO] Something else.",
                "[INFO] --- serverlint:1:check (default) @ web ---",
                "[INFO] --- serverlint:1:check (default) @ lab ---",
                "[INFO] Nothing to do.",
                "[INFO] ------------------------------------------------",
                "[INFO] BUILD FAILURE",
                "[ERROR] Failed to execute goal g:a:1:check (default) on project mail: 1 violation:",
                "[ERROR]   " + FINDING,
                "[ERROR] -> [Help 1]",
                "[ERROR] Failed to execute goal g:a:1:check (default) on project web: rules: no rule -> [Help 2]",
                "[ERROR] [Help 1] http://somewhere/MojoFailureException",
                "[ERROR] [Help 2] http://somewhere/MojoExecutionException");

        assertThat(log.module("mail").findings()).hasSize(1);
        assertThat(log.module("mail").repeated()).isEqualTo(log.module("mail").findings());
        assertThat(log.module("mail").kindsOfFailure()).containsExactly("MojoFailureException");
        assertThat(log.module("mail").isSuccess()).isFalse();
        assertThat(log.module("web").goalOutput()).isEmpty();
        assertThat(log.module("web").failures()).containsExactly(Map.entry("web", "rules: no rule"));
        assertThat(log.module("web").kindsOfFailure()).containsExactly("MojoExecutionException");
        assertThat(log.module("lab").goalOutput()).containsExactly("[INFO] Nothing to do.");
        assertThat(log.module("lab").isSuccess()).isTrue();
        assertThat(log.execution("understood").goalOutput()).containsExactly("[INFO] One server.");
        assertThat(log.execution("understood").isSuccess()).isTrue();
        assertThat(log.execution("default").failures()).containsOnlyKeys("mail", "web");
        assertThatThrownBy(() -> log.module("nowhere")).isInstanceOf(IllegalArgumentException.class);
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
        List<String> all = new ArrayList<>(List.of(lines));
        if (!all.contains(MAVEN)) {
            all.add(0, MAVEN);
        }
        Files.write(project.resolve("build.log"), all);
        return BuildLog.of(project.toFile()).get(0);
    }
}
