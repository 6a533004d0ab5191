package io.github.serverlint.baseline;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Entries to the text of a baseline: one a line, so that a merge joins lines and a review sees each. */
final class BaselineWriter {
    static final int VERSION = 1;

    private BaselineWriter() {}

    static String write(List<KnownViolation> entries) {
        return entries.stream()
                .map(BaselineWriter::line)
                .collect(Collectors.joining(
                        ",\n  ", "{\"version\": " + VERSION + ", \"entries\": [" + "\n  ", "\n]}\n"));
    }

    private static String line(KnownViolation entry) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            // Without it there would be no blank behind a colon.
            json.setIndent(" ");
            json.beginObject().name("rule").value(entry.rule().id());
            if (entry.server().isPresent()) {
                json.name("server").value(entry.server().get());
            }
            json.name("keyPath").value(entry.keyPath());
            json.name("value").value(entry.value()).endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A line break of a value is escaped by now, so these are the writer's own.
        String line = text.toString().replace(",\n ", ", ").replaceAll("\n *", "");
        return escaped(line);
    }

    /** What a reader could not see, or YAML does not allow as it is, stands only inside the quotes of a value. */
    private static String escaped(String line) {
        StringBuilder escaped = new StringBuilder();
        line.codePoints().forEach(c -> {
            if (standsAsItIs(c)) {
                escaped.appendCodePoint(c);
            } else {
                for (char half : Character.toChars(c)) {
                    escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
                }
            }
        });
        return escaped.toString();
    }

    private static boolean standsAsItIs(int c) {
        boolean isNoCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !isNoCharacter
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    // What a newer Java takes for a letter is unassigned in an older one; both write it alike.
                    default -> true;
                };
    }
}
