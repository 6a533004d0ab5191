package io.github.serverlint.report;

import com.google.gson.stream.JsonWriter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.Related;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.report.Reported.Entry;
import io.github.serverlint.rule.RulePage;
import io.github.serverlint.rule.RuleSet;
import io.github.serverlint.source.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** {@code serverlint.sarif}: SARIF 2.1.0, as GitHub code scanning and others read it. */
public final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final JsonWriter json;
    private final Reported reported;
    private final boolean compared;

    private SarifReport(JsonWriter json, Reported reported) {
        this.json = json;
        this.reported = reported;
        this.compared = reported.count(Status.KNOWN) > 0;
    }

    /** The whole report, with every rule, found or not, so that a reader can tell a clean rule from an absent one. */
    public static String render(Reported reported) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            new SarifReport(json, reported).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private void write() throws IOException {
        json.beginObject().name("$schema").value(SCHEMA).name("version").value("2.1.0");
        json.name("runs").beginArray().beginObject();
        json.name("tool").beginObject().name("driver").beginObject();
        json.name("name").value("serverlint").name("semanticVersion").value(reported.version());
        json.name("rules").beginArray();
        for (RuleInfo rule : RuleSet.all()) {
            write(rule);
        }
        json.endArray().endObject().endObject();
        json.name("columnKind").value("unicodeCodePoints");
        json.name("results").beginArray();
        for (Entry entry : reported.unexcused()) {
            write(entry, RuleSet.all().indexOf(entry.finding().rule()));
        }
        json.endArray().endObject().endArray().endObject();
    }

    private void write(RuleInfo rule) throws IOException {
        RulePage page = RulePage.of(rule);
        json.beginObject().name("id").value(rule.id());
        writeText("shortDescription", "Finds " + rule.summary() + ".");
        writeText("fullDescription", page.sections().getOrDefault("Why", rule.summary()));
        json.name("help").beginObject();
        String help = String.join("\n", ExplainReport.page(page, reported.sources()));
        json.name("text").value(help).name("markdown").value(help).endObject();
        json.name("defaultConfiguration").beginObject();
        json.name("level").value(rule.defaultSeverity().word()).endObject();
        json.name("properties").beginObject();
        json.name("precision").value("very-high");
        json.name("problem.severity").value(rule.defaultSeverity().word()).endObject();
        json.endObject();
    }

    private void write(Entry entry, int ruleIndex) throws IOException {
        Finding finding = entry.finding();
        json.beginObject().name("ruleId").value(finding.rule().id());
        json.name("ruleIndex").value(ruleIndex);
        json.name("level").value(finding.severity().word());
        if (compared) {
            json.name("baselineState").value(finding.isOpen() ? "new" : "unchanged");
        }
        writeText("message", message(finding));
        json.name("locations").beginArray().beginObject();
        writePhysicalLocation(entry.path(), finding.span());
        json.endObject().endArray();
        json.name("relatedLocations").beginArray();
        for (int i = 0; i < finding.related().size(); i++) {
            Related related = finding.related().get(i);
            json.beginObject().name("id").value(i + 1);
            writePhysicalLocation(entry.path(related), related.span());
            writeText("message", related.message());
            json.endObject();
        }
        json.endArray();
        json.name("partialFingerprints").beginObject();
        json.name("serverlint/v1").value(entry.key()).endObject();
        json.endObject();
    }

    private static String message(Finding finding) {
        StringBuilder text = new StringBuilder(finding.message());
        for (String more : List.of(finding.reason(), finding.fix())) {
            if (!more.isEmpty()) {
                text.append(' ').append(more);
            }
        }
        if (!finding.sources().isEmpty()) {
            text.append(" Source: ")
                    .append(String.join("; ", finding.sources()))
                    .append('.');
        }
        return text.toString();
    }

    private void writeText(String name, String text) throws IOException {
        json.name(name).beginObject().name("text").value(text).endObject();
    }

    private void writePhysicalLocation(String path, Span span) throws IOException {
        json.name("physicalLocation").beginObject();
        json.name("artifactLocation").beginObject();
        json.name("uri")
                .value(uri(reported.root() + path))
                .name("uriBaseId")
                .value("%SRCROOT%")
                .endObject();
        json.name("region").beginObject();
        json.name("startLine").value(span.line()).name("startColumn").value(span.column());
        json.name("endLine").value(span.endLine()).name("endColumn").value(span.endColumn());
        json.endObject().endObject();
    }

    private static String uri(String path) {
        try {
            // A colon in the first folder would read as the end of a scheme.
            boolean looksLikeScheme = path.split("/", 2)[0].contains(":");
            URI uri = new URI(null, null, looksLikeScheme ? "./" + path : path, null);
            // A module may lie beside the top-level project.
            return (path.contains("../") ? uri.normalize() : uri).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path that cannot be written as a URI: " + path, e);
        }
    }
}
