package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.github.serverlint.report.formats.JunitReportTest;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.report.formats.SarifReportTest;
import io.github.serverlint.report.html.Page;
import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;

/** What has to hold of every report, whatever it tells of. */
public final class WellFormed {
    private static final Set<Byte> HARMFUL = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.UNASSIGNED);
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::|##[a-z]*\\[");

    private WellFormed() {}

    /** Holds the text of a report's file against what its readers ask for. */
    public static void assertWellFormed(ReportFormat reportFormat, String text) throws IOException, SAXException {
        assertHarmless(text);
        switch (reportFormat) {
            case JSON, GITLAB -> assertJson(text);
            case SARIF -> {
                assertJson(text);
                assertThat(SarifReportTest.faults(text)).isEmpty();
            }
            case JUNIT -> {
                JunitReportTest.validate(text);
                assertThat(JunitReportTest.names(text)).doesNotHaveDuplicates();
            }
            case XUNIT -> {
                JunitReportTest.validateStrictly(text);
                assertThat(JunitReportTest.names(text)).doesNotHaveDuplicates();
            }
            case CHECKSTYLE -> JunitReportTest.parsed(text);
            case HTML -> Page.of(text);
            case GITHUB -> assertThat(text).isEmpty();
        }
    }

    private static void assertJson(String text) throws IOException {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        assertThat(JsonParser.parseReader(reader).isJsonNull()).isFalse();
    }

    /** Nothing that a terminal or a build server would obey, that turns the direction of writing, or that is no text. */
    public static void assertHarmless(String text) {
        assertPrintable(text);
        assertThat(COMMAND.matcher(text).find())
                .as(() -> "a command in " + start(text))
                .isFalse();
    }

    /** The same, but for commands to a build server. */
    static void assertPrintable(String text) {
        assertThat(text.codePoints()
                        .filter(c -> c != '\n' && c != '\t' && HARMFUL.contains((byte) Character.getType(c)))
                        .mapToObj(Integer::toHexString)
                        .distinct())
                .as(() -> "harmful in " + start(text))
                .isEmpty();
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), 1_000));
    }
}
