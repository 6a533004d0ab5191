package io.github.serverlint.estate;

import io.github.serverlint.catalog.Term;
import io.github.serverlint.source.Located;
import io.github.serverlint.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a server is, whatever it is called. What could not be read is absent, and has been reported.
 *
 * @param installations Windows and what is installed on it, by product id, in the order of the catalog
 * @param features those that are enabled
 * @param forest the name of its forest; empty if not said
 */
public record Configuration(
        Map<String, Installation> installations,
        List<Located<Term>> roles,
        List<Located<Term>> features,
        List<Located<Term>> components,
        Optional<Cluster> cluster,
        Optional<Located<String>> forest) {

    /** That of a server of which nothing is said. */
    public static final Configuration NONE =
            new Configuration(Map.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    Configuration with(String productId, Installation installation) {
        Map<String, Installation> changed = new LinkedHashMap<>(installations);
        changed.put(productId, installation);
        return new Configuration(changed, roles, features, components, cluster, forest);
    }

    Configuration without(String id) {
        Map<String, Installation> others = new LinkedHashMap<>(installations);
        others.remove(id);
        List<Located<Term>> left = components.stream()
                .filter(component -> !component.value().id().equals(id))
                .toList();
        return new Configuration(others, roles, features, left, cluster, forest);
    }

    Configuration withoutForest() {
        return new Configuration(installations, roles, features, components, cluster, Optional.empty());
    }

    Configuration enabling(List<Located<Term>> enabled) {
        return new Configuration(installations, roles, List.copyOf(enabled), components, cluster, forest);
    }

    /**
     * The same at other places.
     *
     * @param place where each value is used instead
     * @param written where each value is written instead
     */
    public Configuration placed(UnaryOperator<Span> place, UnaryOperator<Span> written) {
        Map<String, Installation> placed = new LinkedHashMap<>();
        installations.forEach((product, installed) -> placed.put(product, installed.placed(place, written)));
        return new Configuration(
                placed,
                placed(roles, place, written),
                placed(features, place, written),
                placed(components, place, written),
                cluster.map(found -> found.placed(place, written)),
                forest.map(name -> name.placed(place, written)));
    }

    private static List<Located<Term>> placed(
            List<Located<Term>> terms, UnaryOperator<Span> place, UnaryOperator<Span> written) {
        return terms.stream().map(term -> term.placed(place, written)).toList();
    }
}
