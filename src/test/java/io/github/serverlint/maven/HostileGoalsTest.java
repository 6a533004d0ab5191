package io.github.serverlint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.serverlint.ProcessorTime;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever goal reads it: what cannot be read ends in one message that names it, and never in a green build. */
@MojoTest
@Basedir("/unit/gate")
class HostileGoalsTest {
    private static final int DEEP = 100_000;
    private static final String NO_FILE =
            "Cannot read odd/x.yaml: it is not a regular file. Remove it, or leave it out with excludes.";

    private ServerSocketChannel socket;

    @BeforeEach
    void makeFiles() throws IOException {
        remove();
        Path base = Path.of(MojoExtension.getBasedir());
        Files.createDirectories(base.resolve("odd"));
        Files.createDirectories(base.resolve("deep"));
        socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        // The address of a socket has to be short.
        socket.bind(UnixDomainSocketAddress.of(
                Path.of("").toAbsolutePath().relativize(base.toAbsolutePath().resolve("odd/x.yaml"))));
        Files.writeString(
                base.resolve("deep/a.yaml"), "servers:\n  a: {os: W2K3, exchange: Exchange 2000, notes: n}\n");
        Files.writeString(base.resolve("deep/b.yaml"), "- ".repeat(40) + "[{a: ".repeat(DEEP));
        Files.writeString(base.resolve("deep.json"), "[".repeat(DEEP) + "]".repeat(DEEP));
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        remove();
    }

    private static void remove() throws IOException {
        // Others have the same base directory.
        Path base = Path.of(MojoExtension.getBasedir());
        for (String made : List.of("odd/x.yaml", "odd", "deep/a.yaml", "deep/b.yaml", "deep", "deep.json")) {
            Files.deleteIfExists(base.resolve(made));
        }
    }

    private static Throwable failure(Mojo goal) throws Exception {
        return ProcessorTime.within(60, () -> catchThrowable(goal::execute));
    }

    private static void assertRefused(Mojo goal, String message) throws Exception {
        assertThat(failure(goal)).isInstanceOf(MojoExecutionException.class).hasMessageContaining(message);
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "sourceDirectories", value = "odd")
    void checkNamesWhatIsNoFile(CheckMojo check) throws Exception {
        assertRefused(check, NO_FILE);
    }

    @Test
    @InjectMojo(goal = "servers", pom = "pom.xml")
    @MojoParameter(name = "sourceDirectories", value = "odd")
    void serversNamesWhatIsNoFile(ServersMojo servers) throws Exception {
        assertRefused(servers, NO_FILE);
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "sourceDirectories", value = "odd")
    void baselineNamesWhatIsNoFile(BaselineMojo baseline) throws Exception {
        assertRefused(baseline, NO_FILE);
    }

    @Test
    @InjectMojo(goal = "report", pom = "pom.xml")
    @MojoParameter(name = "sourceDirectories", value = "odd")
    void reportNamesWhatIsNoFile(ReportMojo report) throws Exception {
        report.setReportOutputDirectory(
                Path.of(MojoExtension.getBasedir(), "site").toFile());
        assertRefused(report, NO_FILE);
    }

    @Test
    @InjectMojo(goal = "plan", pom = "pom.xml")
    @MojoParameter(name = "target", value = "odd")
    void planNamesWhatIsNoFile(PlanMojo plan) throws Exception {
        assertRefused(plan, NO_FILE);
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "sourceDirectories", value = "deep")
    void checkSaysWhereItIsTooDeepAndJudgesTheOthers(CheckMojo check) throws Exception {
        assertThat(failure(check))
                .isInstanceOfSatisfying(
                        MojoFailureException.class,
                        e -> assertThat(e.getLongMessage())
                                .contains("deep/a.yaml:2:27: error: \"a\" runs Exchange 2000")
                                .contains(
                                        "deep/b.yaml:1:231: error: The document is nested more than 100 levels deep."));
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "sourceDirectories", value = "deep")
    @MojoParameter(name = "baselineFile", value = "none.json")
    void noBaselineIsMadeOfIt(BaselineMojo baseline) throws Exception {
        assertThat(failure(baseline))
                .isInstanceOfSatisfying(
                        MojoFailureException.class,
                        e -> assertThat(e.getLongMessage()).contains("deep/b.yaml:1:231"));
        assertThat(Path.of(MojoExtension.getBasedir()).resolve("none.json")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "plan", pom = "pom.xml")
    @MojoParameter(name = "target", value = "deep")
    void noPlanIsMadeOfIt(PlanMojo plan) throws Exception {
        assertThat(failure(plan)).isInstanceOf(MojoFailureException.class);
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "layout", value = "deep/b.yaml")
    void aMappingThatIsTooDeepIsRefused(CheckMojo check) throws Exception {
        assertRefused(check, "deep/b.yaml");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "catalogs", value = "deep/b.yaml")
    void aCatalogThatIsTooDeepIsRefused(CheckMojo check) throws Exception {
        assertRefused(check, "deep/b.yaml");
    }

    @Test
    @InjectMojo(goal = "explain", pom = "pom.xml")
    @MojoParameter(name = "catalogs", value = "odd/x.yaml")
    @MojoParameter(name = "release", value = "Exchange 2000")
    void explainNamesTheCatalogThatIsNoFile(ExplainMojo explain) throws Exception {
        assertRefused(explain, NO_FILE);
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "baselineFile", value = "deep.json")
    void aBaselineThatIsTooDeepIsRefused(CheckMojo check) throws Exception {
        assertRefused(check, "deep.json");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "baselineFile", value = "odd/x.yaml")
    void aBaselineThatIsNoFileIsRefused(CheckMojo check) throws Exception {
        assertRefused(check, NO_FILE);
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "baselineFile", value = "odd/x.yaml")
    void nothingIsRecordedInWhatIsNoFile(BaselineMojo baseline) throws Exception {
        assertRefused(baseline, NO_FILE);
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "formats", value = "json")
    @MojoParameter(name = "outputDirectory", value = "deep.json")
    void aReportFolderThatIsAFileIsNamed(CheckMojo check) throws Exception {
        assertRefused(check, "outputDirectory: cannot write serverlint.json: ");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void anInterruptionIsReportedAndKept(CheckMojo check) {
        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(check::execute);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The run was interrupted, so nothing is known of what it should have found.");
    }

    @Test
    @InjectMojo(goal = "servers", pom = "pom.xml")
    void tooLittleMemoryIsSaid(ServersMojo servers) throws Exception {
        servers.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                throw new OutOfMemoryError("as if");
            }
        });
        assertThat(failure(servers))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageMatching(
                        "The memory of this build, \\d+ MiB, is too little for what is to be read\\. .*-Xmx.*");
    }
}
