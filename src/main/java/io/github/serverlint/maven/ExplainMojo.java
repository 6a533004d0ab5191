package io.github.serverlint.maven;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Recognition.Candidates;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.report.ExplainReport;
import io.github.serverlint.report.ReleaseReport;
import io.github.serverlint.report.SupportMatrix;
import io.github.serverlint.rule.RulePage;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.ConfigurationException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Explains a rule (why it exists, a bad and a good example, the fix, the sources), a release or one of its levels (since
 * when and until when, what it runs on and accepts, what it upgrades from and to, its features, the sources) or a product
 * (the matrix of its releases by those of Windows). Without any of them it prints the table of all rules.
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

    /**
     * The day that decides which support has ended, as year-month-day.
     *
     * <p>Default: today.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.asOf")
    private @Nullable String asOf;

    @Override
    void run() {
        Optional<String> askedRule = given(rule);
        Optional<String> askedRelease = given(release);
        if (askedRule.isPresent() && askedRelease.isPresent()) {
            throw new ConfigurationException("rule, release: only one of the two can be explained at a time.");
        }
        askedRule
                .map(id -> ExplainReport.page(RulePage.of(rule(id)), catalog().sources()))
                .or(() -> askedRelease.map(name -> release(catalog(), name, AsOf.day(asOf))))
                .orElseGet(
                        () -> ExplainReport.table(RuleRegistry.all(), reactor().explainCommand()))
                .forEach(getLog()::info);
    }

    private static RuleInfo rule(String id) {
        return RuleRegistry.find(id)
                .orElseThrow(() -> new ConfigurationException(
                        "rule: there is no rule \"" + id + "\". " + Suggestions.advice(id, RuleRegistry.ids())));
    }

    private static List<String> release(Catalog catalog, String text, LocalDate asOf) {
        for (Product product : catalog.products()) {
            if (text.equalsIgnoreCase(product.id()) || text.equalsIgnoreCase(product.name())) {
                return SupportMatrix.lines(catalog, product);
            }
        }
        for (Product product : catalog.products()) {
            Recognition recognition = catalog.recognize(product, text);
            if (recognition instanceof Recognized recognized) {
                return ReleaseReport.lines(catalog, recognized, asOf);
            } else if (recognition instanceof Candidates candidates) {
                return ReleaseReport.lines(catalog, product, text, candidates, asOf);
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
