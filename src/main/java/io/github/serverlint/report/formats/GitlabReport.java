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
        json.beginObject().name("description").value(FindingText.sentence(finding));
        json.name("check_name").value(finding.rule().id());
        json.name("fingerprint").value(entry.fault());
        json.name("severity")
                .value(
                        switch (finding.severity()) {
                            case ERROR -> "critical";
                            case WARNING -> "major";
                            case NOTE -> "minor";
                        });
        writeLocation(json, reportModel.inRepository(entry.path()), finding.span());
        json.endObject();
    }

    /** Writes a server that is not judged; the format has nothing but findings. */
    private static void write(JsonWriter json, ReportedServer server, ReportModel reportModel) throws IOException {
        json.beginObject().name("description").value(server.sentence());
        json.name("check_name").value(ReportModel.NOT_JUDGED);
        json.name("fingerprint").value(server.key());
        json.name("severity").value("info");
        writeLocation(json, reportModel.inRepository(server.path()), server.span());
        json.endObject();
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
