package io.github.serverlint.analysis;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.input.nativeformat.NativeFormat;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Lint of texts in memory, which leaves the disk out of what is measured. */
public final class LintedTexts {
    private LintedTexts() {}

    public static LintResult of(Catalog catalog, List<SourceFile> files, LocalDate asOf) {
        DefinitionLoader definitionLoader = new DefinitionLoader(NativeFormat.INSTANCE, List.of(), catalog, new RunMonitor());
        return new LintRun(catalog, RuleRegistry.judging(), definitionLoader, RuleSeverities.DEFAULT, asOf, Optional.empty()).of(files);
    }
}
