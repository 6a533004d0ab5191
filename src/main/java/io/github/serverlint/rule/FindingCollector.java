package io.github.serverlint.rule;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Collector of the findings of rules. Severities are added later by the run. */
public final class FindingCollector {
    private final List<FindingBuilder> faults = new ArrayList<>();
    private final List<NotJudged> undecided = new ArrayList<>();

    /** Adds a finding about a value of a server; the caller adds reason, fix and related places. */
    public FindingBuilder fault(RuleInfo rule, Server server, String key, Located<?> at, String message) {
        return fault(rule, at, message).about(server.serverName()).keyPath(server.keyPath(key));
    }

    /** Adds a finding about a forest. */
    public FindingBuilder fault(RuleInfo rule, Located<?> at, String message) {
        FindingBuilder fault = Finding.at(rule, at, message);
        faults.add(fault);
        return fault;
    }

    /** Reports that a rule could not check a server. */
    public void undecided(RuleInfo rule, Server server, Located<?> at, String missing) {
        undecided.add(new NotJudged(rule, server.serverName(), at.place(), missing));
    }

    /** Reports each server that a rule could not check because its forest is unknown. */
    public void forestUnknown(RuleInfo rule, Estate estate, Predicate<Server> concerned) {
        estate.servers().stream()
                .filter(server -> estate.forestOf(server).isEmpty() && concerned.test(server))
                .forEach(server -> forestUnknown(rule, server));
    }

    /** Reports that a rule could not check a server because its forest is unknown. */
    public void forestUnknown(RuleInfo rule, Server server) {
        // A forest that is named but not defined has been reported.
        if (server.forest().isEmpty()) {
            undecided(rule, server, server.name(), "the forest");
        }
    }

    public List<FindingBuilder> faults() {
        return List.copyOf(faults);
    }

    public List<NotJudged> undecided() {
        return List.copyOf(undecided);
    }
}
