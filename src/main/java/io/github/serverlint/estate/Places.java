package io.github.serverlint.estate;

import io.github.serverlint.catalog.Term;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values of a server with their places, as spelled and ordered in its definition. A value that could not be read is
 * absent, and has been reported.
 *
 * @param installations Windows and what is installed on it, by product id, in the order of the catalog
 * @param features the enabled features
 * @param forest the name of its forest; empty if not given
 */
public record Places(
        Map<String, Installation> installations,
        List<Located<Term>> roles,
        List<Located<Term>> features,
        List<Located<Term>> components,
        Optional<ClusterMembership> cluster,
        Optional<Located<String>> forest) {

    /** The places of a server without any values. */
    public static final Places NONE =
            new Places(Map.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    /** The same values where a server inherits them; they keep the place where they are defined. */
    public Places usedAt(Span user) {
        Map<String, Installation> used = new LinkedHashMap<>();
        installations.forEach((product, installed) -> used.put(product, installed.usedAt(user)));
        return new Places(
                used,
                usedAt(roles, user),
                usedAt(features, user),
                usedAt(components, user),
                cluster.map(found -> found.usedAt(user)),
                forest.map(name -> name.usedAt(user)));
    }

    private static List<Located<Term>> usedAt(List<Located<Term>> terms, Span user) {
        return terms.stream().map(term -> term.usedAt(user)).toList();
    }
}
