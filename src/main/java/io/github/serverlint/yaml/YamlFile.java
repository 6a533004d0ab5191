package io.github.serverlint.yaml;

import static io.github.serverlint.finding.ParseRule.DUPLICATE_KEY;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one file.
 *
 * <p>The file is parsed on demand and anew on each access: the nodes of a large estate need far more memory than the
 * objects built from them. Callers that access it more than once, or compare its nodes, use the {@link #cached} variant.
 */
public final class YamlFile {
    private final SourceFile file;
    private final StringPool texts;
    private final RunMonitor monitor;
    private final @Nullable ParsedContent cached;

    YamlFile(SourceFile file, StringPool texts, RunMonitor monitor) {
        this(file, texts, monitor, null);
    }

    private YamlFile(SourceFile file, StringPool texts, RunMonitor monitor, @Nullable ParsedContent cached) {
        this.file = file;
        this.texts = texts;
        this.monitor = monitor;
        this.cached = cached;
    }

    /** The same file, parsed now and held in memory. */
    public YamlFile cached() {
        return new YamlFile(file, texts, monitor, content());
    }

    /**
     * The same file, parsed now and held in memory, as a tool reads it that takes the last of the values of a key. What
     * is an error otherwise is a warning then.
     *
     * @param tool the name of the tool in warnings
     */
    public YamlFile withLastOfKeys(String tool) {
        ParsedContent content = content();
        boolean isRepeated =
                content.findings().stream().anyMatch(finding -> finding.rule().equals(DUPLICATE_KEY.info()));
        return new YamlFile(
                file,
                texts,
                monitor,
                isRepeated ? SnakeYamlReader.content(file, monitor, RepeatedKeys.lastFor(tool)) : content);
    }

    /**
     * The result of parsing a file.
     *
     * @param documents the documents that could be read completely
     * @param findings what is wrong with the YAML itself
     * @param complete false if some document could not be read, so that names may be missing
     */
    record ParsedContent(List<Node> documents, List<Finding> findings, boolean complete) {}

    /** The monitor of the run that reads the file. */
    public RunMonitor monitor() {
        return monitor;
    }

    public SourceFile file() {
        return file;
    }

    /** The documents that could be read completely. */
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
        return cached == null ? YamlReader.content(file, texts, monitor) : cached;
    }
}
