package io.github.serverlint.maven;

import static io.github.serverlint.maven.CheckMojoTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.codehaus.plexus.PlexusContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goal writes, what it removes, and when it leaves everything as it is. */
@MojoTest
@Basedir("/unit/gate")
@MojoParameter(name = "baselineFile", value = "known/baseline.json")
class BaselineMojoTest {
    private static final String ENTRY =
            "  {\"rule\": \"unsupported-platform\", \"server\": \"mail01\", \"keyPath\": \"servers.mail01.exchange\","
                    + " \"value\": \"%s\", \"partners\": [{\"name\": \"mail01\", \"value\": \"Windows Server 2003\"}]}";
    private static final String TODAY = baseline(ENTRY.formatted("Exchange 2000 SP3"));

    private Path folder;
    private Path file;

    private static String baseline(String... entries) {
        return "{\"version\": 2, \"entries\": [\n" + String.join(",\n", entries) + "\n]}\n";
    }

    @BeforeEach
    void nothingRecorded() throws IOException {
        folder = Path.of(MojoExtension.getBasedir()).resolve("known");
        file = folder.resolve("baseline.json");
        remove();
    }

    @AfterEach
    void remove() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }

    private void stands(String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file, text);
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    void theViolationsOfTodayAreWritten(BaselineMojo goal) throws Exception {
        goal.execute();
        assertThat(file).hasContent(TODAY);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            // Not its owner's alone, as a temporary file is.
            Path other = Files.createFile(folder.resolve("other"));
            String usual = PosixFilePermissions.toString(Files.getPosixFilePermissions(other));
            Files.delete(other);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(usual);
        }
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    void anOlderFileIsReplaced(BaselineMojo goal) throws Exception {
        stands(baseline(ENTRY.formatted("Exchange 5.5"), ENTRY.formatted("Exchange 2000 SP2")));
        goal.execute();
        assertThat(file).hasContent(TODAY);
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "rules", value = "unsupported-platform=warning")
    void withoutAViolationThereIsNoFile(BaselineMojo goal) throws Exception {
        stands(TODAY);
        goal.execute();
        assertThat(file).doesNotExist();
        goal.execute();
        assertThat(file).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "rules", value = "unsupported-platform=warning")
    void aLinkStaysWhereThereIsNoFile(BaselineMojo goal, @TempDir Path elsewhere) throws Exception {
        Path led = Files.writeString(elsewhere.resolve("known.json"), TODAY);
        Files.createSymbolicLink(Files.createDirectories(folder).resolve("baseline.json"), led);
        goal.execute();
        assertThat(file).isSymbolicLink();
        assertThat(led).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    void linksThatLeadInACircleAreNoFile(BaselineMojo goal) throws Exception {
        Files.createSymbolicLink(Files.createDirectories(folder).resolve("baseline.json"), Path.of("baseline.json"));
        assertRefused(
                goal,
                "baselineFile: cannot write known/baseline.json: the links in its place never come to an end. Name a"
                        + " file that can be written to.");
        assertThat(file).isSymbolicLink();
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "rules", value = "unsupported-platform=warning")
    @MojoParameter(name = "violationSeverity", value = "warning")
    void aWarningThatIsAViolationIsWritten(BaselineMojo goal) throws Exception {
        goal.execute();
        assertThat(file).hasContent(TODAY);
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    void whatCannotBeUnderstoodIsNotDestroyed(BaselineMojo goal) throws Exception {
        stands("<<<<<<< HEAD\n" + TODAY);
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("baselineFile: known/baseline.json cannot be used:\nknown/baseline.json:1:1: ");
        assertThat(file).hasContent("<<<<<<< HEAD\n" + TODAY);
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "sourceDirectories", value = "unreadable")
    void whatCannotBeRecordedIsShownAndNothingIsWritten(BaselineMojo goal) throws Exception {
        stands(TODAY);
        assertThatThrownBy(goal::execute)
                .isInstanceOfSatisfying(
                        MojoFailureException.class,
                        failure -> assertThat(failure.getLongMessage())
                                .isEqualTo(
                                        "Nothing was written:\n  A baseline cannot hold what is wrong with the reading of files or with"
                                                + " suppression comments: mend that first, or leave the files out with excludes."
                                                + "\n  unreadable/mail.yaml:5:5: error: \"exchnage\" is not a key of server"
                                                + " \"mail02\". [unknown-key]"));
        assertThat(file).hasContent(TODAY);
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "prune", value = "true")
    void pruningRemovesAndNeverAdds(BaselineMojo goal) throws Exception {
        String gone = ENTRY.formatted("Exchange 5.5");
        stands(baseline(gone, gone.replace("unsupported-platform", "end-of-support")));
        goal.execute();
        // A rule that is off has not looked.
        assertThat(file).hasContent(baseline(gone.replace("unsupported-platform", "end-of-support")));
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "prune", value = "true")
    @MojoParameter(name = "rules", value = "stale-baseline=off")
    void pruningNeedsNoRuleThatTells(BaselineMojo goal) throws Exception {
        stands(baseline(ENTRY.formatted("Exchange 5.5")));
        goal.execute();
        assertThat(file).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "prune", value = "true")
    void pruningLeavesAFileWithoutLeftoversAsItIs(BaselineMojo goal) throws Exception {
        String byHand = TODAY.replace("\n", "\n\n");
        stands(byHand);
        goal.execute();
        assertThat(Files.readString(file)).isEqualTo(byHand);
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "prune", value = "true")
    @MojoParameter(name = "sourceDirectories", value = "unreadable")
    void nothingIsPrunedWhereFilesCannotBeRead(BaselineMojo goal) throws Exception {
        stands(baseline(ENTRY.formatted("Exchange 5.5")));
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .extracting(
                        failure -> ((MojoFailureException) failure).getLongMessage(), InstanceOfAssertFactories.STRING)
                .startsWith(
                        "Nothing was written:\n  Nobody knows what no longer occurs where files could not be read: mend that first, or"
                                + " leave the files out with excludes.\n  unreadable/mail.yaml:5:5: error: ");
        assertThat(file).hasContent(baseline(ENTRY.formatted("Exchange 5.5")));
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "prune", value = "true")
    void withoutAFileThereIsNothingToPrune(BaselineMojo goal) {
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageMatching("prune: there is no file known/baseline\\.json to remove anything from\\."
                        + " Record the violations of today with mvn \\S+:baseline\\.");
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "baselineFile", value = "pom.xml/baseline.json")
    void aPlaceThatCannotBeWrittenToIsAConfigurationError(BaselineMojo goal) {
        assertRefused(
                goal,
                "baselineFile: cannot write pom.xml/baseline.json: a file stands where a folder is needed. Name a file"
                        + " that can be written to.");
    }

    @Test
    @InjectMojo(goal = "baseline", pom = "pom.xml")
    @MojoParameter(name = "prune", value = "ture")
    void pruningIsAskedForOrNot(BaselineMojo goal) {
        assertRefused(goal, "prune: \"ture\" is neither true nor false. Accepted: true, false.");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void whatIsRecordedFailsNoBuild(CheckMojo check) throws Exception {
        stands(TODAY);
        check.execute();
        stands(baseline(ENTRY.formatted("Exchange 5.5")));
        assertThatThrownBy(check::execute)
                .isInstanceOfSatisfying(
                        MojoFailureException.class,
                        failure -> assertThat(
                                        failure.getLongMessage().lines().skip(1).map(BaselineMojoTest::ruleOf))
                                .containsExactly("[stale-baseline]", "[unsupported-platform]"));
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "sourceDirectories", value = "forests")
    void leftoversAreNoReasonToPassWithoutAServer(CheckMojo check) throws Exception {
        stands(TODAY);
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("a gate that has checked nothing is not green");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @SuppressWarnings("deprecation") // The only way to ask for a component that most builds do not have.
    void inEclipseALeftoverIsMarkedOnceHoweverOftenItIsFound(CheckMojo check) throws Exception {
        stands(baseline(ENTRY.formatted("Exchange 5.5")));
        EclipseBuildContextTest.Recorder workspace = new EclipseBuildContextTest.Recorder(false, "");
        when(check.session.getContainer()).thenReturn(mock(PlexusContainer.class));
        when(check.session.lookup(EclipseBuildContext.ROLE)).thenReturn(workspace);
        check.execute();
        assertThat(workspace.told).contains("remove " + file).anyMatch(told -> told.startsWith("2 " + file + ":2:3 "));
    }

    private static String ruleOf(String line) {
        return line.substring(Math.max(0, line.lastIndexOf('[')));
    }
}
