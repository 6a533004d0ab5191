package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.Optional;

/**
 * Preparation that a forest requires before a release is installed in it.
 *
 * @param domainControllers if present, only a forest with a domain controller of this release or a newer one needs it
 * @param whereDeclared whether only forests that declare their preparations are checked
 * @param perhaps a preparation that is sufficient as well if it was made in time, which no definition can show
 */
public record PreparationFact(
        Release release,
        Optional<Release> domainControllers,
        Term needs,
        boolean whereDeclared,
        Optional<Term> perhaps,
        String because,
        Evidence evidence,
        Span place)
        implements Fact {}
