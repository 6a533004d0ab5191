package io.github.serverlint.report.formats;

import com.google.gson.stream.JsonWriter;
import io.github.serverlint.report.OutputSanitizer;
import io.github.serverlint.run.RunMonitor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * JSON as every report writes it: indented, and exact, yet harmless to print. What a terminal would obey, or no file
 * could hold, is written as an escape.
 */
public final class JsonOutput {
    private JsonOutput() {}

    /** What is to be written. */
    public interface JsonContent {
        void writeTo(JsonWriter json) throws IOException;
    }

    public static String of(JsonContent jsonContent) {
        StringWriter text = new StringWriter() {
            @Override
            public void write(String part) {
                RunMonitor.checkInterrupted();
                super.write(part);
            }
        };
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            jsonContent.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Outside of strings JSON is ASCII, so whatever else there is stands in one; but for the line breaks of the
        // indent.
        StringBuilder printable = new StringBuilder(text.getBuffer().length());
        text.toString().lines().forEach(line -> {
            RunMonitor.checkInterrupted();
            printable.append(OutputSanitizer.json(line)).append('\n');
        });
        return printable.toString();
    }
}
