package io.github.serverlint.estate;

import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.text.Located;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Plain values of a server, without name and places: rules give servers of equal specs the same result. Order and
 * repetition in its lists are ignored.
 *
 * @param installations Windows and what is installed on it, by product id
 * @param candidates what may be installed where a text stands for several releases, by product id
 * @param node its place in a cluster, if it is a cluster node
 * @param forest the name of its forest normalized; empty if not given
 */
public record ServerSpec(
        Map<String, Installed> installations,
        Map<String, OpenInstallation> candidates,
        Set<Term> roles,
        Set<Term> features,
        Set<Term> components,
        Optional<NodeSpec> node,
        Optional<String> forest) {
    private static final String GLOBAL_CATALOG = "global-catalog";
    private static final String DOMAIN_CONTROLLER = "domain-controller";
    private static final Set<String> SEEN_IN_FORESTS = Set.of(Product.EXCHANGE, Product.AD_CONNECTOR);

    /** Release installed on a server; an empty value is not given. */
    public record Installed(
            Release release,
            Optional<Level> level,
            Optional<String> edition,
            Optional<Term> architecture,
            boolean isSetupInProgress) {

        /** Whether two installations may be the same; a value that is not given matches any. */
        public boolean isCompatibleWith(Installed other) {
            return release.equals(other.release)
                    && compatible(level, other.level)
                    && compatible(edition, other.edition)
                    && compatible(architecture, other.architecture)
                    && isSetupInProgress == other.isSetupInProgress;
        }

        private static <T> boolean compatible(Optional<T> one, Optional<T> other) {
            return one.isEmpty() || other.isEmpty() || one.equals(other);
        }
    }

    /**
     * Releases of which one is installed.
     *
     * @param text the text that stands for all of them, without regard to case: while it stays, the release stays
     * @param installed at least two
     */
    public record OpenInstallation(String text, List<Installed> installed) {
        static OpenInstallation of(List<Installation> all) {
            return new OpenInstallation(
                    Estate.folded(all.get(0).text().value().strip()),
                    all.stream().map(Installation::spec).toList());
        }
    }

    /**
     * Node of a cluster. Nodes are counted, so each of them has a spec of its own.
     *
     * @param server the name of the server normalized
     */
    public record NodeSpec(
            Optional<String> cluster, Optional<Integer> nodes, Optional<ClusterMembership.Mode> mode, String server) {}

    /** @param server the name normalized */
    static ServerSpec of(String server, Places places) {
        Map<String, Installed> installations = new HashMap<>();
        places.installations().forEach((product, installed) -> installations.put(product, installed.spec()));
        Map<String, OpenInstallation> candidates = Map.of();
        if (!places.candidates().isEmpty()) {
            candidates = new HashMap<>();
            for (Map.Entry<String, List<Installation>> each :
                    places.candidates().entrySet()) {
                candidates.put(each.getKey(), OpenInstallation.of(each.getValue()));
            }
        }
        return new ServerSpec(
                installations,
                candidates,
                values(places.roles()),
                values(places.features()),
                values(places.components()),
                places.cluster()
                        .map(clusterMembership -> new NodeSpec(
                                clusterMembership.name().map(Located::value),
                                clusterMembership.nodes().map(Located::value),
                                clusterMembership.mode().map(Located::value),
                                server)),
                places.forest().map(name -> Estate.folded(name.value())));
    }

    private static Set<Term> values(List<Located<Term>> terms) {
        if (terms.isEmpty()) {
            return Set.of();
        }
        Set<Term> values = new HashSet<>();
        terms.forEach(term -> values.add(term.value()));
        return values;
    }

    boolean hasRole(String id) {
        for (Term role : roles) {
            if (role.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    boolean isGlobalCatalog() {
        return hasRole(GLOBAL_CATALOG);
    }

    boolean isDomainController() {
        return hasRole(DOMAIN_CONTROLLER) || isGlobalCatalog();
    }

    /**
     * The part that forest rules look at: Exchange and the connectors. The rest concerns the server alone, and so does
     * its Windows, unless it is a domain controller or a cluster node or has features that require one.
     */
    ServerSpec forestView() {
        if (node.isPresent() || isDomainController() || !features.isEmpty()) {
            return this;
        }
        Map<String, Installed> seen = new HashMap<>(installations);
        seen.keySet().retainAll(SEEN_IN_FORESTS);
        Map<String, OpenInstallation> open = candidates;
        if (!SEEN_IN_FORESTS.containsAll(candidates.keySet())) {
            open = new HashMap<>(candidates);
            open.keySet().retainAll(SEEN_IN_FORESTS);
        }
        return new ServerSpec(seen, open, roles, Set.of(), Set.of(), node, forest);
    }

    private Set<String> products() {
        Set<String> products = new HashSet<>(installations.keySet());
        products.addAll(candidates.keySet());
        return products;
    }

    /** What may be installed of one of its products. */
    private List<Installed> possible(String product) {
        OpenInstallation open = candidates.get(product);
        return open != null ? open.installed() : List.of(Objects.requireNonNull(installations.get(product)));
    }

    /** Whether two definitions may describe the same server; a value that is not given matches any. */
    public boolean isCompatibleWith(ServerSpec other) {
        return products().equals(other.products())
                && products().stream()
                        .allMatch(product -> possible(product).stream()
                                .anyMatch(
                                        one -> other.possible(product).stream().anyMatch(one::isCompatibleWith)))
                && roles.equals(other.roles)
                && features.equals(other.features)
                && components.equals(other.components);
    }
}
