package io.github.serverlint.catalog;

import io.github.serverlint.catalog.FeatureNeed.Where;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a catalog that say what goes with what, with one parser for each section. A parser asks for all keys of a
 * row, in the order in which messages list them, so that everything that is wrong with a row is said at once.
 */
final class FactRows {
    private final List<Fact> facts = new ArrayList<>();
    private final Map<List<Object>, Claim> claims = new HashMap<>();

    /** What a row says of the things that it is about. */
    private record Claim(Object verdict, Span place) {}

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    void read(Row document) {
        document.each("support", this::support);
        document.each("needs", this::need);
        document.each("connectors", this::connector);
        document.each("preparation", row -> {
            PreparationFact fact = new PreparationFact(
                    row.mandatoryRelease("release"),
                    row.release("domain-controllers"),
                    row.mandatory("needs", row.term("needs", "preparations")),
                    row.flag("where-declared", false),
                    row.term("perhaps", "preparations"),
                    row.sentence("because"),
                    row.mandatoryEvidence(),
                    row.place());
            addOnly(row, fact, fact.whereDeclared(), fact.release(), fact.domainControllers(), fact.needs());
        });
        document.each("upgrades", row -> {
            Release from = row.mandatoryRelease("release");
            UpgradeFact fact = new UpgradeFact(
                    from,
                    row.level("from", from),
                    row.mandatoryRelease("to"),
                    row.release("under"),
                    row.flag("supported", true),
                    row.sentence("because"),
                    row.sentence("instead"),
                    row.mandatoryEvidence(),
                    row.place());
            addOnly(row, fact, fact.supported(), from, fact.to(), fact.under());
        });
        document.each("windows-stays", row -> {
            Release under = row.mandatoryRelease("under");
            String because = row.sentence("because");
            String instead = row.sentence("instead");
            addOnly(
                    row,
                    new WindowsStaysFact(under, because, instead, row.mandatoryEvidence(), row.place()),
                    true,
                    under);
        });
        document.each("directory-support", row -> {
            Release release = row.mandatoryRelease("release");
            add(
                    row,
                    new DirectoryFact(
                            release,
                            row.range("from", "to", release),
                            row.floors("domain-controllers"),
                            row.releases("not-asked"),
                            row.terms("functional-levels", "functional-levels"),
                            row.flag("all", true),
                            row.flag("disputed", false),
                            row.sentence("because"),
                            row.mandatoryEvidence(),
                            row.place()));
        });
        document.each("coexistence", row -> {
            Release newer = row.mandatoryRelease("newer");
            LevelRange newerLevels = row.range("newer-from", "newer-to", newer);
            Release older = row.mandatoryRelease("older");
            CoexistenceFact fact = new CoexistenceFact(
                    newer,
                    newerLevels,
                    older,
                    row.level("older-from", older),
                    row.flag("supported", true),
                    row.sentence("because"),
                    row.floorsRecalled(),
                    row.mandatoryEvidence(),
                    row.place());
            addOnly(row, fact, fact.supported(), newer, older);
        });
        document.each("front-ends", row -> {
            FrontEndFact fact = new FrontEndFact(
                    row.mandatoryRelease("front-end"),
                    row.mandatoryRelease("back-end"),
                    row.flag("supported", true),
                    row.sentence("because"),
                    row.mandatoryEvidence(),
                    row.place());
            addOnly(row, fact, fact.supported(), fact.frontEnd(), fact.backEnd());
        });
        document.each("cluster-sizes", row -> {
            Release platform = row.mandatoryRelease("on");
            List<String> editions = row.someOf("editions", row.values("editions"));
            Optional<Integer> mostNodes = row.count("most-nodes");
            row.mandatory("most-nodes", mostNodes);
            add(
                    row,
                    new ClusterSize(
                            platform,
                            editions,
                            mostNodes.orElse(0),
                            row.sentence("because"),
                            row.sentence("instead"),
                            row.mandatoryEvidence(),
                            row.place()));
        });
        document.each(
                "cluster-denials",
                row -> add(
                        row,
                        new ClusterDenial(
                                row.someOf("releases", row.releases("releases")),
                                row.values("editions"),
                                row.terms("roles", "roles"),
                                row.terms("components", "components"),
                                row.count("active-active-above"),
                                row.flag("mixed-windows", false),
                                row.sentence("because"),
                                row.sentence("instead"),
                                row.mandatoryEvidence(),
                                row.place())));
        document.each("conflicts", row -> {
            Term component = row.mandatory("component", row.term("component", "components"));
            Release release = row.mandatoryRelease("release");
            ComponentConflict fact = new ComponentConflict(
                    component,
                    release,
                    row.range("from", "to", release),
                    row.sentence("because"),
                    row.sentence("instead"),
                    row.mandatoryEvidence(),
                    row.place());
            addOnly(row, fact, true, component, release, fact.levels());
        });
        document.each("dotnet", row -> {
            Release release = row.mandatoryRelease("release");
            DotnetFact fact = new DotnetFact(
                    release,
                    row.range("from", "to", release),
                    row.releases("on"),
                    row.someOf("accepts", row.releases("accepts")),
                    row.mandatoryEvidence(),
                    row.place());
            addOnly(row, fact, fact.accepted(), release, fact.levels(), fact.platforms());
        });
    }

    private void support(Row row) {
        Release release = row.mandatoryRelease("release");
        Release platform = row.mandatoryRelease("on");
        LevelRange levels = row.range("from", "to", release);
        Optional<Level> platformFrom = row.level("on-from", platform);
        Optional<Boolean> clustered = row.flag("clustered").map(flag -> flag.value());
        List<String> editions = row.values("editions");
        List<Term> architectures = row.terms("architectures", "architectures");
        SupportFact fact = new SupportFact(
                release,
                levels,
                platform,
                platformFrom,
                clustered,
                editions,
                architectures,
                row.flag("supported", true),
                row.sentence("because"),
                row.sentence("instead"),
                row.sentence("alternative"),
                row.floorsRecalled(),
                row.mandatoryEvidence(),
                row.place());
        addOnly(row, fact, fact.supported(), release, platform, levels, clustered, editions, architectures);
    }

    private void need(Row row) {
        Term feature = row.mandatory("feature", row.term("feature", "features"));
        Where where = row.mandatory("where", row.word("where", Where.class));
        Optional<Release> from = row.release("from");
        // Where it is not the server's own release, the key is one that the row does not have.
        Map<Release, Level> levels = where == Where.SERVER ? row.levelsOfReleases("levels") : Map.of();
        Optional<Term> functionalLevel = row.term("functional-level", "functional-levels");
        boolean all = row.flag("all", true);
        String because = row.sentence("because");
        FeatureNeed fact = new FeatureNeed(
                feature, where, from, levels, functionalLevel, all, because, row.mandatoryEvidence(), row.place());
        // A forest has a level, everything else a release.
        if (where == Where.FOREST) {
            row.mandatory("functional-level", functionalLevel);
        } else {
            row.mandatory("from", from);
        }
        Optional<String> product = from.map(Release::productId);
        addOnly(row, fact, List.of(from, functionalLevel), feature, where, product, functionalLevel.isPresent());
    }

    private void connector(Row row) {
        Release connector = row.mandatoryRelease("release");
        Optional<Level> to = row.level("to", connector);
        Optional<Release> domainControllers = row.release("domain-controllers");
        Optional<Row> unless = row.part("unless");
        Optional<DomainMode> domainMode =
                unless.flatMap(except -> except.required("domain-mode", except.word("domain-mode", DomainMode.class)));
        List<Term> prepared =
                unless.map(except -> except.terms("prepared", "preparations")).orElse(List.of());
        unless.ifPresent(Row::rejectOtherKeys);
        Optional<Term> functionalLevel = row.term("functional-level", "functional-levels");
        ConnectorFact fact = new ConnectorFact(
                connector,
                to,
                domainControllers,
                domainMode,
                prepared,
                functionalLevel,
                row.sentence("because"),
                row.sentence("instead"),
                row.mandatoryEvidence(),
                row.place());
        if (functionalLevel.isEmpty()) {
            row.mandatory("domain-controllers", domainControllers);
        }
        addOnly(row, fact, to, connector, domainControllers, functionalLevel);
    }

    private void add(Row row, Fact fact) {
        if (row.isComplete()) {
            facts.add(fact);
        }
    }

    /**
     * Adds a fact unless another row of its kind says the same of the same things, or the opposite.
     *
     * @param verdict what the row says
     * @param about what it says that of
     */
    private void addOnly(Row row, Fact fact, Object verdict, Object... about) {
        if (row.isComplete()) {
            Claim earlier =
                    claims.putIfAbsent(List.of(fact.getClass(), List.of(about)), new Claim(verdict, row.place()));
            if (earlier == null) {
                facts.add(fact);
            } else {
                row.complain(
                        ParseRule.DUPLICATE_KEY,
                        "The row at " + earlier.place() + " says the "
                                + (earlier.verdict().equals(verdict) ? "same." : "opposite."),
                        "Keep one of the two, with the sources of both.");
            }
        }
    }
}
