package io.github.serverlint.baseline;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Identity;
import io.github.serverlint.finding.KnownFaults;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.PartnerSets;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.text.Span;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Entry of a baseline. As for findings, its identity ignores the case of names.
 *
 * @param topic see {@link Finding#topic}
 * @param partners see {@link Finding#partners}; empty for an entry of the earlier form, which does not say them
 * @param place the place of its entry in the baseline, or of the finding
 */
record KnownViolation(
        RuleInfo rule,
        Optional<String> server,
        String keyPath,
        String value,
        String topic,
        Optional<List<Partner>> partners,
        Span place) {
    private static final Comparator<Identity> BY_IDENTITY = Comparator.comparing(Identity::rule)
            .thenComparing(identity -> identity.server().orElse(""))
            .thenComparing(Identity::keyPath)
            .thenComparing(Identity::value);

    /**
     * Order of entries in the file, which does not depend on where a violation was found.
     *
     * @param digests of the lists of partners, which it adds to
     */
    static Comparator<KnownViolation> fileOrder(IdentityHashMap<List<Partner>, String> digests) {
        return Comparator.comparing(KnownViolation::placeIdentity, BY_IDENTITY)
                // Names that differ in case only.
                .thenComparing(known -> known.server().orElse(""))
                .thenComparing(KnownViolation::keyPath)
                .thenComparing(KnownViolation::value)
                .thenComparing(KnownViolation::topic)
                .thenComparing(known -> known.partners()
                        .map(all -> digests.computeIfAbsent(all, PartnerSets::digest))
                        .orElse(""));
    }

    static KnownViolation of(Finding finding) {
        return new KnownViolation(
                finding.rule(),
                finding.server(),
                finding.keyPath(),
                finding.value(),
                finding.topic(),
                Optional.of(finding.partners()),
                finding.span());
    }

    /** The rule and the value at the place, which entries of all forms have. */
    Identity placeIdentity() {
        return new Identity(rule.id(), server, keyPath, value);
    }

    /** What tells it from other entries. */
    Object content(IdentityHashMap<List<Partner>, String> digests) {
        return List.of(
                placeIdentity(),
                topic.toLowerCase(Locale.ROOT),
                partners.map(all -> digests.computeIfAbsent(all, PartnerSets::digest)));
    }

    void addTo(KnownFaults<KnownViolation> faults) {
        if (partners.isEmpty()) {
            faults.addWithoutPartners(placeIdentity(), this);
        } else {
            faults.add(Finding.identity(placeIdentity(), topic), partners.get(), this);
        }
    }
}
