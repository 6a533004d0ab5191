package io.github.serverlint.git;

import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.SourceTree;
import java.nio.file.Path;
import java.util.List;

/** stand-in */
public record BaseRevision(String commit, List<SourceFile> files) {
    public static BaseRevision read(String baseRef, SourceTree tree, List<Path> places) {
        return new BaseRevision("", List.of());
    }
}
