package io.github.serverlint.maven;

import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Baseline file on the disk.
 *
 * @param name its name in messages
 */
record BaselineFile(String name, Path path) {

    /** Reads the file, if it exists. */
    Optional<SourceFile> read() {
        if (Files.isDirectory(path)) {
            throw new ConfigurationException("baselineFile: " + name + " is a folder. Name a file.");
        }
        return Files.exists(path) ? Optional.of(SourceTree.read(name, path)) : Optional.empty();
    }

    /**
     * Writes a baseline atomically; without entries the file is removed.
     *
     * @throws ConfigurationException if it cannot be written
     */
    void replace(Baseline baseline) {
        Optional<String> text =
                Optional.of(baseline).filter(known -> known.size() > 0).map(Baseline::text);
        AtomicFileWriter.change("baselineFile", "file", name, () -> AtomicFileWriter.replace(path, text));
    }
}
