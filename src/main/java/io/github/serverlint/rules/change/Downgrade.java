package io.github.serverlint.rules.change;

import io.github.serverlint.catalog.Term;
import io.github.serverlint.change.ProductUpgrade;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.ChangeRule;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.text.Located;
import java.util.Optional;

/** Rule for steps and changes to an older release, a lower service pack or update, or a lower functional level. */
public final class Downgrade implements ChangeRule {
    private static final RuleInfo INFO =
            RuleInfo.judging("downgrade", "a step or a change to an older release or a lower level");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Transition transition, RuleContext ruleContext, FindingCollector findingCollector) {
        for (ProductUpgrade upgrade : transition.upgrades()) {
            if (upgrade.isDowngrade()) {
                findingCollector
                        .fault(
                                INFO,
                                upgrade.before(),
                                upgrade.productId(),
                                upgrade.changesRelease()
                                        ? upgrade.to().text()
                                        : upgrade.to().levelPlace(),
                                upgrade.before().quoted() + " goes back from "
                                        + upgrade.from().name() + " to "
                                        + upgrade.to().name() + ".")
                        .with(Partner.of(
                                upgrade.before().name().value(), upgrade.from().name()))
                        .because("An older release or level does not take over what a newer one has written.")
                        .fix("Keep " + upgrade.from().name()
                                + "; or set up another server with the older release and move there.");
            }
        }
        if (transition.forestBefore().isPresent() && transition.forestAfter().isPresent()) {
            check(transition.forestBefore().get(), transition.forestAfter().get(), findingCollector);
        }
    }

    private static void check(Forest before, Forest after, FindingCollector findingCollector) {
        Optional<Located<Term>> old = before.functionalLevel();
        after.functionalLevel()
                .filter(level ->
                        old.isPresent() && level.value().isBelow(old.get().value()))
                .ifPresent(level -> findingCollector
                        .fault(
                                INFO,
                                level,
                                capitalized(after.described()) + " goes back from the functional level "
                                        + old.orElseThrow().value().name() + " to "
                                        + level.value().name() + ".")
                        .keyPath("forests." + after.name().map(Located::value).orElse("") + ".functional-level")
                        .with(Partner.of(
                                after.title(), old.orElseThrow().value().name()))
                        .because("A functional level is raised, and not lowered again.")
                        .fix("Keep the level " + old.orElseThrow().value().name() + "."));
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
