package io.github.serverlint.rule.estate;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.FeatureNeed;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.EstateRule;
import io.github.serverlint.rule.Verdicts;
import io.github.serverlint.source.Located;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A feature enabled on a release of Windows that lacks it, or in a forest whose global catalogs, domain controllers or
 * functional level are too old for it.
 */
public final class FeatureNeedsNewerWindows implements EstateRule {
    private static final RuleInfo INFO =
            RuleInfo.judging("feature-needs-newer-windows", "a feature enabled on a Windows release that lacks it");
    private static final int MOST_RELATED = 3;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void judge(Estate estate, Catalog catalog, Verdicts verdicts) {
        for (Server server : estate.servers()) {
            for (Located<Term> feature : server.features()) {
                for (FeatureNeed need : catalog.needs(feature.value())) {
                    judge(estate, new Enabled(server, feature, need), verdicts);
                }
            }
        }
    }

    /** A feature on a server, and one thing that it needs. */
    private record Enabled(Server server, Located<Term> feature, FeatureNeed need) {
        Finding.Builder fault(String where, Verdicts verdicts) {
            String needed = need.from()
                    .map(Release::name)
                    .orElseGet(() -> need.functionalLevel()
                            .map(level -> "the functional level " + level.name())
                            .orElse("a newer one"));
            return verdicts.fault(
                            INFO,
                            server,
                            "features." + feature.value(),
                            feature,
                            server.quoted() + " enables " + feature.value().name() + where + "; it needs " + needed
                                    + " or later" + (need.where() == FeatureNeed.Where.SERVER ? "" : " there") + ".")
                    .because(need.because())
                    .sources(need.evidence().citations())
                    .doubtful(need.evidence().isRecalled());
        }
    }

    private static void judge(Estate estate, Enabled enabled, Verdicts verdicts) {
        switch (enabled.need().where()) {
            case SERVER -> {
                if (enabled.need().isFor(Product.WINDOWS)) {
                    judgeServer(enabled, verdicts);
                }
            }
            case GLOBAL_CATALOGS -> judgeMachines(estate, enabled, "global catalog", Server::isGlobalCatalog, verdicts);
            case DOMAIN_CONTROLLERS -> judgeMachines(estate, enabled, "domain controller", server -> true, verdicts);
            case FOREST -> judgeForest(estate, enabled, verdicts);
        }
    }

    private static void judgeServer(Enabled enabled, Verdicts verdicts) {
        enabled.server()
                .windows()
                .filter(windows ->
                        windows.release().isOlderThan(enabled.need().from().orElseThrow()))
                .ifPresent(
                        windows -> enabled.fault(" on " + windows.name(), verdicts)
                                .related(windows.text(), windows.name())
                                .fix(
                                        "Upgrade Windows and let its setup finish before the feature is enabled, or leave it out until then."));
    }

    private static void judgeMachines(
            Estate estate, Enabled enabled, String role, Predicate<Server> hasRole, Verdicts verdicts) {
        Release oldest = enabled.need().from().orElseThrow();
        List<Server> machines =
                estate.forestOf(enabled.server()).map(estate::domainControllersOf).orElse(List.of()).stream()
                        .filter(hasRole)
                        .filter(machine -> machine.windows().isPresent())
                        .toList();
        List<Server> tooOld = machines.stream()
                .filter(machine -> !machine.runsWindowsFrom(oldest))
                // Of the server itself the need for its own Windows has spoken.
                .filter(machine -> !machine.name().equals(enabled.server().name()))
                .toList();
        if (tooOld.isEmpty()) {
            return;
        }
        boolean oneIsEnough = !enabled.need().all() && tooOld.size() < machines.size();
        String names = tooOld.stream().limit(MOST_RELATED).map(Server::quoted).collect(Collectors.joining(", "));
        String more = tooOld.size() > MOST_RELATED ? " and " + (tooOld.size() - MOST_RELATED) + " more" : "";
        Installation first = tooOld.get(0).windows().orElseThrow();
        String where = tooOld.size() == 1
                ? ", and the " + role + " " + names + " runs " + first.name()
                : ", and the " + role + "s " + names + more + " run " + first.release()
                        + " or other releases that are too old";
        Finding.Builder fault = enabled.fault(where, verdicts)
                .fix(
                        oneIsEnough
                                ? "Make sure that Exchange and its clients use the newer " + role + "s only."
                                : "Upgrade the " + role + "s before the feature is enabled.")
                .doubtful(oneIsEnough);
        tooOld.stream().limit(MOST_RELATED).forEach(machine -> {
            Installation windows = machine.windows().orElseThrow();
            fault.related(windows.text(), windows.name() + " of " + machine.quoted());
        });
    }

    private static void judgeForest(Estate estate, Enabled enabled, Verdicts verdicts) {
        Term lowest = enabled.need().functionalLevel().orElseThrow();
        estate.forestOf(enabled.server())
                .flatMap(Forest::functionalLevel)
                .filter(level -> level.value().isBelow(lowest))
                .ifPresent(level -> enabled.fault(
                                " in a forest at the functional level "
                                        + level.value().name(),
                                verdicts)
                        .related(level, "the functional level")
                        .fix("Raise the functional level before the feature is enabled."));
    }
}
