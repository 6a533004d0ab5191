package io.github.serverlint.report;

import com.google.gson.stream.JsonWriter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.report.Reported.Entry;
import java.io.IOException;

/** {@code gl-code-quality-report.json}: what GitLab shows in a merge request as code quality. */
final class GitlabReport {
    private GitlabReport() {}

    static String render(Reported reported) {
        return JsonText.of(json -> {
            json.beginArray();
            for (Entry entry : reported.unexcused()) {
                write(json, entry, reported);
            }
            json.endArray();
        });
    }

    private static void write(JsonWriter json, Entry entry, Reported reported) throws IOException {
        Finding finding = entry.finding();
        json.beginObject().name("description").value(FindingText.sentence(finding));
        json.name("check_name").value(finding.rule().id());
        json.name("fingerprint").value(entry.key());
        json.name("severity")
                .value(
                        switch (finding.severity()) {
                            case ERROR -> "critical";
                            case WARNING -> "major";
                            case NOTE -> "minor";
                        });
        json.name("location").beginObject();
        json.name("path").value(reported.inRepository(entry.path()));
        json.name("lines").beginObject();
        json.name("begin").value(finding.span().line());
        json.name("end").value(finding.span().endLine()).endObject();
        json.endObject().endObject();
    }
}
