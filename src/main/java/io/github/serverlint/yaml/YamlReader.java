package io.github.serverlint.yaml;

import static io.github.serverlint.finding.ParseRule.YAML_SYNTAX;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.YamlFile.ParsedContent;
import java.util.List;

/**
 * Reader of YAML files: {@link BlockYamlReader} reads the common subset quickly, {@link SnakeYamlReader} everything
 * else. Most runs never load the latter.
 */
public final class YamlReader {
    /** Limit on nesting; a deeper file is hostile or broken. */
    static final int MAX_DEPTH = 100;

    static final String NOT_JUDGED = "From here on the file could not be read, so its servers were not judged.";

    private YamlReader() {}

    /** Reads a file on this thread; errors are findings, never exceptions. */
    public static YamlFile read(SourceFile file) {
        return new YamlFile(file, new StringPool(), new RunMonitor()).cached();
    }

    /** Files of a run, each of which is parsed on each access and not kept in memory. */
    public static List<YamlFile> onDemand(List<SourceFile> files, RunMonitor monitor) {
        StringPool texts = new StringPool();
        return files.stream().map(file -> new YamlFile(file, texts, monitor)).toList();
    }

    static ParsedContent content(SourceFile file, StringPool texts, RunMonitor monitor) {
        if (file.isOutside()) {
            Finding link = Finding.reading(
                            YAML_SYNTAX,
                            Span.at(file, 1, 1),
                            "This link leads out of the repository, so nothing was read of what it leads to.")
                    .because("A link in a change could otherwise have any file shown that the build may read.")
                    .fix("Put the file into the repository; or name the folder that the link leads to with"
                            + " linkedDirectories, or leave it out with excludes.")
                    .build();
            return new ParsedContent(List.of(), List.of(link), false);
        }
        if (!file.isWhole()) {
            Finding notText = Finding.reading(
                            YAML_SYNTAX,
                            file.end(),
                            "From here on the file is neither UTF-8 nor marked as UTF-16 or UTF-32.")
                    .because(NOT_JUDGED)
                    .fix("Save it as UTF-8.")
                    .build();
            return new ParsedContent(List.of(), List.of(notText), false);
        }
        return BlockYamlReader.read(file, texts, monitor)
                .map(documents -> new ParsedContent(documents, List.of(), true))
                .orElseGet(() -> SnakeYamlReader.content(file, monitor, RepeatedKeys.REFUSED));
    }
}
