package io.github.serverlint.finding;

import io.github.serverlint.finding.Finding.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Faults that are known, each of which covers one finding. A finding is known if each of its partners was there with the
 * same value, or with one that the rule minds more: a partner that is gone makes nothing new, another one does.
 *
 * @param <E> where a fault is known from
 */
public final class KnownFaults<E> {
    private final Map<Identity, List<KnownFault<E>>> faults = new HashMap<>();

    /** Fault with those of its partners that have covered none of another finding yet. */
    private static final class KnownFault<E> {
        final E origin;
        final boolean coversAnyPartner;
        final List<Partner> known;
        final List<Partner> partners;
        boolean isTaken;

        KnownFault(E origin, boolean coversAnyPartner, List<Partner> partners) {
            this.origin = origin;
            this.coversAnyPartner = coversAnyPartner;
            this.known = partners;
            this.partners = new ArrayList<>(partners);
        }
    }

    /** Adds a fault with its partners. */
    public void add(Identity identity, List<Partner> partners, E origin) {
        put(identity, new KnownFault<>(origin, false, partners));
    }

    /**
     * Adds a fault of which only its place is known: it covers one finding there with any partners.
     *
     * @param place see {@link Finding#placeIdentity}
     */
    public void addWithoutPartners(Identity place, E origin) {
        put(place, new KnownFault<>(origin, true, List.of()));
    }

    private void put(Identity identity, KnownFault<E> fault) {
        faults.computeIfAbsent(identity, key -> new ArrayList<>()).add(fault);
    }

    /** The fault that covers a finding, which then covers no other one; empty if the finding is new. */
    public Optional<E> take(Finding finding) {
        List<KnownFault<E>> alike = faults.getOrDefault(finding.identity(), List.of());
        Optional<KnownFault<E>> covering = finding.partners().isEmpty()
                ? alike.stream()
                        .filter(fault -> !fault.coversAnyPartner && !fault.isTaken)
                        .findFirst()
                : takePartners(finding, alike);
        Optional<KnownFault<E>> known =
                covering.or(() -> faults.getOrDefault(finding.placeIdentity(), List.of()).stream()
                        .filter(fault -> fault.coversAnyPartner && !fault.isTaken)
                        .findFirst());
        known.ifPresent(fault -> fault.isTaken = true);
        return known.map(fault -> fault.origin);
    }

    /** Takes each partner from one of the faults, or none if one is missing. */
    private static <E> Optional<KnownFault<E>> takePartners(Finding finding, List<KnownFault<E>> alike) {
        List<Partner> taken = new ArrayList<>();
        List<KnownFault<E>> from = new ArrayList<>();
        for (Partner partner : finding.partners()) {
            // The same value first, so that what is left fits others.
            if (!takeOne(alike, partner::isLike, taken, from) && !takeOne(alike, partner::isCoveredBy, taken, from)) {
                for (int i = 0; i < taken.size(); i++) {
                    from.get(i).partners.add(taken.get(i));
                }
                return Optional.empty();
            }
        }
        from.forEach(fault -> fault.isTaken = true);
        return Optional.of(from.get(0));
    }

    private static <E> boolean takeOne(
            List<KnownFault<E>> alike, Predicate<Partner> wanted, List<Partner> taken, List<KnownFault<E>> from) {
        for (KnownFault<E> fault : alike) {
            @Nullable
            Partner found = fault.partners.stream().filter(wanted).findFirst().orElse(null);
            if (found != null) {
                fault.partners.remove(found);
                taken.add(found);
                from.add(fault);
                return true;
            }
        }
        return false;
    }

    /**
     * An open finding that is new, with a sentence on what is new if it is known but for some of its partners.
     *
     * @param known where the faults are known from, as the subject of a sentence: {@code The base}
     */
    public Finding explained(Finding finding, String known) {
        List<KnownFault<E>> alike = faults.getOrDefault(finding.identity(), List.of());
        if (!finding.isOpen() || alike.isEmpty()) {
            return finding;
        }
        List<Partner> added = finding.addedTo(
                alike.stream().flatMap(fault -> fault.known.stream()).toList());
        return added.isEmpty()
                ? finding
                : finding.alsoBecause(known + " has this without "
                        + added.stream().map(Partner::toString).collect(Collectors.joining(" and ")) + ".");
    }

    /** The origins of the faults that have covered no finding. */
    public List<E> unused() {
        return faults.values().stream()
                .flatMap(List::stream)
                .filter(fault -> !fault.isTaken)
                .map(fault -> fault.origin)
                .toList();
    }
}
