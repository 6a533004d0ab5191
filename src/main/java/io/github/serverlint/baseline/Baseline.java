package io.github.serverlint.baseline;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Identity;
import io.github.serverlint.finding.KnownFaults;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RunScope;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.finding.SuppressionRule;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Known violations, which do not fail a build. Each entry covers one finding. */
public final class Baseline {
    private final List<KnownViolation> entries;

    private Baseline(Collection<KnownViolation> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads a baseline.
     *
     * @throws io.github.serverlint.run.ConfigurationException if it is not valid, with line and column
     */
    public static Baseline read(SourceFile file) {
        return new Baseline(BaselineReader.read(file));
    }

    /**
     * Creates a baseline of findings.
     *
     * @throws IllegalArgumentException if a rule does not allow it
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
     * Marks the findings that it contains, and adds a finding for each stale entry.
     *
     * @param findings in any order
     */
    public List<Finding> apply(List<Finding> findings, RunScope runScope) {
        KnownFaults<KnownViolation> left = new KnownFaults<>();
        entries.forEach(entry -> entry.addTo(left));
        List<Finding> marked = new ArrayList<>();
        // Of equal findings the first ones are marked, so that results are reproducible.
        for (Finding finding : findings.stream().sorted(Finding.REPORT_ORDER).toList()) {
            Optional<KnownViolation> entry =
                    finding.isOpen() && finding.rule().excusable() ? left.take(finding) : Optional.empty();
            marked.add(entry.map(known -> finding.baselined(known.place().path()))
                    .orElseGet(() -> left.explained(finding, "The baseline")));
        }
        Optional<Severity> severity = runScope.severities().apply(SuppressionRule.STALE_BASELINE.info());
        if (severity.isPresent()) {
            List<KnownViolation> stale = left.unused().stream()
                    .filter(entry -> runScope.wouldFind(entry.rule(), entry.keyPath()))
                    .toList();
            marked.addAll(new StaleEntries(marked).findings(stale, severity.get()));
        }
        return marked;
    }

    /** Returns a baseline of the entries at the given places. */
    public Baseline at(Set<Span> places) {
        return new Baseline(
                entries.stream().filter(entry -> places.contains(entry.place())).toList());
    }

    /** Returns a baseline without the entries at the given places. */
    public Baseline without(Set<Span> places) {
        return new Baseline(entries.stream()
                .filter(entry -> !places.contains(entry.place()))
                .toList());
    }

    /** Counts its entries that another baseline does not contain. */
    public int missingIn(Baseline other) {
        IdentityHashMap<List<Partner>, String> digests = new IdentityHashMap<>();
        Map<Object, Long> left = other.entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.content(digests), Collectors.counting()));
        return (int) entries.stream()
                .filter(entry -> left.merge(entry.content(digests), -1L, Long::sum) < 0)
                .count();
    }

    /** Counts its entries that do not say whom a violation is about besides its server. */
    public long withoutPartners() {
        return entries.stream().filter(entry -> entry.partners().isEmpty()).count();
    }

    /** Returns the number of entries. */
    public int size() {
        return entries.size();
    }

    /** Counts entries by rule id. */
    public Map<String, Long> countsByRule() {
        return entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.rule().id(), TreeMap::new, Collectors.counting()));
    }

    /** Renders the file. The text depends on the violations only, not on where they were found. */
    public String text() {
        return BaselineWriter.write(entries.stream()
                .sorted(KnownViolation.fileOrder(new IdentityHashMap<>()))
                .toList());
    }

    /** Takes the first of equal elements that is left. */
    static <T> Optional<T> take(Map<Identity, Queue<T>> from, Identity identity) {
        return Optional.ofNullable(from.get(identity)).map(Queue::poll);
    }
}
