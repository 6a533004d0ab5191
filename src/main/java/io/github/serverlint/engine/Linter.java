package io.github.serverlint.engine;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.layout.Definitions;
import io.github.serverlint.rule.Context;
import io.github.serverlint.rule.EstateRule;
import io.github.serverlint.rule.Rule;
import io.github.serverlint.rule.RuleSet;
import io.github.serverlint.rule.StateRule;
import io.github.serverlint.rule.Undecided;
import io.github.serverlint.rule.Verdicts;
import io.github.serverlint.source.ConfigurationException;
import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.SourceTree;
import io.github.serverlint.source.Span;
import io.github.serverlint.yaml.YamlFile;
import io.github.serverlint.yaml.YamlReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lints the definitions of one run. */
public final class Linter {
    private final Catalog catalog;
    private final List<Rule> rules;

    /** A linter that judges by every rule. */
    public Linter(Catalog catalog) {
        this(catalog, RuleSet.judging());
    }

    /** A linter that judges by some rules only. */
    public Linter(Catalog catalog, List<Rule> rules) {
        this.catalog = catalog;
        this.rules = List.copyOf(rules);
    }

    /**
     * Finds, reads and judges.
     *
     * @throws ConfigurationException if something that was asked for is not there or cannot be read
     */
    public LintResult lint(LintRequest request) {
        Map<String, Path> found = request.tree().find(request.places());
        List<YamlFile> files = new ArrayList<>();
        found.forEach((shownPath, path) -> files.add(YamlReader.read(SourceTree.read(shownPath, path))));
        LintResult result = judge(files, request.severities(), request.asOf());
        if (request.failIfNoServers()
                && result.estate().servers().isEmpty()
                && result.findings().isEmpty()) {
            throw new ConfigurationException(nothingFound(request, found.size()));
        }
        if (request.failIfNoServers()
                && request.places().size() > 1
                && result.findings().isEmpty()) {
            request.places().forEach(place -> requireServers(request, place, result.estate()));
        }
        return result;
    }

    /** One place with servers does not make up for another that somebody named and that holds none. */
    private static void requireServers(LintRequest request, Path place, Estate estate) {
        Set<String> files = request.tree().find(List.of(place)).keySet();
        boolean hasServers = estate.servers().stream()
                .anyMatch(server -> files.contains(server.name().place().path()));
        if (!hasServers) {
            throw new ConfigurationException(
                    "sourceDirectories: " + place + " holds no server, and a gate that has checked"
                            + " nothing there is not green. Do not name it, or set failIfNoServers to false.");
        }
    }

    /** Judges definitions that are at hand as text. */
    public LintResult lint(List<SourceFile> files, RuleSeverities severities, LocalDate asOf) {
        return judge(files.stream().map(YamlReader::read).toList(), severities, asOf);
    }

    private LintResult judge(List<YamlFile> files, RuleSeverities severities, LocalDate asOf) {
        Definitions definitions = Definitions.of(files, catalog);
        Estate estate = definitions.estate();
        Verdicts verdicts = new Verdicts();
        Context context = new Context(catalog, asOf);
        for (Rule rule : rules) {
            if (severities.of(rule.info()).isPresent()) {
                judge(rule, estate, context, verdicts);
            }
        }
        List<Finding> findings = new ArrayList<>(definitions.findings());
        for (Finding.Builder fault : verdicts.faults()) {
            severities.of(fault.rule()).map(fault::build).ifPresent(findings::add);
        }
        return new LintResult(
                files.size(),
                estate,
                findings.stream().sorted(Finding.REPORT_ORDER).toList(),
                verdicts.undecided().stream()
                        // Two products on one Windows may both have asked for its service pack.
                        .distinct()
                        .sorted(Comparator.comparing(Undecided::span, Span.READING_ORDER))
                        .toList());
    }

    private static void judge(Rule rule, Estate estate, Context context, Verdicts verdicts) {
        if (rule instanceof StateRule stateRule) {
            for (Server server : estate.servers()) {
                stateRule.judge(server, context, verdicts);
            }
        } else if (rule instanceof EstateRule estateRule) {
            estateRule.judge(estate, context, verdicts);
        }
    }

    private static String nothingFound(LintRequest request, int files) {
        String where =
                String.join(", ", request.places().stream().map(Path::toString).toList());
        String what = files == 0
                ? "no file matches " + String.join(", ", request.tree().includes())
                : files == 1 ? "the 1 file there defines no server" : "the " + files + " files there define no server";
        return "sourceDirectories: " + what + " in " + where
                + ", and a gate that has checked nothing is not green. Name the folder that holds the definitions, or set failIfNoServers to false.";
    }
}
