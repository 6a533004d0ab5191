package io.github.serverlint.estate;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.source.Located;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A server as it is defined. What could not be read is absent, and has been reported.
 *
 * <p>A large estate has many servers that are defined in the same words, and of most of them nobody asks where a word
 * stands. Such a server knows another one that is like it, and finds its own places when somebody does.
 */
public final class Server {
    private static final String GLOBAL_CATALOG = "global-catalog";
    private static final String DOMAIN_CONTROLLER = "domain-controller";
    private static final String FRONT_END = "front-end";
    private static final String BACK_END = "back-end";
    private static final String EDGE_TRANSPORT = "edge-transport";

    private final Located<String> name;
    /** Made where the name has just been read, because all servers are looked at by it. */
    private final String foldedName;

    private final Server model;
    private final @Nullable Supplier<Configuration> source;
    private volatile @Nullable Configuration configuration;

    /** A server by itself. */
    public Server(Located<String> name, Configuration configuration) {
        this.name = name;
        this.foldedName = folded(name);
        this.model = this;
        this.source = null;
        this.configuration = configuration;
    }

    /**
     * A server that is like another.
     *
     * @param model the same in all but its name and its places
     * @param source gives the configuration with places of its own; several threads may each ask it
     */
    public Server(Located<String> name, Server model, Supplier<Configuration> source) {
        this.name = name;
        this.foldedName = folded(name);
        this.model = model.model;
        this.source = source;
    }

    @SuppressWarnings("ReturnValueIgnored")
    private static String folded(Located<String> name) {
        String folded = Estate.folded(name.value());
        // A string keeps its hash: here its letters are at hand, and where all servers are looked at they are far.
        folded.hashCode();
        return folded;
    }

    public Located<String> name() {
        return name;
    }

    /** The name as it is compared with others. */
    public String foldedName() {
        return foldedName;
    }

    /** A server that is the same in all but its name and its places: for all that are known to be alike, it is one. */
    public Server model() {
        return model;
    }

    public Configuration configuration() {
        Configuration known = configuration;
        if (known == null) {
            known = Objects.requireNonNull(source).get();
            configuration = known;
        }
        return known;
    }

    /** The values, maybe at the places of another server. */
    private Configuration values() {
        return model.configuration();
    }

    public Map<String, Installation> installations() {
        return configuration().installations();
    }

    public List<Located<Term>> roles() {
        return terms(Configuration::roles);
    }

    public List<Located<Term>> features() {
        return terms(Configuration::features);
    }

    public List<Located<Term>> components() {
        return terms(Configuration::components);
    }

    /** Where there are none, there are no places to find. */
    private List<Located<Term>> terms(Function<Configuration, List<Located<Term>>> part) {
        return part.apply(values()).isEmpty() ? List.of() : part.apply(configuration());
    }

    public Optional<Cluster> cluster() {
        return values().cluster().isEmpty() ? Optional.empty() : configuration().cluster();
    }

    /** The name of its forest; empty if not said. */
    public Optional<Located<String>> forest() {
        return values().forest().isEmpty() ? Optional.empty() : configuration().forest();
    }

    /** The same without its place, which nobody has to look for then. */
    public Optional<String> forestName() {
        Optional<Located<String>> forest = values().forest();
        return forest.isEmpty() ? Optional.empty() : Optional.of(forest.get().value());
    }

    public Optional<Installation> installation(String productId) {
        return values().installations().containsKey(productId)
                ? Optional.ofNullable(installations().get(productId))
                : Optional.empty();
    }

    public Optional<Installation> windows() {
        return installation(Product.WINDOWS);
    }

    /** The same server under another name. */
    public Server named(Located<String> otherName) {
        return new Server(otherName, configuration());
    }

    /** The same server with another installation of a product, or with that product added. */
    public Server with(String productId, Installation installation) {
        return new Server(name, configuration().with(productId, installation));
    }

    /** The same server without a product or a component of that id. */
    public Server without(String id) {
        return new Server(name, configuration().without(id));
    }

    /** The same server as one that names no forest. */
    public Server withoutForest() {
        return new Server(name, configuration().withoutForest());
    }

    /** The same server with other features enabled. */
    public Server enabling(List<Located<Term>> enabled) {
        return new Server(name, configuration().enabling(enabled));
    }

    /** Whether its Windows is known to be that release or a newer one. */
    public boolean runsWindowsFrom(Release oldest) {
        Installation windows = values().installations().get(Product.WINDOWS);
        return windows != null && !windows.release().isOlderThan(oldest);
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
        for (Located<Term> role : values().roles()) {
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Server server
                && name.equals(server.name)
                && configuration().equals(server.configuration());
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return quoted() + " " + configuration();
    }
}
