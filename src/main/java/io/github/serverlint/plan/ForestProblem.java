package io.github.serverlint.plan;

import static io.github.serverlint.plan.CandidateSteps.PLACE;
import static io.github.serverlint.plan.CandidateSteps.located;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Places;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.ServerSpec;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Planning problem of one forest: its servers now and in the target.
 *
 * @param forest the current forest; empty if none is declared or it is unknown
 * @param wantedForest the forest of the target; empty if it does not define it
 * @param beside the candidate forests, if the forest of its servers is unknown
 * @param pairs every server of now or of the target, by name
 * @param taken the normalized names that are in use in any forest
 */
record ForestProblem(
        Optional<Forest> forest,
        Optional<Forest> wantedForest,
        List<Forest> beside,
        Map<String, Pair> pairs,
        Set<String> taken) {

    /** Server now and in the target; one of the two may be absent. */
    record Pair(String name, Optional<Server> start, Optional<Server> wanted) {
        List<Optional<ServerSpec>> specs() {
            return List.of(start.map(Server::spec), wanted.map(Server::spec));
        }
    }

    /** The current servers and forest. */
    Estate start() {
        return estate(Pair::start, forest);
    }

    /** The servers and the forest of the target. */
    Estate wanted() {
        return estate(Pair::wanted, wantedForest.or(() -> forest));
    }

    private Estate estate(Function<Pair, Optional<Server>> side, Optional<Forest> own) {
        return new Estate(servers(side).toList(), own.map(List::of).orElse(beside), List.of());
    }

    /** The servers of now or of the target. */
    Stream<Server> servers(Function<Pair, Optional<Server>> side) {
        return pairs.values().stream().flatMap(pair -> side.apply(pair).stream());
    }

    /** The classes of servers with equal specs now and in the target. */
    Collection<List<Pair>> equivalentPairs() {
        return pairs.values().stream()
                .collect(Collectors.groupingBy(Pair::specs, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** The newest release of each product in the target. */
    Map<String, Release> newestWanted() {
        Map<String, Release> newest = new HashMap<>();
        servers(Pair::wanted)
                .forEach(server -> server.installations()
                        .forEach((product, installed) ->
                                newest.merge(product, installed.release(), (a, b) -> a.isOlderThan(b) ? b : a)));
        return newest;
    }

    /**
     * The candidates for a swing server: each release of Exchange from the oldest current one to the newest of the
     * target, at each milestone level, on a Windows that supports it.
     */
    List<Server> swings(Catalog catalog, PlanConstraints planConstraints) {
        List<Release> releases = Stream.concat(servers(Pair::start), servers(Pair::wanted))
                .flatMap(server -> server.installation(Product.EXCHANGE).stream())
                .map(Installation::release)
                .toList();
        Set<Server> swings = new LinkedHashSet<>();
        for (Release release : catalog.product(Product.EXCHANGE).orElseThrow().releases()) {
            boolean between = releases.stream().anyMatch(known -> !release.isOlderThan(known))
                    && releases.stream().anyMatch(known -> !known.isOlderThan(release));
            if (between) {
                for (Level level : catalog.milestoneLevels(release, false)) {
                    swing(release, level, catalog, planConstraints).ifPresent(swings::add);
                }
            }
        }
        // The newest first, since it is supported longest.
        List<Server> newestFirst = new ArrayList<>(swings);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    /** A swing server on the newest Windows that supports it and is not newer than the target's. */
    private Optional<Server> swing(Release exchange, Level level, Catalog catalog, PlanConstraints planConstraints) {
        Optional<Release> newest = Optional.ofNullable(newestWanted().get(Product.WINDOWS));
        List<Release> platforms =
                new ArrayList<>(catalog.product(Product.WINDOWS).orElseThrow().releases());
        Collections.reverse(platforms);
        for (Release platform : platforms) {
            boolean tooNew =
                    newest.filter(wanted -> wanted.isOlderThan(platform)).isPresent();
            if (tooNew || catalog.support(exchange, platform).isEmpty()) {
                continue;
            }
            Optional<Level> last = platform.levels().stream().reduce((older, newer) -> newer);
            Server server =
                    server(CandidateSteps.at(platform, last), CandidateSteps.at(exchange, Optional.of(level)), catalog);
            if (planConstraints.isFaultless(server)) {
                return Optional.of(server);
            }
        }
        return Optional.empty();
    }

    private Server server(Installation windows, Installation exchange, Catalog catalog) {
        Map<String, Installation> installed = new LinkedHashMap<>();
        installed.put(Product.WINDOWS, windows);
        installed.put(Product.EXCHANGE, exchange);
        List<Located<Term>> roles = catalog.roles().find("mailbox").stream()
                .map(role -> Located.of(role, PLACE))
                .toList();
        return new Server(
                located("swing"),
                new Places(
                        installed,
                        roles,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        forest.flatMap(Forest::name).map(name -> located(name.value()))));
    }
}
