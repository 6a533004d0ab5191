package io.github.serverlint.maven;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.catalog.Source;
import io.github.serverlint.finding.KebabCase;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.run.ConfigurationException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/**
 * Report files of a run. In a reactor each module has its own, and the folder of the top-level project has those of all
 * modules together, for services that accept one file. Executions that write to one folder share its reports.
 */
final class ReportFiles {
    private final Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    private final Optional<String> sarifAutomationId;
    private final Reactor reactor;
    private final Path directory;
    private final Log log;
    private final OutputStream commands;

    /**
     * @param words the names of the formats
     * @param sarifAutomationId see {@link ReportModel#sarifAutomationId}
     * @param directory where the files of this run go
     * @param log log for problems that do not fail the build
     * @param commands the output for commands of a runner
     * @throws ConfigurationException if a format is unknown
     */
    ReportFiles(
            List<String> words,
            Optional<String> sarifAutomationId,
            Reactor reactor,
            Path directory,
            Log log,
            OutputStream commands) {
        Map<String, ReportFormat> accepted = KebabCase.of(ReportFormat.class);
        for (String word : words) {
            ReportFormat reportFormat = accepted.get(word);
            if (reportFormat == null) {
                throw new ConfigurationException(
                        "formats: \"" + word + "\" cannot be written. " + Suggestions.advice(word, accepted.keySet()));
            }
            formats.add(reportFormat);
        }
        this.sarifAutomationId = sarifAutomationId;
        this.reactor = reactor;
        this.directory = directory.toAbsolutePath().normalize();
        this.log = log;
        this.commands = commands;
    }

    /**
     * Removes what an earlier build has written, so that a run that ends early leaves no old report behind.
     *
     * @throws ConfigurationException if a file cannot be removed
     */
    void clear() {
        for (Path folder : new TreeSet<>(List.of(directory, aggregateDirectory()))) {
            Map<String, Object> found = resultsIn(folder);
            synchronized (found) {
                found.remove(reactor.run());
                // Keep what another run of this build has written.
                if (found.isEmpty()) {
                    formats.stream()
                            .flatMap(reportFormat -> reportFormat.file().stream())
                            .forEach(file -> change(file, () -> AtomicFileWriter.remove(folder.resolve(file))));
                }
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
        String root = reactor.pathFromRepository();
        String module = reactor.folder();
        ModuleResult own = new ModuleResult("", result, threshold);
        ReportModel alone = new ReportModel(List.of(own), root + module, sources, version, sarifAutomationId);
        if (!aggregateDirectory().equals(directory)) {
            add(directory, alone);
        }
        ModuleResult part = new ModuleResult(module, result, threshold);
        add(aggregateDirectory(), new ReportModel(List.of(part), root, sources, version, sarifAutomationId));
        if (formats.contains(ReportFormat.GITHUB)) {
            new GithubActionsRunner(reactor, log, commands).publish(alone);
        }
    }

    /** Writes the results of this run together with those of other runs of this build with the same folder. */
    private void add(Path folder, ReportModel run) {
        Map<String, Object> found = resultsIn(folder);
        synchronized (found) {
            found.put(reactor.run(), run.parts().get(0));
            List<ModuleResult> parts = found.values().stream()
                    .filter(ModuleResult.class::isInstance)
                    .map(ModuleResult.class::cast)
                    .toList();
            if (parts.size() < found.size()) {
                warnAboutOtherClassLoaders(folder, found);
            }
            write(folder, new ReportModel(parts, run.root(), run.sources(), run.version(), sarifAutomationId));
        }
    }

    /** Warns about results of another class loader, whose classes are incompatible. */
    private void warnAboutOtherClassLoaders(Path folder, Map<String, Object> found) {
        String modules = found.entrySet().stream()
                .filter(run -> !(run.getValue() instanceof ModuleResult))
                .map(run -> Reactor.folderOf(run.getKey()))
                .distinct()
                .collect(Collectors.joining(", "));
        log.warn("The reports in " + folder + " leave out what was found in " + modules
                + ", because Maven has loaded serverlint a second time there. Give the plugin the same dependencies in"
                + " all modules, or those modules an outputDirectory outside of their base directory.");
    }

    /** Returns the folder of the reports of all modules: the one that the top-level project would have. */
    private Path aggregateDirectory() {
        Path base = reactor.base();
        return directory.startsWith(base) ? reactor.topLevelFolder().resolve(base.relativize(directory)) : directory;
    }

    /** Returns the results of this build so far for a folder, by module and execution. */
    private Map<String, Object> resultsIn(Path folder) {
        return reactor.shared("reports in " + folder);
    }

    private void write(Path folder, ReportModel reportModel) {
        for (ReportFormat reportFormat : formats) {
            reportFormat
                    .file()
                    .ifPresent(file -> change(file, () -> {
                        // An unpaired surrogate becomes a question mark.
                        byte[] text = reportFormat.render(reportModel).getBytes(StandardCharsets.UTF_8);
                        AtomicFileWriter.write(folder.resolve(file), text);
                    }));
        }
    }

    private static void change(String file, AtomicFileWriter.FileChange fileChange) {
        AtomicFileWriter.change("outputDirectory", "folder", file, fileChange);
    }
}
