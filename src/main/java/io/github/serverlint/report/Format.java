package io.github.serverlint.report;

import io.github.serverlint.report.html.HtmlReport;
import java.util.Optional;

/** The formats that a run can be asked for. */
public enum Format {
    SARIF("serverlint.sarif"),
    JSON("serverlint.json"),
    JUNIT("TEST-serverlint.xml"),
    CHECKSTYLE("serverlint-checkstyle.xml"),
    GITLAB("gl-code-quality-report.json"),
    HTML("serverlint.html"),
    /** Has no file: it writes commands to the standard output, where the runner of GitHub reads them. */
    GITHUB("");

    private final String file;

    Format(String file) {
        this.file = file;
    }

    /** The name of its file, if it has one. */
    public Optional<String> file() {
        return Optional.of(file).filter(name -> !name.isEmpty());
    }

    /** The text of its file. */
    public String render(Reported reported) {
        // A switch, so that only what is asked for is loaded.
        return switch (this) {
            case SARIF -> SarifReport.render(reported);
            case JSON -> JsonReport.render(reported);
            case JUNIT -> JunitReport.render(reported);
            case CHECKSTYLE -> CheckstyleReport.render(reported);
            case GITLAB -> GitlabReport.render(reported);
            case HTML -> HtmlReport.render(reported);
            case GITHUB -> "";
        };
    }
}
