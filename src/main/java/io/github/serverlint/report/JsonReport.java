package io.github.serverlint.report;

import com.google.gson.stream.JsonWriter;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.engine.LintResult;
import io.github.serverlint.engine.LintResult.Comparison;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Related;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.rule.Undecided;
import io.github.serverlint.source.Located;
import io.github.serverlint.source.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** {@code serverlint.json}: for programs, and for seeing what was understood. */
public final class JsonReport {
    private static final int VERSION = 1;

    private final JsonWriter json;

    private JsonReport(JsonWriter json) {
        this.json = json;
    }

    /** The whole report. */
    public static String render(LintResult result) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            new JsonReport(json).write(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private void write(LintResult result) throws IOException {
        json.beginObject().name("version").value(VERSION);
        json.name("summary").beginObject();
        json.name("files").value(result.files());
        json.name("servers").value(result.estate().servers().size());
        json.name("errors").value(result.count(Severity.ERROR));
        json.name("warnings").value(result.count(Severity.WARNING));
        json.name("notes").value(result.count(Severity.NOTE));
        json.name("suppressed").value(0);
        json.name("baselined").value(0);
        json.endObject();
        if (result.comparison().isPresent()) {
            write(result.comparison().get(), result.countKnown());
        }
        json.name("servers").beginArray();
        for (Server server : result.estate().servers()) {
            write(server);
        }
        json.endArray();
        json.name("findings").beginArray();
        for (Finding finding : result.findings()) {
            write(finding);
        }
        json.endArray();
        json.name("undecided").beginArray();
        for (Undecided undecided : result.undecided()) {
            json.beginObject().name("rule").value(undecided.rule().id());
            json.name("server").value(undecided.server());
            writePlace(undecided.span());
            json.name("missing").value(undecided.missing()).endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void write(Comparison comparison, long known) throws IOException {
        json.name("base").beginObject();
        json.name("ref").value(comparison.ref());
        json.name("commit").value(comparison.commit());
        json.name("servers").value(comparison.servers());
        json.name("changed").value(comparison.changed());
        json.name("known").value(known);
        json.name("unreadable").beginArray();
        for (String place : comparison.unreadable()) {
            json.value(place);
        }
        json.endArray().endObject();
    }

    private void write(Server server) throws IOException {
        json.beginObject().name("name").value(server.name().value());
        writePlace(server.name().place());
        json.name("values").beginObject();
        for (Map.Entry<String, Installation> entry : server.installations().entrySet()) {
            Installation installation = entry.getValue();
            json.name(entry.getKey()).beginObject();
            json.name("text").value(installation.text().value());
            json.name("release").value(installation.release().id());
            if (installation.level().isPresent()) {
                json.name("level").value(installation.level().get().value().name());
            }
            if (installation.edition().isPresent()) {
                json.name("edition").value(installation.edition().get().value());
            }
            if (installation.architecture().isPresent()) {
                json.name("architecture")
                        .value(installation.architecture().get().value().id());
            }
            writePlace(installation.text().place());
            json.endObject();
        }
        json.endObject();
        writeIds("features", server.features());
        writeIds("roles", server.roles());
        writeIds("components", server.components());
        if (server.forest().isPresent()) {
            json.name("forest").value(server.forest().get().value());
        }
        json.endObject();
    }

    private void writeIds(String name, List<Located<Term>> terms) throws IOException {
        json.name(name).beginArray();
        for (Located<Term> term : terms) {
            json.value(term.value().id());
        }
        json.endArray();
    }

    private void write(Finding finding) throws IOException {
        json.beginObject().name("rule").value(finding.rule().id());
        json.name("severity").value(finding.severity().word());
        json.name("status").value(finding.status().word());
        if (finding.server().isPresent()) {
            json.name("server").value(finding.server().get());
        }
        json.name("keyPath").value(finding.keyPath());
        json.name("value").value(finding.value());
        writePlace(finding.span());
        json.name("endLine").value(finding.span().endLine());
        json.name("endColumn").value(finding.span().endColumn());
        json.name("message").value(finding.message());
        json.name("reason").value(finding.reason());
        json.name("fix").value(finding.fix());
        json.name("sources").beginArray();
        for (String source : finding.sources()) {
            json.value(source);
        }
        json.endArray();
        json.name("related").beginArray();
        for (Related related : finding.related()) {
            json.beginObject();
            writePlace(related.span());
            json.name("message").value(related.message()).endObject();
        }
        json.endArray().endObject();
    }

    private void writePlace(Span span) throws IOException {
        json.name("path").value(span.path());
        json.name("line").value(span.line());
        json.name("column").value(span.column());
    }
}
