package io.github.serverlint.report.formats;

import com.google.gson.stream.JsonWriter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.report.FindingText;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import io.github.serverlint.report.ReportModel.ReportedServer;
import io.github.serverlint.text.Span;
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
            for (ReportedServer server : reportModel.unjudgedWithoutFinding()) {
                write(json, server, reportModel);
            }
            json.endArray();
        });
    }

    private static void write(JsonWriter json, ReportedFinding entry, ReportModel reportModel) throws IOException {
        Finding finding = entry.finding();
        // Jenkins takes "major" for an error, so that warnings are minor.
        String severity = switch (finding.severity()) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case NOTE -> "info";
        };
        json.beginObject();
        writeIssue(json, finding.rule().id(), FindingText.sentence(finding), severity, entry.fault());
        writeLocation(json, reportModel.inRepository(entry.path()), finding.span());
        json.endObject();
    }

    /** Writes a server that is not judged; the format has nothing but findings. */
    private static void write(JsonWriter json, ReportedServer server, ReportModel reportModel) throws IOException {
        json.beginObject();
        writeIssue(json, ReportModel.NOT_JUDGED, server.sentence(), "info", server.key());
        writeLocation(json, reportModel.inRepository(server.path()), server.span());
        json.endObject();
    }

    /** Jenkins does not read a report without categories. */
    private static void writeIssue(
            JsonWriter json, String check, String description, String severity, String fingerprint) throws IOException {
        json.name("type").value("issue");
        json.name("categories").beginArray().value("Compatibility").endArray();
        json.name("description").value(description);
        json.name("check_name").value(check);
        json.name("fingerprint").value(fingerprint);
        json.name("severity").value(severity);
    }

    private static void writeLocation(JsonWriter json, String path, Span span) throws IOException {
        json.name("location").beginObject();
        json.name("path").value(path);
        json.name("lines").beginObject();
        json.name("begin").value(span.line());
        json.name("end").value(span.endLine()).endObject();
        json.endObject();
    }
}
