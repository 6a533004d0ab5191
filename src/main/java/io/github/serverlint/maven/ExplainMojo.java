package io.github.serverlint.maven;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.report.ExplainReport;
import io.github.serverlint.report.ReleaseReport;
import io.github.serverlint.rule.RulePage;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.ConfigurationException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Explains a rule (why it exists, a bad and a good example, the fix, the sources), a release (since when and until when,
 * what it runs on, what it upgrades to, the sources) or a product (the matrix of its releases by those of Windows).
 * Without any of them it prints the table of all rules.
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

    /**
     * The release to explain, however you write it, such as <code>Exchange 2019 CU12</code>; or a product, such as
     * <code>exchange</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.release")
    private @Nullable String release;

    @Override
    void run() {
        Optional<String> askedRule = given(rule);
        Optional<String> askedRelease = given(release);
        if (askedRule.isPresent() && askedRelease.isPresent()) {
            throw new ConfigurationException("rule, release: only one of the two can be explained at a time.");
        }
        askedRule
                .map(id -> ExplainReport.page(RulePage.of(rule(id)), catalog().sources()))
                .or(() -> askedRelease.map(name -> release(catalog(), name)))
                .orElseGet(
                        () -> ExplainReport.table(RuleRegistry.all(), reactor().explainCommand()))
                .forEach(getLog()::info);
    }

    private static RuleInfo rule(String id) {
        return RuleRegistry.find(id)
                .orElseThrow(() -> new ConfigurationException(
                        "rule: there is no rule \"" + id + "\". " + Suggestions.advice(id, RuleRegistry.ids())));
    }

    private static List<String> release(Catalog catalog, String text) {
        for (Product product : catalog.products()) {
            if (text.equalsIgnoreCase(product.id()) || text.equalsIgnoreCase(product.name())) {
                return ReleaseReport.matrix(catalog, product);
            }
        }
        for (Product product : catalog.products()) {
            if (catalog.recognize(product, text) instanceof Recognized recognized) {
                return ReleaseReport.release(catalog, recognized);
            }
        }
        List<String> names = catalog.products().stream()
                .flatMap(product -> product.releases().stream())
                .map(Release::name)
                .toList();
        throw new ConfigurationException(
                "release: the catalog knows no \"" + text + "\". " + Suggestions.advice(text, names));
    }
}
