package io.github.serverlint.engine;

import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.git.BaseRevision;
import io.github.serverlint.rule.Rule;
import io.github.serverlint.rule.RuleSet;
import io.github.serverlint.source.ConfigurationException;
import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.SourceTree;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        List<SourceFile> files = found.entrySet().parallelStream()
                .map(file -> SourceTree.read(file.getKey(), file.getValue()))
                .toList();
        Run run = new Run(
                catalog,
                rules,
                request.severities(),
                request.asOf(),
                request.baseline().map(Baseline::read));
        LintResult result = request.base()
                .map(base -> {
                    BaseRevision revision = BaseRevision.read(base.ref(), request.tree(), request.places());
                    return run.since(base, revision.commit(), revision.files(), files);
                })
                .orElseGet(() -> run.of(files));
        if (request.failIfNoServers()
                && result.estate().servers().isEmpty()
                && result.findings().stream().noneMatch(Finding::isOpen)) {
            throw new ConfigurationException(nothingFound(request, found.size()));
        }
        if (request.failIfNoServers()
                && request.places().size() > 1
                && result.findings().stream().noneMatch(Finding::isOpen)) {
            request.places().forEach(place -> requireServers(request, place, result.estate()));
        }
        return result;
    }

    /** One place with servers does not make up for another that somebody named and that holds none. */
    private static void requireServers(LintRequest request, Path place, Estate estate) {
        Set<String> files = request.tree().find(List.of(place)).keySet();
        boolean isJudged = Stream.concat(
                        estate.servers().stream().map(Server::name),
                        estate.migrations().stream().map(Migration::name))
                .anyMatch(name -> files.contains(name.place().path()));
        if (!isJudged) {
            throw new ConfigurationException(
                    "sourceDirectories: " + place + " holds no server, and a gate that has checked"
                            + " nothing there is not green. Do not name it, or set failIfNoServers to false.");
        }
    }

    /** Judges definitions that are at hand as text. */
    public LintResult lint(List<SourceFile> files, RuleSeverities severities, LocalDate asOf) {
        return new Run(catalog, rules, severities, asOf, Optional.empty()).of(files);
    }

    /** Judges definitions, and what has changed since a base, that are at hand as text. */
    public LintResult lint(
            List<SourceFile> base, List<SourceFile> files, boolean onlyNew, RuleSeverities severities, LocalDate asOf) {
        return new Run(catalog, rules, severities, asOf, Optional.empty())
                .since(new LintRequest.Base("base", onlyNew), "base", base, files);
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
