package io.github.serverlint.baseline;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Identity;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.text.Span;
import java.util.Comparator;
import java.util.Optional;

/**
 * Entry of a baseline. As for findings, its identity ignores the case of names.
 *
 * @param place the place of its entry in the baseline, or of the finding
 */
record KnownViolation(RuleInfo rule, Optional<String> server, String keyPath, String value, Span place) {
    private static final Comparator<Identity> BY_IDENTITY = Comparator.comparing(Identity::rule)
            .thenComparing(identity -> identity.server().orElse(""))
            .thenComparing(Identity::keyPath)
            .thenComparing(Identity::value);

    /** Order of entries in the file, which does not depend on where a violation was found. */
    static final Comparator<KnownViolation> FILE_ORDER = Comparator.comparing(KnownViolation::identity, BY_IDENTITY)
            // Names that differ in case only.
            .thenComparing(known -> known.server().orElse(""))
            .thenComparing(KnownViolation::keyPath)
            .thenComparing(KnownViolation::value);

    static KnownViolation of(Finding finding) {
        return new KnownViolation(finding.rule(), finding.server(), finding.keyPath(), finding.value(), finding.span());
    }

    Identity identity() {
        return new Identity(rule.id(), server, keyPath, value);
    }
}
