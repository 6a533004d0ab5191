package io.github.serverlint.plan;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.estate.Step.ProductRelease;
import io.github.serverlint.plan.Action.ActionKind;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generator of candidate steps for a server. */
final class CandidateSteps {
    /** Placeholder for the place of planned steps, which are in no file yet. */
    static final Span PLACE = Span.at(new SourceFile("plan.yaml", ""), 1, 1);

    private final Catalog catalog;
    private final Map<String, Release> newest;

    /** @param newest the newest release of each product in the target */
    CandidateSteps(Catalog catalog, Map<String, Release> newest) {
        this.catalog = catalog;
        this.newest = newest;
    }

    static Located<String> located(String text) {
        return Located.of(text, PLACE);
    }

    Action add(Server server) {
        return new Action(ActionKind.ADD, name -> new Step.Add(PLACE, server.named(located(name))));
    }

    Action reinstall(Server server) {
        return new Action(ActionKind.REINSTALL, name -> new Step.Reinstall(PLACE, server.named(located(name))));
    }

    Action decommission() {
        return new Action(ActionKind.DECOMMISSION, name -> new Step.Decommission(PLACE, located(name)));
    }

    Action backUp() {
        return new Action(ActionKind.BACK_UP, name -> new Step.BackUp(PLACE, located(name)));
    }

    /** Whether an upgrade requires a backup. */
    boolean needsBackup(Action action, String name) {
        return action.step().apply(name) instanceof Step.Upgrade upgrade
                && upgrade.to().needsBackup();
    }

    /** The next removal: features, then components, then products, Exchange last. */
    Optional<Action> nextRemoval(GoalDiff goalDiff) {
        Optional<Located<Term>> feature = goalDiff.unwantedFeatures().stream().findFirst();
        if (feature.isPresent()) {
            return feature.map(this::disable);
        }
        return goalDiff.unwanted().stream()
                .reduce((first, next) -> first.equals(Product.EXCHANGE) ? next : first)
                .map(this::remove);
    }

    /** @param what the id of a product or a component */
    Action remove(String what) {
        return new Action(ActionKind.REMOVE, name -> new Step.Remove(PLACE, located(what), located(name)));
    }

    private Action disable(Located<Term> feature) {
        Located<Term> named = Located.of(feature.value(), PLACE);
        return new Action(ActionKind.DISABLE, name -> new Step.Disable(PLACE, named, located(name)));
    }

    /** The next feature to enable. */
    Optional<Action> nextFeature(GoalDiff goalDiff) {
        return goalDiff.missingFeatures().stream().findFirst().map(feature -> {
            Located<Term> named = Located.of(feature.value(), PLACE);
            return new Action(ActionKind.ENABLE, name -> new Step.Enable(PLACE, named, located(name)));
        });
    }

    /** The possible installations and upgrades, Windows last, as in most plans. */
    List<Action> products(GoalDiff goalDiff) {
        List<Action> actions = new ArrayList<>();
        List<Map.Entry<String, Installation>> products =
                new ArrayList<>(goalDiff.wanted().installations().entrySet());
        products.sort(Comparator.comparing(entry -> entry.getKey().equals(Product.WINDOWS)));
        for (Map.Entry<String, Installation> entry : products) {
            Optional<Installation> installed = goalDiff.server().installation(entry.getKey());
            if (installed.isEmpty()) {
                ProductRelease release = new ProductRelease(entry.getKey(), placed(entry.getValue()));
                actions.add(new Action(ActionKind.INSTALL, name -> new Step.Install(PLACE, release, located(name))));
            } else {
                upgrades(goalDiff.server(), installed.get(), entry.getValue())
                        .forEach(newer -> actions.add(upgrade(entry.getKey(), newer)));
            }
        }
        return actions;
    }

    /**
     * The upgrades of a server that will be decommissioned: Exchange, its Windows and its .NET Framework; Exchange and
     * Windows not beyond the newest release of the target.
     */
    List<Action> improvements(Server server) {
        List<Action> actions = new ArrayList<>();
        for (String product : List.of(Product.EXCHANGE, Product.DOTNET, Product.WINDOWS)) {
            Optional<Installation> installed = server.installation(product);
            if (server.installation(Product.EXCHANGE).isPresent() && installed.isPresent()) {
                Release own = installed.get().release();
                List<Release> all = catalog.product(own).releases();
                Release last =
                        product.equals(Product.DOTNET) ? all.get(all.size() - 1) : newest.getOrDefault(product, own);
                Installation farthest = at(last.isOlderThan(own) ? own : last, Optional.empty());
                upgrades(server, installed.get(), farthest).forEach(newer -> actions.add(upgrade(product, newer)));
            }
        }
        return actions;
    }

    private static Action upgrade(String product, Installation newer) {
        ProductRelease release = new ProductRelease(product, newer);
        return new Action(ActionKind.UPGRADE, name -> new Step.Upgrade(PLACE, located(name), release));
    }

    private List<Installation> upgrades(Server server, Installation installed, Installation wanted) {
        boolean besideDotnet = server.installation(Product.DOTNET).isPresent();
        List<Installation> upgrades = new ArrayList<>();
        if (!installed.spec().isCompatibleWith(wanted.spec())) {
            // It may be older: the rules then reject it and give the reason.
            upgrades.add(placed(wanted));
        }
        Product product = catalog.product(installed.release());
        for (Release release : product.releases()) {
            boolean between = !release.isOlderThan(installed.release())
                    && !wanted.release().isOlderThan(release);
            if (between) {
                catalog.milestoneLevels(release, besideDotnet).stream()
                        .filter(level -> isBetween(release, level, installed, wanted))
                        .map(level -> at(release, Optional.of(level)))
                        .forEach(upgrades::add);
            }
        }
        return upgrades;
    }

    private static boolean isBetween(Release release, Level level, Installation installed, Installation wanted) {
        boolean later = !release.equals(installed.release())
                || installed.level().isEmpty()
                || installed.level().get().value().isBefore(level);
        boolean notTooLate = !release.equals(wanted.release())
                || wanted.level().isEmpty()
                || level.isBefore(wanted.level().get().value());
        return later && notTooLate;
    }

    /** A release at a level, as a step names it; the only level of a release is not named. */
    static Installation at(Release release, Optional<Level> level) {
        Optional<Level> named = level.filter(one -> release.levels().size() > 1);
        return installation(release, release.nameAt(named), named, Optional.empty(), Optional.empty());
    }

    /** An installation as a step names it. */
    static Installation placed(Installation wanted) {
        String edition = wanted.edition().map(value -> " " + value.value()).orElse("");
        String level = wanted.level().map(value -> " " + value.value()).orElse("");
        return installation(
                wanted.release(),
                wanted.release().name() + edition + level,
                wanted.level().map(Located::value),
                wanted.edition().map(Located::value),
                wanted.architecture().map(Located::value));
    }

    private static Installation installation(
            Release release,
            String text,
            Optional<Level> level,
            Optional<String> edition,
            Optional<Term> architecture) {
        return new Installation(
                located(text),
                release,
                level.map(value -> Located.of(value, PLACE)),
                edition.map(value -> Located.of(value, PLACE)),
                architecture.map(value -> Located.of(value, PLACE)),
                Optional.empty());
    }
}
