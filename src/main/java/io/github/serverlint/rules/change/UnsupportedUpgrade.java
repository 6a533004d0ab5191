package io.github.serverlint.rules.change;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.change.ProductUpgrade;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.ChangeRule;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rule for in-place upgrades that do not exist in any order, or of a product that is not installed. */
public final class UnsupportedUpgrade implements ChangeRule {
    private static final RuleInfo INFO = RuleInfo.judging(
            "unsupported-upgrade", "an upgrade in place that does not exist, in whatever order it is tried");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Transition transition, RuleContext ruleContext, FindingCollector findingCollector) {
        if (transition.isNewMachine()) {
            return;
        }
        transition
                .step()
                .filter(Step.Upgrade.class::isInstance)
                .map(Step.Upgrade.class::cast)
                .ifPresent(
                        step -> checkInstalled(transition.before().orElseThrow(), step, ruleContext, findingCollector));
        for (ProductUpgrade upgrade : transition.upgrades()) {
            List<UpgradePath> inAnyOrder = inAnyOrder(upgrade, transition, ruleContext);
            if (inAnyOrder.stream().allMatch(path -> path.verdict() == UpgradePath.PathVerdict.NEVER)) {
                report(upgrade, inAnyOrder.get(0), findingCollector);
            }
        }
    }

    /** For a change since a base it is unknown whether Windows is upgraded under the old Exchange or the new one. */
    static List<UpgradePath> inAnyOrder(ProductUpgrade upgrade, Transition transition, RuleContext ruleContext) {
        Optional<Installation> old = upgrade.before().installation(Product.EXCHANGE);
        Optional<Installation> now = transition.after().orElseThrow().installation(Product.EXCHANGE);
        return Stream.of(old, now)
                .distinct()
                .map(meanwhile -> UpgradePath.of(upgrade, meanwhile, ruleContext.catalog()))
                .toList();
    }

    private static void checkInstalled(
            Server server, Step.Upgrade step, RuleContext ruleContext, FindingCollector findingCollector) {
        String id = step.to().productId();
        if (server.installation(id).isEmpty()) {
            Installation wanted = step.to().installation();
            Product product = ruleContext.catalog().product(id).orElseThrow();
            findingCollector
                    .fault(
                            INFO,
                            server,
                            id,
                            wanted.text(),
                            server.quoted() + " is upgraded to " + wanted.name() + ", and has no " + product.name()
                                    + " that could be.")
                    .because("An upgrade puts one release over another.")
                    .fix("Write \"install: " + wanted.name() + "\" with \"on: "
                            + server.name().value() + "\".");
        }
    }

    private static void report(ProductUpgrade upgrade, UpgradePath path, FindingCollector findingCollector) {
        findingCollector
                .fault(
                        INFO,
                        upgrade.before(),
                        upgrade.productId(),
                        upgrade.to().text(),
                        described(upgrade) + ", and there is no such upgrade in place.")
                .with(Partner.of(upgrade.before().name().value(), upgrade.from().name()))
                .because(path.because())
                .fix(path.instead())
                .sources(path.sources())
                .doubtful(path.recalled());
    }

    /** Describes the upgrade with its old and new release. */
    static String described(ProductUpgrade upgrade) {
        String under = upgrade.before()
                .installation(Product.EXCHANGE)
                .filter(exchange -> upgrade.isOfWindows())
                .map(exchange -> " under " + exchange.name())
                .orElse("");
        return upgrade.before().quoted() + " goes from " + upgrade.from().name() + " to "
                + upgrade.to().name() + under;
    }
}
