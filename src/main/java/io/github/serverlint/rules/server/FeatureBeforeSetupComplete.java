package io.github.serverlint.rules.server;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.FeatureRequirement;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.ServerRule;
import io.github.serverlint.text.Located;
import java.util.Optional;

/** Rule for features that need the new Windows, enabled while its setup is in progress. */
public final class FeatureBeforeSetupComplete implements ServerRule {
    private static final RuleInfo INFO = RuleInfo.judging(
            "feature-before-setup-complete",
            "a feature that needs the new Windows, enabled while its setup is in progress");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Server server, RuleContext ruleContext, FindingCollector findingCollector) {
        Catalog catalog = ruleContext.catalog();
        Optional<Installation> windows = server.windows().filter(Installation::isSetupInProgress);
        if (windows.isEmpty()) {
            return;
        }
        for (Located<Term> feature : server.features()) {
            catalog.featureRequirements(feature.value()).stream()
                    .filter(need -> need.appliesTo(Product.WINDOWS) && need.where() == FeatureRequirement.Where.SERVER)
                    .filter(need -> server.runsWindowsFrom(need.from().orElseThrow()))
                    .forEach(need -> report(server, feature, need, windows.get(), findingCollector));
        }
    }

    private static void report(
            Server server,
            Located<Term> feature,
            FeatureRequirement need,
            Installation windows,
            FindingCollector findingCollector) {
        findingCollector
                .fault(
                        INFO,
                        server,
                        "features." + feature.value(),
                        feature,
                        server.quoted() + " enables " + feature.value().name() + " while the setup of "
                                + windows.release() + " is in progress.")
                .related(windows.setup().orElseThrow(), "the state of the setup")
                .with(Partner.of(server.name().value(), windows.release().name()))
                .because("What needs " + need.from().orElseThrow() + " has to wait until it is completely set up.")
                .fix("Enable it once the setup is complete.")
                .sources(need.evidence().citations())
                .doubtful(need.evidence().isRecalled());
    }
}
