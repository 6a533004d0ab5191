package io.github.serverlint.plan;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Server;
import io.github.serverlint.source.Located;
import io.github.serverlint.transition.Profile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is left to do on a server until it is as it is wanted. A level, an edition or an architecture that the target does
 * not say is wanted as it is; features, components and products are wanted as the target says them, and none of them if
 * it is silent.
 */
record Wishes(Server server, Server wanted) {

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
                        .filter(installed -> Profile.agree(installed, entry.getValue()))
                        .isPresent());
    }

    /** Whether they differ in what no step changes on a machine: its roles, its cluster, its architecture. */
    boolean needNewMachine() {
        return !ids(server.roles()).equals(ids(wanted.roles()))
                || !cluster(server).equals(cluster(wanted))
                || wanted.installations().entrySet().stream()
                        .anyMatch(entry -> server.installation(entry.getKey())
                                .filter(installed -> differ(
                                        installed.architecture(),
                                        entry.getValue().architecture()))
                                .isPresent())
                // No step brings a component back.
                || !ids(server.components()).containsAll(ids(wanted.components()));
    }

    private static <T> boolean differ(Optional<Located<T>> one, Optional<Located<T>> other) {
        return one.isPresent()
                && other.isPresent()
                && !one.get().value().equals(other.get().value());
    }

    private static List<String> cluster(Server server) {
        return server.cluster()
                .map(cluster -> List.of(
                        cluster.name().map(Located::value).orElse(""),
                        String.valueOf(cluster.nodes().map(Located::value)),
                        String.valueOf(cluster.mode().map(Located::value))))
                .orElse(List.of());
    }

    /** Ids of the products and components that have to go. Of .NET a definition may be silent and have it. */
    List<String> unwanted() {
        List<String> products = server.installations().keySet().stream()
                .filter(product -> !wanted.installations().containsKey(product) && !product.equals(Product.DOTNET))
                .toList();
        Set<String> kept = ids(wanted.components());
        List<String> components = server.components().stream()
                .map(component -> component.value().id())
                .filter(id -> !kept.contains(id))
                .toList();
        return Stream.concat(components.stream(), products.stream()).toList();
    }

    List<Located<Term>> unwantedFeatures() {
        Set<String> kept = ids(wanted.features());
        return server.features().stream()
                .filter(feature -> !kept.contains(feature.value().id()))
                .toList();
    }

    List<Located<Term>> missingFeatures() {
        Set<String> enabled = ids(server.features());
        return wanted.features().stream()
                .filter(feature -> !enabled.contains(feature.value().id()))
                .toList();
    }

    private static Set<String> ids(List<Located<Term>> terms) {
        return terms.stream().map(term -> term.value().id()).collect(Collectors.toSet());
    }
}
