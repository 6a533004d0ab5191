package io.github.serverlint.yaml;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one file holds.
 *
 * <p>A file of many is read when somebody asks, each time anew: the nodes of a large estate take many times the room of
 * what is made of them. Who asks more than once, or compares its nodes, takes it {@link #kept}.
 */
public final class YamlFile {
    private final SourceFile file;
    private final StringPool texts;
    private final RunMonitor monitor;
    private final @Nullable ParsedContent kept;

    YamlFile(SourceFile file, StringPool texts, RunMonitor monitor) {
        this(file, texts, monitor, null);
    }

    private YamlFile(SourceFile file, StringPool texts, RunMonitor monitor, @Nullable ParsedContent kept) {
        this.file = file;
        this.texts = texts;
        this.monitor = monitor;
        this.kept = kept;
    }

    /** The same file, read now and only once. */
    public YamlFile kept() {
        return new YamlFile(file, texts, monitor, content());
    }

    /**
     * All that was read of a file.
     *
     * @param documents those that could be read to their end
     * @param findings what is wrong with the YAML itself
     * @param complete false if some document could not be read, so that names may be missing
     */
    record ParsedContent(List<Node> documents, List<Finding> findings, boolean complete) {}

    /** The run that reads it. */
    public RunMonitor monitor() {
        return monitor;
    }

    public SourceFile file() {
        return file;
    }

    /** Those that could be read to their end. */
    public List<Node> documents() {
        return content().documents();
    }

    /** What is wrong with the YAML itself. */
    public List<Finding> findings() {
        return content().findings();
    }

    /** False if some document could not be read, so that names may be missing. */
    public boolean complete() {
        return content().complete();
    }

    private ParsedContent content() {
        return kept == null ? YamlReader.content(file, texts, monitor) : kept;
    }
}
