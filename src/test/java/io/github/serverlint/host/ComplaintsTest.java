package io.github.serverlint.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.BuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintsTest {
    @TempDir
    Path project;

    /** The lines of Maven 3.9.16 and 4.0.0-rc-7, met with a plugin that was broken on purpose. */
    @Test
    void hearsWhatTheValidatorSays() throws IOException {
        assertThat(Complaints.of(log("""
                                        [WARNING] Parameter 'nonsense' is unknown for plugin 'serverlint-maven-plugin:1:check (default)'
                                        [INFO]\s
                                        [INFO] --- serverlint:1:check (default) @ mail ---
                                        [WARNING]\s
                                        [WARNING] Plugin [INTERNAL, EXTERNAL] validation issues were detected in following plugin(s)
                                        [WARNING]\s
                                        [WARNING]  * org.example:other-maven-plugin:2
                                        [WARNING]   Plugin EXTERNAL issue(s):
                                        [WARNING]    * Plugin depends on something old
                                        [WARNING]\s
                                        [WARNING]  * io.github.serverlint:serverlint-maven-plugin:1
                                        [WARNING]   Plugin EXTERNAL issue(s):
                                        [WARNING]    * Plugin should declare Maven artifacts in `provided` scope.
                                        [WARNING]\s
                                        [WARNING]\s
                                        [WARNING] Fix reported issues by adjusting plugin configuration.
                                        [INFO] BUILD SUCCESS
                                        """)))
                .containsExactly(
                        "Parameter 'nonsense' is unknown for plugin 'serverlint-maven-plugin:1:check (default)'",
                        "* io.github.serverlint:serverlint-maven-plugin:1",
                        "Plugin EXTERNAL issue(s):",
                        "* Plugin should declare Maven artifacts in `provided` scope.");
    }

    @Test
    void takesNeitherFindingsNorOtherPluginsForComplaints() throws IOException {
        assertThat(Complaints.of(log("""
                                        [INFO] --- serverlint:1:check (default) @ mail ---
                                        [WARNING] 1 file. For the whole story: mvn io.github.serverlint:serverlint-maven-plugin:1:explain
                                        [WARNING]  * org.example:other-maven-plugin:2
                                        [WARNING]   Plugin EXTERNAL issue(s):
                                        """))).isEmpty();
    }

    private BuildLog log(String lines) throws IOException {
        Files.writeString(project.resolve("build.log"), "Apache Maven 3.9.16\n" + lines);
        return BuildLog.of(project.toFile()).get(0);
    }
}
