package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.text.SourceFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes as editors of all kinds leave them: they are decoded correctly, or rejected. */
class HostileBytesTest {
    private static final List<String> WIDE = List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE");

    /** The product stands behind two characters that are one each, on the third line. */
    private static final String TEXT = "# Zürich\nservers:\n  \"ü😀\": {os: W2K3 SP1, exchange: Exchange 2000 SP3}\n";

    private static final String PLACE = "a.yaml:3:34-51 unsupported-platform";

    private static byte[] bytes(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    /** What is found in the file, beside another with one violation that is found in any case. */
    private static List<Finding> findings(byte[] bytes) {
        List<Finding> all = new TextLinter(Sample.CATALOG)
                .lint(
                        List.of(
                                SourceTree.decode("a.yaml", bytes),
                                new SourceFile(
                                        "other.yaml", "servers:\n  o: {os: W2K3 SP1, exchange: Exchange 2000 SP3}\n")),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF)
                .findings();
        assertThat(shown(all.get(all.size() - 1))).isEqualTo("other.yaml:2:31-48 unsupported-platform");
        return all.subList(0, all.size() - 1);
    }

    private static String shown(Finding finding) {
        return finding.span() + "-" + finding.span().endColumn() + " "
                + finding.rule().id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029"})
    void withAMarkEveryFormIsReadAsItIs(String lineBreak) {
        String text = "\uFEFF" + TEXT.replace("\n", lineBreak);
        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
            assertThat(findings(bytes(charset, text)))
                    .as(charset)
                    .extracting(HostileBytesTest::shown)
                    .containsExactly(
                            lineBreak.isBlank() && lineBreak.charAt(0) <= '\r'
                                    ? PLACE
                                    // To all but the parser it is one line.
                                    : "a.yaml:1:52-69 unsupported-platform");
        }
    }

    @Test
    void withoutAMarkItIsSaidThatItIsNotRead() {
        for (String charset : WIDE) {
            // Letters of ASCII are text in UTF-8 too, with nothings between them; others are not.
            String ascii = "servers:\n  a: {os: W2K3 SP1, exchange: Exchange 2000 SP3}\n";
            assertThat(findings(bytes(charset, ascii)))
                    .as(charset)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.rule()).isEqualTo(ParseRule.YAML_SYNTAX.info());
                        assertThat(finding.span().line()).isEqualTo(1);
                        assertThat(finding.message()).isEqualTo("The character U+0000 is not allowed in YAML.");
                        assertThat(finding.fix()).isEqualTo("Save the file as UTF-8.");
                    });
            assertThat(findings(bytes(charset, TEXT)))
                    .as(charset)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.rule()).isEqualTo(ParseRule.YAML_SYNTAX.info()));
            assertThat(findings(bytes(charset, "服务器"))).as(charset).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, 00",
        "UTF-16BE, 20",
        "UTF-16LE, 00D8",
        "UTF-16LE, 00DC2000",
        "UTF-16BE, D8000020",
        "UTF-32LE, 200000",
        "UTF-32LE, 00001100",
        "UTF-32BE, 0000D800",
        "UTF-8, C3",
        "UTF-8, C080",
        "UTF-8, EDA080",
        "UTF-8, F4908080",
    })
    void whatBreaksOffInTheMiddleOfACharacterIsSaidThere(String charset, String rest) {
        byte[] text = bytes(charset, "\uFEFF" + TEXT);
        byte[] broken = java.util.HexFormat.of().parseHex(rest);
        byte[] bytes = Arrays.copyOf(text, text.length + broken.length);
        System.arraycopy(broken, 0, bytes, text.length, broken.length);
        assertThat(findings(bytes)).singleElement().satisfies(finding -> {
            assertThat(finding.span()).hasToString("a.yaml:4:1");
            assertThat(finding.message())
                    .isEqualTo("From here on the file is neither UTF-8 nor marked as UTF-16 or UTF-32.");
        });
    }

    @Test
    void aMarkAloneIsAnEmptyFile() {
        for (String charset : WIDE) {
            assertThat(findings(bytes(charset, "\uFEFF")))
                    .extracting(finding -> finding.span() + " " + finding.message())
                    .containsExactly("a.yaml:1:1 The file is empty.");
        }
        assertThat(findings(new byte[0])).extracting(Finding::message).containsExactly("The file is empty.");
    }

    @Test
    void aMarkThatPromisesAnotherFormIsFoundOut() {
        for (String charset : WIDE) {
            byte[] mark = bytes(charset, "\uFEFF");
            byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
            byte[] bytes = Arrays.copyOf(mark, mark.length + text.length);
            System.arraycopy(text, 0, bytes, mark.length, text.length);
            assertThat(findings(bytes)).as(charset).isNotEmpty();
        }
    }

    @Test
    void noOtherBytesPassInSilence() {
        for (String charset : List.of("ISO-8859-1", "windows-1252", "IBM037", "UTF-7-like")) {
            byte[] bytes = charset.equals("UTF-7-like") ? bytes("UTF-8", "+/v8-s:") : bytes(charset, TEXT);
            assertThat(findings(bytes)).as(charset).isNotEmpty();
        }
        for (int single = 0; single < 256; single++) {
            assertThat(findings(new byte[] {(byte) single}))
                    .as("byte %d", single)
                    .isNotEmpty();
        }
    }

    @Test
    void namesThatDifferInCapitalsOrStrangeLettersAloneAreToldApartOrAreTwice() {
        String servers = "servers:\n  Straße: {os: W2K3 SP1}\n  \"a\\nb\": {os: W2K3 SP1}\n";
        assertThat(findings(bytes("UTF-8", servers + "  \"a b\": {os: W2K3 SP1}\n  o\u0308: {os: W2K3 SP1}\n")))
                .isEmpty();
        assertThat(findings(bytes("UTF-8", servers + "  \"A\\nB\": {os: W2K3 SP1}\n  sTRAßE: {os: W2K3 SP1}\n")))
                .extracting(finding -> finding.span() + " " + finding.rule().id())
                .containsExactly("a.yaml:4:3 duplicate-name", "a.yaml:5:3 duplicate-name");
    }
}
