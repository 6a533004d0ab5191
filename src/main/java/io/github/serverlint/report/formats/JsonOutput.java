package io.github.serverlint.report.formats;

import com.google.gson.stream.JsonWriter;
import io.github.serverlint.report.OutputSanitizer;
import io.github.serverlint.run.RunMonitor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * JSON writer of the reports: indented, and safe to print. Control characters and unpaired surrogates are written as
 * escapes.
 */
public final class JsonOutput {
    private JsonOutput() {}

    /** Content to write. */
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
        // Outside of strings JSON is ASCII, so all other characters are inside strings, except for the line breaks of
        // the indent.
        StringBuilder printable = new StringBuilder(text.getBuffer().length());
        text.toString().lines().forEach(line -> {
            RunMonitor.checkInterrupted();
            printable.append(OutputSanitizer.json(line)).append('\n');
        });
        return printable.toString();
    }
}
