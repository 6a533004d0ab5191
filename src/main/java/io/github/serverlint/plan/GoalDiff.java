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
 * What is left to do on a server until it is as it is wanted. A level, an edition or an architecture that the target does
 * not say is wanted as it is; features, components and products are wanted as the target says them, and none of them if
 * it is silent.
 */
record GoalDiff(Server server, Server wanted) {

    /** Whether nothing is left to do. */
    boolean areMet() {
        return !needNewMachine()
                && unwanted().isEmpty()
                && unwantedFeatures().isEmpty()
                && missingFeatures().isEmpty()
                && productsAreMet();
    }

    /** Whether every product that is wanted is there as it is wanted. */
    boolean productsAreMet() {
        return wanted.installations().entrySet().stream()
                .allMatch(entry -> server.installation(entry.getKey())
                        .filter(installed -> installed
                                .spec()
                                .isCompatibleWith(entry.getValue().spec()))
                        .isPresent());
    }

    /** Whether they differ in what no step changes on a machine: its roles, its cluster, its architecture. */
    boolean needNewMachine() {
        ServerSpec now = server.spec();
        ServerSpec then = wanted.spec();
        return !now.roles().equals(then.roles())
                || !now.node().equals(then.node())
                || then.installations().entrySet().stream()
                        .anyMatch(entry -> differ(
                                Optional.ofNullable(now.installations().get(entry.getKey()))
                                        .flatMap(Installed::architecture),
                                entry.getValue().architecture()))
                // No step brings a component back.
                || !now.components().containsAll(then.components());
    }

    private static <T> boolean differ(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    /** Ids of the products and components that have to go. Of .NET a definition may be silent and have it. */
    List<String> unwanted() {
        List<String> products = server.installations().keySet().stream()
                .filter(product -> !wanted.installations().containsKey(product) && !product.equals(Product.DOTNET))
                .toList();
        List<String> components = server.components().stream()
                .filter(component -> !wanted.spec().components().contains(component.value()))
                .map(component -> component.value().id())
                .toList();
        return Stream.concat(components.stream(), products.stream()).toList();
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
