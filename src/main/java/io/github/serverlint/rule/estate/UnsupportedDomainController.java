package io.github.serverlint.rule.estate;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.DirectoryFact;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.Context;
import io.github.serverlint.rule.EstateRule;
import io.github.serverlint.rule.Verdicts;
import io.github.serverlint.rule.estate.Organization.Member;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Domain controllers, or a functional level, that the Exchange of the forest does not support. One finding an Exchange
 * server and Windows release of domain controllers; for the level, one a forest and Exchange release.
 */
public final class UnsupportedDomainController implements EstateRule {
    private static final RuleInfo INFO = RuleInfo.judging(
            "unsupported-domain-controller",
            "domain controllers or functional levels outside what the Exchange release supports");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void judge(Estate estate, Context context, Verdicts verdicts) {
        Catalog catalog = context.catalog();
        verdicts.forestUnknown(
                INFO,
                estate,
                server -> !server.isEdgeTransport()
                        && server.installation(Product.EXCHANGE)
                                .filter(exchange -> !catalog.directoryFacts(exchange.release())
                                        .isEmpty())
                                .isPresent());
        for (Organization organization : Organization.of(estate)) {
            Forest forest = organization.forest();
            Map<Release, List<Machines>> machines = grouped(estate.domainControllersOf(forest));
            for (List<Member> members : organization.byRelease().values()) {
                List<Stand> stands = members.stream()
                        .map(member -> new Stand(member, DirectoryDemand.of(member.exchange(), catalog)))
                        .toList();
                if (!stands.get(0).demand().facts().isEmpty()) {
                    stands.forEach(stand ->
                            machines.values().forEach(ofRelease -> judge(stand, ofRelease, machines, verdicts)));
                    machines.values().stream()
                            .flatMap(List::stream)
                            .forEach(group -> sayWhatIsNotSaid(stands, group, verdicts));
                    forest.functionalLevel().ifPresent(level -> judge(forest, level, stands, verdicts));
                }
            }
        }
    }

    /** An Exchange server in its forest, and what it asks of it. */
    private record Stand(Member member, DirectoryDemand demand) {
        Server server() {
            return member.server();
        }

        Installation exchange() {
            return member.exchange();
        }

        String described() {
            return server().quoted() + " runs " + exchange().name();
        }

        void undecided(Verdicts verdicts) {
            verdicts.undecided(
                    INFO,
                    server(),
                    exchange().text(),
                    "the service pack of " + exchange().release());
        }

        Finding.Builder fault(Machines machines, String message, Verdicts verdicts) {
            return verdicts.fault(INFO, server(), Product.EXCHANGE, exchange().text(), message)
                    .related(
                            machines.first().name().value(),
                            machines.installation().text(),
                            machines.installation().name());
        }
    }

    /** Domain controllers with the same Windows, of which it is enough to judge one. */
    private record Machines(Release windows, Optional<Level> level, List<Server> servers) {
        Server first() {
            return servers.get(0);
        }

        Installation installation() {
            return first().windows().orElseThrow();
        }
    }

    private static Map<Release, List<Machines>> grouped(List<Server> domainControllers) {
        Map<Release, Map<Optional<Level>, Machines>> groups = new TreeMap<>(Comparator.comparingInt(Release::rank));
        for (Server machine : domainControllers) {
            machine.windows()
                    .ifPresent(os -> groups.computeIfAbsent(os.release(), key -> new LinkedHashMap<>())
                            .computeIfAbsent(
                                    os.level().map(Located::value),
                                    level -> new Machines(os.release(), level, new ArrayList<>()))
                            .servers()
                            .add(machine));
        }
        Map<Release, List<Machines>> grouped = new TreeMap<>(Comparator.comparingInt(Release::rank));
        groups.forEach((release, byLevel) ->
                grouped.put(release, byLevel.values().stream().toList()));
        return grouped;
    }

    private static Predicate<DirectoryFact> accepting(Machines machines) {
        return fact -> fact.accepts(machines.windows(), machines.level());
    }

    private static void judge(
            Stand stand, List<Machines> ofOneRelease, Map<Release, List<Machines>> all, Verdicts verdicts) {
        DirectoryDemand demand = stand.demand();
        List<Machines> refused = ofOneRelease.stream()
                .filter(machines -> !demand.isMet(accepting(machines)))
                // What is certain comes before what is doubtful.
                .sorted(Comparator.comparing(
                        machines -> demand.dispute(accepting(machines)).isPresent()))
                .toList();
        if (refused.isEmpty()) {
            if (ofOneRelease.stream().anyMatch(machines -> demand.isUndecided(accepting(machines)))) {
                stand.undecided(verdicts);
            }
            return;
        }
        Machines first = refused.get(0);
        int others =
                refused.stream().mapToInt(machines -> machines.servers().size()).sum() - 1;
        String message = stand.described()
                + (first.first().equals(stand.server())
                        ? " and is itself a domain controller"
                        : " beside the domain controller " + first.first().quoted())
                + " on " + first.installation().name() + (others == 0 ? "" : ", and " + others + " more like it");
        boolean perhapsUnused = mayBePassedOver(demand, first, all);
        String perhaps = perhapsUnused ? " It may use others only, which a definition cannot show." : "";
        Optional<DirectoryFact> dispute = demand.dispute(accepting(first));
        Optional<DirectoryFact> floor = demand.covering().stream()
                .filter(fact -> fact.domainControllers().containsKey(first.windows()))
                .min(Comparator.comparing(DirectoryFact::disputed));
        if (dispute.isPresent()) {
            stand.fault(first, message + "; whether it supports that is not certain.", verdicts)
                    .because(dispute.get().because())
                    .sources(dispute.get().evidence().citations())
                    .fix(demand.wayOut(accepting(first), windowsOf(demand), "Such domain controllers are supported by"))
                    .doubtful(true);
        } else if (floor.isPresent()) {
            String lowest = first.windows()
                    .nameAt(Optional.ofNullable(floor.get().domainControllers().get(first.windows())));
            String because = floor.get().because();
            stand.fault(first, message + "; it needs " + lowest + " or later there.", verdicts)
                    .because((because.isEmpty() ? "No lower service pack is listed for it." : because) + perhaps)
                    .sources(floor.get().evidence().citations())
                    .fix("Install " + lowest + " or a later one on the domain controllers.")
                    .doubtful(floor.get().evidence().isRecalled() || perhapsUnused);
        } else {
            stand.fault(first, message + ", which it does not support.", verdicts)
                    .because("An Exchange release supports only those Windows releases under its domain controllers"
                            + " that are listed for it." + perhaps)
                    .sources(demand.citations())
                    .fix(demand.wayOut(accepting(first), windowsOf(demand), "Such domain controllers are supported by"))
                    .doubtful(demand.isRecalled() || perhapsUnused);
        }
    }

    /** A service pack of domain controllers that is not said is worth a word if it makes a difference. */
    private static void sayWhatIsNotSaid(List<Stand> stands, Machines machines, Verdicts verdicts) {
        boolean decides = machines.level().isEmpty()
                && stands.stream()
                        .map(Stand::demand)
                        .anyMatch(demand -> demand.isMet(accepting(machines))
                                && !machines.windows().levels().stream()
                                        .allMatch(level -> demand.isMet(
                                                fact -> fact.accepts(machines.windows(), Optional.of(level)))));
        if (decides) {
            machines.servers()
                    .forEach(server -> verdicts.undecided(
                            INFO,
                            server,
                            server.windows().orElseThrow().text(),
                            "the service pack of " + machines.windows()));
        }
    }

    /** Some releases ask only for enough good domain controllers, and leave those alone that are too old. */
    private static boolean mayBePassedOver(DirectoryDemand demand, Machines refused, Map<Release, List<Machines>> all) {
        List<DirectoryFact> covering = demand.covering();
        boolean tooOld = covering.stream()
                .flatMap(fact -> fact.domainControllers().keySet().stream())
                .noneMatch(accepted -> accepted.isOlderThan(refused.windows()));
        return tooOld
                && covering.stream().anyMatch(fact -> !fact.all())
                && all.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(machines -> covering.stream()
                                .anyMatch(fact -> fact.domainControllers().containsKey(machines.windows())
                                        && accepting(machines).test(fact)));
    }

    private static void judge(Forest forest, Located<Term> level, List<Stand> stands, Verdicts verdicts) {
        Predicate<DirectoryFact> accepts = fact -> fact.functionalLevels().contains(level.value());
        List<Stand> refused = new ArrayList<>();
        for (Stand stand : stands) {
            if (!stand.demand().isMet(accepts)) {
                refused.add(stand);
            } else if (stand.demand().isUndecided(accepts)) {
                stand.undecided(verdicts);
            }
        }
        refused.stream()
                .min(Comparator.comparing(
                        stand -> stand.demand().dispute(accepts).isPresent()))
                .ifPresent(stand -> report(forest, level, stand, accepts, verdicts));
    }

    private static void report(
            Forest forest, Located<Term> level, Stand stand, Predicate<DirectoryFact> accepts, Verdicts verdicts) {
        DirectoryDemand demand = stand.demand();
        Optional<DirectoryFact> dispute = demand.dispute(accepts);
        String message = stand.described() + " in " + forest.described() + " at the functional level "
                + level.value().name()
                + (dispute.isPresent()
                        ? "; whether it supports that is not certain."
                        : ", which is not listed for it.");
        String levels = demand.accepted()
                .flatMap(fact -> fact.functionalLevels().stream())
                .distinct()
                .sorted(Comparator.comparingInt(Term::rank))
                .map(Term::name)
                .collect(Collectors.joining(", ", "the functional levels ", ""));
        verdicts.fault(INFO, level, message)
                .about(stand.server().name().value())
                .keyPath("forests." + forest.name().orElseThrow().value() + ".functional-level")
                .because(dispute.map(DirectoryFact::because)
                        .orElse("An Exchange release supports only those functional levels that are listed for it."))
                .sources(dispute.map(fact -> fact.evidence().citations()).orElseGet(demand::citations))
                .fix(demand.wayOut(accepts, levels, "That level is supported by"))
                .doubtful(dispute.isPresent() || demand.isRecalled())
                .related(
                        stand.server().name().value(),
                        stand.exchange().text(),
                        stand.exchange().name());
    }

    private static String windowsOf(DirectoryDemand demand) {
        return demand.accepted()
                .flatMap(fact -> fact.domainControllers().keySet().stream())
                .distinct()
                .sorted(Comparator.comparingInt(Release::rank))
                .map(Release::name)
                .collect(Collectors.joining(", ", "domain controllers on ", ""));
    }
}
