package io.github.serverlint.analysis;

import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.ServerSpec;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.rule.ChangeRule;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.ForestRule;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.rule.Rule;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.ServerRule;
import io.github.serverlint.run.RunMonitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Engine that applies the rules of a run, each at its configured severity. It has a cache and is not thread-safe; the
 * parallel streams it uses itself do not touch the cache.
 */
public final class RuleEngine {
    private static final RuleFindings NOTHING = new RuleFindings(List.of(), List.of());

    private final List<ServerRule> serverRules;
    private final List<ForestRule> forestRules;
    private final List<ChangeRule> changeRules;
    private final Function<RuleInfo, Optional<Severity>> severities;
    private final RuleContext ruleContext;
    private final RunMonitor monitor;
    private final Map<State, Boolean> cleanStates = new HashMap<>();

    /**
     * @param severities the severity of each rule; empty for one that is off
     */
    public RuleEngine(
            List<Rule> rules,
            Function<RuleInfo, Optional<Severity>> severities,
            RuleContext ruleContext,
            RunMonitor monitor) {
        List<Rule> on = rules.stream()
                .filter(rule -> severities.apply(rule.info()).isPresent())
                .toList();
        this.serverRules = only(ServerRule.class, on);
        this.forestRules = only(ForestRule.class, on);
        this.changeRules = only(ChangeRule.class, on);
        this.severities = severities;
        this.ruleContext = ruleContext;
        this.monitor = monitor;
    }

    private static <R extends Rule> List<R> only(Class<R> kind, List<Rule> rules) {
        return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * Result of applying rules.
     *
     * @param findings in no order
     */
    public record RuleFindings(List<Finding> findings, List<NotJudged> undecided) {

        /** The same with more checks that could not be made. */
        RuleFindings and(List<NotJudged> more) {
            List<NotJudged> all = new ArrayList<>(undecided);
            all.addAll(more);
            return more.isEmpty() ? this : new RuleFindings(findings, all);
        }
    }

    /** Cache key: the plain values that forest rules depend on. */
    private record State(List<Forest.Spec> forests, Set<ServerSpec> servers) {}

    /** Checks all servers of an estate, by themselves and together. */
    public RuleFindings checkEstate(Estate estate) {
        ServerClasses classes = ServerClasses.of(estate.servers());
        ResolvedEstates sample = ResolvedEstates.of(classes.sample(estate));
        List<RuleFindings> judgements = new ArrayList<>(checkServers(classes));
        RunMonitor.Part asking = monitor.part("rules about servers together asked", forestRules.size());
        List<OpenRelease> left = sample.resolutions().left();
        // Where releases are left open, the sample may leave others open than the whole estate does.
        List<ForestRule> concerned = forestRules.parallelStream()
                .filter(rule -> asking.one(() -> !left.isEmpty()
                        || sample.estates().stream().anyMatch(resolved -> hasFindings(findings(rule, resolved)))))
                .toList();
        if (!concerned.isEmpty()) {
            ResolvedEstates all = ResolvedEstates.of(estate.sortedByName());
            RunMonitor.Part applying = monitor.part("rules about servers together applied", concerned.size());
            judgements.addAll(concerned.parallelStream()
                    .map(rule -> applying.one(() -> all.merged(resolved -> findings(rule, resolved))))
                    .toList());
            judgements.add(
                    new RuleFindings(List.of(), notJudged(all.resolutions().left(), forestRules)));
        }
        return new RuleFindings(
                judgements.stream()
                        .flatMap(ruleFindings -> ruleFindings.findings().stream())
                        .toList(),
                judgements.stream()
                        .flatMap(ruleFindings -> ruleFindings.undecided().stream())
                        .toList());
    }

    /** Checks one server of each class, and all servers of those with findings. */
    private List<RuleFindings> checkServers(ServerClasses classes) {
        List<Server> withFindings = classes.withFindings(server -> hasFindings(checkServer(server)));
        RunMonitor.Part judging = monitor.part("servers judged", withFindings.size());
        return withFindings.parallelStream()
                .map(server -> judging.one(() -> checkServer(server)))
                .toList();
    }

    private static boolean hasFindings(RuleFindings ruleFindings) {
        return !ruleFindings.findings().isEmpty() || !ruleFindings.undecided().isEmpty();
    }

    private RuleFindings findings(ForestRule rule, Estate estate) {
        FindingCollector findingCollector = new FindingCollector();
        rule.check(estate, ruleContext, findingCollector);
        return findings(findingCollector);
    }

    /** The checks that some rules cannot make, because the releases that are left open have too many combinations. */
    private static List<NotJudged> notJudged(List<OpenRelease> left, List<? extends Rule> rules) {
        return left.stream()
                .flatMap(release -> rules.stream()
                        .map(rule -> new NotJudged(
                                rule.info(),
                                release.serverName(),
                                release.text().place(),
                                "which of " + release.either() + " it is, since there are too many combinations,")))
                .toList();
    }

    /** The checks that no rule about several servers or about changes can make. */
    List<NotJudged> notJudged(List<OpenRelease> left) {
        List<Rule> rules = new ArrayList<>(forestRules);
        rules.addAll(changeRules);
        return notJudged(left, rules);
    }

    /** Checks one server by itself, with each of its candidates. */
    public RuleFindings checkServer(Server server) {
        if (server.candidates().isEmpty()) {
            return checkResolved(server);
        }
        Resolutions resolutions = Resolutions.ofServers(List.of(server));
        return MergedFindings.of(
                resolutions, resolutions.each(way -> checkResolved(resolutions.resolved(way, server))));
    }

    private RuleFindings checkResolved(Server server) {
        FindingCollector findingCollector = new FindingCollector();
        serverRules.forEach(rule -> rule.check(server, ruleContext, findingCollector));
        return findings(findingCollector);
    }

    /** Applies the forest rules to an estate. */
    public RuleFindings checkForests(Estate estate) {
        return hasCleanForests(estate) ? NOTHING : applyForestRules(estate);
    }

    /**
     * Whether the forest rules report nothing. That depends on which specs exist and not on how many servers have them,
     * and it is cached: the estates of a plan differ little from each other.
     */
    public boolean hasCleanForests(Estate estate) {
        Map<ServerSpec, Server> servers = new LinkedHashMap<>();
        estate.servers().forEach(server -> servers.putIfAbsent(server.forestView(), server));
        State state = new State(estate.forests().stream().map(Forest::spec).toList(), servers.keySet());
        return cleanStates.computeIfAbsent(
                state,
                key -> !hasFindings(
                        applyForestRules(new Estate(List.copyOf(servers.values()), estate.forests(), List.of()))));
    }

    private RuleFindings applyForestRules(Estate estate) {
        FindingCollector findingCollector = new FindingCollector();
        Estate ordered = estate.sortedByName();
        forestRules.forEach(rule -> rule.check(ordered, ruleContext, findingCollector));
        return findings(findingCollector);
    }

    /** Checks a transition, with each candidate of its servers. */
    public RuleFindings checkTransition(Transition transition) {
        List<Server> servers = new ArrayList<>(transition.frontEnds());
        servers.addAll(transition.domainControllers());
        transition.after().ifPresent(server -> servers.add(0, server));
        transition.before().ifPresent(server -> servers.add(0, server));
        if (servers.stream().allMatch(server -> server.candidates().isEmpty())) {
            return checkResolved(transition);
        }
        Resolutions resolutions = Resolutions.ofServers(servers);
        RuleFindings merged = MergedFindings.of(
                resolutions,
                resolutions.each(way -> checkResolved(transition.with(server -> resolutions.resolved(way, server)))));
        return merged.and(notJudged(resolutions.left(), changeRules));
    }

    private RuleFindings checkResolved(Transition transition) {
        FindingCollector findingCollector = new FindingCollector();
        changeRules.forEach(rule -> rule.check(transition, ruleContext, findingCollector));
        return findings(findingCollector);
    }

    /** Whether a finding rejects its step, so that the state after it is not checked. */
    boolean rejects(Finding finding) {
        return finding.severity() == Severity.ERROR
                && changeRules.stream().anyMatch(rule -> rule.info().equals(finding.rule()) && rule.rejectsStep());
    }

    private RuleFindings findings(FindingCollector findingCollector) {
        monitor.checkCancelled();
        List<Finding> findings = findingCollector.faults().stream()
                .flatMap(fault -> severities.apply(fault.rule()).map(fault::build).stream())
                .toList();
        return new RuleFindings(findings, findingCollector.undecided());
    }
}
