package io.github.serverlint.report.formats;

import com.google.gson.stream.JsonWriter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.report.FindingText;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import java.io.IOException;

/**
 * Report {@code gl-code-quality-report.json} in GitLab's <a
 * href="https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format">code quality report format</a>.
 */
public final class GitlabReport {
    private GitlabReport() {}

    public static String render(ReportModel reportModel) {
        return JsonOutput.of(json -> {
            json.beginArray();
            for (ReportedFinding entry : reportModel.unexcused()) {
                write(json, entry, reportModel);
            }
            json.endArray();
        });
    }

    private static void write(JsonWriter json, ReportedFinding entry, ReportModel reportModel) throws IOException {
        Finding finding = entry.finding();
        // Jenkins does not read a report without categories. It takes "major" for an error.
        json.beginObject().name("type").value("issue");
        json.name("categories").beginArray().value("Compatibility").endArray();
        json.name("description").value(FindingText.sentence(finding));
        json.name("check_name").value(finding.rule().id());
        json.name("fingerprint").value(entry.fault());
        json.name("severity")
                .value(
                        switch (finding.severity()) {
                            case ERROR -> "critical";
                            case WARNING -> "minor";
                            case NOTE -> "info";
                        });
        json.name("location").beginObject();
        json.name("path").value(reportModel.inRepository(entry.path()));
        json.name("lines").beginObject();
        json.name("begin").value(finding.span().line());
        json.name("end").value(finding.span().endLine()).endObject();
        json.endObject().endObject();
    }
}
