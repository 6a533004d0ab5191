package io.github.serverlint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as the site plugin asks for it, and as a user calls it. */
@MojoTest
@Basedir("/unit/gate")
class ReportMojoTest {

    @TempDir
    private Path site;

    private static String put(MavenReport report) throws MavenReportException {
        List<String> calls = new ArrayList<>();
        Sink sink = (Sink) Proxy.newProxyInstance(
                Sink.class.getClassLoader(), new Class<?>[] {Sink.class}, (proxy, method, arguments) -> {
                    String said = arguments == null ? "" : ": " + arguments[0];
                    calls.add(method.getName() + said);
                    return null;
                });
        report.generate(sink, Locale.GERMAN);
        return String.join("\n", calls);
    }

    @Test
    @InjectMojo(goal = "report", pom = "pom.xml")
    void isOnePageOfTheSite(ReportMojo report) throws Exception {
        assertThat(report.canGenerateReport()).isTrue();
        assertThat(report.isExternalReport()).isFalse();
        assertThat(report.getOutputPath()).isEqualTo("serverlint");
        assertThat(report.getName(Locale.GERMAN)).isEqualTo("Serverlint");
        assertThat(report.getDescription(Locale.GERMAN)).endsWith(".");
        assertThat(report.getCategoryName()).isEqualTo(MavenReport.CATEGORY_PROJECT_REPORTS);
        String page = put(report);
        assertThat(page)
                .startsWith("head\ntitle\ntext: Serverlint\ntitle_\nhead_\nbody\nrawText: <style>")
                .contains("</style>\n<div class=\"serverlint\">\n<div class=\"sl-head\">\n<h1>")
                .contains("1 violation fails the build")
                .endsWith("</script>\n\nbody_\nflush\nclose");
        // The page around it has its own.
        assertThat(page).doesNotContain("<html", "<main", "<header", "<footer", "Content-Security-Policy");
        assertThat(page.split("<h1", -1)).hasSize(2);
    }

    @Test
    @InjectMojo(goal = "report", pom = "pom.xml")
    void calledDirectlyItIsAPageOfItsOwnAndFailsNothing(ReportMojo report) throws Exception {
        report.setReportOutputDirectory(site.resolve("there").toFile());
        report.execute();
        assertThat(Files.readString(site.resolve("there/serverlint.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("1 violation fails the build");
    }

    @Test
    @InjectMojo(goal = "report", pom = "pom.xml")
    @MojoParameter(name = "skip", value = "true")
    void aSkippedReportIsNone(ReportMojo report) throws Exception {
        report.setReportOutputDirectory(site.toFile());
        assertThat(report.canGenerateReport()).isFalse();
        report.execute();
        assertThat(site).isEmptyDirectory();
    }

    @Test
    @InjectMojo(goal = "report", pom = "pom.xml")
    @MojoParameter(name = "violationSeverity", value = "fatal")
    void aMistakeOfTheConfigurationIsSaidToTheSiteAndToTheBuild(ReportMojo report) {
        report.setReportOutputDirectory(site.toFile());
        String message = "violationSeverity: \"fatal\" is no severity. Accepted: note, warning, error.";
        assertThatThrownBy(() -> put(report))
                .isInstanceOf(MavenReportException.class)
                .hasMessage(message);
        assertThatThrownBy(report::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(message);
    }

    @Test
    @InjectMojo(goal = "report", pom = "pom.xml")
    void anInterruptionIsReported(ReportMojo report) {
        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(() -> put(report));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown)
                .isInstanceOf(MavenReportException.class)
                .hasMessageStartingWith("The run was interrupted, so nothing is known of what it should have found.");
    }

    @Test
    @InjectMojo(goal = "report", pom = "pom.xml")
    void tooLittleMemoryIsSaidToTheSite(ReportMojo report) {
        report.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                throw new OutOfMemoryError("as if");
            }
        });
        assertThatThrownBy(() -> put(report))
                .isInstanceOf(MavenReportException.class)
                .hasMessageStartingWith("The memory of this build, ")
                .hasRootCauseInstanceOf(OutOfMemoryError.class)
                // Maven says that too.
                .cause()
                .hasMessage("as if");
    }

    @Test
    @InjectMojo(goal = "report", pom = "pom.xml")
    @MojoParameter(name = "sourceDirectories", value = "nowhere")
    void aConfiguredFolderMustBeThere(ReportMojo report) throws Exception {
        assertThat(report.canGenerateReport()).isTrue();
        assertThatThrownBy(() -> put(report))
                .isInstanceOf(MavenReportException.class)
                .hasMessageContaining("there is no file or folder nowhere.");
    }
}
