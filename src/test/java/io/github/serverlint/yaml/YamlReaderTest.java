package io.github.serverlint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Slow;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private static YamlFile read(String text) {
        return YamlReader.read(new SourceFile("a.yaml", text));
    }

    private static Mapping mapping(String text) {
        YamlFile file = read(text);
        assertThat(file.findings()).isEmpty();
        return (Mapping) file.documents().get(0);
    }

    private static Node value(Mapping mapping, String key) {
        return mapping.entry(key).orElseThrow().value();
    }

    private static String place(Span span) {
        return span.line() + ":" + span.column() + "-" + span.endLine() + ":" + span.endColumn();
    }

    private static List<String> findings(String text) {
        return read(text).findings().stream().map(YamlReaderTest::shown).toList();
    }

    private static String shown(Finding finding) {
        return finding.span().line() + ":" + finding.span().column() + " "
                + finding.rule().id() + " " + finding.message();
    }

    @Test
    void columnsCountCodePointsAndEndsAreOnePast() {
        Mapping mapping = mapping("\"Zürich 😀\": 'Exchange 2000'  # note\n");
        assertThat(place(mapping.entries().get(0).key().place())).isEqualTo("1:1-1:11");
        assertThat(place(value(mapping, "Zürich 😀").place())).isEqualTo("1:13-1:28");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15.10", "2003", "010", "yes", "1e3", "0x1F", "2004-03-01", "15:02:30", "2016_09"})
    void textIsTakenAsItWasWritten(String text) {
        assertThat(((Scalar) value(mapping("a: " + text), "a")).text()).isEqualTo(text);
    }

    @Test
    void nothingIsNothingOnlyWithoutQuotes() {
        Mapping mapping = mapping("a:\nb: ~\nc: null\nd: 'null'\ne: ''\n");
        assertThat(List.of("a", "b", "c"))
                .allSatisfy(key -> assertThat(value(mapping, key).isNull()).isTrue());
        assertThat(List.of("d", "e"))
                .allSatisfy(key -> assertThat(value(mapping, key).isNull()).isFalse());
    }

    @Test
    void anAliasHasItsOwnPlaceAndThatOfItsAnchor() {
        Mapping mapping = mapping("a: &x Exchange 2000\nb:   *x\n");
        assertThat(place(value(mapping, "b").place())).isEqualTo("2:6-2:8");
        assertThat(place(value(mapping, "b").written())).isEqualTo("1:7-1:20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &x Exchange 2000|1:7-1:20",
                "a: !!str &x 'Exchange 2000'|1:13-1:28",
                "'a: &x # note\n   Exchange 2000'|2:4-2:17",
                "a: &x|1:4-1:6",
                "a: &x {b: c}|1:7-1:13",
            })
    void aPlaceBeginsBehindAnchorAndTag(String text, String place) {
        assertThat(place(value(mapping(text), "a").place())).isEqualTo(place);
    }

    @Test
    void whatStandsBelowAnAliasIsUsedAtTheAlias() {
        Mapping mapping = mapping("a: &x\n  os: {release: W2K}\nb: *x\nc: [*x]\n");
        Node release = value((Mapping) value((Mapping) value(mapping, "b"), "os"), "release");
        assertThat(place(release.place())).isEqualTo("3:4-3:6");
        assertThat(place(release.written())).isEqualTo("2:17-2:20");
        Node item = ((Sequence) value(mapping, "c")).items().get(0);
        assertThat(place(value((Mapping) item, "os").place())).isEqualTo("4:5-4:7");
    }

    @Test
    void mergeKeysBringWhatTheMappingDoesNotSayItself() {
        Mapping mapping = mapping("""
                a: &a {os: one, exchange: one}
                b: &b {os: two, forest: two}
                c:
                  <<: [*a, *b]
                  exchange: own
                d:
                  exchange: own
                  <<: *b
                """);
        Mapping c = (Mapping) value(mapping, "c");
        assertThat(c.entries().stream().map(entry -> entry.name() + "=" + ((Scalar) entry.value()).text()))
                .containsExactly("exchange=own", "os=one", "forest=two");
        assertThat(place(value(c, "os").place())).isEqualTo("4:8-4:10");
        assertThat(place(value(c, "os").written())).isEqualTo("1:12-1:15");
        assertThat(place(value(c, "forest").place())).isEqualTo("4:12-4:14");
        assertThat(place(value(c, "exchange").place())).isEqualTo("5:13-5:16");
        assertThat(place(value((Mapping) value(mapping, "d"), "os").place())).isEqualTo("8:7-8:9");
    }

    @Test
    void aQuotedMergeKeyIsAnOrdinaryKey() {
        assertThat(mapping("a: {'<<': x}").entries()).hasSize(1);
        assertThat(((Mapping) value(mapping("a: {'<<': x}"), "a")).entry("<<")).isPresent();
    }

    @Test
    void aKeyThatStandsTwiceIsSaidAtTheSecondPlace() {
        YamlFile file = read("a: 1\nb: {c: 1,\n    c: 2}\na: 2\n");
        assertThat(file.findings().stream().map(YamlReaderTest::shown))
                .containsExactly(
                        "3:5 duplicate-key The key \"c\" stands twice in this mapping.",
                        "4:1 duplicate-key The key \"a\" stands twice in this mapping.");
        assertThat(place(file.findings().get(0).related().get(0).span())).isEqualTo("2:5-2:6");
    }

    @Test
    void aMergedKeyIsNoDuplicate() {
        assertThat(findings("a: &a {os: 1}\nb:\n  <<: *a\n  os: 2\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: *x|1:4 yaml-syntax The alias *x has no anchor &x before it in this document.",
                "a: &x {b: *x}|1:11 yaml-syntax The alias *x stands inside its own anchor.",
                "a: b: c|1:5 yaml-syntax This is no YAML: mapping values are not allowed here.",
                "'a: \"x'|1:4 yaml-syntax This is no YAML: while scanning a quoted scalar, found unexpected end of stream.",
                "'? [a]\n: b'|1:3 invalid-value A key has to be plain text, not a list.",
                "'a:\n  <<: text'|2:7 invalid-value The merge key << takes mappings only, as one or as a list.",
            })
    void whatIsNoYamlIsSaidWhereItIs(String text, String finding) {
        assertThat(findings(text)).containsExactly(finding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pw: *S3cret",
                "pw: !S3cret!x y",
                "pw: %S3cret",
                "pw: @S3cret",
                "pw: 'S3cret",
                "pw: S3cret: S3cret",
                "pw: [S3cret}",
                "&S3cret [*S3cret]",
                "%TAG S3cret",
                "S3cret\n\tx: y\n\tS3cret: {",
            })
    void whereNothingIsUnderstoodNothingOfAConfidentialFileIsQuoted(String text) {
        SourceFile open = new SourceFile("a.yaml", text);
        List<Finding> loud = YamlReader.read(open).findings();
        List<Finding> findings = YamlReader.read(open.foundAt("a.yaml", true)).findings();
        assertThat(findings).isNotEmpty().hasSameSizeAs(loud).allSatisfy(finding -> {
            assertThat(finding.toString().replace(finding.span().toString(), ""))
                    .doesNotContain("S3cret");
            assertThat(finding.span().endColumn() - finding.span().column()).isEqualTo(1);
        });
        assertThat(findings.get(0).span().line()).isEqualTo(loud.get(0).span().line());
    }

    @Test
    void aControlCharacterIsSaidWhereItIs() {
        assertThat(findings("a: 1\nbc: \u0000\n"))
                .containsExactly("2:5 yaml-syntax The character U+0000 is not allowed in YAML.");
        // Far behind what the parser takes in at once, and behind characters that are two of Java's.
        assertThat(findings("- [😀]\n".repeat(2_000) + "- x😀 \u0007"))
                .containsExactly("2001:6 yaml-syntax The character U+0007 is not allowed in YAML.");
        assertThat(findings("# 😀😀😀\nbc: \uD83D"))
                .containsExactly("2:5 yaml-syntax The character U+D83D is not allowed in YAML.");
        assertThat(findings("# 😀😀😀\nbc: \uDE00"))
                .containsExactly("2:5 yaml-syntax The character U+DE00 is not allowed in YAML.");
    }

    @Test
    void documentsBeforeAFaultAreKept() {
        YamlFile file = read("a: 1\n---\nb: [\n");
        assertThat(file.documents()).hasSize(1);
        assertThat(file.complete()).isFalse();
        assertThat(read("a: 1\n---\nb: 2\n").documents()).hasSize(2);
    }

    @Test
    void anchorsEndWithTheirDocument() {
        assertThat(findings("a: &x 1\n---\nb: *x\n")).hasSize(1);
    }

    @Test
    void nestingIsBounded() {
        int deep = YamlReader.MAX_DEPTH + 1;
        assertThat(findings("[".repeat(deep) + "]".repeat(deep)))
                .containsExactly("1:101 yaml-syntax The document is nested more than 100 levels deep.");
        assertThat(findings("[".repeat(deep - 1) + "]".repeat(deep - 1))).isEmpty();
    }

    @Test
    void anAliasBombIsRefusedWhereItGrowsTooLarge() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 50; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(10)).append("]\n");
        }
        assertThat(findings(bomb.toString()))
                .containsExactly("6:45 yaml-syntax The aliases up to here stand for more than 1,000,000 values.");
    }

    @Test
    void mergeKeysAreNoWayAroundTheLimitOfAliases() {
        String base = "a0: &a0 {k: v}\n";
        StringBuilder chain = new StringBuilder(base);
        for (int i = 1; i < 3000; i++) {
            chain.append(String.format("a%d: &a%d {<<: [%s], k%d: v}\n", i, i, ("*a" + (i - 1) + ", ").repeat(10), i));
        }
        assertThat(findings(chain.toString()))
                .containsExactly("7:20 yaml-syntax The aliases up to here stand for more than 1,000,000 values.");
        StringBuilder wide = new StringBuilder("a: &a {");
        for (int i = 0; i < 20_000; i++) {
            wide.append('k').append(i).append(": v, ");
        }
        wide.append("}\nb:\n").append("- {<<: *a}\n".repeat(100));
        assertThat(findings(wide.toString()))
                .containsExactly("27:8 yaml-syntax The aliases up to here stand for more than 1,000,000 values.");
    }

    @Test
    void anEstateThatTakesMuchFromAnAnchorIsRead() {
        StringBuilder estate = new StringBuilder("x-a: &a {a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8}\n");
        for (int i = 0; i < 20_000; i++) {
            estate.append('s').append(i).append(": {<<: *a, x: *a}\n");
        }
        assertThat(mapping(estate.toString()).entries()).hasSize(20_001);
    }

    @ParameterizedTest
    @CsvSource({
        "'a: %s', 1:4",
        "'a: \"%s\"', 1:5",
        "'%s: a', 1:1",
        "'a: b # %s', 1:7",
        "'a: !%s b', 1:4",
        "'a: &%s b', 1:5",
        "'a: [*%s]', 1:6",
    })
    void aWordOfTheSizeOfAFileIsRefused(String text, String place) {
        assertThat(findings(text.replace("%s", "x".repeat(2_000_000))))
                .containsExactly(place + " yaml-syntax Here begins a word or a line of more than 250,000 characters.");
    }

    @Test
    void manyAnchorsOnOneLineHaveTheirPlaces() {
        StringBuilder line = new StringBuilder("a: [");
        for (int i = 0; i < 20_000; i++) {
            line.append("&a").append(10_000 + i).append(" 😀, ");
        }
        List<Node> items = ((Sequence) value(mapping(line + "]"), "a")).items();
        assertThat(place(items.get(19_999).place())).isEqualTo("1:220002-1:220003");
    }

    @Test
    void ofManyFaultsTheFirstAreSaid() {
        List<String> findings = findings("{" + "a, ".repeat(30_000) + "}");
        assertThat(findings)
                .hasSize(20_001)
                .last()
                .isEqualTo(
                        "1:1 duplicate-key There are more faults than the first 20,000, and the others are not shown.");
    }

    @Test
    void oneOfManyKeysIsFoundAtOnce() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            many.append('k').append(i).append(": v").append(i).append('\n');
        }
        for (String text : List.of(many.toString(), many + "? z\n")) {
            Mapping mapping = mapping(text);
            for (int i = 0; i < 20_000; i++) {
                assertThat(((Scalar) value(mapping, "k" + i)).text()).isEqualTo("v" + i);
            }
            assertThat(mapping.entry("k20000")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-a: [&x , b]",
                "{k: &x , b: 1}",
                "{k: !!str }",
                "{&x : 1}",
                "k: &x # c\nl: 2\n",
                "&x",
                "- &x\n- !a",
            })
    void anchorsAndTagsOfNothingAreRead(String text) {
        assertThat(read(text).documents()).hasSize(1);
        assertThat(findings(text)).isEmpty();
    }

    @Test
    void twoMergeKeysAreTwice() {
        assertThat(findings("a: &a {b: 1}\nc:\n  <<: *a\n  <<: *a\n"))
                .containsExactly("4:3 duplicate-key The key \"<<\" stands twice in this mapping.");
    }

    /** Whatever the text, reading ends with documents or findings, and every place is one of the file. */
    @Slow
    @Test
    void readingNeverFails() {
        String[] parts = {
            "a",
            ": ",
            "\n",
            "  ",
            "- ",
            "&x ",
            "*x",
            "!t ",
            "!!str ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            "'",
            "\"",
            "#c",
            "|\n",
            ">\n",
            "<<: ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "? ",
            "\t",
            "😀",
            "\u0085",
            "\r\n",
            "~",
            "\u0000",
            "@",
            "`",
            "\\x"
        };
        Random random = new Random(20040301);
        for (int i = 0; i < (Slow.WHOLE ? 20_000 : 4_000); i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(14); length >= 0; length--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            YamlFile file = read(text.toString());
            assertThat(file.complete() || !file.findings().isEmpty())
                    .as(text.toString())
                    .isTrue();
            for (Finding finding : file.findings()) {
                assertThat(finding.span().line())
                        .isLessThanOrEqualTo(file.file().lines());
            }
        }
    }

    @Test
    void tagsOfOtherToolsAreKept() {
        Mapping mapping = mapping("a: !Ref x\nb: !!str 2003\nc: !vault\n  d: 1\n");
        assertThat(value(mapping, "a").foreignTag()).contains("!Ref");
        assertThat(value(mapping, "b").foreignTag()).isEmpty();
        assertThat(value(mapping, "c").foreignTag()).contains("!vault");
    }
}
