package io.github.serverlint.report.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.OneOfEachKind;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.text.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The JUnit report is one that Surefire could have written, and its tests keep their names. */
public class JunitReportTest {
    private static final Schema STRICT = schema("surefire-test-report.xsd");
    private static final Schema WITH_PLACES = schema("junit-with-places.xsd");

    private static Schema schema(String file) {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new File("src/test/resources/schema/" + file));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a text that can name no other: one with a declaration of its type is refused. */
    public static Element parsed(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (SAXException | IOException | javax.xml.parsers.ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    public static List<Element> elements(Element owner, String name) {
        NodeList nodes = owner.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** {@code classname name} of each test. */
    public static List<String> names(String xml) {
        return elements(parsed(xml), "testcase").stream()
                .map(test -> test.getAttribute("classname") + " " + test.getAttribute("name"))
                .toList();
    }

    public static void validate(String xml) throws SAXException, IOException {
        validate(WITH_PLACES, xml);
    }

    public static void validateStrictly(String xml) throws SAXException, IOException {
        validate(STRICT, xml);
    }

    private static void validate(Schema schema, String xml) throws SAXException, IOException {
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    private static LintResult lint(String... yaml) {
        List<SourceFile> files = new ArrayList<>();
        for (String text : yaml) {
            files.add(new SourceFile("servers/" + (files.size() + 1) + ".yaml", text));
        }
        return new TextLinter(Sample.CATALOG).lint(files, RuleSeverities.DEFAULT, Sample.AS_OF);
    }

    private static ReportModel modules(LintResult... results) {
        List<ReportModel.ModuleResult> parts = new ArrayList<>();
        for (LintResult result : results) {
            parts.add(new ReportModel.ModuleResult("module" + (parts.size() + 1) + "/", result, Severity.WARNING));
        }
        return new ReportModel(parts, "", Sample.CATALOG.sources(), "1");
    }

    @Test
    void isValidByItsSchema() throws Exception {
        String xml = JunitReport.render(OneOfEachKind.reported(""));
        validate(xml);
        validate(JunitReport.render(modules(lint("servers:\n  a: {os: W2K}\n"))));
        validate(JunitReport.render(modules()));
        for (String faulty : List.of(
                xml.replace(" errors=\"0\"", ""),
                xml.replace("time=\"0.000\"", "time=\"none\""),
                xml.replace("<testcase ", "<testcase host=\"a\" "),
                xml.replaceAll(" line=\"[0-9]+\"", ""),
                xml.replace("failure", "fault"))) {
            assertThat(faulty).isNotEqualTo(xml);
            assertThatThrownBy(() -> validate(faulty)).isInstanceOf(SAXException.class);
        }
    }

    @Test
    void strictlyItIsOneThatSurefireCouldHaveWritten() throws Exception {
        ReportModel reportModel = OneOfEachKind.reported("");
        String strict = JunitReport.renderStrictly(reportModel);
        validateStrictly(strict);
        String xml = JunitReport.render(reportModel);
        assertThatThrownBy(() -> validateStrictly(xml)).isInstanceOf(SAXException.class);
        assertThat(xml.replaceAll(" file=\"[^\"]*\" line=\"[0-9]+\"", "")).isEqualTo(strict);
    }

    @Test
    void aTestIsWhereItsFindingIsOrWhereItsServerIs() {
        LintResult result = lint("servers:\n  a: {os: Windows Server 2019, exchange: Exchange 2000}\n");
        List<String> places = elements(parsed(JunitReport.render(modules(result))), "testcase").stream()
                .map(test -> test.getAttribute("name") + " " + test.getAttribute("file") + ":"
                        + test.getAttribute("line") + " "
                        + elements(test, "failure").size())
                .toList();
        assertThat(places)
                .contains(
                        "a: unsupported-platform module1/servers/1.yaml:2 1",
                        "a: unsupported-edition module1/servers/1.yaml:2 0");
    }

    @Test
    void countsItsTests() {
        Element suite = parsed(JunitReport.render(OneOfEachKind.reported("")));
        for (String counted : List.of("failure", "skipped")) {
            int there = elements(suite, counted).size();
            assertThat(there).isPositive();
            assertThat(suite.getAttribute(counted.equals("failure") ? "failures" : counted))
                    .isEqualTo(Integer.toString(there));
        }
        assertThat(suite.getAttribute("tests"))
                .isEqualTo(Integer.toString(elements(suite, "testcase").size()));
    }

    @Test
    void everyServerPassesTheRulesThatLookAtServers() {
        LintResult result = lint("servers:\n  b: {os: W2K3 SP2}\n  a.example.com: {os: W2K SP4}\n");
        List<String> rules = result.rules().stream()
                .filter(rule -> !io.github.serverlint.rules.RuleRegistry.isChangeRule(rule))
                .map(rule -> rule.id())
                .toList();
        assertThat(rules)
                .contains("unsupported-platform", "forest-not-prepared")
                .doesNotContain("downgrade");
        List<String> expected = new ArrayList<>();
        for (String server : List.of("b", "a.example.com")) {
            rules.forEach(rule -> expected.add(server + " " + server + ": " + rule));
        }
        String xml = JunitReport.render(new ReportModel(
                List.of(new ReportModel.ModuleResult("", result, Severity.ERROR)), "", Sample.CATALOG.sources(), "1"));
        assertThat(names(xml)).containsExactlyElementsOf(expected);
        assertThat(xml).doesNotContain("<failure", "<skipped", "<system-out");
    }

    @Test
    void namesAreUniqueAndTellModulesApart() {
        LintResult faulty = lint(
                "servers:\n  a: {os: Nope, oss: 1, osx: 2, oss: 3}\n---\nx: 1\n---\ny: 1\n---\nz: 1\n",
                "x: 1\n---\n[1]\n");
        List<String> names = names(JunitReport.render(modules(faulty, faulty)));
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names)
                .contains(
                        "module1/servers/1.yaml module1/servers/1.yaml: unrecognized-document",
                        "module1/servers/1.yaml module1/servers/1.yaml: unrecognized-document 2",
                        "module1/servers/1.yaml module1/servers/1.yaml: unrecognized-document 3",
                        "module2/servers/2.yaml module2/servers/2.yaml: unrecognized-document 2",
                        "module1/a a: not-judged",
                        "module2/a a: not-judged");
        assertThat(names(JunitReport.render(modules(faulty)))).contains("a a: not-judged");
    }

    @Test
    void whatIsBelowTheThresholdPasses() {
        LintResult result = lint("servers:\n  a: {os: Windows Server 2003 RTM, exchange: Exchange Server 2003 SP1}\n");
        assertThat(result.findings()).extracting(finding -> finding.severity()).containsExactly(Severity.WARNING);
        Element warning = parsed(JunitReport.render(modules(result)));
        Element error = parsed(JunitReport.render(new ReportModel(
                List.of(new ReportModel.ModuleResult("", result, Severity.ERROR)), "", Sample.CATALOG.sources(), "1")));
        assertThat(elements(warning, "failure")).hasSize(1);
        assertThat(elements(error, "failure")).isEmpty();
        assertThat(elements(error, "system-out"))
                .singleElement()
                .extracting(Element::getTextContent)
                .asString()
                .startsWith("servers/1.yaml:2:11: warning: \"a\" runs ");
    }
}
