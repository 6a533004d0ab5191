package io.github.serverlint.report.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.report.ExplainReport;
import io.github.serverlint.report.OneOfEachKind;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.rule.RulePage;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SARIF report has all that the standard and GitHub ask for. */
public class SarifReportTest {
    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        try (InputStream in =
                Objects.requireNonNull(SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The pages of the rules are tested by themselves. */
    public static String withoutRules(String sarif) {
        JsonObject log = JsonParser.parseString(sarif).getAsJsonObject();
        run(log).getAsJsonObject("tool").getAsJsonObject("driver").remove("rules");
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(log) + "\n";
    }

    private static JsonObject run(JsonObject log) {
        assertThat(log.getAsJsonArray("runs")).hasSize(1);
        return log.getAsJsonArray("runs").get(0).getAsJsonObject();
    }

    private static JsonObject run(ReportModel reportModel) {
        return run(JsonParser.parseString(SarifReport.render(reportModel)).getAsJsonObject());
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    public static Set<ValidationMessage> faults(String sarif) {
        return SCHEMA.validate(sarif, com.networknt.schema.InputFormat.JSON);
    }

    @Test
    void isValidByTheSchemaOfTheStandard() {
        String sarif = SarifReport.render(OneOfEachKind.reported("module/"));
        assertThat(faults(sarif)).isEmpty();
        assertThat(faults(sarif.replace("\"level\": \"error\"", "\"level\": \"grave\"")))
                .isNotEmpty();
        assertThat(faults(sarif.replace("\"startLine\": ", "\"startLine\": -"))).isNotEmpty();
        assertThat(faults(sarif.replace("\"ruleIndex\"", "\"ruleNumber\""))).isNotEmpty();
    }

    @Test
    void hasAllThatCodeScanningAsksForOfARule() {
        JsonArray rules = run(OneOfEachKind.reported(""))
                .getAsJsonObject("tool")
                .getAsJsonObject("driver")
                .getAsJsonArray("rules");
        assertThat(rules).hasSize(RuleRegistry.all().size());
        objects(rules).forEach(rule -> {
            RuleInfo info = RuleRegistry.find(rule.get("id").getAsString()).orElseThrow();
            assertThat(text(rule, "shortDescription")).isNotBlank().hasSizeLessThanOrEqualTo(1024);
            assertThat(text(rule, "fullDescription")).isNotBlank().hasSizeLessThanOrEqualTo(1024);
            assertThat(text(rule, "help"))
                    .isEqualTo("Finds " + info.summary() + ". The goal explain shows its page with -Dserverlint.rule="
                            + info.id() + ".");
            assertThat(rule.getAsJsonObject("help").get("markdown").getAsString())
                    .isEqualTo(String.join("\n", ExplainReport.page(RulePage.of(info), Sample.CATALOG.sources())));
            String name = rule.get("name").getAsString();
            assertThat(name).matches("([A-Z][a-z]+)+").isNotEqualToIgnoringCase(info.id());
            assertThat(name.toLowerCase(Locale.ROOT)).endsWith(info.id().replace("-", ""));
            JsonObject properties = rule.getAsJsonObject("properties");
            assertThat(properties.getAsJsonArray("tags").get(0).getAsString())
                    .isEqualTo(RuleRegistry.group(info))
                    .isIn("reading", "state", "estate", "change", "excuses");
            assertThat(properties.get("precision").getAsString()).isEqualTo("very-high");
            assertThat(properties.get("problem.severity").getAsString()).isIn("error", "warning", "recommendation");
            // It would be ranked as a hole in security.
            assertThat(properties.has("security-severity")).isFalse();
            JsonObject configuration = rule.getAsJsonObject("defaultConfiguration");
            assertThat(configuration.get("level").getAsString()).isIn("note", "warning", "error");
            assertThat(configuration.has("enabled")).isEqualTo(!info.onByDefault());
        });
    }

    @Test
    void hasAllThatCodeScanningAsksForOfAResult() {
        JsonObject run = run(OneOfEachKind.reported("module/"));
        JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
        assertThat(run.getAsJsonArray("results")).isNotEmpty();
        objects(run.getAsJsonArray("results")).forEach(found -> {
            int index = found.get("ruleIndex").getAsInt();
            assertThat(rules.get(index).getAsJsonObject().get("id")).isEqualTo(found.get("ruleId"));
            assertThat(text(found, "message")).isNotBlank();
            assertThat(found.getAsJsonArray("locations")).hasSize(1);
            objects(found.getAsJsonArray("locations")).forEach(SarifReportTest::assertHasAPlace);
            objects(found.getAsJsonArray("relatedLocations")).forEach(related -> {
                assertHasAPlace(related);
                assertThat(text(found, "message")).contains("](" + related.get("id") + ")");
                assertThat(text(related, "message")).isNotBlank();
            });
            JsonObject fingerprints = found.getAsJsonObject("partialFingerprints");
            assertThat(fingerprints.get("primaryLocationLineHash").getAsString())
                    .matches("[0-9a-f]{1,16}:\\d+");
            assertThat(fingerprints.get("serverlint/v1").getAsString()).matches("[0-9a-f]{32}");
        });
        assertThat(objects(run.getAsJsonArray("results"))
                        .map(found ->
                                found.getAsJsonObject("partialFingerprints").get("serverlint/v1")))
                .doesNotHaveDuplicates();
    }

    private static void assertHasAPlace(JsonObject location) {
        JsonObject place = location.getAsJsonObject("physicalLocation");
        String uri = place.getAsJsonObject("artifactLocation").get("uri").getAsString();
        assertThat(URI.create(uri).isAbsolute()).isFalse();
        assertThat(URI.create(uri).getPath()).startsWith("module/servers/").endsWith(".yaml");
        assertThat(place.getAsJsonObject("region").keySet())
                .contains("startLine", "startColumn", "endLine", "endColumn");
    }

    private static String text(JsonObject owner, String name) {
        return owner.getAsJsonObject(name).get("text").getAsString();
    }

    @Test
    void leavesOutWhatIsExcusedAndKeepsWhatTheBaseHad() {
        LintResult result = OneOfEachKind.result();
        JsonArray results = run(OneOfEachKind.reported("")).getAsJsonArray("results");
        assertThat(result.count(Status.SUPPRESSED)).isPositive();
        assertThat(result.count(Status.BASELINED)).isPositive();
        assertThat(results)
                .hasSize(result.findings().size()
                        - (int) result.count(Status.SUPPRESSED)
                        - (int) result.count(Status.BASELINED));
        assertThat(objects(results)
                        .filter(found ->
                                found.get("baselineState").getAsString().equals("unchanged")))
                .hasSize((int) result.count(Status.KNOWN))
                .isNotEmpty();
        List<Finding> open = result.findings().stream().filter(Finding::isOpen).toList();
        JsonArray uncompared =
                run(OneOfEachKind.reported("", result.with(open))).getAsJsonArray("results");
        assertThat(objects(uncompared)).hasSize(open.size()).noneMatch(found -> found.has("baselineState"));
    }

    @Test
    void pathsAreThoseOfTheDiskByteByByte() {
        // The last name has an umlaut of two characters.
        SourceFile file = new SourceFile("c:d/100%/a b#?/Zu\u0308rich,😀+~.yaml", "services: {}\n");
        LintResult result = new TextLinter(Sample.CATALOG).lint(List.of(file), RuleSeverities.DEFAULT, Sample.AS_OF);
        String uri = run(OneOfEachKind.reported("parent/../", result))
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("locations")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("physicalLocation")
                .getAsJsonObject("artifactLocation")
                .get("uri")
                .getAsString();
        assertThat(uri).matches("[\\x21-\\x7e]+");
        assertThat(URI.create(uri).getPath()).isEqualTo(file.path());
        assertThat(URI.create(uri).getScheme()).isNull();
    }

    @Test
    void whatLooksLikeALinkIsNone() {
        SourceFile file = new SourceFile("a.yaml", "servers:\n  \"a [x](1) \\\\ b\": {os: WinNope}\n");
        LintResult result = new TextLinter(Sample.CATALOG).lint(List.of(file), RuleSeverities.DEFAULT, Sample.AS_OF);
        JsonObject found = run(OneOfEachKind.reported("", result))
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject();
        assertThat(text(found, "message")).doesNotContain("[x]");
    }

    @Slow
    @Test
    void ofTooManyResultsTheGravestAreKept() {
        LintResult result = OneOfEachKind.result();
        Finding note = found(result, "feature-needs-newer-windows");
        Finding error = found(result, "unsupported-platform");
        int most = Slow.WHOLE ? 25_000 : 50;
        List<Finding> findings = new ArrayList<>(java.util.Collections.nCopies(most, note));
        findings.add(error);
        ReportModel reportModel = OneOfEachKind.reported("", result.with(findings));
        String sarif = Slow.WHOLE ? SarifReport.render(reportModel) : SarifReport.render(reportModel, most);
        JsonObject log = JsonParser.parseString(sarif).getAsJsonObject();
        JsonArray results = run(log).getAsJsonArray("results");
        assertThat(results).hasSize(most);
        assertThat(results.get(0).getAsJsonObject().get("level").getAsString()).isEqualTo("error");
        assertThat(run(log).getAsJsonArray("invocations").toString())
                .contains("The least grave 1 results are left out");
        assertThat(run(OneOfEachKind.reported("")).has("invocations")).isFalse();
        run(log).add("results", new JsonArray());
        assertThat(faults(log.toString())).isEmpty();
    }

    private static Finding found(LintResult result, String rule) {
        return result.findings().stream()
                .filter(finding -> finding.rule().id().equals(rule) && finding.isOpen())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhoHasWrittenItAndWhatItsPathsStartAt() {
        JsonObject run = run(OneOfEachKind.reported("module/"));
        JsonObject driver = run.getAsJsonObject("tool").getAsJsonObject("driver");
        assertThat(driver.get("fullName").getAsString()).startsWith("serverlint ");
        assertThat(driver.get("informationUri").getAsString()).startsWith("https://");
        JsonObject root = run.getAsJsonObject("originalUriBaseIds").getAsJsonObject("%SRCROOT%");
        assertThat(root.keySet()).containsExactly("description");
    }

    @Test
    void hasAnAutomationIdOnlyIfItIsAskedFor() {
        assertThat(run(OneOfEachKind.reported("")).has("automationDetails")).isFalse();
        ReportModel plain = OneOfEachKind.reported("");
        JsonObject run = run(new ReportModel(
                plain.parts(), plain.root(), plain.sources(), plain.version(), Optional.of("serverlint/lab/")));
        assertThat(run.getAsJsonObject("automationDetails").get("id").getAsString())
                .isEqualTo("serverlint/lab/");
    }

    @Test
    void sourcesAreBesideTheMessageAndNotInIt() {
        ReportModel reportModel = OneOfEachKind.reported("module/");
        List<JsonObject> results =
                objects(run(reportModel).getAsJsonArray("results")).toList();
        List<ReportModel.ReportedFinding> entries = reportModel.unexcused();
        assertThat(results).hasSameSizeAs(entries);
        for (int i = 0; i < results.size(); i++) {
            Finding finding = entries.get(i).finding();
            assertThat(text(results.get(i), "message"))
                    .contains(finding.message(), finding.fix())
                    .doesNotContain("Source: ");
            List<String> sources = results.get(i).has("properties")
                    ? strings(results.get(i).getAsJsonObject("properties").getAsJsonArray("sources"))
                    : List.of();
            assertThat(sources).isEqualTo(finding.sources());
        }
        assertThat(entries).anyMatch(entry -> !entry.finding().sources().isEmpty());
    }

    private static List<String> strings(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    private static JsonObject place(JsonObject location) {
        return location.getAsJsonArray("locations").get(0).getAsJsonObject().getAsJsonObject("physicalLocation");
    }

    @Test
    void aSnippetIsTheTextOfItsRegionAndTheLineStandsAroundIt() {
        SourceFile file = new SourceFile("a.yaml", "servers:\n  büro: {os: 😀nope}   # why\n  b:\n    WinNope\n");
        LintResult result = new TextLinter(Sample.CATALOG).lint(List.of(file), RuleSeverities.DEFAULT, Sample.AS_OF);
        JsonObject place = place(run(OneOfEachKind.reported("", result))
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject());
        assertThat(text(place.getAsJsonObject("region"), "snippet")).isEqualTo("😀nope");
        JsonObject around = place.getAsJsonObject("contextRegion");
        assertThat(text(around, "snippet")).isEqualTo("  büro: {os: 😀nope}   # why");
        assertThat(around.get("startLine").getAsInt()).isEqualTo(2);
    }

    @Test
    void ofAFileThatMayHoldSecretsOnlyTheValueIsShown() {
        SourceFile file =
                new SourceFile("lab/a.yaml", "servers:\n  a: {os: WinNope} # hunter2\n").foundAt("a.yaml", true);
        LintResult result = new TextLinter(Sample.CATALOG).lint(List.of(file), RuleSeverities.DEFAULT, Sample.AS_OF);
        String sarif = SarifReport.render(OneOfEachKind.reported("", result));
        JsonObject place = place(run(JsonParser.parseString(sarif).getAsJsonObject())
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject());
        assertThat(text(place.getAsJsonObject("region"), "snippet")).isEqualTo("WinNope");
        assertThat(place.has("contextRegion")).isFalse();
        assertThat(sarif).doesNotContain("hunter2");
    }

    @Test
    void aLongValueHasNoSnippetThatIsCut() {
        SourceFile file = new SourceFile("a.yaml", "servers:\n  a: {os: " + "WinNope".repeat(30) + "}\n");
        LintResult result = new TextLinter(Sample.CATALOG).lint(List.of(file), RuleSeverities.DEFAULT, Sample.AS_OF);
        JsonObject place = place(run(OneOfEachKind.reported("", result))
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject());
        assertThat(place.getAsJsonObject("region").has("snippet")).isFalse();
        assertThat(place.has("contextRegion")).isFalse();
    }

    /** GitHub's action reads every file as UTF-8, and keeps a mark at its beginning. */
    @ParameterizedTest
    @CsvSource({"UTF-8, '', true true", "UTF-8, \uFEFF, false true", "UTF-16LE, \uFEFF, false false"})
    void aLineHasNoHashWhereGitHubComputesAnother(String charset, String mark, String expected) {
        byte[] bytes = (mark + "{servers: {a: {os: WinNope}},\n forests: {b: {domain-functional-level: never}}}\n")
                .getBytes(Charset.forName(charset));
        LintResult result = new TextLinter(Sample.CATALOG)
                .lint(List.of(SourceTree.decode("a.yaml", bytes)), RuleSeverities.DEFAULT, Sample.AS_OF);
        assertThat(objects(run(OneOfEachKind.reported("", result)).getAsJsonArray("results"))
                        .map(found -> found.getAsJsonObject("partialFingerprints"))
                        .map(fingerprints -> fingerprints.has("primaryLocationLineHash") ? "true" : "false")
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }
}
