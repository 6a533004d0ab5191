package io.github.serverlint.rules.change;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.FeatureRequirement;
import io.github.serverlint.catalog.FrontEndFact;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
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
import io.github.serverlint.rule.WorseValue;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rule for upgrades that are possible only after another step, and for changes that combine several stages which have
 * to be made in order.
 */
public final class UpgradeOutOfOrder implements ChangeRule {
    private static final RuleInfo INFO = RuleInfo.judging(
            "upgrade-out-of-order", "an upgrade before its time, or several at once that have an order");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Transition transition, RuleContext ruleContext, FindingCollector findingCollector) {
        if (transition.isNewMachine()) {
            return;
        }
        if (transition.step().isPresent()) {
            for (ProductUpgrade upgrade : transition.upgrades()) {
                checkStep(upgrade, ruleContext, findingCollector);
                checkFrontEnds(upgrade, transition.frontEnds(), ruleContext.catalog(), findingCollector);
            }
        } else if (transition.after().isPresent()) {
            checkAtOnce(transition, ruleContext, findingCollector);
        }
    }

    private static void checkStep(ProductUpgrade upgrade, RuleContext ruleContext, FindingCollector findingCollector) {
        UpgradePath path =
                UpgradePath.of(upgrade, upgrade.before().installation(Product.EXCHANGE), ruleContext.catalog());
        if (path.verdict() == UpgradePath.PathVerdict.NOT_YET) {
            report(
                            upgrade,
                            upgrade.to().text(),
                            UnsupportedUpgrade.described(upgrade) + " too early",
                            path.stages(),
                            findingCollector)
                    .because(path.because())
                    .sources(path.sources())
                    .doubtful(path.recalled());
        } else if (path.verdict() == UpgradePath.PathVerdict.UNDECIDED) {
            Installation from = upgrade.from();
            findingCollector.undecided(INFO, upgrade.before(), from.text(), "the level of " + from.release());
        }
    }

    private static FindingBuilder report(
            ProductUpgrade upgrade,
            Located<?> at,
            String what,
            List<String> stages,
            FindingCollector findingCollector) {
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < stages.size(); i++) {
            order.append(i == 0 ? "" : ", ").append(i + 1).append(". ").append(stages.get(i));
        }
        return findingCollector
                .fault(INFO, upgrade.before(), upgrade.productId(), at, what + "; the order is " + order + ".")
                .with(Partner.of(upgrade.before().name().value(), upgrade.from().name()))
                .fix("Make one stage of each, in that order.");
    }

    private static void checkFrontEnds(
            ProductUpgrade upgrade, List<Server> frontEnds, Catalog catalog, FindingCollector findingCollector) {
        if (!upgrade.isOfExchange() || !upgrade.changesRelease() || upgrade.isDowngrade()) {
            return;
        }
        Release back = upgrade.to().release();
        List<Server> older = frontEnds.stream()
                .filter(frontEnd -> !frontEnd.name().equals(upgrade.before().name()))
                .filter(frontEnd -> frontEnd.installation(Product.EXCHANGE)
                        .map(Installation::release)
                        .filter(front -> !serves(front, back, catalog)
                                && serves(front, upgrade.from().release(), catalog))
                        .isPresent())
                .toList();
        older.stream().findFirst().ifPresent(frontEnd -> {
            Installation front = frontEnd.installation(Product.EXCHANGE).orElseThrow();
            Optional<FrontEndFact> fact = catalog.frontEnd(front.release(), back);
            report(
                            upgrade,
                            upgrade.to().text(),
                            upgrade.before().quoted() + ", a back end, goes to " + back + " before the front end "
                                    + frontEnd.quoted() + " with " + front.name(),
                            List.of(back + " on the front ends", back + " on the back ends"),
                            findingCollector)
                    .because(fact.map(FrontEndFact::because)
                            .orElse("A front end has to be as new as the newest back end."))
                    .sources(fact.map(known -> known.evidence().citations()).orElse(List.of()))
                    .doubtful(
                            fact.filter(known -> known.evidence().isRecalled()).isPresent())
                    .related(frontEnd.serverName(), front.text(), front.name())
                    .with(older.stream()
                            .map(server -> WorseValue.OLDER.partner(
                                    server,
                                    server.installation(Product.EXCHANGE)
                                            .orElseThrow()
                                            .release(),
                                    catalog))
                            .toList());
        });
    }

    private static boolean serves(Release front, Release back, Catalog catalog) {
        return !front.isOlderThan(back)
                || catalog.frontEnd(front, back).filter(FrontEndFact::supported).isPresent();
    }

    /** Stage of a change, with its place in the definition. */
    private record ChangeStage(String name, Located<?> at, List<String> sources) {}

    /** Reports a change since a base that consists of more than one stage. */
    private static void checkAtOnce(Transition transition, RuleContext ruleContext, FindingCollector findingCollector) {
        Server after = transition.after().orElseThrow();
        List<ProductUpgrade> upgrades = transition.upgrades().stream()
                .filter(ProductUpgrade::changesRelease)
                .filter(upgrade -> upgrade.isOfExchange() || upgrade.isOfWindows())
                .toList();
        List<ChangeStage> stages = new ArrayList<>();
        Optional<String> tooEarly = Optional.empty();
        // Windows is upgraded after the old Exchange is removed.
        transition
                .before()
                .flatMap(before -> before.installation(Product.EXCHANGE))
                .filter(exchange -> after.installation(Product.EXCHANGE).isEmpty()
                        && upgrades.stream().anyMatch(ProductUpgrade::isOfWindows))
                .ifPresent(exchange ->
                        stages.add(new ChangeStage("removal of " + exchange.name(), after.name(), List.of())));
        for (ProductUpgrade upgrade : inOrder(upgrades, after, ruleContext)) {
            Optional<UpgradePath> path = UnsupportedUpgrade.inAnyOrder(upgrade, transition, ruleContext).stream()
                    .filter(found -> found.verdict() != UpgradePath.PathVerdict.NEVER)
                    .min(Comparator.comparing(UpgradePath::verdict));
            if (upgrade.isDowngrade() || path.isEmpty()) {
                return;
            }
            boolean levelFirst = path.get().verdict() == UpgradePath.PathVerdict.NOT_YET
                    && !(upgrade.isOfWindows() && upgrades.size() > 1);
            if (levelFirst) {
                tooEarly = upgrades.size() == 1 ? Optional.of(path.get().because()) : Optional.empty();
                stages.add(new ChangeStage(
                        path.get().stages().get(0),
                        upgrade.to().text(),
                        path.get().sources()));
            } else if (path.get().verdict() == UpgradePath.PathVerdict.UNDECIDED) {
                findingCollector.undecided(
                        INFO,
                        after,
                        upgrade.to().text(),
                        "the level of " + upgrade.from().release() + " in the base");
            }
            stages.add(new ChangeStage(
                    upgrade.to().name(), upgrade.to().text(), path.get().sources()));
        }
        for (Located<Term> feature : transition.newFeatures()) {
            upgrades.stream()
                    .flatMap(upgrade -> newRequirements(feature.value(), upgrade, ruleContext.catalog()))
                    .findFirst()
                    .ifPresent(need -> stages.add(new ChangeStage(
                            feature.value().name(), feature, need.evidence().citations())));
        }
        if (stages.size() > 1) {
            ProductUpgrade first = upgrades.get(0);
            report(
                            first,
                            stages.get(1).at(),
                            // With a single upgrade, the first stage is not part of the change.
                            tooEarly.isPresent()
                                    ? UnsupportedUpgrade.described(first) + " too early"
                                    : "The change of " + first.before().quoted() + " from " + names(upgrades)
                                            + " holds several stages at once",
                            stages.stream().map(ChangeStage::name).toList(),
                            findingCollector)
                    .because(tooEarly.orElse("Each stage has to be finished before the next begins, and one change does"
                            + " not say that they are made one after the other."))
                    .fix("Make a change of each, in that order, or declare a migration that leads there.")
                    .sources(stages.get(1).sources());
        }
    }

    private static String names(List<ProductUpgrade> upgrades) {
        return String.join(
                " on ",
                upgrades.stream()
                        .sorted((a, b) -> Boolean.compare(a.isOfWindows(), b.isOfWindows()))
                        .map(upgrade -> upgrade.from().name())
                        .toList());
    }

    /**
     * Exchange first if the catalog supports the upgrade of Windows under the new Exchange, and Windows first
     * otherwise.
     */
    private static List<ProductUpgrade> inOrder(List<ProductUpgrade> upgrades, Server after, RuleContext ruleContext) {
        Optional<Installation> exchange = after.installation(Product.EXCHANGE);
        boolean exchangeFirst = upgrades.stream()
                .filter(ProductUpgrade::isOfWindows)
                .anyMatch(windows ->
                        UpgradePath.of(windows, exchange, ruleContext.catalog()).verdict()
                                == UpgradePath.PathVerdict.EXISTS);
        return upgrades.stream()
                .sorted((a, b) -> exchangeFirst
                        ? Boolean.compare(a.isOfWindows(), b.isOfWindows())
                        : Boolean.compare(b.isOfWindows(), a.isOfWindows()))
                .toList();
    }

    /** The requirements of a feature on the server that were not met before an upgrade. */
    private static Stream<FeatureRequirement> newRequirements(Term feature, ProductUpgrade upgrade, Catalog catalog) {
        return catalog.featureRequirements(feature).stream()
                .filter(need -> need.where() == FeatureRequirement.Where.SERVER)
                .filter(need -> need.from()
                        .filter(oldest -> upgrade.from().release().isOlderThan(oldest))
                        .isPresent());
    }
}
