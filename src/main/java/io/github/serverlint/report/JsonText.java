package io.github.serverlint.report;

import com.google.gson.stream.JsonWriter;
import io.github.serverlint.run.RunMonitor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

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
        StringWriter text = new StringWriter() {
            @Override
            public void write(String part) {
                RunMonitor.checkInterrupted();
                super.write(part);
            }
        };
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            content.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Outside of strings JSON is ASCII, so whatever else there is stands in one; but for the line breaks of the
        // indent.
        StringBuilder printable = new StringBuilder(text.getBuffer().length());
        text.toString().lines().forEach(line -> {
            RunMonitor.checkInterrupted();
            printable.append(Printable.json(line)).append('\n');
        });
        return printable.toString();
    }
}
