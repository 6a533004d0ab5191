package io.github.serverlint.rules.change;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.ComponentConflict;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.change.ProductUpgrade;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.ChangeRule;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.text.Located;
import java.util.List;
import java.util.stream.Collectors;

/** Rule for upgrades to a release with which a component conflicts that is still installed. */
public final class BlockingComponent implements ChangeRule {
    private static final RuleInfo INFO =
            RuleInfo.judging("blocking-component", "an upgrade while a component stands that has to be removed first");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Transition transition, RuleContext ruleContext, FindingCollector findingCollector) {
        if (transition.isNewMachine()) {
            return;
        }
        for (ProductUpgrade upgrade : transition.upgrades()) {
            if (upgrade.changesRelease() && !upgrade.isDowngrade()) {
                check(upgrade, transition, ruleContext.catalog(), findingCollector);
            }
        }
    }

    private static void check(
            ProductUpgrade upgrade, Transition transition, Catalog catalog, FindingCollector findingCollector) {
        List<Located<Term>> blocking = upgrade.before().components().stream()
                .filter(component -> conflicts(component.value(), upgrade.to(), catalog)
                        && !conflicts(component.value(), upgrade.from(), catalog))
                // A component that a change keeps is reported by the check of the new state.
                .filter(component ->
                        transition.step().isPresent() || !has(transition.after().orElseThrow(), component.value()))
                .toList();
        if (blocking.isEmpty()) {
            return;
        }
        List<ComponentConflict> rows = blocking.stream()
                .flatMap(component ->
                        catalog.conflicts(component.value(), upgrade.to().release()).stream())
                .toList();
        String names =
                blocking.stream().map(component -> component.value().name()).collect(Collectors.joining(" and "));
        boolean one = blocking.size() == 1;
        String standing = transition.step().isPresent() ? (one ? " still stands" : " still stand") : " stood";
        FindingBuilder fault = findingCollector
                .fault(
                        INFO,
                        upgrade.before(),
                        upgrade.productId(),
                        upgrade.to().text(),
                        upgrade.before().quoted() + " goes from "
                                + upgrade.from().name() + " to " + upgrade.to().name() + " where " + names + standing
                                + ".")
                .because(
                        rows.stream().map(ComponentConflict::because).distinct().collect(Collectors.joining(" ")))
                .fix(
                        transition.step().isPresent()
                                ? "Remove " + (one ? "it" : "them") + " by an earlier step."
                                : "Remove " + (one ? "it" : "them")
                                        + " by an earlier change, or declare a migration that does both in order.")
                .sources(rows.stream()
                        .flatMap(row -> row.evidence().citations().stream())
                        .toList())
                .doubtful(rows.stream().allMatch(row -> row.evidence().isRecalled()));
        fault.with(Partner.of(upgrade.before().name().value(), upgrade.from().name()))
                .with(blocking.stream()
                        .map(component -> Partner.of(
                                upgrade.before().name().value(),
                                component.value().name()))
                        .toList());
        if (transition.step().isPresent()) {
            blocking.forEach(
                    component -> fault.related(component, component.value().name()));
        }
    }

    private static boolean conflicts(Term component, Installation beside, Catalog catalog) {
        return catalog.conflicts(component, beside.release()).stream()
                .anyMatch(row ->
                        beside.level().map(Located::value).map(row::covers).orElse(true));
    }

    private static boolean has(Server server, Term component) {
        return server.components().stream().anyMatch(known -> known.value().equals(component));
    }
}
