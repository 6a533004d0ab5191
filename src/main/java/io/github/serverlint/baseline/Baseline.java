package io.github.serverlint.baseline;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Identity;
import io.github.serverlint.finding.RunScope;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.finding.SuppressionRule;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Violations that are known, and that do not fail a build for that. Each excuses one finding. */
public final class Baseline {
    private final List<KnownViolation> entries;

    private Baseline(Collection<KnownViolation> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads a baseline.
     *
     * @throws io.github.serverlint.run.ConfigurationException if it cannot be understood, with line and column
     */
    public static Baseline read(SourceFile file) {
        return new Baseline(BaselineReader.read(file));
    }

    /**
     * The baseline that has some findings.
     *
     * @throws IllegalArgumentException if the rule of one cannot be excused
     */
    public static Baseline of(List<Finding> findings) {
        findings.stream()
                .filter(finding -> !finding.rule().excusable())
                .findFirst()
                .ifPresent(finding -> {
                    throw new IllegalArgumentException(
                            "nothing excuses a finding of " + finding.rule().id());
                });
        return new Baseline(findings.stream().map(KnownViolation::of).toList());
    }

    /**
     * Marks the findings that it has, and adds a finding for each entry that no longer occurs.
     *
     * @param findings in no order
     */
    public List<Finding> apply(List<Finding> findings, RunScope runScope) {
        Map<Identity, Queue<KnownViolation>> left = byIdentity();
        List<Finding> marked = new ArrayList<>();
        // Of several that are alike it has the first ones, so that no run differs from another.
        for (Finding finding : findings.stream().sorted(Finding.REPORT_ORDER).toList()) {
            Optional<KnownViolation> entry =
                    finding.isOpen() && finding.rule().excusable() ? take(left, finding.identity()) : Optional.empty();
            marked.add(
                    entry.map(known -> finding.baselined(known.place().path())).orElse(finding));
        }
        Optional<Severity> severity = runScope.severities().apply(SuppressionRule.STALE_BASELINE.info());
        if (severity.isPresent()) {
            List<KnownViolation> stale = left.values().stream()
                    .flatMap(Collection::stream)
                    .filter(entry -> runScope.wouldFind(entry.rule(), entry.keyPath()))
                    .toList();
            marked.addAll(StaleEntries.among(marked).findings(stale, severity.get()));
        }
        return marked;
    }

    /** Only the entries at some places. */
    public Baseline at(Set<Span> places) {
        return new Baseline(
                entries.stream().filter(entry -> places.contains(entry.place())).toList());
    }

    /** The same without the entries at some places. */
    public Baseline without(Set<Span> places) {
        return new Baseline(entries.stream()
                .filter(entry -> !places.contains(entry.place()))
                .toList());
    }

    /** How many of its entries another one does not have. */
    public int missingIn(Baseline other) {
        Map<Identity, Queue<KnownViolation>> left = other.byIdentity();
        return (int) entries.stream()
                .filter(entry -> take(left, entry.identity()).isEmpty())
                .count();
    }

    /** How many entries it has. */
    public int size() {
        return entries.size();
    }

    /** How many entries each rule has, by its id. */
    public Map<String, Long> countsByRule() {
        return entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.rule().id(), TreeMap::new, Collectors.counting()));
    }

    /** The text of its file: the same for the same violations, wherever they were found. */
    public String text() {
        return BaselineWriter.write(
                entries.stream().sorted(KnownViolation.FILE_ORDER).toList());
    }

    private Map<Identity, Queue<KnownViolation>> byIdentity() {
        Map<Identity, Queue<KnownViolation>> alike = new HashMap<>();
        entries.forEach(entry -> alike.computeIfAbsent(entry.identity(), key -> new ArrayDeque<>())
                .add(entry));
        return alike;
    }

    private static Optional<KnownViolation> take(Map<Identity, Queue<KnownViolation>> from, Identity identity) {
        return Optional.ofNullable(from.get(identity)).map(Queue::poll);
    }
}
