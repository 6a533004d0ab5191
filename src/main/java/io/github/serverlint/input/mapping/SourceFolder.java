package io.github.serverlint.input.mapping;

import io.github.serverlint.text.SourceFile;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.YamlFile;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a linted folder by relative path, with a record of which were used. */
final class SourceFolder {
    private final String shown;
    private final Map<String, YamlFile> files = new LinkedHashMap<>();
    /** Paths by their lower-case form. */
    private final Map<String, String> lowered = new LinkedHashMap<>();

    private final Set<YamlFile> read = Collections.newSetFromMap(new IdentityHashMap<>());

    private SourceFolder(String shown) {
        this.shown = shown;
    }

    /** Groups files by folder, in order of occurrence. */
    static List<SourceFolder> of(List<YamlFile> files) {
        Map<String, SourceFolder> folders = new LinkedHashMap<>();
        for (YamlFile yaml : files) {
            SourceFile file = yaml.file();
            String shown = file.path().endsWith(file.below())
                    ? file.path()
                            .substring(0, file.path().length() - file.below().length())
                    : "";
            folders.computeIfAbsent(shown, SourceFolder::new).files.put(file.below(), yaml);
        }
        return List.copyOf(folders.values());
    }

    /** The name in messages. */
    String shown() {
        return shown.isEmpty() ? "the folder" : shown;
    }

    List<YamlFile> files() {
        return List.copyOf(files.values());
    }

    /** The first document of a file, which marks the file as used. */
    Optional<Node> document(String path) {
        YamlFile file = files.get(path);
        if (file == null) {
            return Optional.empty();
        }
        use(file);
        return file.documents().stream().findFirst();
    }

    /** The actual path of a file, ignoring case. */
    Optional<String> spelled(String path) {
        return files.containsKey(path)
                ? Optional.of(path)
                : Optional.ofNullable(anyCase().get(lowered(path)));
    }

    private Map<String, String> anyCase() {
        if (lowered.isEmpty()) {
            files.keySet().forEach(path -> lowered.putIfAbsent(lowered(path), path));
        }
        return lowered;
    }

    private static String lowered(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    void use(YamlFile file) {
        read.add(file);
    }

    /** Whether a file was used. */
    boolean isRead(YamlFile file) {
        return read.contains(file);
    }
}
