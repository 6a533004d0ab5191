package io.github.serverlint.rules.server;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.FeatureRequirement;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.ServerRule;
import io.github.serverlint.rule.WorseValue;
import io.github.serverlint.text.Located;
import java.util.Optional;

/** Rule for features enabled on an Exchange release or level that lacks them. */
public final class FeatureNeedsNewerExchange implements ServerRule {
    private static final RuleInfo INFO =
            RuleInfo.judging("feature-needs-newer-exchange", "a feature enabled on an Exchange release that lacks it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Server server, RuleContext ruleContext, FindingCollector findingCollector) {
        Catalog catalog = ruleContext.catalog();
        Optional<Installation> exchange = server.installation(Product.EXCHANGE);
        if (exchange.isEmpty()) {
            return;
        }
        for (Located<Term> feature : server.features()) {
            for (FeatureRequirement need : catalog.featureRequirements(feature.value())) {
                if (need.appliesTo(Product.EXCHANGE) && need.where() == FeatureRequirement.Where.SERVER) {
                    check(server, feature, need, exchange.get(), catalog, findingCollector);
                }
            }
        }
    }

    private static void check(
            Server server,
            Located<Term> feature,
            FeatureRequirement need,
            Installation exchange,
            Catalog catalog,
            FindingCollector findingCollector) {
        Optional<Level> level = exchange.level().map(Located::value);
        Optional<String> missing = need.missing(exchange.release(), level);
        if (missing.isEmpty()) {
            if (level.isEmpty() && need.dependsOnLevelOf(exchange.release())) {
                findingCollector.undecided(INFO, server, exchange.text(), "the level of " + exchange.release());
            }
            return;
        }
        findingCollector
                .fault(
                        INFO,
                        server,
                        "features." + feature.value(),
                        feature,
                        server.quoted() + " enables " + feature.value().name() + " on " + exchange.name()
                                + "; it needs " + missing.get() + " or later.")
                .related(exchange.text(), exchange.name())
                .with(WorseValue.OLDER.partner(server, exchange, catalog))
                .because(need.because())
                .fix("Upgrade Exchange before the feature is enabled, or leave it out until then.")
                .sources(need.evidence().citations())
                .doubtful(need.evidence().isRecalled());
    }
}
