package io.github.serverlint.rules.forest;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.FeatureRequirement;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.ForestRule;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.WorseValue;
import io.github.serverlint.text.Located;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rule for features enabled on a release of Windows that lacks them, or in a forest whose global catalogs, domain
 * controllers or functional level are too old for them.
 */
public final class FeatureNeedsNewerWindows implements ForestRule {
    private static final RuleInfo INFO =
            RuleInfo.judging("feature-needs-newer-windows", "a feature enabled on a Windows release that lacks it");
    private static final int MOST_RELATED = 3;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Estate estate, RuleContext ruleContext, FindingCollector findingCollector) {
        Catalog catalog = ruleContext.catalog();
        IdentityHashMap<Forest, Map<FeatureRequirement, OldControllers>> cache = new IdentityHashMap<>();
        for (Server server : estate.servers()) {
            for (Located<Term> feature : server.features()) {
                List<FeatureRequirement> needs = catalog.featureRequirements(feature.value());
                boolean onServer = needs.stream().anyMatch(need -> isUnmetBy(server, need));
                for (FeatureRequirement need : needs) {
                    check(new Enabled(server, feature, need, onServer, catalog), estate, cache, findingCollector);
                }
            }
        }
    }

    /** Whether a requirement concerns the server's own Windows, and that is too old. */
    private static boolean isUnmetBy(Server server, FeatureRequirement need) {
        return need.where() == FeatureRequirement.Where.SERVER
                && need.appliesTo(Product.WINDOWS)
                && server.windows()
                        .flatMap(windows ->
                                need.missing(windows.release(), windows.level().map(Located::value)))
                        .isPresent();
    }

    /** Domain controllers of a forest that are too old for a requirement, and whether others are not. */
    private record OldControllers(String role, List<Server> tooOld, List<Partner> partners, boolean someAreNewEnough) {
        static OldControllers of(Forest forest, FeatureRequirement need, Estate estate, Catalog catalog) {
            boolean globalCatalogs = need.where() == FeatureRequirement.Where.GLOBAL_CATALOGS;
            Release oldest = need.from().orElseThrow();
            List<Server> machines = estate.domainControllersOf(forest).stream()
                    .filter(machine -> machine.isGlobalCatalog() || !globalCatalogs)
                    .filter(machine -> machine.windows().isPresent())
                    .toList();
            List<Server> tooOld = machines.stream()
                    .filter(machine -> !machine.runsWindowsFrom(oldest))
                    .toList();
            return new OldControllers(
                    globalCatalogs ? "global catalog" : "domain controller",
                    tooOld,
                    List.copyOf(tooOld.stream()
                            .map(machine -> WorseValue.OLDER.partner(
                                    machine, machine.windows().orElseThrow().release(), catalog))
                            .toList()),
                    tooOld.size() < machines.size());
        }

        /** The partners of a feature without a server that is reported otherwise. */
        List<Partner> partnersBut(Optional<Server> other) {
            return IntStream.range(0, tooOld.size()).noneMatch(i -> isNamed(other, i))
                    ? partners
                    : IntStream.range(0, tooOld.size())
                            .filter(i -> !isNamed(other, i))
                            .mapToObj(partners::get)
                            .toList();
        }

        private boolean isNamed(Optional<Server> other, int position) {
            return other.filter(
                            server -> server.name().equals(tooOld.get(position).name()))
                    .isPresent();
        }
    }

    /**
     * Feature enabled on a server, with one of its requirements.
     *
     * @param onServer whether the server's own Windows is reported as too old anyway
     */
    private record Enabled(
            Server server, Located<Term> feature, FeatureRequirement need, boolean onServer, Catalog catalog) {
        FindingBuilder fault(String where, FindingCollector findingCollector) {
            String needed = need.from()
                    .map(Release::name)
                    .orElseGet(() -> need.functionalLevel()
                            .map(level -> "the functional level " + level.name())
                            .orElse("a newer one"));
            return fault(where, needed, findingCollector);
        }

        FindingBuilder fault(String where, String needed, FindingCollector findingCollector) {
            return findingCollector
                    .fault(
                            INFO,
                            server,
                            "features." + feature.value(),
                            feature,
                            server.quoted() + " enables " + feature.value().name() + where + "; it needs " + needed
                                    + " or later" + (need.where() == FeatureRequirement.Where.SERVER ? "" : " there")
                                    + ".")
                    .because(need.because())
                    .sources(need.evidence().citations())
                    .doubtful(need.evidence().isRecalled());
        }
    }

    private static void check(
            Enabled enabled,
            Estate estate,
            IdentityHashMap<Forest, Map<FeatureRequirement, OldControllers>> cache,
            FindingCollector findingCollector) {
        Optional<Forest> forest = estate.forestOf(enabled.server());
        if (forest.isEmpty() && enabled.need().where() != FeatureRequirement.Where.SERVER) {
            findingCollector.forestUnknown(INFO, enabled.server());
        }
        switch (enabled.need().where()) {
            case SERVER -> {
                if (enabled.need().appliesTo(Product.WINDOWS)) {
                    checkServer(enabled, findingCollector);
                }
            }
            case GLOBAL_CATALOGS, DOMAIN_CONTROLLERS ->
                forest.ifPresent(in -> checkMachines(
                        enabled,
                        cache.computeIfAbsent(in, key -> new IdentityHashMap<>())
                                .computeIfAbsent(
                                        enabled.need(), need -> OldControllers.of(in, need, estate, enabled.catalog())),
                        findingCollector));
            case FOREST -> forest.ifPresent(in -> checkForest(enabled, in, findingCollector));
        }
    }

    private static void checkServer(Enabled enabled, FindingCollector findingCollector) {
        Optional<Installation> windows = enabled.server().windows();
        if (windows.isEmpty()) {
            return;
        }
        Release release = windows.get().release();
        Optional<Level> level = windows.get().level().map(Located::value);
        Optional<String> missing = enabled.need().missing(release, level);
        if (missing.isPresent()) {
            enabled.fault(" on " + windows.get().name(), missing.get(), findingCollector)
                    .related(windows.get().text(), windows.get().name())
                    .with(WorseValue.OLDER.partner(enabled.server(), windows.get(), enabled.catalog()))
                    .fix(
                            "Upgrade Windows and let its setup finish before the feature is enabled, or leave it out until then.");
        } else if (level.isEmpty() && enabled.need().dependsOnLevelOf(release)) {
            findingCollector.undecided(INFO, enabled.server(), windows.get().text(), "the service pack of " + release);
        }
    }

    private static void checkMachines(
            Enabled enabled, OldControllers oldControllers, FindingCollector findingCollector) {
        List<Server> tooOld = oldControllers.tooOld().stream()
                // The server itself is reported by the requirement on its own Windows. Whether there is a finding must
                // not depend on a second server of the same spec: rules see one server of each spec.
                .filter(machine -> !enabled.onServer()
                        || !machine.name().equals(enabled.server().name()))
                .limit(MOST_RELATED + 1L)
                .toList();
        if (tooOld.isEmpty()) {
            return;
        }
        boolean oneIsEnough = !enabled.need().all() && oldControllers.someAreNewEnough();
        FindingBuilder fault = enabled.fault(", and " + described(tooOld, oldControllers), findingCollector)
                .fix(
                        oneIsEnough
                                ? "Make sure that Exchange and its clients use the newer " + oldControllers.role()
                                        + "s only."
                                : "Upgrade the " + oldControllers.role() + "s before the feature is enabled.")
                .doubtful(oneIsEnough)
                .with(oldControllers.partnersBut(Optional.of(enabled.server()).filter(server -> enabled.onServer())));
        tooOld.stream().limit(MOST_RELATED).forEach(machine -> {
            Installation windows = machine.windows().orElseThrow();
            fault.related(machine.serverName(), windows.text(), windows.name());
        });
    }

    private static String described(List<Server> tooOld, OldControllers oldControllers) {
        String windows = tooOld.stream()
                .map(machine -> machine.windows().orElseThrow().release().name())
                .distinct()
                .collect(Collectors.joining(" and "));
        if (tooOld.size() == 1) {
            return "the " + oldControllers.role() + " " + tooOld.get(0).quoted() + " runs " + windows;
        }
        String names = tooOld.stream().limit(MOST_RELATED).map(Server::quoted).collect(Collectors.joining(", "));
        String more = tooOld.size() > MOST_RELATED ? " and more" : "";
        return "the " + oldControllers.role() + "s " + names + more + " run " + windows;
    }

    private static void checkForest(Enabled enabled, Forest forest, FindingCollector findingCollector) {
        Term lowest = enabled.need().functionalLevel().orElseThrow();
        forest.functionalLevel()
                .filter(level -> level.value().isBelow(lowest))
                .ifPresent(level -> enabled.fault(
                                " in a forest at the functional level "
                                        + level.value().name(),
                                findingCollector)
                        .related(level, "the functional level")
                        .with(new Partner(
                                forest.title(),
                                level.value().name(),
                                enabled.catalog().functionalLevels().terms().stream()
                                        .filter(other -> !level.value().isBelow(other))
                                        .map(Term::name)
                                        .collect(Collectors.toSet())))
                        .fix("Raise the functional level before the feature is enabled."));
    }
}
