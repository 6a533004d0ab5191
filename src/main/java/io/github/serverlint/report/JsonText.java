package io.github.serverlint.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * JSON as every report writes it: indented, and exact, yet harmless to print. What a terminal would obey, or no file
 * could hold, is written as an escape.
 */
final class JsonText {
    private JsonText() {}

    /** What is to be written. */
    interface Content {
        void writeTo(JsonWriter json) throws IOException;
    }

    static String of(Content content) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            content.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return harmless(text.append('\n').toString());
    }

    /** Outside of strings JSON is ASCII, so each of these characters is in one; but for the line breaks of the indent. */
    private static String harmless(String json) {
        StringBuilder safe = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (c == '\n' || Printable.isHarmless(c)) {
                safe.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    safe.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            }
        });
        return safe.toString();
    }
}
