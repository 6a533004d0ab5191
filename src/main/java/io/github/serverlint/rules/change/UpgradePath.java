package io.github.serverlint.rules.change;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.UpgradeFact;
import io.github.serverlint.change.ProductUpgrade;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.text.Located;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Result of looking up an in-place upgrade in the catalog.
 *
 * @param stages the upgrades to make in order, if it is not possible yet
 * @param because why it is impossible, or not possible yet
 * @param instead the alternative; empty if the stages are the alternative
 * @param sources the citations
 * @param recalled whether all facts are from memory
 */
record UpgradePath(
        PathVerdict verdict,
        List<String> stages,
        String because,
        String instead,
        List<String> sources,
        boolean recalled) {

    /** Ordered from best to worst. */
    enum PathVerdict {
        EXISTS,
        /** It is possible only after another upgrade. */
        NOT_YET,
        NEVER,
        /** It depends on a level that is not given. */
        UNDECIDED
    }

    private static final UpgradePath EXISTING =
            new UpgradePath(PathVerdict.EXISTS, List.of(), "", "", List.of(), false);

    /** @param meanwhile the Exchange that is installed while Windows is upgraded; empty if there is none */
    static UpgradePath of(ProductUpgrade upgrade, Optional<Installation> meanwhile, Catalog catalog) {
        // Whether a release that is newer than the catalog can be reached in place is not judged.
        if (!upgrade.changesRelease()
                || upgrade.isDowngrade()
                || upgrade.to().release().isNewerThanCatalog()) {
            return EXISTING;
        }
        return upgrade.isOfWindows() && meanwhile.isPresent()
                ? under(upgrade, meanwhile.get().release(), catalog)
                : alone(upgrade, catalog);
    }

    private static UpgradePath alone(ProductUpgrade upgrade, Catalog catalog) {
        Release from = upgrade.from().release();
        Release to = upgrade.to().release();
        Product product = catalog.product(from);
        Optional<UpgradeFact> row = row(from, to, Optional.empty(), catalog);
        if (row.isEmpty()) {
            return catalog.listsUpgrades(product) ? unlisted(from, to, catalog) : EXISTING;
        }
        UpgradeFact fact = row.get();
        if (!fact.supported()) {
            return new UpgradePath(PathVerdict.NEVER, List.of(), fact);
        }
        Optional<Level> floor = fact.fromLevel();
        Optional<Level> level = upgrade.from().level().map(Located::value);
        if (floor.isPresent() && level.isEmpty()) {
            boolean decides = from.levels().stream().anyMatch(any -> any.isBefore(floor.get()));
            return decides ? new UpgradePath(PathVerdict.UNDECIDED, List.of(), fact) : EXISTING;
        } else if (floor.isPresent() && level.get().isBefore(floor.get())) {
            return new UpgradePath(
                    PathVerdict.NOT_YET,
                    List.of(from.nameAt(floor), upgrade.to().name()),
                    fact);
        }
        return EXISTING;
    }

    private static UpgradePath under(ProductUpgrade upgrade, Release exchange, Catalog catalog) {
        Release from = upgrade.from().release();
        Release to = upgrade.to().release();
        Optional<UpgradeFact> row = row(from, to, Optional.of(exchange), catalog);
        if (row.filter(UpgradeFact::supported).isPresent()) {
            return EXISTING;
        }
        Optional<Release> first = catalog.upgrades(exchange).stream()
                .filter(UpgradeFact::supported)
                .map(UpgradeFact::to)
                .filter(newer -> row(from, to, Optional.of(newer), catalog)
                        .filter(UpgradeFact::supported)
                        .isPresent())
                .findFirst();
        PathVerdict pathVerdict = first.isPresent() ? PathVerdict.NOT_YET : PathVerdict.NEVER;
        List<String> stages =
                first.map(newer -> List.of(newer.name(), upgrade.to().name())).orElse(List.of());
        if (row.isPresent()) {
            return new UpgradePath(pathVerdict, stages, row.get());
        }
        return catalog.noWindowsUpgrade(exchange)
                .map(fact -> new UpgradePath(
                        pathVerdict,
                        stages,
                        fact.because(),
                        fact.instead(),
                        fact.evidence().citations(),
                        fact.evidence().isRecalled()))
                .orElseGet(() -> new UpgradePath(
                        pathVerdict,
                        stages,
                        "No upgrade of " + from + " to " + to + " under " + exchange + " is listed.",
                        "Set up a new server with " + to + " and move there.",
                        List.of(),
                        false));
    }

    private UpgradePath(PathVerdict verdict, List<String> stages, UpgradeFact fact) {
        this(
                verdict,
                stages,
                fact.because(),
                fact.instead(),
                fact.evidence().citations(),
                fact.evidence().isRecalled());
    }

    private static UpgradePath unlisted(Release from, Release to, Catalog catalog) {
        List<UpgradeFact> rows = catalog.upgrades(from).stream()
                .filter(fact -> fact.under().isEmpty() && fact.supported())
                .toList();
        String listed = rows.stream().map(fact -> fact.to().name()).collect(Collectors.joining(", "));
        List<Release> path = path(from, to, catalog);
        return new UpgradePath(
                PathVerdict.NEVER,
                List.of(),
                listed.isEmpty()
                        ? "No upgrade of " + from + " in place is listed."
                        : "In place " + from + " is upgraded to " + listed + ".",
                path.isEmpty()
                        ? "Set up a new server with " + to + " and move there."
                        : "Upgrade in stages: "
                                + path.stream().map(Release::name).collect(Collectors.joining(", then ")) + ".",
                rows.stream()
                        .flatMap(fact -> fact.evidence().citations().stream())
                        .distinct()
                        .toList(),
                rows.stream().allMatch(fact -> fact.evidence().isRecalled()) && !rows.isEmpty());
    }

    /** The shortest sequence of upgrades from one release to another; empty if there is none. */
    private static List<Release> path(Release from, Release to, Catalog catalog) {
        Map<String, List<Release>> paths = new HashMap<>(Map.of(from.id(), List.of()));
        Deque<Release> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            Release at = next.remove();
            List<Release> soFar = paths.getOrDefault(at.id(), List.of());
            for (UpgradeFact fact : catalog.upgrades(at)) {
                if (fact.supported()
                        && fact.under().isEmpty()
                        && !paths.containsKey(fact.to().id())) {
                    List<Release> path = new ArrayList<>(soFar);
                    path.add(fact.to());
                    paths.put(fact.to().id(), path);
                    next.add(fact.to());
                }
            }
        }
        return paths.getOrDefault(to.id(), List.of());
    }

    private static Optional<UpgradeFact> row(Release from, Release to, Optional<Release> under, Catalog catalog) {
        return catalog.upgrades(from).stream()
                .filter(fact -> fact.to().equals(to) && fact.under().equals(under))
                .findFirst();
    }
}
