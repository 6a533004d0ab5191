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
        private final OutlinePart part;
        private final List<RuleSuppression> suppressions = new ArrayList<>();
        private final List<Finding> missed = new ArrayList<>();
        private Optional<RuleSuppression> first = Optional.empty();
        private Optional<RuleSuppression> covering = Optional.empty();

        PartSuppressions(OutlinePart part) {
            this.part = part;
        }

        void add(RuleSuppression suppression) {
            suppressions.add(suppression);
            first = first.or(() -> Optional.of(suppression).filter(RuleSuppression::isActive));
        }

        /** Adds a finding inside the part, with the suppression of this or an enclosing part that covers it. */
        void addFinding(Finding finding, Optional<RuleSuppression> covered) {
            covering = covering.or(() -> covered);
            if (covered.isEmpty() && missed.size() < MAX_MISSED) {
                missed.add(finding);
            }
        }

        void resolve() {
            suppressions.forEach(suppression -> suppression.resolve(covering, missed));
        }
    }

    /**
     * Matches the suppressions, and replaces the covered findings with suppressed ones.
     *
     * @param suppressions in text order
     */
    static void match(List<RuleSuppression> suppressions, List<PlacedFinding> found, List<Finding> findings) {
        Map<Place, PartSuppressions> parts = new TreeMap<>();
        for (RuleSuppression suppression : suppressions) {
            suppression
                    .part()
                    .ifPresent(part -> parts.computeIfAbsent(part.begin(), begin -> new PartSuppressions(part))
                            .add(suppression));
        }
        new CoverageMatcher().matchInOrder(List.copyOf(parts.values()), found, findings);
        parts.values().forEach(PartSuppressions::resolve);
    }

    private void matchInOrder(List<PartSuppressions> parts, List<PlacedFinding> found, List<Finding> findings) {
        int next = 0;
        for (PlacedFinding each : found.stream()
                .sorted(Comparator.comparing(PlacedFinding::place))
                .toList()) {
            while (next < parts.size() && parts.get(next).part.begin().compareTo(each.place()) <= 0) {
                // Otherwise closed parts would accumulate below open ones.
                closeBefore(parts.get(next).part.begin());
                open.add(parts.get(next++));
            }
            closeBefore(each.place());
            covered(each).ifPresent(finding -> findings.set(each.index(), finding));
        }
    }

    private void closeBefore(Place place) {
        open.removeIf(each -> each.part.end().compareTo(place) < 0);
    }

    private Optional<Finding> covered(PlacedFinding placed) {
        Optional<RuleSuppression> nearest = Optional.empty();
        for (int i = open.size() - 1; i >= 0 && nearest.isEmpty(); i--) {
            nearest = open.get(i).first;
        }
        for (PartSuppressions each : open) {
            each.addFinding(placed.finding(), nearest);
        }
        return nearest.map(suppression -> suppression.cover(placed.finding()));
    }
}
