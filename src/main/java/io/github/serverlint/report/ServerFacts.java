package io.github.serverlint.report;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.ClusterDenial;
import io.github.serverlint.catalog.ClusterSize;
import io.github.serverlint.catalog.ComponentConflict;
import io.github.serverlint.catalog.DotnetFact;
import io.github.serverlint.catalog.FeatureRequirement;
import io.github.serverlint.catalog.FeatureRequirement.Where;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.SupportFact;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.report.ReleasePage.FactEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sections of a page with the facts about one server: what runs on what, features, components, clusters. */
final class ServerFacts {
    private final Catalog catalog;
    private final ReleasePage page;
    private final Release release;

    ServerFacts(Catalog catalog, ReleasePage page) {
        this.catalog = catalog;
        this.page = page;
        this.release = page.release();
    }

    void write() {
        if (catalog.product(release).isPlatform()) {
            page.section("Supports", guests(true));
            page.section("Does not support", guests(false));
        } else {
            page.section("Runs on", platforms(true));
            page.section("Does not run on", platforms(false));
            page.line("  and on nothing else: what is not listed is not supported");
        }
        writeDotnet();
        writeFeatures();
        page.section(
                "Does not go together with",
                catalog.facts(ComponentConflict.class).stream()
                        .filter(fact -> fact.release().equals(release))
                        .map(fact -> FactEntry.of(
                                        fact.component().name()
                                                + ReleasePage.range(fact.levels())
                                                        .map(range -> ": " + range)
                                                        .orElse(""),
                                        fact.evidence(),
                                        fact.because(),
                                        fact.instead())
                                .at(fact.levels())));
        page.section("Clusters", Stream.concat(clusterSizes(), clusterDenials()));
    }

    private Stream<FactEntry> platforms(boolean supported) {
        return catalog.support(release).stream()
                .filter(fact -> fact.supported() == supported)
                .map(fact -> entry(fact, fact.platform()).at(fact.levels()));
    }

    private Stream<FactEntry> guests(boolean supported) {
        return catalog.products().stream()
                .flatMap(product -> product.releases().stream())
                .flatMap(guest -> catalog.support(guest, release).stream())
                .filter(fact -> fact.supported() == supported)
                .map(fact -> entry(fact, fact.release()).from(fact.platformFrom()));
    }

    private static FactEntry entry(SupportFact fact, Release other) {
        List<String> limits = new ArrayList<>();
        ReleasePage.range(fact.levels())
                .map(range -> fact.release() + " " + range)
                .ifPresent(limits::add);
        fact.platformFrom()
                .ifPresent(lowest -> limits.add("needs " + fact.platform().nameAt(Optional.of(lowest))));
        fact.disputedBelow()
                .ifPresent(level ->
                        limits.add("below " + fact.release().nameAt(Optional.of(level)) + " the sources disagree"));
        fact.clustered().ifPresent(clustered -> limits.add(clustered ? "as a cluster node" : "stand-alone"));
        if (!fact.editions().isEmpty()) {
            limits.add(ReleasePage.list(fact.editions()));
        }
        if (!fact.architectures().isEmpty()) {
            limits.add(ReleasePage.list(fact.architectures()));
        }
        return FactEntry.of(
                other.name()
                        + (limits.isEmpty() ? "" : ": " + String.join("; ", limits))
                        + (fact.floorsRecalled() && !fact.evidence().isRecalled() ? " (the level is recalled)" : ""),
                fact.evidence(),
                fact.because(),
                fact.instead(),
                fact.alternative());
    }

    private void writeDotnet() {
        Function<DotnetFact, String> on =
                fact -> fact.platforms().isEmpty() ? "" : " on " + ReleasePage.list(fact.platforms());
        page.section(
                "Takes of the .NET Framework",
                catalog.dotnetFacts(release).stream()
                        .map(fact -> FactEntry.of(
                                        ReleasePage.range(fact.levels()).orElse("any level")
                                                + on.apply(fact)
                                                + ": "
                                                + ReleasePage.list(fact.accepted()),
                                        fact.evidence())
                                .at(fact.levels())));
        page.section(
                "Accepted by",
                catalog.facts(DotnetFact.class).stream()
                        .filter(fact -> fact.accepted().contains(release))
                        .map(fact -> FactEntry.of(
                                ReleasePage.named(fact.release(), fact.levels()) + on.apply(fact), fact.evidence())));
        page.section(
                "The .NET Framework of Exchange on it",
                catalog.facts(DotnetFact.class).stream()
                        .filter(fact -> fact.platforms().contains(release))
                        .map(fact -> FactEntry.of(
                                ReleasePage.named(fact.release(), fact.levels()) + ": "
                                        + ReleasePage.list(fact.accepted()),
                                fact.evidence())));
    }

    /** The features whose needs name the product: those that the release meets, and those that it does not. */
    private void writeFeatures() {
        List<FeatureRequirement> own = catalog.facts(FeatureRequirement.class).stream()
                .filter(fact -> fact.appliesTo(release.productId()))
                .toList();
        page.section(
                "New enough for the features",
                own.stream().filter(fact -> !isTooOld(fact)).map(this::entry));
        page.section(
                "Too old for the features",
                own.stream()
                        .filter(this::isTooOld)
                        .map(fact -> FactEntry.of(
                                fact.feature().name() + ", which " + needs(fact), fact.evidence(), fact.because())));
    }

    /** Whether no level of the release is new enough. */
    private boolean isTooOld(FeatureRequirement fact) {
        return fact.from().filter(release::isOlderThan).isPresent();
    }

    private FactEntry entry(FeatureRequirement fact) {
        Optional<Level> lowest = Optional.ofNullable(fact.levels().get(release));
        String where = fact.where() == Where.SERVER ? "" : ", on " + where(fact);
        List<String> others = catalog.featureRequirements(fact.feature()).stream()
                .filter(other -> !other.equals(fact))
                .map(other -> needs(other) + page.cite(other.evidence()))
                .toList();
        return FactEntry.of(
                        fact.feature().name()
                                + lowest.map(level -> ": from " + level + " on").orElse("")
                                + where,
                        fact.evidence(),
                        fact.because())
                .with(others)
                .from(lowest);
    }

    private static String needs(FeatureRequirement fact) {
        return fact.functionalLevel()
                .map(level -> "needs the forest level " + level.name() + " or above")
                .orElseGet(() -> "needs "
                        + fact.from()
                                .map(from -> from.nameAt(
                                        Optional.ofNullable(fact.levels().get(from))))
                                .orElse("")
                        + " or later on " + where(fact));
    }

    private static String where(FeatureRequirement fact) {
        String which = fact.all() ? "every " : "a ";
        return switch (fact.where()) {
            case SERVER -> "the server";
            case GLOBAL_CATALOGS -> which + "global catalog";
            case DOMAIN_CONTROLLERS -> which + "domain controller";
            case FOREST -> "the forest";
        };
    }

    private Stream<FactEntry> clusterSizes() {
        return catalog.facts(ClusterSize.class).stream()
                .filter(fact -> fact.platform().equals(release))
                .map(fact -> FactEntry.of(
                        ReleasePage.list(fact.editions()) + ": "
                                + (fact.mostNodes() == 0 ? "no cluster" : "up to " + fact.mostNodes() + " nodes"),
                        fact.evidence(),
                        fact.because()));
    }

    private Stream<FactEntry> clusterDenials() {
        return catalog.clusterDenials(release).stream()
                .map(fact -> FactEntry.of(denied(fact), fact.evidence(), fact.because(), fact.instead()));
    }

    private static String denied(ClusterDenial fact) {
        List<String> denied = new ArrayList<>();
        if (!fact.editions().isEmpty()) {
            denied.add("no cluster with the edition " + ReleasePage.list(fact.editions()));
        }
        if (!fact.roles().isEmpty()) {
            denied.add("no node that is a "
                    + ReleasePage.list(fact.roles().stream().map(Term::name).toList()));
        }
        if (!fact.components().isEmpty()) {
            denied.add("no node with "
                    + ReleasePage.list(
                            fact.components().stream().map(Term::name).toList()));
        }
        fact.activeActiveAbove().ifPresent(most -> denied.add("at most " + most + " nodes that are all active"));
        if (fact.mixedWindows()) {
            denied.add("no nodes on different releases of Windows");
        }
        return String.join("; ", denied);
    }
}
