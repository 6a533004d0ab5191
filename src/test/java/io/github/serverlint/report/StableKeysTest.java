package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.report.formats.GitlabReport;
import io.github.serverlint.report.formats.JunitReport;
import io.github.serverlint.report.formats.JunitReportTest;
import io.github.serverlint.report.formats.SarifReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What services recognise findings by stays the same as long as the fault does. */
class StableKeysTest {
    private static final Map<String, String> TEXTS = texts();

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>(OneOfEachKind.FILES);
        texts.put("servers/faulty.yaml", """
                servers:
                  broken:
                    os: Windows Nope
                    exchnge: Exchange 2003
                    exchange: {service-pack: SP1}
                    features: [teleport]
                    roles: [mailbox, wizard]
                    forest: nowhere.example.com
                    os: W2K3
                  Broken: {os: W2K3}
                ---
                services: {}
                ---
                - a
                """);
        texts.put("servers/syntax.yaml", "servers:\n  a: {os: W2K3\n");
        return texts;
    }

    private enum Edit {
        LINES_ABOVE(text -> "# one\n\n\n# two\n" + text),
        BLANKS_AROUND(text -> text.replace("\n", "  \n").replace(": {", ":   {")),
        WINDOWS_LINES(text -> text.replace("\n", "\r\n"));

        private final UnaryOperator<String> change;

        Edit(UnaryOperator<String> change) {
            this.change = change;
        }
    }

    private enum Key {
        GITLAB(reportModel -> found(GitlabReport.render(reportModel), "fingerprint")),
        SARIF(reportModel -> found(SarifReport.render(reportModel), "serverlint/v1")),
        JUNIT(reportModel -> JunitReportTest.names(JunitReport.render(reportModel)));

        private final Function<ReportModel, List<String>> keys;

        Key(Function<ReportModel, List<String>> keys) {
            this.keys = keys;
        }

        List<String> of(Map<String, String> texts) {
            LintResult result = OneOfEachKind.result(texts);
            return keys.apply(OneOfEachKind.reported("", result));
        }
    }

    /** The values of a key wherever it stands. */
    private static List<String> found(String json, String key) {
        List<String> values = new ArrayList<>();
        collect(JsonParser.parseString(json), key, values);
        return values;
    }

    private static void collect(JsonElement json, String key, List<String> values) {
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(each -> collect(each, key, values));
        } else if (json.isJsonObject()) {
            json.getAsJsonObject().asMap().forEach((name, value) -> {
                if (name.equals(key)) {
                    values.add(value.getAsString());
                }
                collect(value, key, values);
            });
        }
    }

    private static Map<String, String> edited(UnaryOperator<String> change) {
        Map<String, String> edited = new TreeMap<>(TEXTS);
        edited.replaceAll((path, text) -> change.apply(text));
        return edited;
    }

    @ParameterizedTest
    @EnumSource
    void noLineIsInTheKeys(Key key) {
        List<String> before = key.of(TEXTS);
        assertThat(before).hasSizeGreaterThan(15).doesNotHaveDuplicates();
        for (Edit edit : Edit.values()) {
            assertThat(key.of(edited(edit.change))).as(edit.name()).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfServersIsNotInTheKeys(Key key) {
        Map<String, String> one = Map.of("servers/a.yaml", """
                servers:
                  a: {os: W2K3 SP1, exchange: Exchange 2000 SP3, oss: x}
                  b:
                    os: W2K3 SP1
                    features: [tls-1-3, teleport]
                    exchange: Exchange 2000 SP3
                """);
        Map<String, String> other = Map.of("servers/a.yaml", """
                servers:
                  b:
                    exchange: Exchange 2000 SP3
                    features: [teleport, tls-1-3]
                    os: W2K3 SP1
                  a: {oss: x, exchange: Exchange 2000 SP3, os: W2K3 SP1}
                """);
        assertThat(key.of(one)).hasSizeGreaterThan(4);
        assertThat(key.of(other)).containsExactlyInAnyOrderElementsOf(key.of(one));
    }

    @ParameterizedTest
    @EnumSource
    void aFaultThatIsGoneLeavesTheKeysOfTheOthers(Key key) {
        Map<String, String> mended = edited(text -> text.replace("    exchnge: Exchange 2003\n", ""));
        List<String> before = key.of(TEXTS);
        assertThat(key.of(mended)).hasSize(before.size() - 1).isSubsetOf(before);
    }
}
