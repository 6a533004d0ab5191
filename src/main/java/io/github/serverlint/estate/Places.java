package io.github.serverlint.estate;

import io.github.serverlint.catalog.Term;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a server as its definition has them: each at the place where it stands, in its words and in its order.
 * What could not be read is absent, and has been reported.
 *
 * @param installations Windows and what is installed on it, by product id, in the order of the catalog
 * @param features those that are enabled
 * @param forest the name of its forest; empty if not said
 */
public record Places(
        Map<String, Installation> installations,
        List<Located<Term>> roles,
        List<Located<Term>> features,
        List<Located<Term>> components,
        Optional<Cluster> cluster,
        Optional<Located<String>> forest) {

    /** Those of a server of which nothing is said. */
    public static final Places NONE =
            new Places(Map.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    /** The same values where a server inherits them; they stay written where they are. */
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
