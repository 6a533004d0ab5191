package io.github.serverlint.input.mapping;

import io.github.serverlint.files.FileFilter;
import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.jsonpath.BoundedRegex.RegexMatch;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Selection of the files of a source, and the named parts of their paths. */
final class FilePathPattern {
    private final MappingSource mappingSource;
    private final List<Notice> notices;
    private final FileFilter fileFilter;
    private int taken;

    FilePathPattern(MappingSource mappingSource, List<Notice> notices) {
        this.mappingSource = mappingSource;
        this.notices = notices;
        this.fileFilter = new FileFilter(mappingSource.files(), List.of());
    }

    /** The files of a folder that the source selects. */
    List<YamlFile> taken(SourceFolder sourceFolder) {
        List<YamlFile> files = new ArrayList<>();
        for (YamlFile file : sourceFolder.files()) {
            if (!fileFilter.selects(file.file().below())) {
                continue;
            }
            taken++;
            sourceFolder.use(file);
            if (mappingSource.path().isPresent()
                    && found(file, mappingSource.path().get()).isEmpty()) {
                notices.add(Notice.about(
                        file.file().path(), "The expression of \"path\" does not match, so the file was not read."));
            } else {
                files.add(file);
            }
        }
        return files;
    }

    /** How many files the patterns match. */
    int matchCount() {
        return taken;
    }

    /** The named parts of a file's path. */
    Map<String, LookedUpValue> of(YamlFile file) {
        String below = file.file().below();
        int slash = below.lastIndexOf('/');
        String name = below.substring(slash + 1);
        String folder = below.substring(0, Math.max(slash, 0));
        Map<String, LookedUpValue> parts = new LinkedHashMap<>();
        put(parts, file, "path", below);
        put(parts, file, "folder", folder.substring(folder.lastIndexOf('/') + 1));
        put(parts, file, "stem", name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name);
        mappingSource
                .path()
                .ifPresent(boundedRegex -> found(file, boundedRegex)
                        .ifPresent(regexMatch -> boundedRegex
                                .groups()
                                .forEach(group ->
                                        regexMatch.group(group).ifPresent(text -> put(parts, file, group, text)))));
        return parts;
    }

    private static Optional<RegexMatch> found(YamlFile file, BoundedRegex boundedRegex) {
        return boundedRegex.find(file.file().below(), Span.at(file.file(), 1, 1));
    }

    private static void put(Map<String, LookedUpValue> parts, YamlFile file, String part, String text) {
        Span place = Span.at(file.file(), 1, 1);
        parts.put(part, LookedUpValue.of(new Scalar(text, false, place, place, Optional.empty())));
    }
}
