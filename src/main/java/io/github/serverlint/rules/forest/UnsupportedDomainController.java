package io.github.serverlint.rules.forest;

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
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.ForestRule;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.WorseValue;
import io.github.serverlint.rules.forest.ExchangeOrganization.Member;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rule for domain controllers and functional levels that the Exchange of the forest does not support. It reports one
 * finding per Exchange server and Windows release of domain controllers; for the level, one per forest and Exchange
 * release.
 */
public final class UnsupportedDomainController implements ForestRule {
    private static final RuleInfo INFO = RuleInfo.judging(
            "unsupported-domain-controller",
            "domain controllers or functional levels outside what the Exchange release supports");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Estate estate, RuleContext ruleContext, FindingCollector findingCollector) {
        Catalog catalog = ruleContext.catalog();
        findingCollector.forestUnknown(
                INFO,
                estate,
                server -> !server.isEdgeTransport()
                        && server.installation(Product.EXCHANGE)
                                .filter(exchange -> !catalog.directoryFacts(exchange.release())
                                        .isEmpty())
                                .isPresent());
        for (ExchangeOrganization exchangeOrganization : ExchangeOrganization.of(estate)) {
            Forest forest = exchangeOrganization.forest();
            Map<Release, List<ControllerGroup>> machines = grouped(estate.domainControllersOf(forest));
            for (List<Member> members : exchangeOrganization.byRelease().values()) {
                Map<FaultyControllers, List<Partner>> partners = new HashMap<>();
                List<ExchangeInForest> exchangeServers = members.stream()
                        .map(member -> new ExchangeInForest(
                                member, ActiveDirectoryCheck.of(member.exchange(), catalog), partners))
                        .toList();
                if (!exchangeServers.get(0).directoryCheck().facts().isEmpty()) {
                    exchangeServers.forEach(exchangeInForest -> machines.values()
                            .forEach(ofRelease -> check(exchangeInForest, ofRelease, machines, findingCollector)));
                    machines.values().stream()
                            .flatMap(List::stream)
                            .forEach(group -> reportUnknownLevel(exchangeServers, group, findingCollector));
                    forest.functionalLevel()
                            .ifPresent(level -> check(forest, level, exchangeServers, findingCollector));
                }
            }
        }
    }

    /** Which of the domain controllers are at fault beside a release of Exchange depends on nothing else. */
    private record FaultyControllers(Optional<Level> exchange, Release windows) {}

    /**
     * Exchange server in its forest, with the check of its directory requirements.
     *
     * @param partners the domain controllers that are at fault, for all servers with the release
     */
    private record ExchangeInForest(
            Member member, ActiveDirectoryCheck directoryCheck, Map<FaultyControllers, List<Partner>> partners) {
        Server server() {
            return member.server();
        }

        Installation exchange() {
            return member.exchange();
        }

        String described() {
            return server().quoted() + " runs " + exchange().name();
        }

        void undecided(FindingCollector findingCollector) {
            findingCollector.undecided(
                    INFO,
                    server(),
                    exchange().text(),
                    "the service pack of " + exchange().release());
        }

        /**
         * A fault because of domain controllers.
         *
         * @param all those that are at fault, the given group among them
         */
        FindingBuilder fault(
                ControllerGroup controllerGroup,
                List<ControllerGroup> all,
                Function<Server, Partner> partner,
                String message,
                FindingCollector findingCollector) {
            return findingCollector
                    .fault(INFO, server(), Product.EXCHANGE, exchange().text(), message)
                    .related(
                            controllerGroup.first().serverName(),
                            controllerGroup.installation().text(),
                            controllerGroup.installation().name())
                    .with(partners.computeIfAbsent(
                            new FaultyControllers(exchange().level().map(Located::value), controllerGroup.windows()),
                            key -> List.copyOf(all.stream()
                                    .flatMap(group -> group.servers().stream())
                                    .map(partner)
                                    .toList())));
        }
    }

    /** Domain controllers with the same Windows, checked as one. */
    private record ControllerGroup(Release windows, Optional<Level> level, List<Server> servers) {
        Server first() {
            return servers.get(0);
        }

        Installation installation() {
            return first().windows().orElseThrow();
        }
    }

    private static Map<Release, List<ControllerGroup>> grouped(List<Server> domainControllers) {
        Map<Release, Map<Optional<Level>, ControllerGroup>> groups =
                new TreeMap<>(Comparator.comparingInt(Release::rank));
        for (Server machine : domainControllers) {
            machine.windows()
                    .filter(os -> !os.release().isNewerThanCatalog())
                    .ifPresent(os -> groups.computeIfAbsent(os.release(), key -> new LinkedHashMap<>())
                            .computeIfAbsent(
                                    os.level().map(Located::value),
                                    level -> new ControllerGroup(os.release(), level, new ArrayList<>()))
                            .servers()
                            .add(machine));
        }
        Map<Release, List<ControllerGroup>> grouped = new TreeMap<>(Comparator.comparingInt(Release::rank));
        groups.forEach((release, byLevel) ->
                grouped.put(release, byLevel.values().stream().toList()));
        return grouped;
    }

    private static Predicate<DirectoryFact> accepting(ControllerGroup controllerGroup) {
        return fact -> fact.accepts(controllerGroup.windows(), controllerGroup.level());
    }

    private static void check(
            ExchangeInForest exchangeInForest,
            List<ControllerGroup> ofOneRelease,
            Map<Release, List<ControllerGroup>> all,
            FindingCollector findingCollector) {
        ActiveDirectoryCheck directoryCheck = exchangeInForest.directoryCheck();
        List<ControllerGroup> unsupported = ofOneRelease.stream()
                .filter(controllerGroup -> !directoryCheck.isMet(accepting(controllerGroup))
                        && !directoryCheck.mayAcceptLater(controllerGroup.windows()))
                // Certain findings come before doubtful ones.
                .sorted(Comparator.comparing(controllerGroup ->
                        directoryCheck.dispute(accepting(controllerGroup)).isPresent()))
                .toList();
        if (unsupported.isEmpty()) {
            if (ofOneRelease.stream()
                    .anyMatch(controllerGroup -> directoryCheck.isUndecided(accepting(controllerGroup)))) {
                exchangeInForest.undecided(findingCollector);
            }
            return;
        }
        ControllerGroup first = unsupported.get(0);
        int others = unsupported.stream()
                        .mapToInt(controllerGroup -> controllerGroup.servers().size())
                        .sum()
                - 1;
        String message = exchangeInForest.described()
                + (first.first().equals(exchangeInForest.server())
                        ? " and is itself a domain controller"
                        : " beside the domain controller " + first.first().quoted())
                + " on " + first.installation().name() + (others == 0 ? "" : ", and " + others + " more like it");
        boolean perhapsUnused = mayBeUnused(directoryCheck, first, all);
        String perhaps = perhapsUnused ? " It may use others only, which a definition cannot show." : "";
        Optional<DirectoryFact> dispute = directoryCheck.dispute(accepting(first));
        Optional<DirectoryFact> floor = directoryCheck.covering().stream()
                .filter(fact -> fact.domainControllers().containsKey(first.windows()))
                .min(Comparator.comparing(DirectoryFact::disputed));
        WorseValue worse = WorseValue.than(
                first.windows(),
                directoryCheck
                        .accepted()
                        .flatMap(fact -> fact.domainControllers().keySet().stream())
                        .toList());
        Function<Server, Partner> outside =
                machine -> worse.partner(machine, first.windows(), directoryCheck.catalog());
        if (dispute.isPresent()) {
            exchangeInForest
                    .fault(
                            first,
                            unsupported,
                            outside,
                            message + "; whether it supports that is not certain.",
                            findingCollector)
                    .because(dispute.get().because())
                    .sources(dispute.get().evidence().citations())
                    .fix(directoryCheck.suggestFix(
                            accepting(first), windowsOf(directoryCheck), "Such domain controllers are supported by"))
                    .doubtful(true);
        } else if (floor.isPresent()) {
            String lowest = first.windows()
                    .nameAt(Optional.ofNullable(floor.get().domainControllers().get(first.windows())));
            String because = floor.get().because();
            exchangeInForest
                    .fault(
                            first,
                            unsupported,
                            machine -> WorseValue.OLDER.partner(
                                    machine, machine.windows().orElseThrow(), directoryCheck.catalog()),
                            message + "; it needs " + lowest + " or later there.",
                            findingCollector)
                    .because((because.isEmpty() ? "No lower service pack is listed for it." : because) + perhaps)
                    .sources(floor.get().evidence().citations())
                    .fix("Install " + lowest + " or a later one on the domain controllers.")
                    .doubtful(floor.get().evidence().isRecalled() || perhapsUnused);
        } else {
            exchangeInForest
                    .fault(first, unsupported, outside, message + ", which it does not support.", findingCollector)
                    .because("An Exchange release supports only those Windows releases under its domain controllers"
                            + " that are listed for it." + perhaps)
                    .sources(directoryCheck.citations())
                    .fix(directoryCheck.suggestFix(
                            accepting(first), windowsOf(directoryCheck), "Such domain controllers are supported by"))
                    .doubtful(directoryCheck.isRecalled() || perhapsUnused);
        }
    }

    /** Reports an unknown service pack of domain controllers if it makes a difference. */
    private static void reportUnknownLevel(
            List<ExchangeInForest> exchangeServers,
            ControllerGroup controllerGroup,
            FindingCollector findingCollector) {
        boolean decides = controllerGroup.level().isEmpty()
                && exchangeServers.stream()
                        .map(ExchangeInForest::directoryCheck)
                        .anyMatch(directoryCheck -> directoryCheck.isMet(accepting(controllerGroup))
                                && !controllerGroup.windows().levels().stream()
                                        .allMatch(level -> directoryCheck.isMet(
                                                fact -> fact.accepts(controllerGroup.windows(), Optional.of(level)))));
        if (decides) {
            controllerGroup
                    .servers()
                    .forEach(server -> findingCollector.undecided(
                            INFO,
                            server,
                            server.windows().orElseThrow().text(),
                            "the service pack of " + controllerGroup.windows()));
        }
    }

    /**
     * Whether Exchange may ignore the controllers: some releases require only some supported controllers, and do not
     * use those that are too old.
     */
    private static boolean mayBeUnused(
            ActiveDirectoryCheck directoryCheck, ControllerGroup unsupported, Map<Release, List<ControllerGroup>> all) {
        List<DirectoryFact> covering = directoryCheck.covering();
        boolean tooOld = covering.stream()
                .flatMap(fact -> fact.domainControllers().keySet().stream())
                .noneMatch(accepted -> accepted.isOlderThan(unsupported.windows()));
        return tooOld
                && covering.stream().anyMatch(fact -> !fact.all())
                && all.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(controllerGroup -> covering.stream()
                                .anyMatch(fact -> fact.domainControllers().containsKey(controllerGroup.windows())
                                        && accepting(controllerGroup).test(fact)));
    }

    private static void check(
            Forest forest,
            Located<Term> level,
            List<ExchangeInForest> exchangeServers,
            FindingCollector findingCollector) {
        Predicate<DirectoryFact> accepts = fact -> fact.functionalLevels().contains(level.value());
        List<ExchangeInForest> unsupported = new ArrayList<>();
        for (ExchangeInForest exchangeInForest : exchangeServers) {
            if (exchangeInForest.directoryCheck().mayAcceptLater(level.value())) {
                continue;
            }
            if (!exchangeInForest.directoryCheck().isMet(accepts)) {
                unsupported.add(exchangeInForest);
            } else if (exchangeInForest.directoryCheck().isUndecided(accepts)) {
                exchangeInForest.undecided(findingCollector);
            }
        }
        unsupported.stream()
                .min(Comparator.comparing(exchangeInForest ->
                        exchangeInForest.directoryCheck().dispute(accepts).isPresent()))
                .ifPresent(exchangeInForest ->
                        report(forest, level, exchangeInForest, unsupported, accepts, findingCollector));
    }

    private static void report(
            Forest forest,
            Located<Term> level,
            ExchangeInForest exchangeInForest,
            List<ExchangeInForest> all,
            Predicate<DirectoryFact> accepts,
            FindingCollector findingCollector) {
        ActiveDirectoryCheck directoryCheck = exchangeInForest.directoryCheck();
        Optional<DirectoryFact> dispute = directoryCheck.dispute(accepts);
        String message = exchangeInForest.described() + " in " + forest.described() + " at the functional level "
                + level.value().name()
                + (dispute.isPresent()
                        ? "; whether it supports that is not certain."
                        : ", which is not listed for it.");
        String levels = directoryCheck
                .accepted()
                .flatMap(fact -> fact.functionalLevels().stream())
                .distinct()
                .sorted(Comparator.comparingInt(Term::rank))
                .map(Term::name)
                .collect(Collectors.joining(", ", "the functional levels ", ""));
        findingCollector
                .fault(INFO, level, message)
                .about(exchangeInForest.server().serverName())
                .keyPath("forests." + forest.name().orElseThrow().value() + ".functional-level")
                .because(dispute.map(DirectoryFact::because)
                        .orElse("An Exchange release supports only those functional levels that are listed for it."))
                .sources(dispute.map(fact -> fact.evidence().citations()).orElseGet(directoryCheck::citations))
                .fix(directoryCheck.suggestFix(accepts, levels, "That level is supported by"))
                .doubtful(dispute.isPresent() || directoryCheck.isRecalled())
                .topic(forest.title() + " at " + level.value().name())
                .with(all.stream()
                        .map(other -> Partner.of(
                                other.server().name().value(),
                                other.exchange().release().name()))
                        .toList())
                .related(
                        exchangeInForest.server().serverName(),
                        exchangeInForest.exchange().text(),
                        exchangeInForest.exchange().name());
    }

    private static String windowsOf(ActiveDirectoryCheck directoryCheck) {
        return directoryCheck
                .accepted()
                .flatMap(fact -> fact.domainControllers().keySet().stream())
                .distinct()
                .sorted(Comparator.comparingInt(Release::rank))
                .map(Release::name)
                .collect(Collectors.joining(", ", "domain controllers on ", ""));
    }
}
