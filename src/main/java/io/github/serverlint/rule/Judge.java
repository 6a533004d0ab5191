package io.github.serverlint.rule;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.source.RunMonitor;
import io.github.serverlint.transition.Profile;
import io.github.serverlint.transition.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Applies the rules of a run, each at the severity that the run gives it. It remembers, and is for one thread; what it
 * shares out among others itself touches nothing that it remembers.
 */
public final class Judge {
    private static final Judgement NOTHING = new Judgement(List.of(), List.of());

    private final List<StateRule> ofServers;
    private final List<EstateRule> ofEstates;
    private final List<TransitionRule> ofTransitions;
    private final Function<RuleInfo, Optional<Severity>> severities;
    private final Context context;
    private final RunMonitor monitor;
    private final Map<String, Boolean> faultless = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final IdentityHashMap<Server, String> kindOf = new IdentityHashMap<>();

    /**
     * @param severities the severity of each rule; empty for one that is off
     */
    public Judge(
            List<Rule> rules, Function<RuleInfo, Optional<Severity>> severities, Context context, RunMonitor monitor) {
        List<Rule> on = rules.stream()
                .filter(rule -> severities.apply(rule.info()).isPresent())
                .toList();
        this.ofServers = only(StateRule.class, on);
        this.ofEstates = only(EstateRule.class, on);
        this.ofTransitions = only(TransitionRule.class, on);
        this.severities = severities;
        this.context = context;
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
    public record Judgement(List<Finding> findings, List<Undecided> undecided) {}

    /** An estate as it stands, in whatever order. */
    public Judgement estate(Estate estate) {
        Kinds kinds = Kinds.of(estate);
        List<Judgement> judgements = new ArrayList<>();
        judgements.addAll(ofServers(kinds));
        RunMonitor.Part asking = monitor.part("rules about servers together asked", ofEstates.size());
        List<EstateRule> concerned = ofEstates.parallelStream()
                .filter(rule -> asking.one(() -> isSaid(judgement(rule, kinds.sample()))))
                .toList();
        if (!concerned.isEmpty()) {
            Estate ordered = estate.inOrderOfNames();
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

    /** What is said of one server is said of all others of its kind, and of most kinds it is nothing. */
    private List<Judgement> ofServers(Kinds kinds) {
        List<Server> faulty = kinds.faulty(server -> isSaid(server(server)));
        RunMonitor.Part judging = monitor.part("servers judged", faulty.size());
        return faulty.parallelStream()
                .map(server -> judging.one(() -> server(server)))
                .toList();
    }

    private static boolean isSaid(Judgement judgement) {
        return !judgement.findings().isEmpty() || !judgement.undecided().isEmpty();
    }

    private Judgement judgement(EstateRule rule, Estate estate) {
        Verdicts verdicts = new Verdicts();
        rule.judge(estate, context, verdicts);
        return judgement(verdicts);
    }

    /** One server as it stands, by itself. */
    public Judgement server(Server server) {
        Verdicts verdicts = new Verdicts();
        ofServers.forEach(rule -> rule.judge(server, context, verdicts));
        return judgement(verdicts);
    }

    /** The servers of an estate as they stand together. */
    public Judgement together(Estate estate) {
        return isFaultless(estate) ? NOTHING : all(estate);
    }

    /**
     * Whether nothing at all is to be said of servers as they stand together. That depends on what kinds of them there
     * are and not on how many, and it is remembered: estates along a way differ little from each other.
     */
    public boolean isFaultless(Estate estate) {
        Map<Integer, Server> kinds = new TreeMap<>();
        estate.servers().forEach(server -> kinds.putIfAbsent(number(server), server));
        Estate sample = new Estate(List.copyOf(kinds.values()), estate.forests(), List.of());
        if (numbers.size() > Character.MAX_VALUE) {
            // Of more kinds than there are characters two would be remembered as the same.
            return !isSaid(all(sample));
        }
        StringBuilder state = new StringBuilder();
        estate.forests().forEach(forest -> state.append(Profile.of(forest)).append('\n'));
        kinds.keySet().forEach(number -> state.append((char) number.intValue()));
        return faultless.computeIfAbsent(state.toString(), key -> !isSaid(all(sample)));
    }

    private Judgement all(Estate estate) {
        Verdicts verdicts = new Verdicts();
        Estate ordered = estate.inOrderOfNames();
        ofEstates.forEach(rule -> rule.judge(ordered, context, verdicts));
        return judgement(verdicts);
    }

    /** Kinds are numbered, so that a state is remembered in a few characters. */
    private int number(Server server) {
        return numbers.computeIfAbsent(kind(server), key -> numbers.size());
    }

    /** What is the same for servers that the rules about servers together take for the same. */
    public String kind(Server server) {
        return kindOf.computeIfAbsent(server, Profile::amongOthers);
    }

    /** How one state becomes another. */
    public Judgement transition(Transition transition) {
        Verdicts verdicts = new Verdicts();
        ofTransitions.forEach(rule -> rule.judge(transition, context, verdicts));
        return judgement(verdicts);
    }

    /** Whether a finding about a step makes it needless to judge the state that the step leads to. */
    boolean rejects(Finding finding) {
        return finding.severity() == Severity.ERROR
                && ofTransitions.stream().anyMatch(rule -> rule.info().equals(finding.rule()) && rule.rejectsTheStep());
    }

    private Judgement judgement(Verdicts verdicts) {
        monitor.checkCancelled();
        List<Finding> findings = verdicts.faults().stream()
                .flatMap(fault -> severities.apply(fault.rule()).map(fault::build).stream())
                .toList();
        return new Judgement(findings, verdicts.undecided());
    }
}
