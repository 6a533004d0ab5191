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
 * @param candidates what may be installed where a text stands for several releases, by product id: at least two
 *     installations, all with that text. Such a product is not among {@code installations}
 * @param features the enabled features
 * @param forest the name of its forest; empty if not given
 */
public record Places(
        Map<String, Installation> installations,
        Map<String, List<Installation>> candidates,
        List<Located<Term>> roles,
        List<Located<Term>> features,
        List<Located<Term>> components,
        Optional<ClusterMembership> cluster,
        Optional<Located<String>> forest) {

    /** The places of a server without any values. */
    public static final Places NONE =
            new Places(Map.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    /** Values whose releases are all known. */
    public Places(
            Map<String, Installation> installations,
            List<Located<Term>> roles,
            List<Located<Term>> features,
            List<Located<Term>> components,
            Optional<ClusterMembership> cluster,
            Optional<Located<String>> forest) {
        this(installations, Map.of(), roles, features, components, cluster, forest);
    }

    /** The same values where a server inherits them; they keep the place where they are defined. */
    public Places usedAt(Span user) {
        Map<String, Installation> used = new LinkedHashMap<>();
        installations.forEach((product, installed) -> used.put(product, installed.usedAt(user)));
        Map<String, List<Installation>> possible = new LinkedHashMap<>();
        candidates.forEach((product, all) -> possible.put(
                product, all.stream().map(each -> each.usedAt(user)).toList()));
        return new Places(
                used,
                possible,
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
