package io.github.serverlint.report.formats;

import com.google.gson.stream.JsonWriter;
import io.github.serverlint.report.OutputSanitizer;
import io.github.serverlint.run.RunMonitor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Optional;

/**
 * JSON writer of the reports: indented, and safe to print. Control characters and unpaired surrogates are written as
 * escapes.
 */
public final class JsonOutput extends JsonWriter {
    private JsonOutput(Writer text) {
        super(text);
        setIndent("  ");
    }

    /** Writer of a document or of one item of an array. */
    public interface JsonContent<T> {
        void write(T content) throws IOException;
    }

    <T> void array(String name, Iterable<T> items, JsonContent<T> content) throws IOException {
        name(name).beginArray();
        for (T item : items) {
            content.write(item);
        }
        endArray();
    }

    /** Writes a member of an object, if it has a value. */
    void optional(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            name(name).value(value.get());
        }
    }

    public static String of(JsonContent<JsonOutput> content) {
        StringWriter text = new StringWriter() {
            @Override
            public void write(String part) {
                RunMonitor.checkInterrupted();
                super.write(part);
            }
        };
        try (JsonOutput json = new JsonOutput(text)) {
            content.write(json);
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
