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
 * What a server is, without its name and its places: rules judge servers of equal specs alike. Order and repetition in
 * its lists make no difference.
 *
 * @param installations Windows and what is installed on it, by product id
 * @param node of which cluster it is a node
 * @param forest the name of its forest in lower case; empty if not said
 */
public record ServerSpec(
        Map<String, Installed> installations,
        Set<Term> roles,
        Set<Term> features,
        Set<Term> components,
        Optional<NodeSpec> node,
        Optional<String> forest) {
    private static final String GLOBAL_CATALOG = "global-catalog";
    private static final String DOMAIN_CONTROLLER = "domain-controller";

    /** A release on a server; what is empty is not said. */
    public record Installed(
            Release release,
            Optional<Level> level,
            Optional<String> edition,
            Optional<Term> architecture,
            boolean isSetupInProgress) {

        /** Whether two installations may be the same: what one of them does not say may be what the other says. */
        public boolean agreesWith(Installed other) {
            return release.equals(other.release)
                    && agree(level, other.level)
                    && agree(edition, other.edition)
                    && agree(architecture, other.architecture)
                    && isSetupInProgress == other.isSetupInProgress;
        }

        private static <T> boolean agree(Optional<T> one, Optional<T> other) {
            return one.isEmpty() || other.isEmpty() || one.equals(other);
        }
    }

    /**
     * A node of a cluster. The nodes are counted, so each of them is a kind of its own.
     *
     * @param server the name of the server in lower case
     */
    public record NodeSpec(
            Optional<String> cluster, Optional<Integer> nodes, Optional<Cluster.Mode> mode, String server) {}

    /** @param server the name in lower case */
    static ServerSpec of(String server, Places places) {
        Map<String, Installed> installations = new HashMap<>();
        places.installations().forEach((product, installed) -> installations.put(product, installed.spec()));
        return new ServerSpec(
                installations,
                values(places.roles()),
                values(places.features()),
                values(places.components()),
                places.cluster()
                        .map(cluster -> new NodeSpec(
                                cluster.name().map(Located::value),
                                cluster.nodes().map(Located::value),
                                cluster.mode().map(Located::value),
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
     * What the rules about servers together see of it. What is beside Exchange and the connectors is the affair of one
     * server, and so is its Windows, unless it is a domain controller or a cluster node or has features that ask for one.
     */
    ServerSpec amongOthers() {
        if (node.isPresent() || isDomainController() || !features.isEmpty()) {
            return this;
        }
        Map<String, Installed> seen = new HashMap<>(installations);
        seen.keySet().retainAll(Set.of(Product.EXCHANGE, Product.AD_CONNECTOR));
        return new ServerSpec(seen, roles, Set.of(), Set.of(), node, forest);
    }

    /** Whether two definitions may mean the same server: what one of them does not say may be what the other says. */
    public boolean agreesWith(ServerSpec other) {
        return installations.keySet().equals(other.installations.keySet())
                && installations.entrySet().stream()
                        .allMatch(entry -> entry.getValue()
                                .agreesWith(Objects.requireNonNull(other.installations.get(entry.getKey()))))
                && roles.equals(other.roles)
                && features.equals(other.features)
                && components.equals(other.components);
    }
}
