package io.github.serverlint.mojo;

import io.github.serverlint.catalog.Source;
import io.github.serverlint.engine.LintResult;
import io.github.serverlint.finding.EnumWords;
import io.github.serverlint.finding.Nearest;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.Format;
import io.github.serverlint.report.Reported;
import io.github.serverlint.report.Reported.Part;
import io.github.serverlint.source.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The reports that a run was asked for. In a reactor each module has its own, and the folder of the top-level project has
 * those of all modules together, for services that take one file.
 */
final class Reports {
    private final Set<Format> formats;
    private final Reactor reactor;
    private final Path directory;

    private Reports(Set<Format> formats, Reactor reactor, Path directory) {
        this.formats = formats;
        this.reactor = reactor;
        this.directory = directory.toAbsolutePath().normalize();
    }

    /**
     * @param directory where the files of this run go
     * @throws ConfigurationException if a format is unknown
     */
    static Reports of(List<String> words, Reactor reactor, Path directory) {
        Map<String, Format> accepted = EnumWords.of(Format.class);
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String word : words) {
            Format format = accepted.get(word);
            if (format == null) {
                throw new ConfigurationException(
                        "formats: \"" + word + "\" cannot be written. " + Nearest.advice(word, accepted.keySet()));
            }
            formats.add(format);
        }
        return new Reports(formats, reactor, directory);
    }

    /**
     * Removes what an earlier build has written, so that a run that ends early leaves no old report behind.
     *
     * @throws ConfigurationException if a file cannot be removed
     */
    void clear() {
        Path all = directoryOfAll();
        if (!all.equals(directory)) {
            formats.forEach(format -> delete(format, directory));
        }
        Map<String, Part> parts = parts(all);
        synchronized (parts) {
            parts.remove(reactor.folder());
            // Not what another module of this build has written there.
            if (parts.isEmpty()) {
                formats.forEach(format -> delete(format, all));
            }
        }
    }

    /**
     * Writes the reports.
     *
     * @param sources of the catalog
     * @throws ConfigurationException if a file cannot be written
     */
    void write(LintResult result, Severity threshold, List<Source> sources, String version) {
        Path all = directoryOfAll();
        String module = reactor.folder();
        if (!all.equals(directory)) {
            Part alone = new Part("", result, threshold);
            write(directory, new Reported(List.of(alone), reactor.pathFromRepository() + module, sources, version));
        }
        Map<String, Part> parts = parts(all);
        synchronized (parts) {
            parts.put(module, new Part(module, result, threshold));
            write(all, new Reported(List.copyOf(parts.values()), reactor.pathFromRepository(), sources, version));
        }
    }

    /** Where the reports of all modules go: where this one's would go if it were the top-level project. */
    private Path directoryOfAll() {
        Path base = reactor.base();
        return directory.startsWith(base) ? reactor.topLevelFolder().resolve(base.relativize(directory)) : directory;
    }

    /** What the modules of this build have found so far, whose reports go to one folder. */
    private Map<String, Part> parts(Path folder) {
        Object shared = reactor.shared().computeIfAbsent("reports in " + folder, key -> new TreeMap<String, Part>());
        @SuppressWarnings("unchecked")
        Map<String, Part> parts = (Map<String, Part>) shared;
        return parts;
    }

    private void write(Path folder, Reported reported) {
        for (Format format : formats) {
            format.file().ifPresent(file -> {
                try {
                    Files.createDirectories(folder);
                    // What is no character at all becomes a question mark.
                    Files.write(folder.resolve(file), format.render(reported).getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw unwritable(file, e);
                }
            });
        }
    }

    private static void delete(Format format, Path folder) {
        format.file().ifPresent(file -> {
            try {
                Files.deleteIfExists(folder.resolve(file));
            } catch (IOException e) {
                throw unwritable(file, e);
            }
        });
    }

    private static ConfigurationException unwritable(String file, IOException e) {
        return new ConfigurationException(
                "outputDirectory: cannot write " + file + ": " + ConfigurationException.reason(e)
                        + ". Name a folder that can be written to.",
                e);
    }
}
