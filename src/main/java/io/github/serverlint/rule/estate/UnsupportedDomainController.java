package io.github.serverlint.rule.estate;

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
import io.github.serverlint.source.Located;
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
        estate.servers().stream()
                .filter(server -> !server.isEdgeTransport()
                        && estate.forestOf(server).isEmpty()
                        && server.installation(Product.EXCHANGE)
                                .filter(exchange -> !context.catalog()
                                        .directoryFacts(exchange.release())
                                        .isEmpty())
                                .isPresent())
                .forEach(server -> verdicts.forestUnknown(INFO, server));
        for (Organization organization : Organization.of(estate)) {
            Forest forest = organization.forest();
            Map<Release, List<Machines>> domainControllers = grouped(estate.domainControllersOf(forest));
            organization.byRelease().forEach((release, members) -> {
                List<DirectoryFact> facts = context.catalog().directoryFacts(release);
                if (!facts.isEmpty()) {
                    for (Member member : members) {
                        DirectoryDemand demand = new DirectoryDemand(member.exchange(), facts);
                        domainControllers
                                .values()
                                .forEach(machines ->
                                        judgeMachines(member, demand, machines, domainControllers, verdicts));
                    }
                    forest.functionalLevel().ifPresent(level -> judgeLevel(forest, level, members, facts, verdicts));
                }
            });
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

    private static void judgeMachines(
            Member member,
            DirectoryDemand demand,
            List<Machines> ofOneRelease,
            Map<Release, List<Machines>> all,
            Verdicts verdicts) {
        List<Machines> refused = ofOneRelease.stream()
                .filter(machines -> !demand.isMet(accepting(machines)))
                .toList();
        if (refused.isEmpty()) {
            if (ofOneRelease.stream().anyMatch(machines -> demand.isUndecided(accepting(machines)))) {
                undecided(member, verdicts);
            }
            return;
        }
        Machines first = refused.get(0);
        int others =
                refused.stream().mapToInt(machines -> machines.servers().size()).sum() - 1;
        String message = member.server().quoted() + " runs " + member.exchange().name()
                + " beside the domain controller " + first.first().quoted() + " on "
                + first.installation().name() + (others == 0 ? "" : ", and " + others + " more like it");
        Optional<DirectoryFact> dispute = demand.dispute(accepting(first));
        Optional<DirectoryFact> floor = demand.covering().stream()
                .filter(fact -> fact.domainControllers().containsKey(first.windows()))
                .min(Comparator.comparing(DirectoryFact::disputed));
        Optional<Level> later = demand.metFrom(accepting(first));
        if (dispute.isPresent()) {
            fault(member, first, message + "; the sources disagree whether it supports that.", verdicts)
                    .because(dispute.get().because())
                    .sources(dispute.get().evidence().citations())
                    .fix(wayOut(demand, later, windowsOf(demand)))
                    .doubtful(true);
        } else if (floor.isPresent()) {
            String lowest = first.windows()
                    .nameAt(Optional.ofNullable(floor.get().domainControllers().get(first.windows())));
            fault(member, first, message + "; it needs " + lowest + " or later there.", verdicts)
                    .because(reason(floor.get().because(), "No lower service pack is listed for it."))
                    .sources(floor.get().evidence().citations())
                    .fix("Install " + lowest + " or a later one on the domain controllers.")
                    .doubtful(floor.get().evidence().isRecalled() || mayBePassedOver(demand, first, all));
        } else {
            fault(member, first, message + ", which it does not support.", verdicts)
                    .because("A Windows release that is not listed for an Exchange release is not supported under its"
                            + " domain controllers.")
                    .sources(demand.citations())
                    .fix(wayOut(demand, later, windowsOf(demand)))
                    .doubtful(demand.isRecalled() || mayBePassedOver(demand, first, all));
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

    private static void judgeLevel(
            Forest forest, Located<Term> level, List<Member> members, List<DirectoryFact> facts, Verdicts verdicts) {
        Predicate<DirectoryFact> accepts = fact -> fact.functionalLevels().contains(level.value());
        Optional<Member> disputed = Optional.empty();
        for (Member member : members) {
            DirectoryDemand demand = new DirectoryDemand(member.exchange(), facts);
            if (demand.isMet(accepts)) {
                if (demand.isUndecided(accepts)) {
                    undecided(member, verdicts);
                }
            } else if (demand.dispute(accepts).isEmpty()) {
                report(forest, level, member, demand, accepts, verdicts);
                return;
            } else if (disputed.isEmpty()) {
                disputed = Optional.of(member);
            }
        }
        disputed.ifPresent(member ->
                report(forest, level, member, new DirectoryDemand(member.exchange(), facts), accepts, verdicts));
    }

    private static void report(
            Forest forest,
            Located<Term> level,
            Member member,
            DirectoryDemand demand,
            Predicate<DirectoryFact> accepts,
            Verdicts verdicts) {
        Optional<DirectoryFact> dispute = demand.dispute(accepts);
        String message = member.server().quoted() + " runs " + member.exchange().name() + " in " + forest.described()
                + " at the functional level " + level.value().name()
                + (dispute.isPresent()
                        ? "; the sources disagree whether it supports that."
                        : ", which it does not support.");
        String levels = "the functional levels "
                + demand.covering().stream()
                        .filter(fact -> !fact.disputed())
                        .flatMap(fact -> fact.functionalLevels().stream())
                        .distinct()
                        .sorted(Comparator.comparingInt(Term::rank))
                        .map(Term::name)
                        .collect(Collectors.joining(", "));
        verdicts.fault(INFO, level, message)
                .about(member.server().name().value())
                .keyPath("forests." + forest.name().orElseThrow().value() + ".functional-level")
                .because(
                        dispute.map(DirectoryFact::because)
                                .orElse(
                                        "A functional level that is not listed for an Exchange release is not supported by it."))
                .sources(dispute.map(fact -> fact.evidence().citations()).orElseGet(demand::citations))
                .fix(wayOut(demand, demand.metFrom(accepts), levels))
                .doubtful(dispute.isPresent() || demand.isRecalled())
                .related(
                        member.exchange().text(),
                        member.exchange().name() + " of " + member.server().quoted());
    }

    private static String windowsOf(DirectoryDemand demand) {
        return "domain controllers on "
                + demand.covering().stream()
                        .filter(fact -> !fact.disputed())
                        .flatMap(fact -> fact.domainControllers().keySet().stream())
                        .distinct()
                        .sorted(Comparator.comparingInt(Release::rank))
                        .map(Release::name)
                        .collect(Collectors.joining(", "));
    }

    private static String wayOut(DirectoryDemand demand, Optional<Level> later, String supported) {
        Release release = demand.exchange().release();
        return later.map(level -> "Bring Exchange to " + release.nameAt(later) + " first.")
                .orElse(demand.exchange().name() + " supports " + supported + ".");
    }

    private static String reason(String said, String otherwise) {
        return said.isEmpty() ? otherwise : said;
    }

    private static void undecided(Member member, Verdicts verdicts) {
        verdicts.undecided(
                INFO,
                member.server(),
                member.exchange().text(),
                "the service pack of " + member.exchange().release());
    }

    private static Finding.Builder fault(Member member, Machines machines, String message, Verdicts verdicts) {
        return verdicts.fault(
                        INFO,
                        member.server(),
                        Product.EXCHANGE,
                        member.exchange().text(),
                        message)
                .related(
                        machines.installation().text(),
                        machines.installation().name() + " of "
                                + machines.first().quoted());
    }
}
