package io.github.serverlint.report.formats;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.RelatedLocation;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ExplainReport;
import io.github.serverlint.report.FindingText;
import io.github.serverlint.report.OutputSanitizer;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import io.github.serverlint.report.ReportModel.ReportedServer;
import io.github.serverlint.report.Snippet;
import io.github.serverlint.report.Snippet.Excerpt;
import io.github.serverlint.rule.RulePage;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Report {@code serverlint.sarif} in <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF
 * 2.1.0</a>, which GitHub code scanning and other tools read.
 */
public final class SarifReport {
    private static final String PROJECT = "https://serverlint.github.io";
    private static final String ROOT = "%SRCROOT%";
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** The limit of GitHub for one run. */
    private static final int MOST_RESULTS = 25_000;

    private static final List<String> LINE_BREAKS = List.of("\r\n", "\n", "\r");

    private static final List<RuleInfo> RULES = RuleRegistry.all();

    private final JsonOutput json;
    private final ReportModel reportModel;
    private final int mostResults;
    private final boolean compared;
    private final Map<SourceFile, GithubLineHashes> hashes = new HashMap<>();

    private SarifReport(JsonOutput json, ReportModel reportModel, int mostResults) {
        this.json = json;
        this.reportModel = reportModel;
        this.mostResults = mostResults;
        this.compared = reportModel.count(Status.KNOWN) > 0;
    }

    /** Returns the report. It lists every rule, so that a rule without findings differs from an unknown one. */
    public static String render(ReportModel reportModel) {
        return render(reportModel, MOST_RESULTS);
    }

    static String render(ReportModel reportModel, int mostResults) {
        return JsonOutput.of(json -> new SarifReport(json, reportModel, mostResults).write());
    }

    private void write() throws IOException {
        json.beginObject().name("$schema").value(SCHEMA).name("version").value("2.1.0");
        json.name("runs").beginArray().beginObject();
        json.name("tool").beginObject().name("driver").beginObject();
        json.name("name").value("serverlint");
        json.name("fullName").value("serverlint " + reportModel.version());
        json.name("informationUri").value(PROJECT);
        json.name("semanticVersion").value(reportModel.version());
        json.array("rules", RULES, this::write);
        json.endObject().endObject();
        if (reportModel.sarifAutomationId().isPresent()) {
            json.name("automationDetails").beginObject().name("id");
            json.value(OutputSanitizer.message(reportModel.sarifAutomationId().get()))
                    .endObject();
        }
        // Without an address, which would be that of one machine: readers ask for the name to be there.
        json.name("originalUriBaseIds").beginObject().name(ROOT).beginObject();
        writeText("description", "The root of the repository");
        json.endObject().endObject();
        List<ReportedFinding> unexcused = reportModel.unexcused();
        int leftOut = Math.max(0, unexcused.size() - mostResults);
        List<ReportedServer> unjudged = reportModel.unjudgedServers();
        if (leftOut > 0 || !unjudged.isEmpty()) {
            writeNotifications(leftOut, unjudged);
        }
        json.name("columnKind").value("unicodeCodePoints");
        json.array("newlineSequences", LINE_BREAKS, json::value);
        json.array("results", mostSevere(unexcused), this::write);
        json.endObject().endArray().endObject();
    }

    private List<ReportedFinding> mostSevere(List<ReportedFinding> entries) {
        return entries.size() <= mostResults
                ? entries
                : entries.stream()
                        .sorted(Comparator.comparing(entry -> entry.finding().severity(), Comparator.reverseOrder()))
                        .limit(mostResults)
                        .toList();
    }

    /** Writes what a reader has to know besides the results. */
    private void writeNotifications(int leftOut, List<ReportedServer> unjudged) throws IOException {
        json.name("invocations").beginArray().beginObject();
        json.name("executionSuccessful").value(true);
        json.name("toolExecutionNotifications").beginArray();
        if (leftOut > 0) {
            json.beginObject().name("level").value("warning");
            String text = "The least grave " + leftOut + " results are left out: GitHub takes " + mostResults + ".";
            writeText("message", text);
            json.endObject();
        }
        for (ReportedServer server : unjudged) {
            json.beginObject().name("level").value("warning");
            writeText("message", server.sentence());
            json.name("locations").beginArray().beginObject();
            writePhysicalLocation(server.path(), server.span());
            json.endObject().endArray().endObject();
        }
        json.endArray().endObject().endArray();
    }

    private void write(RuleInfo rule) throws IOException {
        RulePage page = RulePage.of(rule);
        json.beginObject().name("id").value(rule.id());
        // The standard wants no name that is the id again.
        json.name("name")
                .value(inPascalCase(rule.id().contains("-") ? rule.id() : RuleRegistry.group(rule) + "-" + rule.id()));
        writeText("shortDescription", "Finds " + rule.summary() + ".");
        writeText("fullDescription", page.sections().getOrDefault("Why", rule.summary()));
        json.name("help").beginObject();
        // Jenkins shows the text before each message.
        json.name("text")
                .value("Finds " + rule.summary() + ". The goal explain shows its page with -Dserverlint.rule="
                        + rule.id() + ".");
        json.name("markdown").value(String.join("\n", ExplainReport.page(page, reportModel.sources())));
        json.endObject();
        json.name("defaultConfiguration").beginObject();
        if (!rule.onByDefault()) {
            json.name("enabled").value(false);
        }
        json.name("level").value(rule.defaultSeverity().word()).endObject();
        json.name("properties").beginObject();
        json.name("tags").beginArray().value(RuleRegistry.group(rule)).endArray();
        json.name("precision").value("very-high");
        json.name("problem.severity").value(problemSeverity(rule)).endObject();
        json.endObject();
    }

    private static String inPascalCase(String id) {
        return Arrays.stream(id.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** GitHub's name for the lowest severity is its own. */
    private static String problemSeverity(RuleInfo rule) {
        return rule.defaultSeverity() == Severity.NOTE
                ? "recommendation"
                : rule.defaultSeverity().word();
    }

    private void write(ReportedFinding entry) throws IOException {
        Finding finding = entry.finding();
        json.beginObject().name("ruleId").value(finding.rule().id());
        json.name("ruleIndex").value(RULES.indexOf(finding.rule()));
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
            RelatedLocation related = finding.related().get(i);
            json.beginObject().name("id").value(i + 1);
            writePhysicalLocation(entry.path(related), related.span());
            writeText("message", OutputSanitizer.finding(related.note()));
            json.endObject();
        }
        json.endArray();
        json.name("partialFingerprints").beginObject();
        if (!finding.span().file().isConfidential()) {
            // The hash would allow guessing a secret on a line whose rest is known.
            json.optional(
                    "primaryLocationLineHash",
                    hashes.computeIfAbsent(finding.span().file(), GithubLineHashes::new)
                            .at(finding.span()));
        }
        json.name("serverlint/v1").value(entry.key());
        json.name("serverlint/v2").value(entry.fault()).endObject();
        if (!finding.sources().isEmpty()) {
            json.name("properties").beginObject();
            json.array("sources", FindingText.sources(finding), json::value);
            json.endObject();
        }
        json.endObject();
    }

    /** Returns the text with links to the related locations. */
    private static String message(Finding finding) {
        String text = FindingText.paragraph(finding);
        // Text of the user must not become a link.
        String plain = text.contains("](") ? escaped(text) : text;
        List<String> links = new ArrayList<>();
        for (RelatedLocation related : finding.related()) {
            links.add("[" + escaped(OutputSanitizer.finding(related.note())) + "](" + (links.size() + 1) + ")");
        }
        return links.isEmpty() ? plain : plain + " See: " + String.join(", ", links) + ".";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }

    private void writeText(String name, String text) throws IOException {
        json.name(name).beginObject().name("text").value(text).endObject();
    }

    private void writePhysicalLocation(String path, Span span) throws IOException {
        json.name("physicalLocation").beginObject();
        json.name("artifactLocation").beginObject();
        json.name("uri").value(uri(path)).name("uriBaseId").value(ROOT).endObject();
        json.name("region").beginObject();
        json.name("startLine").value(span.line()).name("startColumn").value(span.column());
        json.name("endLine").value(span.endLine()).name("endColumn").value(span.endColumn());
        Optional<Excerpt> excerpt = excerpt(span);
        if (excerpt.isPresent()) {
            writeText("snippet", excerpt.get().marked());
        }
        json.endObject();
        // The standard wants more there than the location itself has.
        if (excerpt.filter(found -> found.isWhole() && !found.text().equals(found.marked()))
                .isPresent()) {
            json.name("contextRegion").beginObject().name("startLine").value(span.line());
            writeText("snippet", excerpt.get().text());
            json.endObject();
        }
        json.endObject();
    }

    /** Returns the excerpt of a location of one line that is shown from its first character to its last. */
    private static Optional<Excerpt> excerpt(Span span) {
        int columns = span.endColumn() - span.column();
        return span.line() == span.endLine() && columns > 0
                ? Snippet.excerpt(span)
                        .filter(found ->
                                found.marked().codePointCount(0, found.marked().length()) == columns)
                : Optional.empty();
    }

    /**
     * Returns the URI of a path. Names are percent-encoded without Unicode normalization, to match the bytes on the
     * disk.
     */
    private String uri(String path) {
        return Arrays.stream(reportModel.inRepository(path).split("/", -1))
                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
