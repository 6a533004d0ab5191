package io.github.serverlint.transition;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.source.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of a server or a forest, whatever it is called and wherever it is written. */
public final class Profile {
    private Profile() {}

    /** A text that is the same for servers that every rule judges alike. */
    public static String of(Server server) {
        StringBuilder profile = new StringBuilder();
        server.installations()
                .forEach((product, installed) -> profile.append(product)
                        .append('=')
                        .append(of(installed))
                        .append(';'));
        profile.append(ids(server.roles())).append(ids(server.features())).append(ids(server.components()));
        server.cluster()
                // The nodes of a cluster are counted, so none of them stands for another.
                .ifPresent(cluster -> profile.append(cluster.name().map(Located::value))
                        .append(cluster.nodes().map(Located::value))
                        .append(cluster.mode().map(Located::value))
                        .append(Estate.folded(server.name().value())));
        server.forest().ifPresent(forest -> profile.append('@').append(Estate.folded(forest.value())));
        return profile.toString();
    }

    /**
     * A text that is the same for servers in which all rules about servers together see the same. What is beside Exchange
     * and the connectors is the affair of one server, and so is its Windows, unless the server is a domain controller, a
     * cluster node or has features that ask for one.
     */
    public static String amongOthers(Server server) {
        if (server.cluster().isPresent()
                || server.isDomainController()
                || !server.features().isEmpty()) {
            return of(server);
        }
        return server.installation(Product.EXCHANGE).map(Profile::of).orElse("-")
                + ';'
                + server.installation(Product.AD_CONNECTOR).map(Profile::of).orElse("-")
                + ids(server.roles())
                + server.forest().map(forest -> Estate.folded(forest.value())).orElse("");
    }

    /**
     * What is the same for servers that every rule judges alike, as an object, which is made sooner than the text: for
     * estates of many servers, each of which is looked at once. Lists in another order make it another one.
     */
    public static Object key(Server server) {
        List<Object> profile = new ArrayList<>();
        for (Installation installed : server.installations().values()) {
            profile.add(installed.release());
            profile.add(installed.level().map(level -> level.value().rank()).orElse(-1));
            profile.add(installed.edition().map(Located::value).orElse(""));
            profile.add(installed.architecture().map(Located::value));
            profile.add(installed.isSetupInProgress());
        }
        for (List<Located<Term>> terms : List.of(server.roles(), server.features(), server.components())) {
            profile.add(terms.size());
            for (Located<Term> term : terms) {
                profile.add(term.value());
            }
        }
        server.cluster().ifPresent(cluster -> {
            profile.add(cluster.name().map(Located::value));
            profile.add(cluster.nodes().map(Located::value));
            profile.add(cluster.mode().map(Located::value));
            profile.add(Estate.folded(server.name().value()));
        });
        profile.add(server.forestName().map(Estate::folded));
        return profile;
    }

    private static String of(Installation installed) {
        return installed.release().id()
                + ' '
                + word(installed.level())
                + ' '
                + word(installed.edition())
                + ' '
                + word(installed.architecture())
                + (installed.isSetupInProgress() ? " in progress" : "");
    }

    /** A text that is the same for forests that every rule judges alike. */
    public static String of(Forest forest) {
        List<Located<Term>> done = new ArrayList<>(forest.preparedSince());
        forest.prepared().ifPresent(declared -> done.addAll(declared.done()));
        return word(forest.functionalLevel())
                + ' '
                + word(forest.domainMode())
                + ' '
                + forest.prepared().isPresent()
                + ids(done);
    }

    private static String word(Optional<? extends Located<?>> value) {
        return value.map(said -> String.valueOf(said.value())).orElse("?");
    }

    private static String ids(Collection<Located<Term>> terms) {
        return terms.stream()
                .map(term -> term.value().id())
                .distinct()
                .sorted()
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Whether two definitions may mean the same server: what one of them does not say may be what the other says. */
    public static boolean agree(Server one, Server other) {
        return one.installations().keySet().equals(other.installations().keySet())
                && one.installations().entrySet().stream()
                        .allMatch(entry -> agree(
                                entry.getValue(),
                                Objects.requireNonNull(other.installations().get(entry.getKey()))))
                && ids(one.roles()).equals(ids(other.roles()))
                && ids(one.features()).equals(ids(other.features()))
                && ids(one.components()).equals(ids(other.components()));
    }

    /** Whether two installations may be the same. */
    public static boolean agree(Installation one, Installation other) {
        return one.release().equals(other.release())
                && agree(one.level(), other.level())
                && agree(one.edition(), other.edition())
                && agree(one.architecture(), other.architecture())
                && one.isSetupInProgress() == other.isSetupInProgress();
    }

    private static <T> boolean agree(Optional<Located<T>> one, Optional<Located<T>> other) {
        return one.isEmpty()
                || other.isEmpty()
                || Objects.equals(one.get().value(), other.get().value());
    }
}
