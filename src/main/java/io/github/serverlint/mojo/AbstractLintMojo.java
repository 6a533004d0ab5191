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

    /** What a run depends on, but for the known violations. */
    final LintRequest request(boolean failIfNoServers, Optional<LintRequest.Base> base) {
        Layout read = layout();
        return new LintRequest(
                tree(read), read, places(), severities(), date(), failIfNoServers, base, Optional.empty());
    }

    final LintResult lint(Catalog catalog, LintRequest request) {
        return new Linter(catalog).lint(request);
    }

    /** The file of known violations, whether it is there or not. */
    final BaselineFile baselineFile() {
        String name = baselineFile == null || baselineFile.isBlank() ? DEFAULT_BASELINE : baselineFile.strip();
        return new BaselineFile(name, base().resolve(path("baselineFile", name)));
    }

    /** Whether the user has named that file, and so says that it is there. */
    final boolean isBaselineNamed() {
        return baselineFile != null && !baselineFile.isBlank();
    }

    /**
     * The known violations.
     *
     * @throws ConfigurationException if a file that the user has named is not there
     */
    final Optional<SourceFile> baseline() {
        BaselineFile file = baselineFile();
        Optional<SourceFile> known = file.read();
        if (known.isEmpty() && isBaselineNamed()) {
            throw new ConfigurationException("baselineFile: there is no file " + file.name()
                    + ". Name the one that the goal baseline has written, or write it with "
                    + reactor().command("baseline") + " -Dserverlint.baselineFile=" + file.name() + ".");
        }
        return known;
    }
}
