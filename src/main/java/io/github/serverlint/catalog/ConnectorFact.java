package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Incompatibility of an Active Directory Connector: with domain controllers from a release on, or with a functional
 * level.
 *
 * @param to the last level of the connector that is affected; empty for all
 * @param unlessDomainMode together with {@code unlessPrepared}, the condition under which the domain controllers are
 *     supported
 */
public record ConnectorFact(
        Release connector,
        Optional<Level> to,
        Optional<Release> domainControllers,
        Optional<DomainMode> unlessDomainMode,
        List<Term> unlessPrepared,
        Optional<Term> functionalLevel,
        String because,
        String instead,
        Evidence evidence,
        Span place)
        implements Fact {}
