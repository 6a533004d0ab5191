package io.github.serverlint.report.formats;

import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.html.HtmlReport;
import java.util.Optional;

/** The formats that a run can be asked for. */
public enum ReportFormat {
    SARIF("serverlint.sarif"),
    JSON("serverlint.json"),
    JUNIT("TEST-serverlint.xml"),
    CHECKSTYLE("serverlint-checkstyle.xml"),
    GITLAB("gl-code-quality-report.json"),
    HTML("serverlint.html"),
    /** Has no file: it writes commands to the standard output, where the runner of GitHub reads them. */
    GITHUB("");

    private final String file;

    ReportFormat(String file) {
        this.file = file;
    }

    /** The name of its file, if it has one. */
    public Optional<String> file() {
        return Optional.of(file).filter(name -> !name.isEmpty());
    }

    /** The text of its file. */
    public String render(ReportModel reportModel) {
        // A switch, so that only what is asked for is loaded.
        return switch (this) {
            case SARIF -> SarifReport.render(reportModel);
            case JSON -> JsonReport.render(reportModel);
            case JUNIT -> JunitReport.render(reportModel);
            case CHECKSTYLE -> CheckstyleReport.render(reportModel);
            case GITLAB -> GitlabReport.render(reportModel);
            case HTML -> HtmlReport.render(reportModel);
            case GITHUB -> "";
        };
    }
}
