package io.github.serverlint.baseline;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Identity;
import io.github.serverlint.finding.KnownFaults;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.text.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** Order of entries in the file, which does not depend on where a violation was found. */
    static final Comparator<KnownViolation> FILE_ORDER = Comparator.comparing(
                    KnownViolation::placeIdentity, BY_IDENTITY)
            // Names that differ in case only.
            .thenComparing(known -> known.server().orElse(""))
            .thenComparing(KnownViolation::keyPath)
            .thenComparing(KnownViolation::value)
            .thenComparing(KnownViolation::topic)
            .thenComparing(known -> known.written().toString());

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

    /** The partners as they are written, so without what only today's catalog says of them. */
    private List<Map.Entry<String, String>> written() {
        return partners.orElse(List.of()).stream()
                .map(partner -> Map.entry(
                        partner.name().toLowerCase(Locale.ROOT), partner.value().toLowerCase(Locale.ROOT)))
                .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .toList();
    }

    /** What tells it from other entries. */
    Object content() {
        return List.of(placeIdentity(), topic.toLowerCase(Locale.ROOT), written(), partners.isPresent());
    }

    void addTo(KnownFaults<KnownViolation> faults) {
        if (partners.isEmpty()) {
            faults.addWithoutPartners(placeIdentity(), this);
        } else {
            faults.add(Finding.identity(placeIdentity(), topic), partners.get(), this);
        }
    }
}
