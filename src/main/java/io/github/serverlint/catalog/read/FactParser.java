package io.github.serverlint.catalog.read;

import io.github.serverlint.catalog.ClusterDenial;
import io.github.serverlint.catalog.ClusterSize;
import io.github.serverlint.catalog.CoexistenceFact;
import io.github.serverlint.catalog.ComponentConflict;
import io.github.serverlint.catalog.ConnectorFact;
import io.github.serverlint.catalog.DirectoryFact;
import io.github.serverlint.catalog.DomainMode;
import io.github.serverlint.catalog.DotnetFact;
import io.github.serverlint.catalog.Fact;
import io.github.serverlint.catalog.FeatureRequirement;
import io.github.serverlint.catalog.FeatureRequirement.Where;
import io.github.serverlint.catalog.FrontEndFact;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.LevelRange;
import io.github.serverlint.catalog.NoWindowsUpgradeFact;
import io.github.serverlint.catalog.PreparationFact;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.SchemaExtensionFact;
import io.github.serverlint.catalog.SharedName;
import io.github.serverlint.catalog.SupportFact;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.catalog.UpgradeFact;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parser of the fact rows of a catalog, with one method for each section. It reads all keys of a row, in the order in
 * which messages list them, so that all errors of a row are reported at once.
 */
final class FactParser {
    private final List<Fact> facts = new ArrayList<>();
    private final Map<List<Object>, Statement> statements = new HashMap<>();

    /** Statement of an earlier row, to detect duplicates. */
    private record Statement(Object value, Span place) {}

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    void read(RowReader document) {
        document.each("shared-names", this::sharedName);
        document.each("support", this::support);
        document.each("needs", this::featureRequirement);
        document.each("connectors", this::connector);
        document.each("preparation", rowReader -> {
            PreparationFact fact = new PreparationFact(
                    rowReader.mandatoryRelease("release"),
                    rowReader.release("domain-controllers"),
                    rowReader.mandatory("needs", rowReader.term("needs", "preparations")),
                    rowReader.flag("where-declared", false),
                    rowReader.term("perhaps", "preparations"),
                    rowReader.sentence("because"),
                    rowReader.mandatoryEvidence(),
                    rowReader.place());
            addUnique(rowReader, fact, fact.whereDeclared(), fact.release(), fact.domainControllers(), fact.needs());
        });
        document.each("schema-extensions", rowReader -> {
            Release domainControllers = rowReader.mandatoryRelease("domain-controllers");
            SchemaExtensionFact fact = new SchemaExtensionFact(
                    rowReader.nonEmpty("releases", rowReader.releases("releases")),
                    rowReader.nonEmpty("preparations", rowReader.terms("preparations", "preparations")),
                    domainControllers,
                    rowReader.mandatory("fixed-from", rowReader.level("fixed-from", domainControllers)),
                    rowReader.mandatory("unless-prepared", rowReader.term("unless-prepared", "preparations")),
                    rowReader.sentence("because"),
                    rowReader.sentence("instead"),
                    rowReader.mandatoryEvidence(),
                    rowReader.place());
            addUnique(rowReader, fact, fact.fixedFrom(), domainControllers);
        });
        document.each("upgrades", rowReader -> {
            Release from = rowReader.mandatoryRelease("release");
            UpgradeFact fact = new UpgradeFact(
                    from,
                    rowReader.level("from", from),
                    rowReader.mandatoryRelease("to"),
                    rowReader.release("under"),
                    rowReader.flag("supported", true),
                    rowReader.sentence("because"),
                    rowReader.sentence("instead"),
                    rowReader.mandatoryEvidence(),
                    rowReader.place());
            addUnique(rowReader, fact, fact.supported(), from, fact.to(), fact.under());
        });
        document.each("windows-stays", rowReader -> {
            Release under = rowReader.mandatoryRelease("under");
            String because = rowReader.sentence("because");
            String instead = rowReader.sentence("instead");
            addUnique(
                    rowReader,
                    new NoWindowsUpgradeFact(under, because, instead, rowReader.mandatoryEvidence(), rowReader.place()),
                    true,
                    under);
        });
        document.each("directory-support", rowReader -> {
            Release release = rowReader.mandatoryRelease("release");
            add(
                    rowReader,
                    new DirectoryFact(
                            release,
                            rowReader.range("from", "to", release),
                            rowReader.floors("domain-controllers"),
                            rowReader.releases("not-asked"),
                            rowReader.terms("functional-levels", "functional-levels"),
                            rowReader.flag("all", true),
                            rowReader.flag("disputed", false),
                            rowReader.sentence("because"),
                            rowReader.mandatoryEvidence(),
                            rowReader.place()));
        });
        document.each("coexistence", rowReader -> {
            Release newer = rowReader.mandatoryRelease("newer");
            LevelRange newerLevels = rowReader.range("newer-from", "newer-to", newer);
            Release older = rowReader.mandatoryRelease("older");
            CoexistenceFact fact = new CoexistenceFact(
                    newer,
                    newerLevels,
                    older,
                    rowReader.level("older-from", older),
                    rowReader.flag("supported", true),
                    rowReader.sentence("because"),
                    rowReader.floorsRecalled(),
                    rowReader.mandatoryEvidence(),
                    rowReader.place());
            addUnique(rowReader, fact, fact.supported(), newer, newerLevels, older);
        });
        document.each("front-ends", rowReader -> {
            FrontEndFact fact = new FrontEndFact(
                    rowReader.mandatoryRelease("front-end"),
                    rowReader.mandatoryRelease("back-end"),
                    rowReader.flag("supported", true),
                    rowReader.sentence("because"),
                    rowReader.mandatoryEvidence(),
                    rowReader.place());
            addUnique(rowReader, fact, fact.supported(), fact.frontEnd(), fact.backEnd());
        });
        document.each("cluster-sizes", rowReader -> {
            Release platform = rowReader.mandatoryRelease("on");
            List<String> editions = rowReader.nonEmpty("editions", rowReader.values("editions"));
            Optional<Integer> mostNodes = rowReader.count("most-nodes");
            rowReader.mandatory("most-nodes", mostNodes);
            add(
                    rowReader,
                    new ClusterSize(
                            platform,
                            editions,
                            mostNodes.orElse(0),
                            rowReader.sentence("because"),
                            rowReader.sentence("instead"),
                            rowReader.mandatoryEvidence(),
                            rowReader.place()));
        });
        document.each(
                "cluster-denials",
                rowReader -> add(
                        rowReader,
                        new ClusterDenial(
                                rowReader.nonEmpty("releases", rowReader.releases("releases")),
                                rowReader.values("editions"),
                                rowReader.terms("roles", "roles"),
                                rowReader.terms("components", "components"),
                                rowReader.count("active-active-above"),
                                rowReader.flag("mixed-windows", false),
                                rowReader.sentence("because"),
                                rowReader.sentence("instead"),
                                rowReader.mandatoryEvidence(),
                                rowReader.place())));
        document.each("conflicts", rowReader -> {
            Term component = rowReader.mandatory("component", rowReader.term("component", "components"));
            Release release = rowReader.mandatoryRelease("release");
            ComponentConflict fact = new ComponentConflict(
                    component,
                    release,
                    rowReader.range("from", "to", release),
                    rowReader.sentence("because"),
                    rowReader.sentence("instead"),
                    rowReader.mandatoryEvidence(),
                    rowReader.place());
            addUnique(rowReader, fact, true, component, release, fact.levels());
        });
        document.each("dotnet", rowReader -> {
            Release release = rowReader.mandatoryRelease("release");
            DotnetFact fact = new DotnetFact(
                    release,
                    rowReader.range("from", "to", release),
                    rowReader.releases("on"),
                    rowReader.nonEmpty("accepts", rowReader.releases("accepts")),
                    rowReader.mandatoryEvidence(),
                    rowReader.place());
            addUnique(rowReader, fact, fact.accepted(), release, fact.levels(), fact.platforms());
        });
    }

    private void sharedName(RowReader rowReader) {
        List<String> names = rowReader.nonEmpty("names", rowReader.values("names"));
        List<Release> releases = rowReader.nonEmpty("releases", rowReader.releases("releases"));
        List<String> others = rowReader.values("others");
        SharedName fact = new SharedName(
                names,
                releases.stream()
                        .distinct()
                        .sorted(Comparator.comparingInt(Release::rank))
                        .toList(),
                others,
                rowReader.text("words-of").map(text -> text.value()),
                rowReader.mandatoryEvidence(),
                rowReader.place());
        if (releases.stream().map(Release::productId).distinct().count() > 1) {
            rowReader.reportRow(
                    ParseRule.INVALID_VALUE,
                    "The releases of a name are of several products.",
                    "A name stands under the key of one product, so write a row for each.");
        } else if (!releases.isEmpty() && releases.size() + others.size() < 2) {
            rowReader.reportRow(
                    ParseRule.INVALID_VALUE,
                    "The names stand for " + releases.get(0) + " alone.",
                    "Name a second release or what else they stand for, or make them spellings of the release.");
        } else if (!names.isEmpty() && !releases.isEmpty()) {
            add(rowReader, fact);
        }
    }

    private void support(RowReader rowReader) {
        Release release = rowReader.mandatoryRelease("release");
        Release platform = rowReader.mandatoryRelease("on");
        LevelRange levels = rowReader.range("from", "to", release);
        Optional<Level> platformFrom = rowReader.level("on-from", platform);
        Optional<Boolean> clustered = rowReader.flag("clustered").map(flag -> flag.value());
        List<String> editions = rowReader.values("editions");
        List<Term> architectures = rowReader.terms("architectures", "architectures");
        SupportFact fact = new SupportFact(
                release,
                levels,
                platform,
                platformFrom,
                clustered,
                editions,
                architectures,
                rowReader.flag("supported", true),
                rowReader.level("disputed-below", release),
                rowReader.sentence("because"),
                rowReader.sentence("instead"),
                rowReader.sentence("alternative"),
                rowReader.floorsRecalled(),
                rowReader.mandatoryEvidence(),
                rowReader.place());
        addUnique(rowReader, fact, fact.supported(), release, platform, levels, clustered, editions, architectures);
    }

    private void featureRequirement(RowReader rowReader) {
        Term feature = rowReader.mandatory("feature", rowReader.term("feature", "features"));
        Where where = rowReader.mandatory("where", rowReader.word("where", Where.class));
        Optional<Release> from = rowReader.release("from");
        // Only rows about the server itself have this key; elsewhere it is reported as unknown.
        Map<Release, Level> levels = where == Where.SERVER ? rowReader.levelsOfReleases("levels") : Map.of();
        Optional<Term> functionalLevel = rowReader.term("functional-level", "functional-levels");
        boolean all = rowReader.flag("all", true);
        String because = rowReader.sentence("because");
        FeatureRequirement fact = new FeatureRequirement(
                feature,
                where,
                from,
                levels,
                functionalLevel,
                all,
                because,
                rowReader.mandatoryEvidence(),
                rowReader.place());
        // A forest has a functional level, everything else a release.
        if (where == Where.FOREST) {
            rowReader.mandatory("functional-level", functionalLevel);
        } else {
            rowReader.mandatory("from", from);
        }
        Optional<String> product = from.map(Release::productId);
        addUnique(
                rowReader, fact, List.of(from, functionalLevel), feature, where, product, functionalLevel.isPresent());
    }

    private void connector(RowReader rowReader) {
        Release connector = rowReader.mandatoryRelease("release");
        Optional<Level> to = rowReader.level("to", connector);
        Optional<Release> domainControllers = rowReader.release("domain-controllers");
        Optional<RowReader> unless = rowReader.part("unless");
        Optional<DomainMode> domainMode =
                unless.flatMap(except -> except.required("domain-mode", except.word("domain-mode", DomainMode.class)));
        List<Term> prepared =
                unless.map(except -> except.terms("prepared", "preparations")).orElse(List.of());
        unless.ifPresent(RowReader::rejectOtherKeys);
        Optional<Term> functionalLevel = rowReader.term("functional-level", "functional-levels");
        ConnectorFact fact = new ConnectorFact(
                connector,
                to,
                domainControllers,
                domainMode,
                prepared,
                functionalLevel,
                rowReader.sentence("because"),
                rowReader.sentence("instead"),
                rowReader.mandatoryEvidence(),
                rowReader.place());
        if (functionalLevel.isEmpty()) {
            rowReader.mandatory("domain-controllers", domainControllers);
        }
        addUnique(rowReader, fact, to, connector, domainControllers, functionalLevel);
    }

    private void add(RowReader rowReader, Fact fact) {
        if (rowReader.isComplete()) {
            facts.add(fact);
        }
    }

    /**
     * Adds a fact unless another row of its class with the same key states the same, or the opposite.
     *
     * @param value what the row states
     * @param key the key that has to be unique
     */
    private void addUnique(RowReader rowReader, Fact fact, Object value, Object... key) {
        if (rowReader.isComplete()) {
            Statement earlier = statements.putIfAbsent(
                    List.of(fact.getClass(), List.of(key)), new Statement(value, rowReader.place()));
            if (earlier == null) {
                facts.add(fact);
            } else {
                rowReader.reportRow(
                        ParseRule.DUPLICATE_KEY,
                        "The row at " + earlier.place() + " says the "
                                + (earlier.value().equals(value) ? "same." : "opposite."),
                        "Keep one of the two, with the sources of both.");
            }
        }
    }
}
