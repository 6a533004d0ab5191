package io.github.serverlint.analysis;

import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.change.EstateSimulation;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An estate with each combination of the candidates that rules about servers together look at.
 *
 * @param estates one for each way of the resolutions; the estate itself if nothing is open
 */
record ResolvedEstates(Resolutions resolutions, List<Estate> estates) {

    static ResolvedEstates of(Estate estate) {
        return of(estate, group -> true, List.of(), Set.of());
    }

    /**
     * The estate with each combination of the candidates in some of its groups; elsewhere they stay open.
     *
     * @param groups the groups, see {@link EstateSimulation#groupOf}
     * @param others servers that are added later
     * @param alone the normalized names of servers all of whose candidates matter, even those that no rule about servers
     *     together looks at; such a server is combined by itself
     */
    static ResolvedEstates of(Estate estate, Predicate<String> groups, Collection<Server> others, Set<String> alone) {
        List<Resolutions.OpenServer> members = new ArrayList<>();
        if (hasOpen(estate.servers()) || hasOpen(others)) {
            EstateSimulation simulation = new EstateSimulation(estate);
            List<Server> all = new ArrayList<>(estate.servers());
            all.addAll(others);
            Set<OpenRelease.OpenReleaseId> known = new HashSet<>();
            for (Server server : all) {
                boolean isAlone = alone.contains(server.foldedName());
                List<OpenRelease> open = OpenRelease.of(server).stream()
                        .filter(release -> isAlone
                                || server.forestView()
                                        .candidates()
                                        .containsKey(release.key().product()))
                        .filter(release -> known.add(release.key()))
                        .toList();
                if (!open.isEmpty() && groups.test(simulation.groupOf(server))) {
                    members.add(new Resolutions.OpenServer(
                            simulation.groupOf(server), isAlone ? server.foldedName() : server.forestView(), open));
                }
            }
        }
        Resolutions resolutions = Resolutions.of(members);
        return new ResolvedEstates(
                resolutions,
                resolutions.isSingle() ? List.of(estate) : resolutions.each(way -> resolutions.resolved(way, estate)));
    }

    private static boolean hasOpen(Collection<Server> servers) {
        return servers.stream().anyMatch(server -> !server.candidates().isEmpty());
    }

    /** What a check finds in all of the estates, by the number of the way. */
    RuleFindings merged(BiFunction<Integer, Estate, RuleFindings> check) {
        List<RuleFindings> each = new ArrayList<>();
        estates.forEach(estate -> each.add(check.apply(each.size(), estate)));
        return MergedFindings.of(resolutions, each);
    }

    /** What a check finds in all of the estates. */
    RuleFindings merged(Function<Estate, RuleFindings> check) {
        return merged((way, estate) -> check.apply(estate));
    }
}
