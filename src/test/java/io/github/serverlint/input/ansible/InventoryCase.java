package io.github.serverlint.input.ansible;

import io.github.serverlint.text.SourceFile;
import io.github.serverlint.yaml.YamlFile;
import io.github.serverlint.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of an inventory in one text: lines with settings, then {@code === path} before each file; an empty folder ends
 * in a slash.
 *
 * @param settings {@code sources}, apart by blanks; {@code playbook}, its folder; {@code stricter}, why something is
 *     found although Ansible reads it
 */
record InventoryCase(String name, Map<String, String> settings, Map<String, String> files) {
    private static final String FILE = "=== ";

    static InventoryCase read(Path path) throws IOException {
        String name = path.getFileName().toString().replaceFirst("\\.txt$", "");
        return of(name, Files.readString(path));
    }

    static InventoryCase of(String name, String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        String file = "";
        for (String line : text.split("(?<=\n)", -1)) {
            if (line.startsWith(FILE)) {
                file = line.substring(FILE.length()).strip();
                files.put(file, new StringBuilder());
            } else if (files.containsKey(file)) {
                files.get(file).append(line);
            } else if (line.contains(":") && !line.startsWith("#")) {
                String[] setting = line.split(":", 2);
                settings.put(setting[0].strip(), setting[1].strip());
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((path, content) -> texts.put(path, content.toString()));
        return new InventoryCase(name, settings, texts);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (key, value) -> text.append(key).append(": ").append(value).append('\n'));
        files.forEach(
                (path, content) -> text.append(FILE).append(path).append('\n').append(content));
        return text.toString();
    }

    Inventory inventory() {
        List<YamlFile> yaml = files.entrySet().stream()
                .filter(file -> !file.getKey().endsWith("/"))
                .map(file -> {
                    SourceFile read = new SourceFile(file.getKey(), file.getValue());
                    boolean isBeside = files.containsKey(file.getKey().replaceFirst("\\.[a-z]+$", "/"));
                    return YamlReader.read(isBeside ? read.besideFolder() : read);
                })
                .toList();
        List<String> sources = List.of(settings.getOrDefault("sources", "").split(" "));
        return Inventory.read(sources, Optional.ofNullable(settings.get("playbook")), yaml);
    }

    boolean isStricter() {
        return settings.containsKey("stricter");
    }

    @Override
    public String toString() {
        return name;
    }
}
