package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.List;

/**
 * Extension of the Active Directory schema that a schema master without an update spoils. Definitions do not say which
 * domain controller is the schema master, so every one counts.
 *
 * @param releases of Exchange whose setup extends the schema
 * @param preparations the preparations of a forest that extend it
 * @param domainControllers the affected release of Windows
 * @param fixedFrom the lowest level of that release that is not affected
 * @param unlessPrepared the preparation that says that the schema master has the update, or is no such server
 */
public record SchemaExtensionFact(
        List<Release> releases,
        List<Term> preparations,
        Release domainControllers,
        Level fixedFrom,
        Term unlessPrepared,
        String because,
        String instead,
        Evidence evidence,
        Span place)
        implements Fact {}
