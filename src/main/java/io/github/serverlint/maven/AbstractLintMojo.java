package io.github.serverlint.maven;

import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.SourceFile;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Base class of the goals that check definitions. */
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

    /** Tells whether the goal is skipped; logs that. */
    final boolean isSkipped(String skip) {
        boolean skipped = flag("skip", skip);
        if (skipped) {
            getLog().info("serverlint is skipped.");
        }
        return skipped;
    }

    /** The file of known violations, whether it is there or not. */
    final BaselineFile baselineFile() {
        String name = given(baselineFile).orElse(DEFAULT_BASELINE);
        return new BaselineFile(name, base().resolve(path("baselineFile", name)));
    }

    /** Tells whether that file is configured, and so has to exist. */
    final boolean isBaselineConfigured() {
        return given(baselineFile).isPresent();
    }

    /**
     * The known violations.
     *
     * @throws ConfigurationException if a file that the user has named is not there
     */
    final Optional<Baseline> baseline() {
        BaselineFile file = baselineFile();
        Optional<SourceFile> known = file.read();
        if (known.isEmpty() && isBaselineConfigured()) {
            throw new ConfigurationException("baselineFile: there is no file " + file.name()
                    + ". Name the one that the goal baseline has written, or write it with "
                    + reactor().command("baseline") + " -Dserverlint.baselineFile=" + file.name() + ".");
        }
        Optional<Baseline> baseline = known.map(Baseline::read);
        baseline.ifPresent(entries -> sayWhatIsMissing(entries, file.name()));
        return baseline;
    }

    private void sayWhatIsMissing(Baseline baseline, String name) {
        long earlier = baseline.withoutPartners();
        if (earlier > 0) {
            getLog().warn(name + ": " + (earlier == 1 ? "1 entry does" : earlier + " entries do")
                    + " not say which other servers or values the violation is about, so another one at the same place"
                    + " may pass for it. Record them again with " + reactor().command("baseline") + ".");
        }
    }
}
