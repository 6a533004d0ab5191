package io.github.serverlint.estate;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.ServerName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Server as defined: its name, its plain values, and the place of each value. */
public final class Server {
    private static final String FRONT_END = "front-end";
    private static final String BACK_END = "back-end";
    private static final String EDGE_TRANSPORT = "edge-transport";

    private final ServerName serverName;
    private final Located<String> name;
    private final String foldedName;
    private final Places places;
    private final ServerSpec spec;
    /** Cache; the search for a plan needs it very often. */
    private @Nullable ServerSpec forestView;

    public Server(Located<String> name, Places places) {
        this(name, places, UnaryOperator.identity());
    }

    /** @param interner interns specs */
    public Server(Located<String> name, Places places, UnaryOperator<ServerSpec> interner) {
        this(name.with(ServerName.of(name.value())), places, interner, name);
    }

    private Server(
            Located<ServerName> serverName,
            Places places,
            UnaryOperator<ServerSpec> interner,
            Located<String> fullName) {
        this.serverName = serverName.value();
        this.name = fullName;
        this.foldedName = Estate.folded(name.value());
        this.places = places;
        this.spec = interner.apply(ServerSpec.of(foldedName, places));
    }

    /** A server whose name may have a scope. */
    public static Server scoped(Located<ServerName> name, Places places, UnaryOperator<ServerSpec> interner) {
        return new Server(name, places, interner, name.with(name.value().full()));
    }

    private Server with(Places others) {
        return new Server(name.with(serverName), others, UnaryOperator.identity(), name);
    }

    /** The full name, which identifies it; {@link #quoted()} is the one for people. */
    public Located<String> name() {
        return name;
    }

    public ServerName serverName() {
        return serverName;
    }

    /** The normalized full name, for comparisons. */
    public String foldedName() {
        return foldedName;
    }

    /** The plain values, without name and places. */
    public ServerSpec spec() {
        return spec;
    }

    /** The part of its spec that forest rules look at. */
    public ServerSpec forestView() {
        ServerSpec cached = forestView;
        if (cached == null) {
            cached = spec.forestView();
            forestView = cached;
        }
        return cached;
    }

    public Places places() {
        return places;
    }

    public Map<String, Installation> installations() {
        return places.installations();
    }

    /**
     * What may be installed where a text stands for several releases, by product id. Rules never see it: they judge the
     * server once with each.
     */
    public Map<String, List<Installation>> candidates() {
        return places.candidates();
    }

    /**
     * What is or may be installed, by product id: one installation where the release is known, several where a text
     * stands for several releases. Windows comes first.
     */
    public Map<String, List<Installation>> possible() {
        Map<String, List<Installation>> possible = new LinkedHashMap<>();
        if (candidates().containsKey(Product.WINDOWS)) {
            possible.put(Product.WINDOWS, Objects.requireNonNull(candidates().get(Product.WINDOWS)));
        }
        installations().forEach((product, installed) -> possible.put(product, List.of(installed)));
        possible.putAll(candidates());
        return possible;
    }

    /** Whether it has a product, even if it is open which release of it. */
    public boolean runs(String productId) {
        return installations().containsKey(productId) || candidates().containsKey(productId);
    }

    public List<Located<Term>> roles() {
        return places.roles();
    }

    public List<Located<Term>> features() {
        return places.features();
    }

    public List<Located<Term>> components() {
        return places.components();
    }

    public Optional<ClusterMembership> cluster() {
        return places.cluster();
    }

    /** The name of its forest; empty if not given. */
    public Optional<Located<String>> forest() {
        return places.forest();
    }

    public Optional<Installation> installation(String productId) {
        return Optional.ofNullable(installations().get(productId));
    }

    public Optional<Installation> windows() {
        return installation(Product.WINDOWS);
    }

    /**
     * Whether its Windows is known, if only weakly or as one of several candidates, so that rules judge it. One that is
     * ambiguous, encrypted, computed or misspelt is not known.
     */
    public boolean hasKnownWindows() {
        return runs(Product.WINDOWS);
    }

    /** The same server under another name. */
    public Server named(Located<String> otherName) {
        return new Server(otherName, places);
    }

    /**
     * The same server with one of the candidates of a product installed.
     *
     * @param index which of them
     */
    public Server choosing(String productId, int index) {
        Installation chosen =
                Objects.requireNonNull(candidates().get(productId)).get(index);
        Map<String, Installation> known = new LinkedHashMap<>();
        // Windows comes first, as in the catalog.
        if (productId.equals(Product.WINDOWS)) {
            known.put(productId, chosen);
        }
        known.putAll(installations());
        known.put(productId, chosen);
        return with(new Places(
                known, candidatesWithout(productId), roles(), features(), components(), cluster(), forest()));
    }

    /** The same server with another installation of a product, or with that product added. */
    public Server with(String productId, Installation installation) {
        Map<String, Installation> changed = new LinkedHashMap<>(installations());
        changed.put(productId, installation);
        return with(new Places(
                changed, candidatesWithout(productId), roles(), features(), components(), cluster(), forest()));
    }

    /** The same server without a product or a component of that id. */
    public Server without(String id) {
        Map<String, Installation> others = new LinkedHashMap<>(installations());
        others.remove(id);
        List<Located<Term>> left = components().stream()
                .filter(component -> !component.value().id().equals(id))
                .toList();
        return with(new Places(others, candidatesWithout(id), roles(), features(), left, cluster(), forest()));
    }

    private Map<String, List<Installation>> candidatesWithout(String productId) {
        if (!candidates().containsKey(productId)) {
            return candidates();
        }
        Map<String, List<Installation>> others = new LinkedHashMap<>(candidates());
        others.remove(productId);
        return others;
    }

    /** The same server in a forest. */
    public Server inForest(Located<String> forestName) {
        return with(new Places(
                installations(), candidates(), roles(), features(), components(), cluster(), Optional.of(forestName)));
    }

    /** The same server without a forest. */
    public Server withoutForest() {
        return with(new Places(
                installations(), candidates(), roles(), features(), components(), cluster(), Optional.empty()));
    }

    /** The same server with other features enabled. */
    public Server enabling(List<Located<Term>> enabled) {
        return with(new Places(
                installations(), candidates(), roles(), List.copyOf(enabled), components(), cluster(), forest()));
    }

    /** Whether it runs that release of Windows or a newer one. */
    public boolean runsWindowsFrom(Release oldest) {
        return windows()
                .filter(windows -> !windows.release().isOlderThan(oldest))
                .isPresent();
    }

    public boolean isGlobalCatalog() {
        return spec.isGlobalCatalog();
    }

    /** A global catalog is a domain controller too. */
    public boolean isDomainController() {
        return spec.isDomainController();
    }

    public boolean isFrontEnd() {
        return spec.hasRole(FRONT_END);
    }

    public boolean isBackEnd() {
        return spec.hasRole(BACK_END);
    }

    /** An edge server is in the perimeter network and uses no domain controller. */
    public boolean isEdgeTransport() {
        return spec.hasRole(EDGE_TRANSPORT);
    }

    /** The path of one of its keys: {@code servers.mail01.exchange}. */
    public String keyPath(String key) {
        return keyPath() + "." + key;
    }

    public String keyPath() {
        return "servers." + name.value();
    }

    /** The name as messages show it. */
    public String quoted() {
        return serverName.quoted();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Server server && name.equals(server.name) && places.equals(server.places);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return quoted() + " " + places;
    }
}
