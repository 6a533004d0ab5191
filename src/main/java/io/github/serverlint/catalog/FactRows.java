package io.github.serverlint.catalog;

import io.github.serverlint.catalog.Catalog.CatalogContent;
import io.github.serverlint.catalog.FeatureNeed.Where;
import io.github.serverlint.finding.ReadingRule;
import io.github.serverlint.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a catalog that say what goes with what. */
final class FactRows {
    private final List<SupportFact> support = new ArrayList<>();
    private final List<FeatureNeed> needs = new ArrayList<>();
    private final List<ConnectorFact> connectors = new ArrayList<>();
    private final List<PreparationFact> preparation = new ArrayList<>();
    private final List<UpgradeFact> upgrades = new ArrayList<>();
    private final List<WindowsStaysFact> windowsStays = new ArrayList<>();
    private final Map<List<Object>, Said> said = new HashMap<>();
    private final List<DirectoryFact> directory = new ArrayList<>();
    private final List<CoexistenceFact> coexistence = new ArrayList<>();
    private final List<FrontEndFact> frontEnds = new ArrayList<>();

    private final List<ClusterSize> clusterSizes = new ArrayList<>();
    private final List<ClusterDenial> clusterDenials = new ArrayList<>();
    private final List<ComponentConflict> conflicts = new ArrayList<>();
    private final List<DotnetFact> dotnet = new ArrayList<>();

    /** All that was read, with the names that it speaks in. */
    CatalogContent with(KnownNames known) {
        return new CatalogContent(
                List.copyOf(known.sources().values()),
                known.products(),
                known.vocabulary("features"),
                known.vocabulary("roles"),
                known.vocabulary("components"),
                known.vocabulary("preparations"),
                known.vocabulary("functional-levels"),
                known.vocabulary("architectures"),
                List.copyOf(support),
                List.copyOf(needs),
                List.copyOf(connectors),
                List.copyOf(preparation),
                List.copyOf(upgrades),
                List.copyOf(windowsStays),
                List.copyOf(directory),
                List.copyOf(coexistence),
                List.copyOf(frontEnds),
                List.copyOf(clusterSizes),
                List.copyOf(clusterDenials),
                List.copyOf(conflicts),
                List.copyOf(dotnet));
    }

    void read(Row document) {
        document.each("support", this::supportFact);
        document.each("needs", this::featureNeed);
        document.each("connectors", this::connectorFact);
        document.each("preparation", this::preparationFact);
        document.each("upgrades", this::upgradeFact);
        document.each("windows-stays", this::windowsStaysFact);
        document.each("directory-support", this::directoryFact);
        document.each("coexistence", this::coexistenceFact);
        document.each("front-ends", this::frontEndFact);
        document.each("cluster-sizes", this::clusterSize);
        document.each("cluster-denials", this::clusterDenial);
        document.each("conflicts", this::conflict);
        document.each("dotnet", this::dotnetFact);
    }

    private void supportFact(Row row) {
        Optional<Release> release = row.required("release", row.release("release"));
        Optional<Release> platform = row.required("on", row.release("on"));
        LevelRange levels = levels(row, release);
        Optional<Level> platformFrom = row.level("on-from", platform);
        Optional<Boolean> clustered = row.flag("clustered").map(flag -> flag.value());
        List<String> editions = row.values("editions");
        List<Term> architectures = row.terms("architectures", "architectures");
        boolean supported = row.flag("supported", true);
        String because = row.sentence("because");
        String instead = row.sentence("instead");
        String alternative = row.sentence("alternative");
        boolean floorsRecalled = floorsRecalled(row);
        Optional<Evidence> evidence = row.evidence();
        List<Object> says =
                List.of("support", release, platform, levels.from(), levels.to(), clustered, editions, architectures);
        if (release.isPresent() && platform.isPresent() && evidence.isPresent() && isNew(says, supported, row)) {
            support.add(new SupportFact(
                    release.get(),
                    levels,
                    platform.get(),
                    platformFrom,
                    clustered,
                    editions,
                    architectures,
                    supported,
                    because,
                    instead,
                    alternative,
                    floorsRecalled || evidence.get().isRecalled(),
                    evidence.get(),
                    row.place()));
        }
    }

    /**
     * Whether no other row says the same, or the opposite.
     *
     * @param about what the row speaks of
     * @param verdict what it says of it
     */
    private boolean isNew(List<Object> about, Object verdict, Row row) {
        Said earlier = said.putIfAbsent(about, new Said(verdict, row.place()));
        if (earlier == null) {
            return true;
        }
        row.complain(
                ReadingRule.DUPLICATE_KEY,
                earlier.verdict().equals(verdict)
                        ? "The row at " + earlier.place() + " says the same."
                        : "The row at " + earlier.place() + " says the opposite.",
                "Keep one of the two, with the sources of both.");
        return false;
    }

    private record Said(Object verdict, Span place) {}

    private void featureNeed(Row row) {
        Optional<Term> feature = row.required("feature", row.term("feature", "features"));
        Optional<Where> where = row.required("where", row.word("where", Where.class));
        Optional<Release> from = row.release("from");
        // Where it is not the server's own release, the key is one that the row does not have.
        Map<Release, Level> levels =
                where.filter(Where.SERVER::equals).isPresent() ? row.levelsOfReleases("levels") : Map.of();
        Optional<Term> functionalLevel = row.term("functional-level", "functional-levels");
        boolean all = row.flag("all", true);
        String because = row.sentence("because");
        Optional<Evidence> evidence = row.evidence();
        // A forest has a level, everything else a release.
        boolean isForest = where.filter(Where.FOREST::equals).isPresent();
        boolean said = isForest
                ? row.required("functional-level", functionalLevel).isPresent()
                : row.required("from", from).isPresent();
        List<Object> says = List.of("need", feature, where, from.map(Release::productId), functionalLevel.isPresent());
        if (feature.isPresent()
                && where.isPresent()
                && said
                && evidence.isPresent()
                && isNew(says, List.of(from, functionalLevel), row)) {
            needs.add(new FeatureNeed(
                    feature.get(),
                    where.get(),
                    from,
                    levels,
                    functionalLevel,
                    all,
                    because,
                    evidence.get(),
                    row.place()));
        }
    }

    private void connectorFact(Row row) {
        Optional<Release> connector = row.required("release", row.release("release"));
        Optional<Level> to = row.level("to", connector);
        Optional<Release> domainControllers = row.release("domain-controllers");
        Optional<Row> unless = row.part("unless");
        Optional<DomainMode> domainMode =
                unless.flatMap(except -> except.required("domain-mode", except.word("domain-mode", DomainMode.class)));
        List<Term> prepared =
                unless.map(except -> except.terms("prepared", "preparations")).orElse(List.of());
        unless.ifPresent(Row::rejectOtherKeys);
        Optional<Term> functionalLevel = row.term("functional-level", "functional-levels");
        String because = row.sentence("because");
        String instead = row.sentence("instead");
        Optional<Evidence> evidence = row.evidence();
        boolean said = functionalLevel.isPresent()
                || row.required("domain-controllers", domainControllers).isPresent();
        List<Object> says = List.of("connector", connector, domainControllers, functionalLevel);
        if (connector.isPresent() && said && evidence.isPresent() && isNew(says, to, row)) {
            connectors.add(new ConnectorFact(
                    connector.get(),
                    to,
                    domainControllers,
                    domainMode,
                    prepared,
                    functionalLevel,
                    because,
                    instead,
                    evidence.get(),
                    row.place()));
        }
    }

    private void preparationFact(Row row) {
        Optional<Release> release = row.required("release", row.release("release"));
        Optional<Release> domainControllers = row.release("domain-controllers");
        Optional<Term> needed = row.required("needs", row.term("needs", "preparations"));
        boolean whereDeclared = row.flag("where-declared", false);
        Optional<Term> perhaps = row.term("perhaps", "preparations");
        String because = row.sentence("because");
        Optional<Evidence> evidence = row.evidence();
        List<Object> says = List.of("preparation", release, domainControllers, needed);
        if (release.isPresent() && needed.isPresent() && evidence.isPresent() && isNew(says, whereDeclared, row)) {
            preparation.add(new PreparationFact(
                    release.get(),
                    domainControllers,
                    needed.get(),
                    whereDeclared,
                    perhaps,
                    because,
                    evidence.get(),
                    row.place()));
        }
    }

    private void upgradeFact(Row row) {
        Optional<Release> from = row.required("release", row.release("release"));
        Optional<Level> fromLevel = row.level("from", from);
        Optional<Release> to = row.required("to", row.release("to"));
        Optional<Release> under = row.release("under");
        boolean supported = row.flag("supported", true);
        String because = row.sentence("because");
        String instead = row.sentence("instead");
        Optional<Evidence> evidence = row.evidence();
        if (from.isPresent()
                && to.isPresent()
                && evidence.isPresent()
                && isNew(List.of("upgrade", from, to, under), supported, row)) {
            upgrades.add(new UpgradeFact(
                    from.get(), fromLevel, to.get(), under, supported, because, instead, evidence.get(), row.place()));
        }
    }

    private void windowsStaysFact(Row row) {
        Optional<Release> under = row.required("under", row.release("under"));
        String because = row.sentence("because");
        String instead = row.sentence("instead");
        Optional<Evidence> evidence = row.evidence();
        if (under.isPresent() && evidence.isPresent() && isNew(List.of("windows stays", under), true, row)) {
            windowsStays.add(new WindowsStaysFact(under.get(), because, instead, evidence.get(), row.place()));
        }
    }

    private void directoryFact(Row row) {
        Optional<Release> release = row.required("release", row.release("release"));
        LevelRange levels = levels(row, release);
        Map<Release, Level> domainControllers = row.floors("domain-controllers");
        List<Release> notAsked = row.releases("not-asked");
        List<Term> functionalLevels = row.terms("functional-levels", "functional-levels");
        boolean all = row.flag("all", true);
        boolean disputed = row.flag("disputed", false);
        String because = row.sentence("because");
        Optional<Evidence> evidence = row.evidence();
        if (release.isPresent() && evidence.isPresent()) {
            directory.add(new DirectoryFact(
                    release.get(),
                    levels,
                    domainControllers,
                    notAsked,
                    functionalLevels,
                    all,
                    disputed,
                    because,
                    evidence.get(),
                    row.place()));
        }
    }

    private void coexistenceFact(Row row) {
        Optional<Release> newer = row.required("newer", row.release("newer"));
        LevelRange newerLevels = new LevelRange(row.level("newer-from", newer), row.level("newer-to", newer));
        Optional<Release> older = row.required("older", row.release("older"));
        Optional<Level> olderFrom = row.level("older-from", older);
        boolean supported = row.flag("supported", true);
        String because = row.sentence("because");
        boolean floorsRecalled = floorsRecalled(row);
        Optional<Evidence> evidence = row.evidence();
        List<Object> says = List.of("coexistence", newer, older);
        if (newer.isPresent() && older.isPresent() && evidence.isPresent() && isNew(says, supported, row)) {
            coexistence.add(new CoexistenceFact(
                    newer.get(),
                    newerLevels,
                    older.get(),
                    olderFrom,
                    supported,
                    because,
                    floorsRecalled || evidence.get().isRecalled(),
                    evidence.get(),
                    row.place()));
        }
    }

    private void frontEndFact(Row row) {
        Optional<Release> frontEnd = row.required("front-end", row.release("front-end"));
        Optional<Release> backEnd = row.required("back-end", row.release("back-end"));
        boolean supported = row.flag("supported", true);
        String because = row.sentence("because");
        Optional<Evidence> evidence = row.evidence();
        List<Object> says = List.of("front end", frontEnd, backEnd);
        if (frontEnd.isPresent() && backEnd.isPresent() && evidence.isPresent() && isNew(says, supported, row)) {
            frontEnds.add(
                    new FrontEndFact(frontEnd.get(), backEnd.get(), supported, because, evidence.get(), row.place()));
        }
    }

    private static boolean floorsRecalled(Row row) {
        return row.word("floor-confidence", Confidence.class)
                .filter(Confidence.RECALLED::equals)
                .isPresent();
    }

    private void clusterSize(Row row) {
        Optional<Release> platform = row.required("on", row.release("on"));
        List<String> editions = row.values("editions");
        row.required("editions", editions.stream().findFirst());
        Optional<Integer> mostNodes = row.required("most-nodes", row.count("most-nodes"));
        String because = row.sentence("because");
        String instead = row.sentence("instead");
        Optional<Evidence> evidence = row.evidence();
        if (platform.isPresent() && mostNodes.isPresent() && evidence.isPresent()) {
            clusterSizes.add(new ClusterSize(
                    platform.get(), editions, mostNodes.get(), because, instead, evidence.get(), row.place()));
        }
    }

    private void clusterDenial(Row row) {
        List<Release> releases = row.releases("releases");
        row.required("releases", releases.stream().findFirst());
        List<String> editions = row.values("editions");
        List<Term> roles = row.terms("roles", "roles");
        List<Term> components = row.terms("components", "components");
        Optional<Integer> activeActiveAbove = row.count("active-active-above");
        boolean mixedWindows = row.flag("mixed-windows", false);
        String because = row.sentence("because");
        String instead = row.sentence("instead");
        row.evidence()
                .ifPresent(evidence -> clusterDenials.add(new ClusterDenial(
                        releases,
                        editions,
                        roles,
                        components,
                        activeActiveAbove,
                        mixedWindows,
                        because,
                        instead,
                        evidence,
                        row.place())));
    }

    private void conflict(Row row) {
        Optional<Term> component = row.required("component", row.term("component", "components"));
        Optional<Release> release = row.required("release", row.release("release"));
        LevelRange levels = levels(row, release);
        String because = row.sentence("because");
        String instead = row.sentence("instead");
        Optional<Evidence> evidence = row.evidence();
        List<Object> says = List.of("conflict", component, release, levels.from(), levels.to());
        if (component.isPresent() && release.isPresent() && evidence.isPresent() && isNew(says, true, row)) {
            conflicts.add(new ComponentConflict(
                    component.get(), release.get(), levels, because, instead, evidence.get(), row.place()));
        }
    }

    private void dotnetFact(Row row) {
        Optional<Release> release = row.required("release", row.release("release"));
        LevelRange levels = levels(row, release);
        List<Release> platforms = row.releases("on");
        List<Release> accepted = row.releases("accepts");
        row.required("accepts", accepted.stream().findFirst());
        Optional<Evidence> evidence = row.evidence();
        List<Object> says = List.of("dotnet", release, levels.from(), levels.to(), platforms);
        if (release.isPresent() && evidence.isPresent() && isNew(says, accepted, row)) {
            dotnet.add(new DotnetFact(release.get(), levels, platforms, accepted, evidence.get(), row.place()));
        }
    }

    private static LevelRange levels(Row row, Optional<Release> release) {
        return new LevelRange(row.level("from", release), row.level("to", release));
    }
}
