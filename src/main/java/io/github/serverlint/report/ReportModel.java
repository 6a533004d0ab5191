package io.github.serverlint.report;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.catalog.Source;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RelatedLocation;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.provenance.UnjudgedServer;
import io.github.serverlint.text.Span;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Model of a report: the result of one run, or the results of all modules of a reactor.
 *
 * @param parts sorted by folder
 * @param root the path from the root of the repository to the folder that all paths are relative to: empty, or ending
 *     in {@code /}
 * @param sources sources of the catalog, which the pages of the rules refer to
 * @param version the version of serverlint
 * @param sarifAutomationId {@code automationDetails.id} of the SARIF report, which tells it from others about the same
 *     commit; empty if it has none
 */
public record ReportModel(
        List<ModuleResult> parts,
        String root,
        List<Source> sources,
        String version,
        Optional<String> sarifAutomationId) {
    /** What stands in the place of a rule, in formats that have only findings, for a server that is not judged. */
    public static final String NOT_JUDGED = "not-judged";

    /** A model without a category. */
    public ReportModel(List<ModuleResult> parts, String root, List<Source> sources, String version) {
        this(parts, root, sources, version, Optional.empty());
    }

    private static final Comparator<ReportedFinding> READING_ORDER = Comparator.<ReportedFinding, String>comparing(
                    ReportedFinding::path)
            .thenComparing(ReportedFinding::finding, Finding.REPORT_ORDER);

    public ReportModel {
        parts = parts.stream()
                .sorted(Comparator.comparing(ModuleResult::folder))
                .toList();
    }

    /**
     * Result of one run.
     *
     * @param folder the path from the folder of the report's paths to the base directory of the run: empty, or ending
     *     in {@code /}
     * @param threshold the lowest severity that counts as a violation
     */
    public record ModuleResult(String folder, LintResult result, Severity threshold) {

        public String path(Span span) {
            return folder + span.path();
        }

        /** Returns the servers that no rule could judge, in reading order. */
        public List<ReportedServer> unjudged() {
            return result.unjudged().stream()
                    .map(server -> new ReportedServer(this, server))
                    .toList();
        }
    }

    /**
     * Finding in a report.
     *
     * @param key the fingerprint of its place, unique in the report and independent of the line
     * @param fault the fingerprint of the fault with its partners, unique too
     */
    public record ReportedFinding(ModuleResult part, Finding finding, String key, String fault) {

        public String path() {
            return part.path(finding.span());
        }

        public String path(RelatedLocation related) {
            return part.path(related.span());
        }

        public boolean isOpen() {
            return finding.isOpen();
        }

        /** Tells whether it fails the build. */
        public boolean isViolation() {
            return finding.isViolation(part.threshold());
        }
    }

    /** Server in a report that no rule could judge. */
    public record ReportedServer(ModuleResult part, UnjudgedServer server) {

        public String path() {
            return part.path(span());
        }

        public Span span() {
            return server.name().place();
        }

        public String name() {
            return server.name().value();
        }

        /** Returns what is not known of it, such as {@code Windows release}. */
        public String unknown() {
            return server.unknown();
        }

        /** Returns what is not known, as a sentence. */
        public String sentence() {
            return OutputSanitizer.finding("\"" + server.name().value() + "\" is not judged, because its "
                    + server.unknown() + " is not known.");
        }

        /** Returns its fingerprint, which does not depend on the line. */
        public String key() {
            return Fingerprints.of(
                    NOT_JUDGED, part.folder(), Estate.folded(server.name().value()), server.unknown());
        }
    }

    /**
     * Converts a path of the report to one relative to the root of the repository, and normalizes it.
     *
     * @param path the path in the report
     */
    public String inRepository(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : (root + path).split("/", -1)) {
            // A module may lie beside the top-level project.
            if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
                names.removeLast();
            } else {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    /** Returns all findings, sorted by path, line, column and rule. */
    public List<ReportedFinding> entries() {
        Fingerprints fingerprints = new Fingerprints();
        return parts.stream()
                .flatMap(moduleResult -> moduleResult.result().findings().stream()
                        .map(finding -> new ReportedFinding(moduleResult, finding, "", "")))
                .sorted(READING_ORDER)
                .map(entry -> new ReportedFinding(
                        entry.part(), entry.finding(), fingerprints.ofPlace(entry), fingerprints.ofFault(entry)))
                .toList();
    }

    /** Returns the findings that are neither suppressed nor baselined: open ones, and those known from the base. */
    public List<ReportedFinding> unexcused() {
        return entries().stream()
                .filter(entry -> entry.isOpen() || entry.finding().status() == Finding.Status.KNOWN)
                .toList();
    }

    /** Counts the open findings of a severity. */
    public long count(Severity severity) {
        return results().mapToLong(result -> result.count(severity)).sum();
    }

    /** Counts the findings with a status. */
    public long count(Finding.Status status) {
        return results().mapToLong(result -> result.count(status)).sum();
    }

    public int files() {
        return results().mapToInt(LintResult::files).sum();
    }

    public int servers() {
        return results().mapToInt(result -> result.estate().servers().size()).sum();
    }

    /** Counts what could not be checked for lack of data. */
    public int undecided() {
        return results().mapToInt(result -> result.undecided().size()).sum();
    }

    /** Counts the servers that no rule could judge. */
    public int unjudged() {
        return results().mapToInt(result -> result.unjudged().size()).sum();
    }

    /** Returns the servers that no rule could judge, by module and in reading order. */
    public List<ReportedServer> unjudgedServers() {
        return parts.stream().flatMap(part -> part.unjudged().stream()).toList();
    }

    /**
     * Returns the servers that no rule could judge and that no finding in {@link #unexcused()} is about, for formats
     * that have only findings.
     */
    public List<ReportedServer> unjudgedWithoutFinding() {
        return parts.stream()
                .flatMap(part -> {
                    Set<String> found = part.result().findings().stream()
                            .filter(finding -> finding.isOpen() || finding.status() == Finding.Status.KNOWN)
                            .flatMap(finding -> finding.server().stream())
                            .map(Estate::folded)
                            .collect(Collectors.toSet());
                    return part.unjudged().stream().filter(server -> !found.contains(Estate.folded(server.name())));
                })
                .toList();
    }

    /** Whether nothing was left out of what was judged. */
    public boolean isWhole() {
        return results().allMatch(LintResult::isWhole);
    }

    private Stream<LintResult> results() {
        return parts.stream().map(ModuleResult::result);
    }
}
