package io.github.serverlint.suppression;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.yaml.SourceOutline.OutlinePart;
import io.github.serverlint.yaml.SourceOutline.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Matcher of suppressions and findings of one rule in one file. It processes both in text order, so that the cost is
 * linear and not quadratic.
 */
final class CoverageMatcher {
    private static final int MAX_MISSED = 3;

    private final List<PartSuppressions> open = new ArrayList<>();

    private CoverageMatcher() {}

    /** A finding with its place in the file and its index in the list of all findings. */
    record PlacedFinding(Finding finding, Place place, int index) {}

    /** All suppressions of one part. */
    private static final class PartSuppressions {
        private final OutlinePart outlinePart;
        private final List<RuleSuppression> suppressions = new ArrayList<>();
        private final List<Finding> missed = new ArrayList<>();
        private Optional<RuleSuppression> first = Optional.empty();
        private Optional<RuleSuppression> covering = Optional.empty();

        PartSuppressions(OutlinePart outlinePart) {
            this.outlinePart = outlinePart;
        }

        void add(RuleSuppression ruleSuppression) {
            suppressions.add(ruleSuppression);
            first = first.or(() -> Optional.of(ruleSuppression).filter(RuleSuppression::isActive));
        }

        /** Adds a finding inside the part, with the suppression of this or an enclosing part that covers it. */
        void addFinding(Finding finding, Optional<RuleSuppression> covered) {
            covering = covering.or(() -> covered);
            if (covered.isEmpty() && missed.size() < MAX_MISSED) {
                missed.add(finding);
            }
        }

        void resolve() {
            suppressions.forEach(ruleSuppression -> ruleSuppression.resolve(covering, missed));
        }
    }

    /**
     * Matches the suppressions, and replaces the covered findings with suppressed ones.
     *
     * @param suppressions in text order
     */
    static void match(List<RuleSuppression> suppressions, List<PlacedFinding> found, List<Finding> findings) {
        Map<Place, PartSuppressions> parts = new TreeMap<>();
        for (RuleSuppression ruleSuppression : suppressions) {
            ruleSuppression
                    .part()
                    .ifPresent(outlinePart -> parts.computeIfAbsent(
                                    outlinePart.begin(), begin -> new PartSuppressions(outlinePart))
                            .add(ruleSuppression));
        }
        new CoverageMatcher().matchInOrder(List.copyOf(parts.values()), found, findings);
        parts.values().forEach(PartSuppressions::resolve);
    }

    private void matchInOrder(List<PartSuppressions> parts, List<PlacedFinding> found, List<Finding> findings) {
        int next = 0;
        for (PlacedFinding each : found.stream()
                .sorted(Comparator.comparing(PlacedFinding::place))
                .toList()) {
            while (next < parts.size() && parts.get(next).outlinePart.begin().compareTo(each.place()) <= 0) {
                // Otherwise closed parts would accumulate below open ones.
                closeBefore(parts.get(next).outlinePart.begin());
                open.add(parts.get(next++));
            }
            closeBefore(each.place());
            covered(each).ifPresent(finding -> findings.set(each.index(), finding));
        }
    }

    private void closeBefore(Place place) {
        open.removeIf(part -> part.outlinePart.end().compareTo(place) < 0);
    }

    private Optional<Finding> covered(PlacedFinding placedFinding) {
        Optional<RuleSuppression> nearest = Optional.empty();
        for (int i = open.size() - 1; i >= 0 && nearest.isEmpty(); i--) {
            nearest = open.get(i).first;
        }
        for (PartSuppressions part : open) {
            part.addFinding(placedFinding.finding(), nearest);
        }
        return nearest.map(ruleSuppression -> ruleSuppression.cover(placedFinding.finding()));
    }
}
