package io.github.serverlint.maven;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.Linter;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.report.html.HtmlReport;
import io.github.serverlint.run.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Makes the HTML report a page of the project's site. Violations fail nothing here.
 *
 * <p>It belongs in the POM's <code>reporting</code> section. Called directly it writes <code>serverlint.html</code>
 * into the site's folder, whatever <code>outputDirectory</code> says, with a look of its own.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.SITE, threadSafe = true)
public final class ReportMojo extends AbstractLintMojo implements MavenReport {
    private static final String OUTPUT_NAME = "serverlint";

    /**
     * Does nothing, and says so in one line.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.skip", defaultValue = "false")
    private String skip;

    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true, required = true)
    private File reportOutputDirectory;

    @Override
    void run() {
        if (!hasSomethingToReport()) {
            return;
        }
        Path page = reportOutputDirectory.toPath().resolve(OUTPUT_NAME + ".html");
        byte[] text = ReportFormat.HTML.render(reportModel()).getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFileWriter.write(page, text);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "reporting.outputDirectory: cannot write " + page + ": " + ConfigurationException.reason(e) + ".",
                    e);
        }
        getLog().info("Report: " + page);
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        runMonitored(() -> put(reportModel(), sink), MavenReportException::new);
    }

    private static void put(ReportModel reportModel, Sink sink) {
        sink.head();
        sink.title();
        sink.text(HtmlReport.NAME);
        sink.title_();
        sink.head_();
        sink.body();
        sink.rawText(HtmlReport.body(reportModel));
        sink.body_();
        sink.flush();
        sink.close();
    }

    @Override
    public boolean canGenerateReport() throws MavenReportException {
        try {
            return hasSomethingToReport();
        } catch (ConfigurationException e) {
            throw new MavenReportException(messageOf(e), e);
        }
    }

    private boolean hasSomethingToReport() {
        return !isSkipped(skip) && !hasNothingToLint();
    }

    private ReportModel reportModel() {
        Severity threshold = threshold();
        Catalog catalog = catalog();
        LintResult result =
                new Linter(catalog).lint(request(false, Optional.empty()).with(baseline()));
        getLog().info(ConsoleReport.counted(result.violations(threshold).size(), "violation") + " in "
                + ConsoleReport.counted(result.files(), "file") + ".");
        return new ReportModel(
                List.of(new ModuleResult("", result, threshold)),
                reactor().pathFromRepository() + reactor().folder(),
                catalog.sources(),
                pluginVersion());
    }

    @Override
    public String getOutputPath() {
        return OUTPUT_NAME;
    }

    /** Used by older site plugins instead of the path. */
    @Override
    @Deprecated
    public String getOutputName() {
        return OUTPUT_NAME;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return HtmlReport.NAME;
    }

    @Override
    public String getDescription(Locale locale) {
        return HtmlReport.DESCRIPTION;
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        reportOutputDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return reportOutputDirectory;
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }
}
