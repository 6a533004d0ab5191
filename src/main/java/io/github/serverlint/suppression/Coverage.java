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
final class Coverage {
    private static final int MOST_MISSED = 3;

    private final List<Stretch> open = new ArrayList<>();

    private Coverage() {}

    /** A finding at a place, and where it stands among all findings. */
    record Found(Finding finding, Place place, int index) {}

    /** All claims about one part. */
    private static final class Stretch {
        private final OutlinePart outlinePart;
        private final List<Claim> claims = new ArrayList<>();
        private final List<Finding> missed = new ArrayList<>();
        private Optional<Claim> first = Optional.empty();
        private Optional<Claim> covering = Optional.empty();

        Stretch(OutlinePart outlinePart) {
            this.outlinePart = outlinePart;
        }

        void add(Claim claim) {
            claims.add(claim);
            first = first.or(() -> Optional.of(claim).filter(Claim::counts));
        }

        /** Something was found inside, which a claim of this or another stretch covers, or none. */
        void holds(Finding finding, Optional<Claim> covered) {
            covering = covering.or(() -> covered);
            if (covered.isEmpty() && missed.size() < MOST_MISSED) {
                missed.add(finding);
            }
        }

        void end() {
            claims.forEach(claim -> claim.settle(covering, missed));
        }
    }

    /**
     * Settles the claims, and puts what they cover in the place of what was found.
     *
     * @param claims in order
     */
    static void settle(List<Claim> claims, List<Found> found, List<Finding> findings) {
        Map<Place, Stretch> stretches = new TreeMap<>();
        for (Claim claim : claims) {
            claim.part()
                    .ifPresent(outlinePart -> stretches
                            .computeIfAbsent(outlinePart.begin(), begin -> new Stretch(outlinePart))
                            .add(claim));
        }
        new Coverage().walk(List.copyOf(stretches.values()), found, findings);
        stretches.values().forEach(Stretch::end);
    }

    private void walk(List<Stretch> stretches, List<Found> found, List<Finding> findings) {
        int next = 0;
        for (Found each :
                found.stream().sorted(Comparator.comparing(Found::place)).toList()) {
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

    private Optional<Finding> covered(Found found) {
        Optional<Claim> nearest = Optional.empty();
        for (int i = open.size() - 1; i >= 0 && nearest.isEmpty(); i--) {
            nearest = open.get(i).first;
        }
        for (Stretch stretch : open) {
            stretch.holds(found.finding(), nearest);
        }
        return nearest.map(claim -> claim.cover(found.finding()));
    }
}
