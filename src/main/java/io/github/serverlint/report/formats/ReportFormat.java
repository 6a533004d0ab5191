package io.github.serverlint.report.formats;

import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.html.HtmlReport;
import java.util.Optional;

/** Report formats. */
public enum ReportFormat {
    SARIF("serverlint.sarif"),
    JSON("serverlint.json"),
    JUNIT("TEST-serverlint.xml"),
    /** JUnit by the strict schema, without the places of tests. */
    XUNIT("xunit-serverlint.xml"),
    CHECKSTYLE("serverlint-checkstyle.xml"),
    GITLAB("gl-code-quality-report.json"),
    HTML("serverlint.html"),
    /** No file: commands for the GitHub Actions runner on the standard output. */
    GITHUB("");

    private final String file;

    ReportFormat(String file) {
        this.file = file;
    }

    /** Returns the name of its file, if it has one. */
    public Optional<String> file() {
        return Optional.of(file).filter(name -> !name.isEmpty());
    }

    /** Returns the text of its file. */
    public String render(ReportModel reportModel) {
        // A switch, so that only requested formats are loaded.
        return switch (this) {
            case SARIF -> SarifReport.render(reportModel);
            case JSON -> JsonReport.render(reportModel);
            case JUNIT -> JunitReport.render(reportModel);
            case XUNIT -> JunitReport.renderStrictly(reportModel);
            case CHECKSTYLE -> CheckstyleReport.render(reportModel);
            case GITLAB -> GitlabReport.render(reportModel);
            case HTML -> HtmlReport.render(reportModel);
            case GITHUB -> "";
        };
    }
}
