package io.github.serverlint.baseline;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Identity;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.finding.SuppressionRule;
import io.github.serverlint.text.Span;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/** Findings about stale entries of a baseline, each with its probable cause. */
final class StaleEntries {
    private static final String REASON = "A leftover entry would excuse the next fault of that kind.";
    private static final String FIX = "Remove it, by hand or with the goal baseline and -Dserverlint.baseline.prune."
            + " If it was recorded with other sourceDirectories, lint those; executions that lint different folders each"
            + " need a baselineFile of their own.";

    private final Map<Identity, Queue<Finding>> suppressed = new HashMap<>();
    private final Set<Identity> baselined = new HashSet<>();
    private final Map<Identity, Queue<Finding>> withAnyValue = new HashMap<>();

    /** @param findings all findings of a run, already marked */
    StaleEntries(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.status() == Status.SUPPRESSED) {
                put(suppressed, finding.placeIdentity(), finding);
            } else if (finding.status() == Status.BASELINED) {
                baselined.add(finding.placeIdentity());
            } else if (finding.isOpen()) {
                put(withAnyValue, withoutValue(finding.placeIdentity()), finding);
            }
        }
    }

    /** Creates a finding for each entry. */
    List<Finding> findings(List<KnownViolation> entries, Severity severity) {
        return entries.stream()
                .sorted(Comparator.comparing(KnownViolation::place, Span.READING_ORDER))
                .map(entry -> finding(entry).build(severity))
                .toList();
    }

    private FindingBuilder finding(KnownViolation entry) {
        Optional<Finding> comment = Baseline.take(suppressed, entry.placeIdentity());
        Optional<Finding> successor = comment.isPresent()
                ? Optional.empty()
                : Baseline.take(withAnyValue, withoutValue(entry.placeIdentity()));
        String cause = comment.map(covered -> "which a comment excuses already.")
                .or(() -> successor.map(found -> "which is not found any more; what is found there now "
                        + difference(entry, found) + ", and is a new violation."))
                .orElse(
                        baselined.contains(entry.placeIdentity())
                                ? "once more than it is found."
                                : "which is not found any more.");
        FindingBuilder finding = Finding.aboutSuppression(
                        SuppressionRule.STALE_BASELINE,
                        entry.value(),
                        entry.place(),
                        "The baseline still has " + named(entry) + ", " + cause)
                .keyPath(entry.keyPath())
                .because(REASON)
                .fix(FIX);
        entry.server().ifPresent(finding::about);
        comment.ifPresent(covered -> finding.related(covered.span(), "this is what the comment excuses"));
        successor.ifPresent(found -> finding.related(found.span(), "the new violation stands here"));
        return finding;
    }

    private static String difference(KnownViolation entry, Finding found) {
        return found.partners().isEmpty() || !found.value().equalsIgnoreCase(entry.value())
                ? "has the value \"" + found.value() + "\""
                : "is about " + found.partners().stream().map(Partner::toString).collect(Collectors.joining(" and "));
    }

    private static String named(KnownViolation entry) {
        return "\"" + entry.rule().id() + "\""
                + entry.server().map(name -> " for \"" + name + "\"").orElse("")
                + (entry.keyPath().isEmpty() ? "" : " at " + entry.keyPath())
                + (entry.value().isEmpty() ? "" : " with the value \"" + entry.value() + "\"");
    }

    private static Identity withoutValue(Identity identity) {
        return new Identity(identity.rule(), identity.server(), identity.keyPath(), "");
    }

    private static void put(Map<Identity, Queue<Finding>> into, Identity identity, Finding finding) {
        into.computeIfAbsent(identity, key -> new ArrayDeque<>()).add(finding);
    }
}
