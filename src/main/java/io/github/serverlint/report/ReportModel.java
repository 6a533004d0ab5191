package io.github.serverlint.report;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.catalog.Source;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RelatedLocation;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.text.Span;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a report tells of: the result of one run, or those of all modules of a reactor.
 *
 * @param parts in the order of their folders
 * @param root what leads from the root of the repository to the folder that all paths are relative to: empty, or ending
 *     in {@code /}
 * @param sources of the catalog, which the pages of the rules name
 * @param version of serverlint
 */
public record ReportModel(List<ModuleResult> parts, String root, List<Source> sources, String version) {
    private static final Comparator<ReportedFinding> READING_ORDER = Comparator.comparing(
                    (ReportedFinding reportedFinding) -> reportedFinding.path())
            .thenComparing(ReportedFinding::finding, Finding.REPORT_ORDER);

    public ReportModel {
        parts = parts.stream()
                .sorted(Comparator.comparing(ModuleResult::folder))
                .toList();
    }

    /**
     * The result of one run.
     *
     * @param folder what leads from the folder of the report's paths to the base directory of the run: empty, or ending
     *     in {@code /}
     * @param threshold the lowest severity that counts as a violation
     */
    public record ModuleResult(String folder, LintResult result, Severity threshold) {

        public String path(Span span) {
            return folder + span.path();
        }
    }

    /**
     * A finding in a report.
     *
     * @param key the same as long as the fault is the same, wherever in its file it moves, and no other's in the report
     */
    public record ReportedFinding(ModuleResult part, Finding finding, String key) {

        public String path() {
            return part.path(finding.span());
        }

        public String path(RelatedLocation related) {
            return part.path(related.span());
        }

        /** Whether it fails the build. */
        public boolean isViolation() {
            return finding.isViolation(part.threshold());
        }
    }

    /**
     * Where readers of reports look for a file: from the root of the repository, without detours.
     *
     * @param path as the report names it
     */
    public String inRepository(String path) {
        Deque<String> way = new ArrayDeque<>();
        for (String name : (root + path).split("/", -1)) {
            // A module may lie beside the top-level project.
            if (name.equals("..") && !way.isEmpty() && !way.getLast().equals("..")) {
                way.removeLast();
            } else {
                way.addLast(name);
            }
        }
        return String.join("/", way);
    }

    /** All findings, by path, line, column and rule. */
    public List<ReportedFinding> entries() {
        Fingerprints fingerprints = new Fingerprints();
        return parts.stream()
                .flatMap(moduleResult -> moduleResult.result().findings().stream()
                        .map(finding -> new ReportedFinding(moduleResult, finding, "")))
                .sorted(READING_ORDER)
                .map(reportedFinding -> new ReportedFinding(
                        reportedFinding.part(), reportedFinding.finding(), fingerprints.of(reportedFinding)))
                .toList();
    }

    /** The findings that nobody has excused: open ones, and those that the base had already. */
    public List<ReportedFinding> unexcused() {
        return entries().stream()
                .filter(reportedFinding -> reportedFinding.finding().isOpen()
                        || reportedFinding.finding().status() == Finding.Status.KNOWN)
                .toList();
    }

    /** The findings of a severity that count. */
    public long count(Severity severity) {
        return results().mapToLong(result -> result.count(severity)).sum();
    }

    /** How many findings have a status. */
    public long count(Finding.Status status) {
        return results().mapToLong(result -> result.count(status)).sum();
    }

    public int files() {
        return results().mapToInt(LintResult::files).sum();
    }

    public int servers() {
        return results().mapToInt(result -> result.estate().servers().size()).sum();
    }

    /** How much could not be judged. */
    public int undecided() {
        return results().mapToInt(result -> result.undecided().size()).sum();
    }

    private Stream<LintResult> results() {
        return parts.stream().map(ModuleResult::result);
    }
}
