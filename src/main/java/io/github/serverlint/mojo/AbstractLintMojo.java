package io.github.serverlint.mojo;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.engine.LintRequest;
import io.github.serverlint.engine.LintResult;
import io.github.serverlint.engine.Linter;
import io.github.serverlint.engine.RuleSeverities;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.layout.Layout;
import io.github.serverlint.source.ConfigurationException;
import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that judge definitions have in common. */
abstract class AbstractLintMojo extends AbstractDefinitionsMojo {
    private static final String DEFAULT_BASELINE = "serverlint-baseline.json";

    /**
     * The lowest severity that counts as a violation: <code>note</code>, <code>warning</code> or <code>error</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.violationSeverity", defaultValue = "error")
    private String violationSeverity;

    /**
     * The file of known violations, which the goal <code>baseline</code> writes. They are shown as such and fail no
     * build.
     *
     * <p>Default: <code>serverlint-baseline.json</code> in the base directory, if it is there.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.baselineFile")
    private @Nullable String baselineFile;

    final Severity threshold() {
        return RuleSeverities.severity("violationSeverity", violationSeverity);
    }

    /** What a run depends on. */
    final LintRequest request(boolean failIfNoServers, Optional<LintRequest.Base> base, Optional<SourceFile> baseline) {
        Layout read = layout();
        return new LintRequest(tree(read), read, places(), severities(), date(), failIfNoServers, base, baseline);
    }

    final LintResult lint(Catalog catalog, LintRequest request) {
        return new Linter(catalog).lint(request);
    }

    /** Where the known violations are, or would be. */
    final Path baselinePath() {
        return base().resolve(path("baselineFile", baselineName()));
    }

    /** How messages name that file. */
    final String baselineName() {
        return baselineFile == null || baselineFile.isBlank() ? DEFAULT_BASELINE : baselineFile.strip();
    }

    /** Whether the user has named it, and so says that it is there. */
    final boolean isBaselineNamed() {
        return baselineFile != null && !baselineFile.isBlank();
    }

    /**
     * The known violations.
     *
     * @throws ConfigurationException if a file that the user has named is not there
     */
    final Optional<SourceFile> baseline() {
        if (!Files.exists(baselinePath())) {
            if (isBaselineNamed()) {
                throw new ConfigurationException("baselineFile: there is no file " + baselineName()
                        + ". Name the one that the goal baseline has written, or write it with "
                        + reactor().command("baseline") + ".");
            }
            return Optional.empty();
        }
        return Optional.of(SourceTree.read(baselineName(), baselinePath()));
    }
}
