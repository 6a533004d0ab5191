package io.github.serverlint.plan;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.ServerSpec;
import io.github.serverlint.estate.ServerSpec.Installed;
import io.github.serverlint.text.Located;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Difference between a server and its target. A level, an edition or an architecture that the target does not give
 * stays as it is; features, components and products that it does not list have to be removed.
 */
record GoalDiff(Server server, Server wanted) {

    /** Whether there is no difference. */
    boolean isMet() {
        return !needsNewMachine()
                && unwanted().isEmpty()
                && unwantedFeatures().isEmpty()
                && missingFeatures().isEmpty()
                && areProductsMet();
    }

    /** Whether every product of the target is installed as required. */
    boolean areProductsMet() {
        return wanted.installations().entrySet().stream()
                .allMatch(entry -> server.installation(entry.getKey())
                        .filter(installed -> installed
                                .spec()
                                .isCompatibleWith(entry.getValue().spec()))
                        .isPresent());
    }

    /** Whether the difference requires a new installation, because no step changes roles, cluster or architecture. */
    boolean needsNewMachine() {
        ServerSpec now = server.spec();
        ServerSpec then = wanted.spec();
        return !now.roles().equals(then.roles())
                || !now.node().equals(then.node())
                || then.installations().entrySet().stream()
                        .anyMatch(entry -> differ(
                                Optional.ofNullable(now.installations().get(entry.getKey()))
                                        .flatMap(Installed::architecture),
                                entry.getValue().architecture()))
                // No step installs a component.
                || !now.components().containsAll(then.components());
    }

    private static <T> boolean differ(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    /** Ids of the products and components to remove. The .NET Framework may be installed without being listed. */
    List<String> unwanted() {
        Stream<String> products = server.installations().keySet().stream()
                .filter(product -> !wanted.installations().containsKey(product) && !product.equals(Product.DOTNET));
        Stream<String> components = server.components().stream()
                .filter(component -> !wanted.spec().components().contains(component.value()))
                .map(component -> component.value().id());
        return Stream.concat(components, products).toList();
    }

    List<Located<Term>> unwantedFeatures() {
        return server.features().stream()
                .filter(feature -> !wanted.spec().features().contains(feature.value()))
                .toList();
    }

    List<Located<Term>> missingFeatures() {
        return wanted.features().stream()
                .filter(feature -> !server.spec().features().contains(feature.value()))
                .toList();
    }
}
