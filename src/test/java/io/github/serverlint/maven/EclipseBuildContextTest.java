package io.github.serverlint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.text.SourceFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.codehaus.plexus.PlexusContainer;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What Eclipse is told, by an interface of the shape that m2e gives its own. */
class EclipseBuildContextTest {
    private static final Path BASE = Path.of("/project");
    private static final Path FILE = BASE.resolve("servers/mail.yaml");

    /** Writes down what it is told. */
    public static final class Recorder {
        private final boolean incremental;
        private final String changed;
        final List<String> told = new ArrayList<>();

        Recorder(boolean incremental, String changed) {
            this.incremental = incremental;
            this.changed = changed;
        }

        public boolean isIncremental() {
            return incremental;
        }

        public boolean hasDelta(File file) {
            return file.toPath().equals(Path.of(changed));
        }

        public void removeMessages(File file) {
            told.add("remove " + file);
        }

        public void addMessage(File file, int line, int column, String message, int severity, Throwable cause) {
            told.add(severity + " " + file + ":" + line + ":" + column + " " + message + " " + cause);
        }
    }

    @Test
    @SuppressWarnings("deprecation") // The only way to ask for a component that most builds do not have.
    void aMavenWithoutLookUpByNameHasNone() throws Exception {
        MavenSession session = mock(MavenSession.class);
        when(session.getContainer()).thenReturn(mock(PlexusContainer.class));
        when(session.lookup(EclipseBuildContext.ROLE))
                .thenThrow(new UnsupportedOperationException("PlexusContainer is not available"));

        assertThat(EclipseBuildContext.of(session)).isEmpty();
    }

    @Test
    @SuppressWarnings("deprecation") // What Maven itself makes of a session without components.
    void aSessionWithoutComponentsHasNone() {
        MavenSession session =
                new MavenSession(null, (RepositorySystemSession) null, new DefaultMavenExecutionRequest(), null);

        assertThat(EclipseBuildContext.of(session)).isEmpty();
    }

    @Test
    void findingsStandBesideTheirFilesInPlaceOfTheOldOnes() {
        LintResult result = new TextLinter(Sample.CATALOG)
                .lint(
                        List.of(new SourceFile(
                                "servers/mail.yaml",
                                "servers:\n  mail01: {os: Windows Server 2003, exchange: Exchange 2000 SP3}\n")),
                        RuleSeverities.parse(List.of("unsupported-platform=warning")),
                        Sample.AS_OF);
        Recorder recorder = new Recorder(false, "");
        new EclipseBuildContext(recorder).show(result, Map.of("servers/mail.yaml", FILE), BASE);
        assertThat(recorder.told)
                .containsExactly(
                        "remove " + FILE,
                        "1 " + FILE
                                + ":2:47 \"mail01\" runs Exchange 2000 Server SP3 on Windows Server 2003, which does"
                                + " not support it. [unsupported-platform] null");
    }

    @Test
    void onlyAnIncrementalBuildWithoutChangesIsPassedOver() {
        List<Path> inputs = List.of(BASE.resolve("servers"), BASE.resolve("pom.xml"));
        assertThat(new EclipseBuildContext(new Recorder(true, "/project/README.md")).isUnchanged(inputs))
                .isTrue();
        assertThat(new EclipseBuildContext(new Recorder(true, "/project/servers")).isUnchanged(inputs))
                .isFalse();
        assertThat(new EclipseBuildContext(new Recorder(true, "/project/pom.xml")).isUnchanged(inputs))
                .isFalse();
        assertThat(new EclipseBuildContext(new Recorder(false, "/project/README.md")).isUnchanged(inputs))
                .isFalse();
    }

    @Test
    void theMetadataOfM2eNamesEveryGoal() throws Exception {
        String metadata = Files.readString(Path.of("target/classes/META-INF/m2e/lifecycle-mapping-metadata.xml"));
        Document descriptor = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new File("target/classes/META-INF/maven/plugin.xml"));
        NodeList mojos = descriptor.getElementsByTagName("mojo");
        assertThat(mojos.getLength()).isPositive();
        for (int i = 0; i < mojos.getLength(); i++) {
            Element mojo = (Element) mojos.item(i);
            String goal = mojo.getElementsByTagName("goal").item(0).getTextContent();
            assertThat(metadata).contains("<goal>" + goal + "</goal>");
        }
        assertThat(metadata).contains("<runOnConfiguration>false</runOnConfiguration>");
    }
}
