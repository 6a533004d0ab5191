package io.github.serverlint.rules.change;

import io.github.serverlint.change.ProductUpgrade;
import io.github.serverlint.change.Transition;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.ChangeRule;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;

/** Rule for the first upgrade of Exchange or Windows on a server that no earlier step has backed up. */
public final class UpgradeWithoutBackup implements ChangeRule {
    private static final RuleInfo INFO = RuleInfo.judging(
            "upgrade-without-backup", "an upgrade of Exchange or Windows on a server that no earlier step backed up");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Transition transition, RuleContext ruleContext, FindingCollector findingCollector) {
        if (transition.step().isEmpty() || transition.isNewMachine() || transition.backedUp()) {
            return;
        }
        transition.upgrades().stream()
                .filter(ProductUpgrade::needsBackup)
                .findFirst()
                .ifPresent(upgrade -> report(upgrade, findingCollector));
    }

    private static void report(ProductUpgrade upgrade, FindingCollector findingCollector) {
        findingCollector
                .fault(
                        INFO,
                        upgrade.before(),
                        upgrade.productId(),
                        upgrade.to().text(),
                        upgrade.before().quoted() + " goes from "
                                + upgrade.from().name() + " to " + upgrade.to().name()
                                + ", and no earlier step backs it up.")
                .with(Partner.of(upgrade.before().name().value(), upgrade.from().name()))
                .because("An upgrade in place has no way back but a backup.")
                .fix("Put \"back-up: " + upgrade.before().name().value() + "\" before this step.");
    }

    /** A missing backup does not affect the check of the state after the upgrade. */
    @Override
    public boolean rejectsStep() {
        return false;
    }
}
