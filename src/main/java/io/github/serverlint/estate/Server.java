package io.github.serverlint.estate;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.source.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server as it is defined. What could not be read is absent, and has been reported.
 *
 * @param installations Windows and what is installed on it, by product id, in the order of the catalog
 * @param features those that are enabled
 * @param forest the name of its forest; empty if not said
 */
public record Server(
        Located<String> name,
        Map<String, Installation> installations,
        List<Located<Term>> roles,
        List<Located<Term>> features,
        List<Located<Term>> components,
        Optional<Cluster> cluster,
        Optional<Located<String>> forest) {
    private static final String GLOBAL_CATALOG = "global-catalog";
    private static final String DOMAIN_CONTROLLER = "domain-controller";
    private static final String FRONT_END = "front-end";
    private static final String BACK_END = "back-end";
    private static final String EDGE_TRANSPORT = "edge-transport";

    public Optional<Installation> installation(String productId) {
        return Optional.ofNullable(installations.get(productId));
    }

    public Optional<Installation> windows() {
        return installation(Product.WINDOWS);
    }

    /** The same server with another installation of a product, or with that product added. */
    public Server with(String productId, Installation installation) {
        Map<String, Installation> changed = new LinkedHashMap<>(installations);
        changed.put(productId, installation);
        return new Server(name, changed, roles, features, components, cluster, forest);
    }

    /** The same server under another name. */
    public Server named(Located<String> otherName) {
        return new Server(otherName, installations, roles, features, components, cluster, forest);
    }

    /** The same server as one that names no forest. */
    public Server withoutForest() {
        return new Server(name, installations, roles, features, components, cluster, Optional.empty());
    }

    /** The same server without a product or a component of that id. */
    public Server without(String id) {
        Map<String, Installation> others = new LinkedHashMap<>(installations);
        others.remove(id);
        List<Located<Term>> left = components.stream()
                .filter(component -> !component.value().id().equals(id))
                .toList();
        return new Server(name, others, roles, features, left, cluster, forest);
    }

    /** The same server with other features enabled. */
    public Server enabling(List<Located<Term>> enabled) {
        return new Server(name, installations, roles, List.copyOf(enabled), components, cluster, forest);
    }

    /** Whether its Windows is known to be that release or a newer one. */
    public boolean runsWindowsFrom(Release oldest) {
        return windows().filter(os -> !os.release().isOlderThan(oldest)).isPresent();
    }

    public boolean isGlobalCatalog() {
        return hasRole(GLOBAL_CATALOG);
    }

    /** A global catalog is a domain controller too. */
    public boolean isDomainController() {
        return hasRole(DOMAIN_CONTROLLER) || isGlobalCatalog();
    }

    public boolean isFrontEnd() {
        return hasRole(FRONT_END);
    }

    public boolean isBackEnd() {
        return hasRole(BACK_END);
    }

    /** An edge server stands in the perimeter network and asks no domain controller. */
    public boolean isEdgeTransport() {
        return hasRole(EDGE_TRANSPORT);
    }

    private boolean hasRole(String id) {
        for (Located<Term> role : roles) {
            if (role.value().id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** Where one of its keys stands: {@code servers.mail01.exchange}. */
    public String keyPath(String key) {
        return keyPath() + "." + key;
    }

    public String keyPath() {
        return "servers." + name.value();
    }

    /** How messages name it. */
    public String quoted() {
        return "\"" + name.value() + "\"";
    }
}
