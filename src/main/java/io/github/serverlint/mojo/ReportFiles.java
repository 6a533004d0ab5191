package io.github.serverlint.mojo;

import io.github.serverlint.catalog.Source;
import io.github.serverlint.engine.LintResult;
import io.github.serverlint.finding.EnumWords;
import io.github.serverlint.finding.Nearest;
import io.github.serverlint.report.JsonReport;
import io.github.serverlint.report.SarifReport;
import io.github.serverlint.rule.RuleSet;
import io.github.serverlint.source.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The report files that a run was asked for. */
final class ReportFiles {
    private final Set<Format> formats;
    private final Path directory;

    private ReportFiles(Set<Format> formats, Path directory) {
        this.formats = formats;
        this.directory = directory;
    }

    private enum Format {
        JSON("serverlint.json"),
        SARIF("serverlint.sarif");

        private final String file;

        Format(String file) {
            this.file = file;
        }

        private String render(LintResult result, List<Source> sources, String root, String version) {
            return switch (this) {
                case JSON -> JsonReport.render(result);
                case SARIF -> SarifReport.render(result, RuleSet.all(), sources, root, version);
            };
        }
    }

    /** @throws ConfigurationException if a format is unknown */
    static ReportFiles of(List<String> words, Path directory) {
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
        return new ReportFiles(formats, directory);
    }

    /**
     * Removes what an earlier run has written, so that a run that ends early leaves no old report behind.
     *
     * @throws ConfigurationException if a file cannot be removed
     */
    void clear() {
        for (Format format : formats) {
            try {
                Files.deleteIfExists(directory.resolve(format.file));
            } catch (IOException e) {
                throw unwritable(format, e);
            }
        }
    }

    /**
     * Writes the reports.
     *
     * @param root what leads from the root of the sources to the base directory
     * @throws ConfigurationException if a file cannot be written
     */
    void write(LintResult result, List<Source> sources, String root, String version) {
        for (Format format : formats) {
            try {
                Files.createDirectories(directory);
                Files.writeString(directory.resolve(format.file), format.render(result, sources, root, version));
            } catch (IOException e) {
                throw unwritable(format, e);
            }
        }
    }

    private static ConfigurationException unwritable(Format format, IOException e) {
        return new ConfigurationException(
                "outputDirectory: cannot write " + format.file + ": " + ConfigurationException.reason(e)
                        + ". Name a folder that can be written to.",
                e);
    }
}
