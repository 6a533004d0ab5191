package io.github.serverlint.report;

import static io.github.serverlint.report.WellFormed.assertHarmless;
import static io.github.serverlint.report.WellFormed.assertPrintable;
import static io.github.serverlint.report.WellFormed.assertWellFormed;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.formats.AnnotationQuota;
import io.github.serverlint.report.formats.CheckstyleReport;
import io.github.serverlint.report.formats.GithubReport;
import io.github.serverlint.report.formats.GitlabReport;
import io.github.serverlint.report.formats.JsonReport;
import io.github.serverlint.report.formats.JunitReport;
import io.github.serverlint.report.formats.JunitReportTest;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** Whatever a definition says: reports stay valid and harmless. */
@Slow
class HostileTextTest {
    /** As they stand between double quotes in YAML. */
    private static final List<String> TEXTS = List.of(
            "a\\n::error::x",
            "::add-mask::e",
            "  ::stop-commands::x",
            "##[error]x ##vso[task.complete]x ##teamcity[x] ###[group]x",
            "%0A::error::x%25",
            "]]><![CDATA[&amp;<!--",
            "<script>alert(1)</script>",
            "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>",
            "\\\"><img src=x onerror=alert(1)>",
            "\\e[31mred\\e[0m\\a\\b\\r",
            "\\x9B31m\\N\\L\\P",
            "\\u202Ebidi\\u2066\\u200F\\uFEFF",
            "nul\\0nul",
            "lone \\uD800 and \\uDC00",
            "\\uFFFE\\uFFFF\\x7F",
            "| a | `b` **c** [d](1) [e](javascript:alert) \\\\[f\\\\](2) @all",
            "%s %n {0} ${x} $1 \\\\");
    /** Much longer than what is shown of a text; in all cases a hundred thousand characters and more. */
    private static final String LONG = "long " + "ä😀<&\\u202E".repeat(Slow.WHOLE ? 20_000 : 2_000);

    private static final List<String> PATHS = List.of(
            "servers/a b%0A/Zürich,:#[x](1)?.yaml",
            "::error::x/##[error]\n\u001B[31m<script>\uD800\u202E]]>.yaml", "x\\y'\"&`|.yaml");

    private static final LintResult RESULT = result();

    private static LintResult result() {
        List<SourceFile> files = new ArrayList<>();
        for (String path : PATHS) {
            StringBuilder yaml = new StringBuilder("servers:\n");
            int number = files.size() * 100;
            List<String> texts = new ArrayList<>(TEXTS);
            texts.add(files.isEmpty() ? LONG : "short");
            for (String text : texts) {
                String quoted = "\"" + number++ + text + "\"";
                // A long key has to be marked as one.
                yaml.append("  ? ").append(quoted).append("\n  : {os: W2K3 SP1, exchange: Exchange 2000 SP3}\n");
                yaml.append("  s")
                        .append(number)
                        .append(":\n    os: \"")
                        .append(text)
                        .append("\"\n");
                yaml.append("    forest: \"").append(text).append("\"\n");
                yaml.append("    ? \"").append(text).append("\"\n    : x\n");
            }
            files.add(new SourceFile(path, yaml.toString()));
        }
        files.add(new SourceFile("raw.yaml", "servers:\n  a: {os: \u202EW2K <script>} # ##[error]x \u202E \u009B\n"));
        files.add(new SourceFile("control.yaml", "a: \u001B[31m::error::x\n"));
        LintResult result = new TextLinter(Sample.CATALOG).lint(files, RuleSeverities.DEFAULT, Sample.AS_OF);
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : result.findings()) {
            int turn = findings.size() % 8;
            findings.add(
                    turn == 1
                            ? finding.suppressed("::error::\n\u001B[31m]]><script>\uD800 " + "x".repeat(5000))
                            : turn == 2
                                    ? finding.baselined("\u202E##[error].json")
                                    : turn == 3 ? finding.known() : finding);
        }
        return result.with(findings);
    }

    static ReportModel reported() {
        return new ReportModel(
                List.of(
                        new ReportModel.ModuleResult("::error::m\n<b>/", RESULT, Severity.ERROR),
                        new ReportModel.ModuleResult("b/", RESULT, Severity.WARNING)),
                "\u202E%,:#/",
                Sample.CATALOG.sources(),
                "1");
    }

    @Test
    void theDefinitionsReallySayAllThis() {
        assertThat(RESULT.findings()).hasSizeGreaterThan(5 * TEXTS.size());
        assertThat(RESULT.findings().stream().map(Finding::message).toList().toString())
                .contains("\n::error::x", "\u001B[31m", "\u009B", "\u202E", "\0", "\uD800 ", "\uFFFE", "<script>");
    }

    @ParameterizedTest
    @EnumSource(value = ReportFormat.class, names = "GITHUB", mode = EnumSource.Mode.EXCLUDE)
    void filesAreWhatTheyAre(ReportFormat reportFormat) throws Exception {
        assertWellFormed(reportFormat, reportFormat.render(reported()));
    }

    @Test
    void jsonSaysExactlyWhatIsThere() {
        JsonObject json = JsonParser.parseString(JsonReport.render(reported())).getAsJsonObject();
        List<String> names = new ArrayList<>();
        for (JsonElement server : json.getAsJsonArray("servers")) {
            names.add(server.getAsJsonObject().get("name").getAsString());
        }
        assertThat(names)
                .containsAll(RESULT.estate().servers().stream()
                        .map(server -> server.name().value())
                        .toList());
        for (String part : List.of("\uD800", "\uDC00", "\0", "\u202E", "\uFFFE", "##[error]x")) {
            assertThat(names).anyMatch(name -> name.contains(part));
        }
    }

    @Test
    void gitlabTakesPathsAsTheyAre() {
        JsonArray json = JsonParser.parseString(GitlabReport.render(reported())).getAsJsonArray();
        List<String> paths = new ArrayList<>();
        List<String> fingerprints = new ArrayList<>();
        for (JsonElement each : json) {
            JsonObject found = each.getAsJsonObject();
            paths.add(found.getAsJsonObject("location").get("path").getAsString());
            fingerprints.add(found.get("fingerprint").getAsString());
            assertThat(found.get("description").getAsString()).hasSizeLessThan(2_100);
        }
        assertThat(paths).contains("\u202E%,:#/b/" + PATHS.get(0)).noneMatch(path -> path.startsWith("./"));
        assertThat(fingerprints).doesNotHaveDuplicates();
    }

    @Test
    void junitHasShortNamesAndNoMarkup() throws Exception {
        String xml = JunitReport.render(reported());
        assertThat(JunitReportTest.names(xml))
                .allSatisfy(name -> assertThat(name).hasSizeLessThan(5_000));
        assertThat(JunitReportTest.elements(JunitReportTest.parsed(xml), "script"))
                .isEmpty();
    }

    @Test
    void checkstyleIsXmlWithAllFindings() {
        Element xml = JunitReportTest.parsed(CheckstyleReport.render(reported()));
        List<Element> errors = JunitReportTest.elements(xml, "error");
        assertThat(errors)
                .hasSize(reported().unexcused().size()
                        + reported().unjudgedWithoutFinding().size());
        assertThat(errors)
                .allSatisfy(
                        error -> assertThat(error.getAttribute("source")).matches("serverlint\\.[a-z]+\\.[a-z0-9-]+"))
                .anySatisfy(error -> assertThat(error.getAttribute("message")).contains("<script>alert(1)</script>"))
                .anySatisfy(error -> assertThat(error.getAttribute("message")).contains("<a>&b;</a>"));
        assertThat(JunitReportTest.elements(xml, "script")).isEmpty();
    }

    @Test
    void githubTakesEachFindingForOneAnnotation() {
        List<String> commands = GithubReport.commands(reported(), new AnnotationQuota(new HashMap<>()), "the log");
        // Besides one about all servers that are not judged.
        assertThat(commands)
                .hasSize(11)
                .last()
                .asString()
                .startsWith("::warning title=serverlint::16 servers not judged");
        for (Finding finding : RESULT.findings()) {
            // Each of them, not only the first ten.
            LintResult one = RESULT.with(List.of(finding));
            ReportModel alone = new ReportModel(
                    List.of(new ReportModel.ModuleResult("::error::m\n/", one, Severity.ERROR)),
                    "%,:\r\n#/",
                    List.of(),
                    "1");
            for (String command : GithubReport.commands(alone, new AnnotationQuota(new HashMap<>()), "the log")) {
                assertThat(command)
                        .matches("::(error|warning|notice) (file=[^,:]+(,[a-zA-Z]+=[^,:]+)+|title=serverlint)::.*")
                        .doesNotContain("\n", "\r")
                        .doesNotContainPattern("##[a-z]*\\[");
                assertPrintable(command);
                // A sign of its own is no escape.
                assertThat(command.replaceAll("%(25|0A|3A|2C)", "")).doesNotContain("%");
            }
        }
    }

    @Test
    void inTheSummaryNothingIsMarkup() {
        String summary = GithubReport.summary(reported(), 1 << 20);
        assertHarmless(summary);
        // A blank line would end the HTML, and Markdown would begin.
        assertThat(summary.strip()).doesNotContain("\n\n");
        Element html = JunitReportTest.parsed("<div>" + summary + "</div>");
        assertThat(JunitReportTest.elements(html, "*"))
                .extracting(Element::getTagName)
                .containsOnly("h3", "p", "table", "tr", "th", "td");
        assertThat(html.getTextContent()).contains("<script>alert(1)</script>");
    }

    @Test
    void theConsoleShowsIt() {
        String lines = new ConsoleReport(AnsiStyle.NONE, "mvn")
                .lines(RESULT).stream()
                        .map(line -> {
                            assertThat(line.text()).doesNotContain("\n").hasSizeLessThan(4_000);
                            return line.text().replace("\t", " ");
                        })
                        .collect(java.util.stream.Collectors.joining("\n"));
        assertHarmless(lines);
        String failure = ConsoleReport.failureMessage(RESULT.findings());
        assertHarmless(failure);
        assertThat(failure).hasSizeLessThan(20_000);
    }
}
