package io.github.serverlint.yaml;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.source.SourceFile;
import java.lang.ref.WeakReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one file holds.
 *
 * <p>A file of many is read when somebody asks, and forgotten when nobody holds on to it: the nodes of a large estate take
 * many times the room of what is made of them, and a file that is asked for later can be read again. Its nodes are equal
 * then, and not the same objects: who compares those, or asks time and again, takes it {@link #kept}.
 */
public final class YamlFile {
    private final SourceFile file;
    private final SharedTexts texts;
    private final @Nullable Content kept;
    private volatile WeakReference<Content> content = new WeakReference<>(null);

    YamlFile(SourceFile file, SharedTexts texts) {
        this(file, texts, null);
    }

    private YamlFile(SourceFile file, SharedTexts texts, @Nullable Content kept) {
        this.file = file;
        this.texts = texts;
        this.kept = kept;
    }

    /** The same file, read now and only once. */
    public YamlFile kept() {
        return new YamlFile(file, texts, content());
    }

    /**
     * All that was read of a file.
     *
     * @param documents those that could be read to their end
     * @param findings what is wrong with the YAML itself
     * @param complete false if some document could not be read, so that names may be missing
     */
    record Content(List<Node> documents, List<Finding> findings, boolean complete) {}

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

    private Content content() {
        Content known = kept == null ? content.get() : kept;
        if (known == null) {
            known = YamlReader.content(file, texts);
            content = new WeakReference<>(known);
        }
        return known;
    }
}
