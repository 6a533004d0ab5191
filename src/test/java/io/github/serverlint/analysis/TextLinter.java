package io.github.serverlint.analysis;

import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.git.BaseRevision;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.nativeformat.NativeFormat;
import io.github.serverlint.rule.Rule;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Linter of definitions given as text, so that most tests need no files. */
public record TextLinter(Catalog catalog, List<Rule> rules) {

    public TextLinter(Catalog catalog) {
        this(catalog, RuleRegistry.judging());
    }

    public LintResult lint(List<SourceFile> files, RuleSeverities severities, LocalDate asOf) {
        return lint(NativeFormat.INSTANCE, List.of(), files, severities, asOf);
    }

    /**
     * Definitions of some layout.
     *
     * @param places the paths of the folders and files that were named
     */
    public LintResult lint(
            InputFormat inputFormat,
            List<String> places,
            List<SourceFile> files,
            RuleSeverities severities,
            LocalDate asOf) {
        return new LintRun(
                        catalog,
                        rules,
                        new DefinitionLoader(inputFormat, places, catalog, new RunMonitor()),
                        severities,
                        asOf,
                        Optional.empty())
                .of(files);
    }

    /** Definitions, without what a baseline has. */
    public LintResult lint(List<SourceFile> files, SourceFile baseline, RuleSeverities severities, LocalDate asOf) {
        DefinitionLoader definitionLoader =
                new DefinitionLoader(NativeFormat.INSTANCE, List.of(), catalog, new RunMonitor());
        return new LintRun(catalog, rules, definitionLoader, severities, asOf, Optional.of(Baseline.read(baseline)))
                .of(files);
    }

    /** Definitions, and what has changed since a base. */
    public LintResult lint(
            List<SourceFile> base, List<SourceFile> files, boolean onlyNew, RuleSeverities severities, LocalDate asOf) {
        DefinitionLoader definitionLoader =
                new DefinitionLoader(NativeFormat.INSTANCE, List.of(), catalog, new RunMonitor());
        return new LintRun(catalog, rules, definitionLoader, severities, asOf, Optional.empty())
                .since(new LintRequest.Base("base", onlyNew), new BaseRevision("base", false, base), files);
    }
}
