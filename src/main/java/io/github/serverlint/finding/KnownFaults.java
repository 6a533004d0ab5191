package io.github.serverlint.finding;

import io.github.serverlint.finding.Finding.Identity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Faults that are known, each of which covers one finding. A finding is known if each of its partners was there with the
 * same value, or with one that the rule minds more: a partner that is gone makes nothing new, another one does.
 *
 * <p>Thousands of findings may have the same thousands of partners, in one list. So lists are compared once.
 *
 * @param <E> where a fault is known from
 */
public final class KnownFaults<E> {
    private final Map<Identity, List<KnownFault<E>>> faults = new HashMap<>();
    private final IdentityHashMap<List<Partner>, Map<String, List<Integer>>> positions = new IdentityHashMap<>();
    /** Which of the partners of a finding a fault does not have. */
    private final IdentityHashMap<List<Partner>, IdentityHashMap<List<Partner>, BitSet>> missing =
            new IdentityHashMap<>();
    /** Which of the partners of a fault cover those of a finding; empty if they do not. */
    private final IdentityHashMap<List<Partner>, IdentityHashMap<List<Partner>, Optional<BitSet>>> covers =
            new IdentityHashMap<>();

    /** Fault with those of its partners that have covered one of a finding. */
    private static final class KnownFault<E> {
        final E origin;
        final boolean coversAnyPartner;
        final List<Partner> partners;
        BitSet taken = new BitSet();
        boolean isTaken;

        KnownFault(E origin, boolean coversAnyPartner, List<Partner> partners) {
            this.origin = origin;
            this.coversAnyPartner = coversAnyPartner;
            this.partners = partners;
        }

        void take(BitSet more) {
            // The set may be that of other faults too.
            BitSet all = (BitSet) taken.clone();
            all.or(more);
            taken = all;
            isTaken = true;
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

    private List<KnownFault<E>> alike(Identity identity, boolean coversAnyPartner) {
        return faults.getOrDefault(identity, List.of()).stream()
                .filter(fault -> fault.coversAnyPartner == coversAnyPartner)
                .toList();
    }

    /** The fault that covers a finding, which then covers no other one; empty if the finding is new. */
    public Optional<E> take(Finding finding) {
        List<KnownFault<E>> alike = alike(finding.identity(), false);
        return (finding.partners().isEmpty() ? takeFree(alike) : takePartners(finding.partners(), alike))
                .or(() -> takeFree(alike(finding.placeIdentity(), true)))
                .map(fault -> fault.origin);
    }

    private static <E> Optional<KnownFault<E>> takeFree(List<KnownFault<E>> alike) {
        Optional<KnownFault<E>> free =
                alike.stream().filter(fault -> !fault.isTaken).findFirst();
        free.ifPresent(fault -> fault.isTaken = true);
        return free;
    }

    private Optional<KnownFault<E>> takePartners(List<Partner> partners, List<KnownFault<E>> alike) {
        if (!missing(partners, alike).isEmpty()) {
            return Optional.empty();
        }
        for (KnownFault<E> fault : alike) {
            if (fault.taken.isEmpty()) {
                Optional<BitSet> cover = cover(partners, fault.partners);
                if (cover.isPresent()) {
                    fault.take(cover.get());
                    return Optional.of(fault);
                }
            }
        }
        // Partners of one finding may have been those of several.
        Map<KnownFault<E>, BitSet> from = new HashMap<>();
        for (Partner partner : partners) {
            if (!takeOne(partner, alike, from)) {
                return Optional.empty();
            }
        }
        from.forEach(KnownFault::take);
        return alike.stream().filter(from::containsKey).findFirst();
    }

    private Optional<BitSet> cover(List<Partner> partners, List<Partner> known) {
        return covers.computeIfAbsent(partners, key -> new IdentityHashMap<>()).computeIfAbsent(known, key -> {
            KnownFault<Boolean> fault = new KnownFault<>(true, false, known);
            Map<KnownFault<Boolean>, BitSet> from = new HashMap<>();
            return partners.stream().allMatch(partner -> takeOne(partner, List.of(fault), from))
                    ? Optional.ofNullable(from.get(fault))
                    : Optional.empty();
        });
    }

    /** Takes one partner from one of some faults, at first one that is the same, so that what is left fits others. */
    private <F> boolean takeOne(Partner partner, List<KnownFault<F>> alike, Map<KnownFault<F>, BitSet> from) {
        for (boolean isSame : new boolean[] {true, false}) {
            for (KnownFault<F> fault : alike) {
                for (int position : positions(fault.partners).getOrDefault(partner.foldedName(), List.of())) {
                    Partner known = fault.partners.get(position);
                    BitSet taken = from.computeIfAbsent(fault, key -> new BitSet());
                    if (!fault.taken.get(position)
                            && !taken.get(position)
                            && (isSame ? partner.isLike(known) : partner.isCoveredBy(known))) {
                        taken.set(position);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Which of some partners none of the faults has or had. */
    private BitSet missing(List<Partner> partners, List<KnownFault<E>> alike) {
        BitSet inAll = new BitSet();
        inAll.set(0, partners.size());
        alike.forEach(fault -> inAll.and(missingIn(partners, fault.partners)));
        return inAll;
    }

    private BitSet missingIn(List<Partner> partners, List<Partner> known) {
        return missing.computeIfAbsent(partners, key -> new IdentityHashMap<>()).computeIfAbsent(known, key -> {
            BitSet absent = new BitSet();
            for (int i = 0; i < partners.size(); i++) {
                Partner partner = partners.get(i);
                boolean isThere = positions(known).getOrDefault(partner.foldedName(), List.of()).stream()
                        .map(known::get)
                        .anyMatch(partner::isCoveredBy);
                absent.set(i, !isThere);
            }
            return absent;
        });
    }

    private Map<String, List<Integer>> positions(List<Partner> partners) {
        return positions.computeIfAbsent(partners, key -> {
            Map<String, List<Integer>> byName = new HashMap<>();
            for (int i = 0; i < partners.size(); i++) {
                byName.computeIfAbsent(partners.get(i).foldedName(), name -> new ArrayList<>())
                        .add(i);
            }
            return byName;
        });
    }

    /**
     * An open finding that is new, with a sentence on what is new if it is known but for some of its partners.
     *
     * @param known where the faults are known from, as the subject of a sentence: {@code The base}
     */
    public Finding explained(Finding finding, String known) {
        List<KnownFault<E>> alike = alike(finding.identity(), false);
        if (!finding.isOpen() || alike.isEmpty()) {
            return finding;
        }
        List<Partner> added = missing(finding.partners(), alike).stream()
                .mapToObj(finding.partners()::get)
                .toList();
        return added.isEmpty()
                ? finding
                : finding.alsoBecause(known + " has this without " + Partner.named(added) + ".");
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
