package io.github.serverlint.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Golden;
import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.provenance.Provenance;
import io.github.serverlint.input.provenance.UnjudgedServer;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.ServerName;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The page as a text: what it says, that it is well formed, and that nothing of the reader's gets out of its place. */
class HtmlReportTest {
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    static List<Arguments> reports() {
        return List.of(
                Arguments.of("small", MadeReports.small()),
                Arguments.of("modules", MadeReports.modules()),
                Arguments.of("clean", MadeReports.of("servers:\n  a: {os: W2K SP4}\n")),
                Arguments.of("empty", MadeReports.of("forests:\n  a:\n")),
                Arguments.of("hostile", hostile()));
    }

    @Test
    void saysWhatItSaidWhenItWasLookedAt() throws IOException {
        String page = HtmlReport.render(MadeReports.small());
        page = STYLE.matcher(page).replaceFirst("<style></style>");
        page = SCRIPT.matcher(page).replaceFirst("<script></script>");
        Golden.check("serverlint.html", page.replaceAll("sha256-[^&]+", "sha256-"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void isOneWholeDocument(String name, ReportModel reportModel) {
        Page page = Page.of(HtmlReport.render(reportModel));
        List<String> ids = page.values("id");
        assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
        assertThat(page.values("for")).allMatch(ids::contains);
        for (String labels : page.values("aria-labelledby")) {
            assertThat(ids).contains(labels.split(" "));
        }
        assertThat(page.elements()).noneMatch(element -> element.hasAttribute("style"));
        for (Element link : page.all("a")) {
            String address = link.getAttribute("href");
            if (address.startsWith("#")) {
                assertThat(ids).contains(address.substring(1));
            } else {
                assertThat(address).matches("https?://.*");
                assertThat(link.getAttribute("rel")).isEqualTo("noreferrer");
            }
            assertThat(link.getTextContent()).isNotBlank();
        }
        assertThat(page.all("main")).hasSize(1);
        assertThat(page.all("html").get(0).getAttribute("lang")).isEqualTo("en");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void noHeadingIsPassedOver(String name, ReportModel reportModel) {
        List<Integer> levels = Page.of(HtmlReport.render(reportModel)).elements().stream()
                .map(Element::getTagName)
                .filter(tag -> tag.matches("h[1-6]"))
                .map(tag -> tag.charAt(1) - '0')
                .toList();
        assertThat(levels.get(0)).isEqualTo(1);
        assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @Test
    void thePolicyAllowsThisStyleAndThisScriptAlone() throws Exception {
        String page = HtmlReport.render(MadeReports.small());
        String policy = Page.of(page).all("meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(meta -> meta.getAttribute("content"))
                .findFirst()
                .orElseThrow();
        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src '" + hash(STYLE, page) + "'; script-src '"
                        + hash(SCRIPT, page) + "'; img-src data:; base-uri 'none'; form-action 'none'");
    }

    private static String hash(Pattern what, String page) throws Exception {
        Matcher found = what.matcher(page);
        assertThat(found.find()).isTrue();
        byte[] text = found.group(1).getBytes(StandardCharsets.UTF_8);
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
    }

    @Test
    void isTheSameOnEveryMachine() {
        String page = HtmlReport.render(MadeReports.modules());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(HtmlReport.render(MadeReports.modules())).isEqualTo(page);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void showsNoLineBesideTheOneThatIsMeant() {
        String page = HtmlReport.render(MadeReports.small());
        assertThat(page).contains("features: [", "hunter2").doesNotContain("hunter3");
    }

    @Test
    void rowsAndColumnsAreInTheOrderOfTheCatalog() {
        Element matrix = Page.of(HtmlReport.render(MadeReports.small()))
                .ofClass("sl-matrix")
                .get(0);
        assertThat(Page.texts(matrix, "th"))
                .containsExactly(
                        "Windows",
                        "Exchange 2000 Server",
                        "Exchange Server 2003",
                        "No Exchange",
                        "Not known",
                        "Windows NT Server 4.0",
                        "Windows 2000 Server",
                        "Windows Server 2003",
                        "Not known");
        assertThat(Page.texts(matrix, "summary"))
                .containsExactly(
                        "\u20131 server, worst: excused",
                        "\u27151 server, worst: error",
                        "!1 server, worst: warning?, 1 not judged in full",
                        "i2 servers, worst: note",
                        "\u27151 server, worst: error",
                        "!2 servers, worst: warning?, 1 not judged in full",
                        "\u27131 server, worst: clean",
                        "\u27151 server, worst: error",
                        "\u27151 server, worst: error?, 1 not judged in full");
        assertThat(Page.texts(matrix, "li")).contains("web01 clean", "mail03 warning not judged in full");
    }

    @Test
    void modulesAreToldApart() {
        Page page = Page.of(HtmlReport.render(MadeReports.modules()));
        assertThat(Page.texts(page.ofClass("sl-matrix").get(0), "li")).contains("web/web09 error", "mail/mail04 error");
        assertThat(page.ofClass("sl-where").stream().map(Element::getTextContent))
                .contains("web/servers/web.yaml:2:35", "mail/servers/a b/mail.yaml:5:52");
        assertThat(page.ofClass("sl-verdict").get(0).getTextContent())
                .endsWith("6 violations fail the build: each module has a threshold of its own.");
    }

    @Test
    void everyStepShowsWhatHasBecomeOfTheServer() {
        Page page = Page.of(HtmlReport.render(MadeReports.small()));
        List<Element> steps = page.ofClass("sl-step");
        assertThat(steps).hasSize(9);
        assertThat(steps.get(2).getTextContent().replaceAll("\\s+", " "))
                .isEqualTo("3\u2715error upgrade mail04 to Exchange Server 2003 SP1mail04: Windows Server 2003 SP1, "
                        + "Exchange 2000 Server SP3, Exchange Server 2003 SP1, "
                        + "Instant Messagingerror: blocking-component");
        assertThat(Page.texts(steps.get(2), "del")).containsExactly("Exchange 2000 Server SP3");
        assertThat(Page.texts(steps.get(2), "ins")).containsExactly("Exchange Server 2003 SP1");
        assertThat(Page.texts(steps.get(4), "ins")).containsExactly("the InetOrgPerson fix");
        assertThat(steps.get(7).getTextContent()).contains("Nothing changes: \"dc01\" runs ");
        assertThat(Page.texts(steps.get(8), "ins")).containsExactly(StateSummary.GONE);
        assertThat(Page.texts(page.ofClass("sl-ends").get(0), "tr"))
                .contains("dc01Windows 2000 Server SP4, domain controller, global catalog"
                        + "Windows Server 2003 SP1, domain controller, global catalog");
    }

    @Test
    void aLongMigrationIsInLeavesOfWhichThoseAtFaultAreOpen() {
        Page page = Page.of(HtmlReport.render(MadeReports.longMigration(400, 149)));
        assertThat(page.ofClass("sl-step")).hasSize(399);
        List<Element> leaves = page.all("details").stream()
                .filter(fold -> Page.texts(fold, "summary").get(0).startsWith("Steps "))
                .toList();
        assertThat(leaves.stream().map(leaf -> Page.texts(leaf, "summary").get(0)))
                .hasSize(8)
                .startsWith("Steps 1 to 50", "Steps 51 to 100")
                .contains("Steps 251 to 300: 1 error");
        assertThat(leaves.stream()
                        .filter(leaf -> leaf.hasAttribute("open"))
                        .map(leaf -> Page.texts(leaf, "summary").get(0)))
                .containsExactly("Steps 1 to 50", "Steps 251 to 300: 1 error");
    }

    @Test
    void theFirstSentenceSaysWhatItMeansForTheBuild() {
        assertThat(verdict("{os: W2K SP4}", Severity.ERROR)).isEqualTo("Nothing to do.");
        assertThat(verdict("{os: W2K, exchange: Exchange 2003}", Severity.ERROR))
                .isEqualTo("Nothing fails the build, but 1 value is not said and could not be judged.");
        assertThat(verdict("{os: W2K3, exchange: Exchange 2000 SP3}", Severity.ERROR))
                .isEqualTo("1 violation fails the build: the threshold is error.");
        assertThat(verdict("{os: W2K3 RTM, exchange: Exchange 2003 SP1}", Severity.WARNING))
                .isEqualTo("1 violation fails the build: the threshold is warning.");
        assertThat(verdict("{os: W2K3 RTM, exchange: Exchange 2003 SP1}", Severity.ERROR))
                .isEqualTo("Nothing fails the build: the threshold is error, and 1 finding is below it.");
    }

    private static String verdict(String server, Severity threshold) {
        ReportModel made = MadeReports.of("servers:\n  a: " + server + "\n");
        ReportModel reportModel = new ReportModel(
                List.of(new ModuleResult("", made.parts().get(0).result(), threshold)),
                "",
                made.sources(),
                made.version());
        return new PageSummary(new HtmlWriter(), reportModel, new FindingIndex(reportModel)).conclusion();
    }

    @Test
    void onlyAnAddressOfTheWebIsALink() {
        assertThat(Citation.of("A, b, https://example.com/x?y=1&z"))
                .isEqualTo(new Citation("A, b", Optional.of("https://example.com/x?y=1&z")));
        for (String other : List.of("A, javascript:alert(1)", "A, HTTPS:x", "A, data:text/html,x", "A, file:///etc")) {
            assertThat(Citation.of(other).write(new HtmlWriter()).toString()).isEqualTo(HtmlWriter.escape(other));
        }
    }

    private static final String EVIL =
            "<script>alert(1)</script>\"'& ]]> --> \u202E\u0000\u001B[31m\uD800 \uFFFE <!-- ";

    private static ReportModel hostile() {
        SourceFile file = new SourceFile("servers/" + EVIL + ".yaml", "a: " + EVIL + "\n");
        Span span = new Span(file, 1, 4, 1, 12);
        Finding finding = Finding.reading(ParseRule.INVALID_VALUE, span, "message " + EVIL)
                .about("server " + EVIL)
                .because("reason " + EVIL)
                .fix("fix " + EVIL)
                .sources(List.of("source " + EVIL, "web " + EVIL + ", https://example.com/\"><b>" + "\u202E"))
                .related(Span.at(file, 1, 1), "related " + EVIL)
                .build()
                .suppressed("note " + EVIL);
        LintResult result = new LintResult(
                1,
                new Estate(List.of(), List.of(), List.of()),
                List.of(),
                List.of(finding),
                List.of(),
                List.of(new UnjudgedServer(Located.of(ServerName.of(EVIL), Span.at(file, 1, 1)), "unknown " + EVIL)),
                Optional.empty(),
                Provenance.NONE,
                List.of(),
                List.of());
        return new ReportModel(
                List.of(new ModuleResult("", result, Severity.ERROR)), "", Sample.CATALOG.sources(), "1 " + EVIL);
    }

    @Test
    void whatAReaderWroteStaysText() {
        String html = HtmlReport.render(hostile());
        assertThat(SCRIPT.matcher(html).results()).hasSize(1);
        Page page = Page.of(html);
        String said = "<script>alert(1)</script>\"'& ]]> --> \\u{202E}\\u{0}\\u{1B}[31m\\u{D800} \\u{FFFE} <!-- ";
        assertThat(page.text()).contains("message " + said, "reason " + said, "fix " + said, "note " + said);
        assertThat(page.text()).contains("source " + said, "related " + said, "1 " + said);
        assertThat(page.values("data-server")).containsExactly("server " + said);
        // In a line of a file each of them is one question mark, so that columns stay where they are.
        assertThat(page.ofClass("sl-code").get(0).getTextContent())
                .isEqualTo("1a: <script>alert(1)</script>\"'& ]]> --> ???[31m? ? <!-- ");
        assertThat(html.codePoints())
                .noneMatch(c -> (c < ' ' && c != '\n') || c == 0x202E || (c >= 0xD800 && c <= 0xDFFF));
    }

    @Test
    void aServerOfAnyNameStaysText() {
        Page page = Page.of(HtmlReport.render(MadeReports.of(
                "servers:\n  \"<img src=x onerror=y>\\e\\u202E'\": {os: W2K3, exchange: Exchange 2000 SP3}\n")));
        assertThat(page.all("img")).isEmpty();
        List<String> names =
                new ArrayList<>(Page.texts(page.ofClass("sl-matrix").get(0), "li"));
        assertThat(names).containsExactly("<img src=x onerror=y>\\u{1B}\\u{202E}' error");
    }
}
