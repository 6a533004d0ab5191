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
 * Applies the rules of a run, each at the severity that the run gives it. It remembers, and is for one thread; what it
 * shares out among others itself touches nothing that it remembers.
 */
public final class RuleEngine {
    private static final Judgement NOTHING = new Judgement(List.of(), List.of());

    private final List<ServerRule> ofServers;
    private final List<ForestRule> ofEstates;
    private final List<ChangeRule> ofTransitions;
    private final Function<RuleInfo, Optional<Severity>> severities;
    private final RuleContext ruleContext;
    private final RunMonitor monitor;
    private final Map<State, Boolean> faultless = new HashMap<>();

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
        this.ofServers = only(ServerRule.class, on);
        this.ofEstates = only(ForestRule.class, on);
        this.ofTransitions = only(ChangeRule.class, on);
        this.severities = severities;
        this.ruleContext = ruleContext;
        this.monitor = monitor;
    }

    private static <R extends Rule> List<R> only(Class<R> kind, List<Rule> rules) {
        return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * What the rules say.
     *
     * @param findings in no order
     */
    public record Judgement(List<Finding> findings, List<NotJudged> undecided) {}

    /** What decides whether servers stand together without fault. */
    private record State(List<Forest.Spec> forests, Set<ServerSpec> servers) {}

    /** An estate as it stands, in whatever order. */
    public Judgement estate(Estate estate) {
        ServerClasses classes = ServerClasses.of(estate.servers());
        Estate sample = classes.sample(estate);
        List<Judgement> judgements = new ArrayList<>(ofServers(classes));
        RunMonitor.Part asking = monitor.part("rules about servers together asked", ofEstates.size());
        List<ForestRule> concerned = ofEstates.parallelStream()
                .filter(rule -> asking.one(() -> isSaid(judgement(rule, sample))))
                .toList();
        if (!concerned.isEmpty()) {
            Estate ordered = estate.sortedByName();
            RunMonitor.Part applying = monitor.part("rules about servers together applied", concerned.size());
            judgements.addAll(concerned.parallelStream()
                    .map(rule -> applying.one(() -> judgement(rule, ordered)))
                    .toList());
        }
        return new Judgement(
                judgements.stream()
                        .flatMap(judgement -> judgement.findings().stream())
                        .toList(),
                judgements.stream()
                        .flatMap(judgement -> judgement.undecided().stream())
                        .toList());
    }

    /** What is said of one server is said of all others of its class, and of most classes it is nothing. */
    private List<Judgement> ofServers(ServerClasses classes) {
        List<Server> faulty = classes.faulty(server -> isSaid(server(server)));
        RunMonitor.Part judging = monitor.part("servers judged", faulty.size());
        return faulty.parallelStream()
                .map(server -> judging.one(() -> server(server)))
                .toList();
    }

    private static boolean isSaid(Judgement judgement) {
        return !judgement.findings().isEmpty() || !judgement.undecided().isEmpty();
    }

    private Judgement judgement(ForestRule rule, Estate estate) {
        FindingCollector findingCollector = new FindingCollector();
        rule.judge(estate, ruleContext, findingCollector);
        return judgement(findingCollector);
    }

    /** One server as it stands, by itself. */
    public Judgement server(Server server) {
        FindingCollector findingCollector = new FindingCollector();
        ofServers.forEach(rule -> rule.judge(server, ruleContext, findingCollector));
        return judgement(findingCollector);
    }

    /** The servers of an estate as they stand together. */
    public Judgement together(Estate estate) {
        return isFaultless(estate) ? NOTHING : all(estate);
    }

    /**
     * Whether nothing at all is to be said of servers as they stand together. That depends on what specs there are and not
     * on how many servers have them, and it is remembered: estates along a way differ little from each other.
     */
    public boolean isFaultless(Estate estate) {
        Map<ServerSpec, Server> servers = new LinkedHashMap<>();
        estate.servers().forEach(server -> servers.putIfAbsent(server.forestView(), server));
        State state = new State(estate.forests().stream().map(Forest::spec).toList(), servers.keySet());
        return faultless.computeIfAbsent(
                state, key -> !isSaid(all(new Estate(List.copyOf(servers.values()), estate.forests(), List.of()))));
    }

    private Judgement all(Estate estate) {
        FindingCollector findingCollector = new FindingCollector();
        Estate ordered = estate.sortedByName();
        ofEstates.forEach(rule -> rule.judge(ordered, ruleContext, findingCollector));
        return judgement(findingCollector);
    }

    /** How one state becomes another. */
    public Judgement transition(Transition transition) {
        FindingCollector findingCollector = new FindingCollector();
        ofTransitions.forEach(rule -> rule.judge(transition, ruleContext, findingCollector));
        return judgement(findingCollector);
    }

    /** Whether a finding about a step makes it needless to judge the state that the step leads to. */
    boolean rejects(Finding finding) {
        return finding.severity() == Severity.ERROR
                && ofTransitions.stream().anyMatch(rule -> rule.info().equals(finding.rule()) && rule.rejectsStep());
    }

    private Judgement judgement(FindingCollector findingCollector) {
        monitor.checkCancelled();
        List<Finding> findings = findingCollector.faults().stream()
                .flatMap(fault -> severities.apply(fault.rule()).map(fault::build).stream())
                .toList();
        return new Judgement(findings, findingCollector.undecided());
    }
}
