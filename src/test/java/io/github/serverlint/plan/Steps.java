package io.github.serverlint.plan;

import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.change.EstateSimulation;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Places;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.estate.Step.ProductRelease;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every step that a definition could write about a server or a forest, over all releases and levels of a catalog. */
final class Steps {
    static final Span PLACE = Span.at(new SourceFile("search.yaml", ""), 1, 1);

    private final Catalog catalog;
    private final List<Forest> forests;
    private final List<Forest> wantedForests;
    private final List<Term> features;
    private final boolean levelsAreOmitted;

    /** What a step makes of a forest. */
    record OfForest(Step step, Forest after) {}

    Steps(Catalog catalog, Estate start, Estate target) {
        this.catalog = catalog;
        this.forests = start.forests();
        this.wantedForests = target.forests();
        List<Server> servers = Stream.concat(start.servers().stream(), target.servers().stream())
                .toList();
        // No rule allows anything because a feature is enabled: one that neither estate has is of no use on the way.
        this.features = servers.stream()
                .flatMap(server -> server.features().stream())
                .map(Located::value)
                .distinct()
                .toList();
        this.levelsAreOmitted = servers.stream()
                .flatMap(server -> server.installations().values().stream())
                .anyMatch(installation -> installation.level().isEmpty());
    }

    static Located<String> located(String text) {
        return Located.of(text, PLACE);
    }

    List<Term> preparations() {
        return catalog.preparations().terms();
    }

    List<OfForest> ofForest(Forest forest) {
        Located<String> name = forest.name().orElseThrow();
        List<OfForest> found = new ArrayList<>();
        for (Term preparation : preparations()) {
            if (!forest.isPreparedBy(preparation)) {
                Located<Term> with = Located.of(preparation, PLACE);
                found.add(new OfForest(new Step.Prepare(PLACE, name, with), forest.with(with)));
            }
        }
        for (Term level : raisesAreWanted(forest) ? catalog.functionalLevels().terms() : List.<Term>of()) {
            Located<Term> to = Located.of(level, PLACE);
            found.add(new OfForest(new Step.Raise(PLACE, name, to), forest.at(to)));
        }
        return found;
    }

    /** What is never taken back is not done to a forest of which the target says no level. */
    private boolean raisesAreWanted(Forest forest) {
        return wantedForests.stream()
                .filter(wanted ->
                        wanted.name().map(Located::value).equals(forest.name().map(Located::value)))
                .anyMatch(wanted -> wanted.functionalLevel().isPresent());
    }

    /**
     * All steps on a server but those that set it up anew or take it away. A plan takes no product but Exchange off a
     * server on which it is wanted, and puts none there that is not wanted.
     */
    List<Step> ofServer(Server server, Server wanted) {
        Located<String> name = server.name();
        List<Step> found = new ArrayList<>();
        for (Product product : catalog.products()) {
            boolean isThere = server.installation(product.id()).isPresent();
            boolean isWanted = wanted.installation(product.id()).isPresent();
            for (Release release : product.releases()) {
                for (Installation installation : installations(release)) {
                    ProductRelease what = new ProductRelease(product.id(), installation);
                    if (isThere) {
                        found.add(new Step.Upgrade(PLACE, name, what));
                    } else if (isWanted) {
                        found.add(new Step.Install(PLACE, what, name));
                    }
                }
            }
            if (isThere && (!isWanted || product.id().equals(Product.EXCHANGE))) {
                found.add(new Step.Remove(PLACE, located(product.id()), name));
            }
        }
        for (Located<Term> component : server.components()) {
            found.add(new Step.Remove(PLACE, located(component.value().id()), name));
        }
        for (Term feature : features) {
            Located<Term> what = Located.of(feature, PLACE);
            boolean isOn = Terms.ids(server.features()).contains(feature.id());
            found.add(isOn ? new Step.Disable(PLACE, what, name) : new Step.Enable(PLACE, what, name));
        }
        return found;
    }

    private List<Installation> installations(Release release) {
        List<Installation> found = new ArrayList<>();
        for (Level level : release.levels()) {
            found.add(installation(release, Optional.of(level)));
        }
        if (levelsAreOmitted) {
            found.add(installation(release, Optional.empty()));
        }
        return found;
    }

    private static Installation installation(Release release, Optional<Level> level) {
        return new Installation(
                located(release.nameAt(level)),
                release,
                level.map(value -> Located.of(value, PLACE)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Servers that can take mailboxes for a while, on every Windows and with every Exchange. */
    List<Server> temporaryServers(String name) {
        List<Server> found = new ArrayList<>();
        Located<Term> role = Located.of(catalog.roles().find("mailbox").orElseThrow(), PLACE);
        for (Release windows : releases(Product.WINDOWS)) {
            for (Release exchange : releases(Product.EXCHANGE)) {
                for (Level windowsLevel : windows.levels()) {
                    for (Level exchangeLevel : exchange.levels()) {
                        Map<String, Installation> installed = new LinkedHashMap<>();
                        installed.put(Product.WINDOWS, installation(windows, Optional.of(windowsLevel)));
                        installed.put(Product.EXCHANGE, installation(exchange, Optional.of(exchangeLevel)));
                        found.add(new Server(
                                located(name),
                                new Places(
                                        installed,
                                        List.of(role),
                                        List.of(),
                                        List.of(),
                                        Optional.empty(),
                                        forests.stream().findFirst().flatMap(Forest::name))));
                    }
                }
            }
        }
        return found;
    }

    private List<Release> releases(String product) {
        return catalog.product(product).orElseThrow().releases();
    }

    /**
     * Plays a step on a server that stands alone.
     *
     * @return the server after it, which may be gone; empty if the rules about it alone object
     */
    Optional<Optional<Server>> apply(
            Optional<Server> server, boolean backedUp, Step step, RuleEngine ruleEngine, Terms terms) {
        EstateSimulation estateSimulation =
                new EstateSimulation(new Estate(server.stream().toList(), forests, List.of()));
        if (backedUp) {
            server.ifPresent(
                    present -> estateSimulation.markBackedUp(present.name().value()));
        }
        Transition transition = estateSimulation.apply(step);
        boolean wasFaultless = server.map(
                        present -> ruleEngine.checkServer(present).findings())
                .orElse(List.of())
                .isEmpty();
        Stream<Finding> ofState = transition.after().stream()
                .filter(after -> wasFaultless)
                .flatMap(after -> ruleEngine.checkServer(after).findings().stream());
        boolean objected = Stream.concat(ruleEngine.checkTransition(transition).findings().stream(), ofState)
                .anyMatch(finding -> !terms.tolerates(finding));
        return objected ? Optional.empty() : Optional.of(transition.after());
    }

    /** A text that differs between servers that differ in anything. */
    static String described(Server server) {
        // The order in which they were installed, enabled or removed makes no other server of it.
        Map<String, String> installed = new TreeMap<>();
        server.installations()
                .forEach((product, what) -> installed.put(
                        product,
                        what.release().id()
                                + what.level().map(Located::value)
                                + what.edition().map(Located::value)
                                + what.architecture().map(Located::value)
                                + what.isSetupInProgress()));
        return installed.toString()
                + new TreeSet<>(Terms.ids(server.roles()))
                + new TreeSet<>(Terms.ids(server.features()))
                + new TreeSet<>(Terms.ids(server.components()))
                + server.cluster().isPresent();
    }
}
