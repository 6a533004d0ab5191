package io.github.serverlint.fuzz;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that one call of a goal reads. Kept in a folder, it is those files as they are, and {@code parameters.properties}.
 *
 * @param files by their paths from the base directory, with {@code /}
 * @param parameters those of the goal that are not left as they are by default; lists with commas
 */
public record Scene(Map<String, byte[]> files, Map<String, String> parameters) {
    private static final String PARAMETERS = "parameters.properties";

    public Scene {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    public static Scene of(Map<String, String> texts, Map<String, String> parameters) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new Scene(files, parameters);
    }

    /** The same with another file, or one file more. */
    public Scene with(String path, byte[] bytes) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.put(path, bytes);
        return new Scene(changed, parameters);
    }

    public Scene without(String path) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.remove(path);
        return new Scene(changed, parameters);
    }

    public Scene with(String parameter, String value) {
        Map<String, String> changed = new TreeMap<>(parameters);
        changed.put(parameter, value);
        return new Scene(files, changed);
    }

    public Scene withoutParameter(String parameter) {
        Map<String, String> changed = new TreeMap<>(parameters);
        changed.remove(parameter);
        return new Scene(files, changed);
    }

    /** Writes the files alone, into a folder that then has nothing else. */
    public void put(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> old = Files.walk(folder)) {
                    for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes all of it, to be read again. */
    public void keep(Path folder) {
        put(folder);
        Properties properties = new Properties();
        properties.putAll(parameters);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
            // Without the date, which stands in the first line.
            Files.writeString(folder.resolve(PARAMETERS), text.toString().replaceAll("(?m)^#.*\\R", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what was kept, or any other folder; then no parameter is given. */
    public static Scene read(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, String> parameters = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (name.equals(PARAMETERS)) {
                    Properties properties = new Properties();
                    properties.load(new StringReader(Files.readString(path)));
                    properties.stringPropertyNames().forEach(key -> parameters.put(key, properties.getProperty(key)));
                } else {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Scene(files, parameters);
    }
}
