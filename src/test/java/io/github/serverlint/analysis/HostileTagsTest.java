package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.serverlint.Sample;
import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.catalog.read.CatalogReader;
import io.github.serverlint.input.mapping.MappingFile;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tag that names a class, as it is used to make other programs run it: it is named, and nothing comes of it. */
class HostileTagsTest {
    private static final String CLASS = "!!io.github.serverlint.analysis.HostileTagsTest$Trap";
    private static final AtomicBoolean SPRUNG = new AtomicBoolean();

    /** Loading it alone is noticed. */
    public static final class Trap {
        static {
            SPRUNG.set(true);
        }
    }

    @AfterEach
    void nothingWasLoaded() {
        assertThat(SPRUNG).isFalse();
    }

    /** What is found in the file, beside another with one violation that is found in any case. */
    private static List<String> findings(String text) {
        List<String> all = new TextLinter(Sample.CATALOG)
                        .lint(
                                List.of(
                                        new SourceFile("a.yaml", text),
                                        new SourceFile(
                                                "other.yaml",
                                                "servers:\n  o: {os: W2K3 SP1, exchange: Exchange 2000 SP3}\n")),
                                RuleSeverities.DEFAULT,
                                Sample.AS_OF)
                        .findings()
                        .stream()
                        .map(finding -> finding.span() + " " + finding.rule().id() + " " + finding.message())
                        .toList();
        assertThat(all).last().asString().startsWith("other.yaml:2:31 unsupported-platform");
        return all.subList(0, all.size() - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!!java.net.URL [\"http://localhost\"]|!!java.net.URL",
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]|!!javax.script.ScriptEngineManager",
                "!<tag:yaml.org,2002:java.lang.Runtime> x|!!java.lang.Runtime",
                "!!python/object/apply:os.system [\"touch x\"]|!!python/object/apply:os.system",
                "!!ruby/object:Gem::Installer {i: x}|!!ruby/object:Gem::Installer",
                "!<tag:example.com,2000:x> x|tag:example.com,2000:x",
                CLASS + " x|" + CLASS,
            })
    void inAValue(String value, String tag) {
        assertThat(findings("servers:\n  a:\n    os: W2K3 SP1\n    exchange: " + value + "\n"))
                .singleElement()
                .asString()
                .matches("a\\.yaml:4:\\d+ invalid-value .*")
                .endsWith(" \"exchange\" in server \"a\" carries the tag " + tag
                        + ", which only another tool understands.");
        assertThat(findings("servers: {a: {os: W2K3 SP1, roles: [" + value + "]}}\n"))
                .singleElement()
                .asString()
                .endsWith(" carries the tag " + tag + ", which only another tool understands.");
        assertThat(findings("servers:\n  a: " + value + "\n"))
                .singleElement()
                .asString()
                .endsWith(" The server \"a\" carries the tag " + tag + ", which only another tool understands.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{servers: {a: {%s os: W2K3 SP1}}}|The key \"os\" carries",
                "{servers: {%s a: {os: W2K3 SP1}}}|The server \"a\" carries",
                "{%s servers: {a: {os: W2K3 SP1}}}|The key \"servers\" carries",
                "{forests: {%s f: {}}}|The forest \"f\" carries",
                "{servers: {a: {os: W2K3 SP1, features: {%s volume-shadow-copy: true}}}}|The key \"volume-shadow-copy\" carries",
            })
    void inAKey(String text, String message) {
        assertThat(findings(text.replace("%s", CLASS)))
                .containsExactly("a.yaml:1:" + columnBehindTag(text) + " invalid-value " + message + " the tag " + CLASS
                        + ", which only another tool understands.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%s {servers: {a: {os: W2K3 SP1}}}|1:%c invalid-value This mapping carries the tag %s, which only another tool understands.",
                "--- %s~servers: {a: {os: W2K3 SP1}}|2:1 invalid-value This mapping carries the tag %s, which only another tool understands.",
                "%s [x]|1:%c unrecognized-document The document is a list, where servers are defined in a mapping.",
                "%s x|1:%c unrecognized-document The document is the text \"x\", where servers are defined in a mapping.",
            })
    void onAWholeDocument(String text, String finding) {
        assertThat(findings(text.replace("~", "\n").replace("%s", CLASS)))
                .containsExactly(
                        "a.yaml:" + finding.replace("%s", CLASS).replace("%c", String.valueOf(columnBehindTag(text))));
    }

    /** What carries the tag is one space behind it. */
    private static int columnBehindTag(String text) {
        return text.indexOf("%s") + CLASS.length() + 2;
    }

    @Test
    void whereAnythingMayStandNothingComesOfIt() {
        assertThat(findings("x-a: " + CLASS + " [x]\nservers: {a: {os: W2K3 SP1, x-b: " + CLASS + " x}}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!str W2K3 SP1", "! W2K3 SP1", "!<tag:yaml.org,2002:str> W2K3 SP1"})
    void yamlsOwnKindsAreTaken(String os) {
        assertThat(findings("--- !!map\n!!str servers: !!map {a: {!!str os: " + os + "}}\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": %s 1, \"entries\": []}",
                "{%s \"version\": 1, \"entries\": [{rule: downgrade, keyPath: a, value: b}]}",
                "%s {\"version\": 1, \"entries\": [{rule: downgrade, keyPath: a, value: b}]}",
                "{version: 1, entries: [%s {rule: downgrade, keyPath: a, value: b}]}",
                "{version: 1, entries: [{rule: downgrade, keyPath: a, value: %s b}]}",
            })
    void inABaseline(String text) {
        assertThatThrownBy(() -> Baseline.read(new SourceFile("b.json", text.replace("%s", CLASS))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("baselineFile: b.json cannot be used:\nb.json:1:")
                .hasMessageContaining(" carries the tag " + CLASS + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s {products: {p: {name: P}}}",
                "{%s checked: 2026-11-22}",
                "checked: %s 2026-11-22",
                "products: {%s p: {name: P, words: [p], releases: {}}}",
                "products: {p: %s {name: P, words: [p], releases: {}}}",
            })
    void inACatalog(String text) {
        assertThatThrownBy(
                        () -> CatalogReader.shippedWith(List.of(new SourceFile("c.yaml", text.replace("%s", CLASS)))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("The catalog cannot be used:\nc.yaml:1:")
                .hasMessageContaining(" carries the tag " + CLASS + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s {version: 1}", "{%s version: 1}", "version: %s 1"})
    void inAMapping(String text) {
        assertThatThrownBy(() -> MappingFile.read(new SourceFile("m.yaml", text.replace("%s", CLASS)), Sample.CATALOG))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("m.yaml:1:")
                .hasMessageContaining(" carries the tag " + CLASS + ",");
    }
}
