package io.github.serverlint.engine;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.engine.LintResult.Comparison;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.layout.Definitions;
import io.github.serverlint.rule.Context;
import io.github.serverlint.rule.Judge;
import io.github.serverlint.rule.Judge.Judgement;
import io.github.serverlint.rule.Rule;
import io.github.serverlint.rule.Undecided;
import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.Span;
import io.github.serverlint.yaml.YamlReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges files that have been found: the states, the migrations, and what has changed. */
final class Run {
    private final Catalog catalog;
    private final Judge judge;

    Run(Catalog catalog, List<Rule> rules, RuleSeverities severities, LocalDate asOf) {
        this.catalog = catalog;
        this.judge = new Judge(rules, severities::of, new Context(catalog, asOf));
    }

    /** The definitions as they stand, with their migrations. */
    LintResult of(List<SourceFile> files) {
        Definitions definitions = read(files);
        MigrationJudge migrations = new MigrationJudge(judge, span -> true);
        List<Judgement> judgements = new ArrayList<>();
        judgements.add(judge.estate(definitions.estate()));
        definitions
                .estate()
                .migrations()
                .forEach(migration -> judgements.add(migrations.judge(migration, definitions.estate())));
        return result(files, definitions, judgements, Optional.empty());
    }

    /**
     * The definitions as they stand, and what has changed since a base.
     *
     * @param baseFiles the definitions as they were
     */
    LintResult since(LintRequest.Base base, String commit, List<SourceFile> baseFiles, List<SourceFile> files) {
        Definitions before = read(baseFiles);
        Definitions now = read(files);
        Set<String> texts = texts(baseFiles);
        // A file that is just as it was hides nothing that it did not hide before.
        Set<String> unread = now.findings().stream()
                .map(finding -> finding.span().file())
                .filter(file -> !texts.contains(file.text()))
                .map(SourceFile::path)
                .collect(Collectors.toSet());
        ChangeJudge change = new ChangeJudge(judge, before.estate(), now.estate(), files, unread);
        List<Judgement> judgements = List.of(judge.estate(now.estate()), change.judge());
        Comparison comparison = new Comparison(
                base.ref(),
                commit,
                before.estate().servers().size(),
                change.changedServers(),
                before.findings().stream()
                        .map(finding -> finding.span().toString())
                        .sorted()
                        .toList());
        LintResult result = result(files, now, judgements, Optional.of(comparison));
        return base.onlyNew() ? withoutKnown(result, of(baseFiles), baseFiles) : result;
    }

    private Definitions read(List<SourceFile> files) {
        return Definitions.of(files.stream().map(YamlReader::read).toList(), catalog);
    }

    private static Set<String> texts(List<SourceFile> files) {
        return files.stream().map(SourceFile::text).collect(Collectors.toSet());
    }

    /** Marks what the base had already, each finding of the base once. */
    private static LintResult withoutKnown(LintResult result, LintResult base, List<SourceFile> baseFiles) {
        Map<Finding.Identity, Integer> left = new HashMap<>();
        base.findings().forEach(finding -> left.merge(finding.identity(), 1, Integer::sum));
        Set<String> texts = texts(baseFiles);
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : result.findings()) {
            // What could not be read may hide anything, unless the file is just as it was.
            boolean mayBeKnown = !finding.rule().reading()
                    || texts.contains(finding.span().file().text());
            int alike = left.getOrDefault(finding.identity(), 0);
            if (mayBeKnown && alike > 0) {
                left.put(finding.identity(), alike - 1);
                findings.add(finding.known());
            } else {
                findings.add(finding);
            }
        }
        return new LintResult(result.files(), result.estate(), findings, result.undecided(), result.comparison());
    }

    private static LintResult result(
            List<SourceFile> files,
            Definitions definitions,
            List<Judgement> judgements,
            Optional<Comparison> comparison) {
        List<Finding> findings = new ArrayList<>(definitions.findings());
        List<Undecided> undecided = new ArrayList<>();
        judgements.forEach(judgement -> {
            findings.addAll(judgement.findings());
            undecided.addAll(judgement.undecided());
        });
        return new LintResult(
                files.size(),
                definitions.estate(),
                findings.stream().sorted(Finding.REPORT_ORDER).toList(),
                undecided.stream()
                        // Two products on one Windows may both have asked for its service pack.
                        .distinct()
                        .sorted(Comparator.comparing(Undecided::span, Span.READING_ORDER))
                        .toList(),
                comparison);
    }
}
