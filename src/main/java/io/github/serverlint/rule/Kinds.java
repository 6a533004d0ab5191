package io.github.serverlint.rule;

import io.github.serverlint.estate.Alike;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.transition.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which servers of an estate are of one kind. A large estate has many servers and few kinds of them, and whether a rule
 * has anything to say depends on what kinds there are and not on how many servers are of each: so the rules look at one
 * of each kind first, and at all servers only where something is wrong.
 */
final class Kinds {
    private final Collection<Kind> kinds;
    private final Estate sample;

    private Kinds(Collection<Kind> kinds, Estate estate) {
        this.kinds = kinds;
        this.sample = new Estate(
                kinds.stream()
                        .map(Kind::first)
                        .sorted(Comparator.comparing(Server::foldedName))
                        .toList(),
                estate.forests(),
                estate.migrations());
    }

    /** Servers of one kind, in their groups. */
    private record Kind(List<Alike> groups) {

        /** The first by name is the same wherever the servers are written. */
        Server first() {
            return groups.stream()
                    .map(Alike::first)
                    .min(Comparator.comparing(Server::foldedName))
                    .orElseThrow();
        }

        Stream<Server> servers() {
            return groups.stream().flatMap(group -> group.servers().stream());
        }
    }

    static Kinds of(Estate estate) {
        Map<Object, Kind> kinds = new LinkedHashMap<>();
        for (Alike group : estate.alike()) {
            kinds.computeIfAbsent(Profile.key(group.first()), key -> new Kind(new ArrayList<>()))
                    .groups()
                    .add(group);
        }
        return new Kinds(kinds.values(), estate);
    }

    /** An estate of the first server of each kind, in the order of their names. */
    Estate sample() {
        return sample;
    }

    /** The servers of the kinds of which something is to be said. */
    List<Server> faulty(Predicate<Server> isSaid) {
        return kinds.stream()
                .filter(kind -> isSaid.test(kind.first()))
                .flatMap(Kind::servers)
                .toList();
    }
}
