package io.github.serverlint.mojo;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.finding.Nearest;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.report.ExplainReport;
import io.github.serverlint.rule.RulePage;
import io.github.serverlint.rule.RuleSet;
import io.github.serverlint.source.ConfigurationException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Prints the page of a rule: why it exists, a bad and a good example, the fix, the sources. Without a rule it prints the
 * table of all rules.
 *
 * @since 0.1.0
 */
@Mojo(name = "explain", threadSafe = true, requiresProject = false)
public final class ExplainMojo extends AbstractServerlintMojo {

    /**
     * The rule to explain, by its id.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.rule")
    private @Nullable String rule;

    @Override
    void run() {
        List<String> lines = rule == null || rule.isBlank()
                ? ExplainReport.table(RuleSet.all(), explainCommand())
                : ExplainReport.page(
                        RulePage.of(find(rule.strip())), Catalog.shipped().sources());
        lines.forEach(getLog()::info);
    }

    private static RuleInfo find(String id) {
        return RuleSet.find(id)
                .orElseThrow(() -> new ConfigurationException(
                        "rule: there is no rule \"" + id + "\". " + Nearest.advice(id, RuleSet.ids())));
    }
}
