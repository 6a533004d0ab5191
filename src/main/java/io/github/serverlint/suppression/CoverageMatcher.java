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
 * Which claims cover which findings, of one rule in one file. Both are taken in the order of the text, so that each is
 * looked at once and not with every other.
 */
final class CoverageMatcher {
    private static final int MOST_MISSED = 3;

    private final List<Stretch> open = new ArrayList<>();

    private CoverageMatcher() {}

    /** A finding at a place, and where it stands among all findings. */
    record PlacedFinding(Finding finding, Place place, int index) {}

    /** All claims about one part. */
    private static final class Stretch {
        private final OutlinePart outlinePart;
        private final List<RuleSuppression> claims = new ArrayList<>();
        private final List<Finding> missed = new ArrayList<>();
        private Optional<RuleSuppression> first = Optional.empty();
        private Optional<RuleSuppression> covering = Optional.empty();

        Stretch(OutlinePart outlinePart) {
            this.outlinePart = outlinePart;
        }

        void add(RuleSuppression ruleSuppression) {
            claims.add(ruleSuppression);
            first = first.or(() -> Optional.of(ruleSuppression).filter(RuleSuppression::counts));
        }

        /** Something was found inside, which a claim of this or another stretch covers, or none. */
        void holds(Finding finding, Optional<RuleSuppression> covered) {
            covering = covering.or(() -> covered);
            if (covered.isEmpty() && missed.size() < MOST_MISSED) {
                missed.add(finding);
            }
        }

        void end() {
            claims.forEach(ruleSuppression -> ruleSuppression.settle(covering, missed));
        }
    }

    /**
     * Settles the claims, and puts what they cover in the place of what was found.
     *
     * @param claims in order
     */
    static void settle(List<RuleSuppression> claims, List<PlacedFinding> found, List<Finding> findings) {
        Map<Place, Stretch> stretches = new TreeMap<>();
        for (RuleSuppression ruleSuppression : claims) {
            ruleSuppression
                    .part()
                    .ifPresent(outlinePart -> stretches
                            .computeIfAbsent(outlinePart.begin(), begin -> new Stretch(outlinePart))
                            .add(ruleSuppression));
        }
        new CoverageMatcher().walk(List.copyOf(stretches.values()), found, findings);
        stretches.values().forEach(Stretch::end);
    }

    private void walk(List<Stretch> stretches, List<PlacedFinding> found, List<Finding> findings) {
        int next = 0;
        for (PlacedFinding each : found.stream()
                .sorted(Comparator.comparing(PlacedFinding::place))
                .toList()) {
            while (next < stretches.size()
                    && stretches.get(next).outlinePart.begin().compareTo(each.place()) <= 0) {
                // Else what has ended would pile up below what has not.
                leave(stretches.get(next).outlinePart.begin());
                open.add(stretches.get(next++));
            }
            leave(each.place());
            covered(each).ifPresent(finding -> findings.set(each.index(), finding));
        }
    }

    private void leave(Place place) {
        open.removeIf(stretch -> stretch.outlinePart.end().compareTo(place) < 0);
    }

    private Optional<Finding> covered(PlacedFinding placedFinding) {
        Optional<RuleSuppression> nearest = Optional.empty();
        for (int i = open.size() - 1; i >= 0 && nearest.isEmpty(); i--) {
            nearest = open.get(i).first;
        }
        for (Stretch stretch : open) {
            stretch.holds(placedFinding.finding(), nearest);
        }
        return nearest.map(ruleSuppression -> ruleSuppression.cover(placedFinding.finding()));
    }
}
