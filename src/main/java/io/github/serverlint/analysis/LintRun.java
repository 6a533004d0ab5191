package io.github.serverlint.analysis;

import io.github.serverlint.analysis.LintResult.BaseComparison;
import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.KnownFaults;
import io.github.serverlint.finding.RunScope;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.git.BaseRevision;
import io.github.serverlint.input.LoadedEstate;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.rule.Rule;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.suppression.Suppressions;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.YamlFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Run over a set of files: checks the states, the migrations and the changes. */
final class LintRun {
    private final Catalog catalog;
    private final List<Rule> rules;
    private final DefinitionLoader definitionLoader;
    private final RuleSeverities severities;
    private final LocalDate asOf;
    private final Optional<Baseline> baseline;
    private final RuleEngine ruleEngine;

    LintRun(
            Catalog catalog,
            List<Rule> rules,
            DefinitionLoader definitionLoader,
            RuleSeverities severities,
            LocalDate asOf,
            Optional<Baseline> baseline) {
        this.catalog = catalog;
        this.rules = rules;
        this.definitionLoader = definitionLoader;
        this.severities = severities;
        this.asOf = asOf;
        this.baseline = baseline;
        this.ruleEngine =
                new RuleEngine(rules, severities::of, new RuleContext(catalog, asOf), definitionLoader.monitor());
    }

    /** Checks the current definitions and their migrations. */
    LintResult of(List<SourceFile> files) {
        List<YamlFile> yaml = definitionLoader.parse(files);
        return of(yaml, definitionLoader.definitions(yaml));
    }

    private LintResult of(List<YamlFile> yaml, LoadedEstate loadedEstate) {
        MigrationAnalyzer migrations = new MigrationAnalyzer(ruleEngine, span -> true);
        List<RuleFindings> judgements = new ArrayList<>();
        judgements.add(ruleEngine.checkEstate(loadedEstate.estate()));
        loadedEstate
                .estate()
                .migrations()
                .forEach(migration -> judgements.add(migrations.analyze(migration, loadedEstate.estate())));
        return result(yaml, loadedEstate, judgements, Optional.empty());
    }

    /**
     * Checks the current definitions and the changes since a base.
     *
     * @param revision the base
     */
    LintResult since(LintRequest.Base base, BaseRevision revision, List<SourceFile> files) {
        List<SourceFile> baseFiles = revision.files();
        List<YamlFile> yaml = definitionLoader.parse(files);
        List<YamlFile> baseYaml = definitionLoader.parse(baseFiles);
        LoadedEstate before = definitionLoader.definitions(baseYaml);
        LoadedEstate now = definitionLoader.definitions(yaml);
        Set<String> texts = texts(baseFiles);
        // An unchanged file hides nothing new.
        Set<String> unread = now.errors().stream()
                .map(finding -> finding.span().file())
                .filter(file -> !texts.contains(file.text()))
                .map(SourceFile::path)
                .collect(Collectors.toSet());
        ChangeAnalyzer change = new ChangeAnalyzer(ruleEngine, before.estate(), now.estate(), files, unread);
        List<RuleFindings> judgements =
                List.of(ruleEngine.checkEstate(now.estate()), change.analyze(), unreadable(before, now, files));
        BaseComparison baseComparison = new BaseComparison(
                base.ref(),
                revision.commit(),
                before.estate().servers().size(),
                change.changedServers(),
                before.errors().stream()
                        .map(finding -> finding.span().toString())
                        .sorted()
                        .toList(),
                revision.isUncertain());
        LintResult result = result(yaml, now, judgements, Optional.of(baseComparison));
        return base.onlyNew() ? withoutKnown(result, withoutBaseline().of(baseYaml, before), baseFiles) : result;
    }

    private RuleFindings unreadable(LoadedEstate base, LoadedEstate now, List<SourceFile> files) {
        return new RuleFindings(
                severities.of(UnreadableBaseFiles.RULE).stream()
                        .flatMap(severity -> new UnreadableBaseFiles(now, files)
                                .find(base).stream().map(finding -> finding.build(severity)))
                        .toList(),
                List.of());
    }

    /** Findings of the base are known whatever the current baseline contains. */
    private LintRun withoutBaseline() {
        return new LintRun(catalog, rules, definitionLoader, severities, asOf, Optional.empty());
    }

    private static Set<String> texts(List<SourceFile> files) {
        return files.stream().map(SourceFile::text).collect(Collectors.toSet());
    }

    /** Marks the findings that the base has already, each finding of the base once. */
    private static LintResult withoutKnown(LintResult result, LintResult base, List<SourceFile> baseFiles) {
        KnownFaults<Finding> left = new KnownFaults<>();
        base.findings().stream()
                .filter(Finding::isOpen)
                .forEach(finding -> left.add(finding.identity(), finding.partners(), finding));
        Set<String> texts = texts(baseFiles);
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : result.findings()) {
            // A parse error may hide anything, unless the file is unchanged; a warning hides nothing.
            boolean mayBeKnown = !finding.rule().reading()
                    || finding.severity() != Severity.ERROR
                    || texts.contains(finding.span().file().text());
            boolean isKnown =
                    finding.isOpen() && mayBeKnown && left.take(finding).isPresent();
            findings.add(isKnown ? finding.known() : left.explained(finding, "The base"));
        }
        return result.with(findings);
    }

    private LintResult result(
            List<YamlFile> files,
            LoadedEstate loadedEstate,
            List<RuleFindings> judgements,
            Optional<BaseComparison> comparison) {
        List<Finding> findings = new ArrayList<>(loadedEstate.findings());
        List<NotJudged> undecided = new ArrayList<>();
        judgements.forEach(ruleFindings -> {
            findings.addAll(ruleFindings.findings());
            undecided.addAll(ruleFindings.undecided());
        });
        RunScope runScope = new RunScope(
                asOf,
                severities::of,
                RuleRegistry::isChangeRule,
                loadedEstate.errors().isEmpty(),
                comparison.filter(compared -> compared.changed() > 0).isPresent());
        List<Finding> annotated = findings.stream()
                .map(new ProvenanceNotes(loadedEstate.provenance())::annotate)
                .toList();
        List<Finding> suppressed = Suppressions.apply(files, annotated, loadedEstate.provenance()::named, runScope);
        List<Finding> known =
                baseline.map(file -> file.apply(suppressed, runScope)).orElse(suppressed);
        return new LintResult(
                files.size(),
                loadedEstate.estate(),
                rules.stream()
                        .map(Rule::info)
                        .filter(rule -> severities.of(rule).isPresent())
                        .toList(),
                known.stream().sorted(Finding.REPORT_ORDER).toList(),
                undecided.stream()
                        // Two products on one Windows may both require its service pack.
                        .distinct()
                        .sorted(Comparator.comparing(NotJudged::span, Span.READING_ORDER))
                        .toList(),
                loadedEstate.unjudged(),
                comparison,
                loadedEstate.provenance(),
                loadedEstate.notices(),
                loadedEstate.estate().migrations().stream()
                        .map(migration -> ReplayedMigration.of(migration, loadedEstate.estate()))
                        .toList());
    }
}
