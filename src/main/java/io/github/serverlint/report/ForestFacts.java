package io.github.serverlint.report;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.CoexistenceFact;
import io.github.serverlint.catalog.ConnectorFact;
import io.github.serverlint.catalog.DirectoryFact;
import io.github.serverlint.catalog.FrontEndFact;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.LevelRange;
import io.github.serverlint.catalog.PreparationFact;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.SchemaExtensionFact;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.report.ReleasePage.FactEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sections of a page with the facts about a forest: domain controllers, other releases, connectors, preparations. */
final class ForestFacts {
    private final Catalog catalog;
    private final ReleasePage page;
    private final Release release;

    ForestFacts(Catalog catalog, ReleasePage page) {
        this.catalog = catalog;
        this.page = page;
        this.release = page.release();
    }

    void write() {
        page.section(
                "Accepts in its forest",
                catalog.directoryFacts(release).stream().map(ForestFacts::accepted));
        page.section(
                "As a domain controller accepted by",
                catalog.facts(DirectoryFact.class).stream()
                        .filter(fact -> fact.domainControllers().containsKey(release)
                                || fact.notAsked().contains(release))
                        .map(this::accepting));
        page.section(
                "Lives in one forest with",
                catalog.facts(CoexistenceFact.class).stream()
                        .filter(fact ->
                                fact.newer().equals(release) || fact.older().equals(release))
                        .map(this::coexistence));
        page.section(
                "Front ends",
                catalog.facts(FrontEndFact.class).stream()
                        .filter(fact -> fact.frontEnd().equals(release)
                                || fact.backEnd().equals(release))
                        .map(fact -> FactEntry.of(
                                fact.frontEnd() + " in front of " + fact.backEnd()
                                        + (fact.supported() ? ": yes" : ": no"),
                                fact.evidence(),
                                fact.because())));
        writeConnectors();
        writePreparations();
    }

    private static FactEntry accepted(DirectoryFact fact) {
        List<String> content = new ArrayList<>();
        if (!fact.domainControllers().isEmpty()) {
            content.add("domain controllers: "
                    + fact.domainControllers().entrySet().stream()
                            .map(floor -> ReleasePage.named(floor.getKey(), Optional.of(floor.getValue())))
                            .collect(Collectors.joining(", ")));
        }
        if (!fact.notAsked().isEmpty()) {
            content.add("domain controllers that it never asks: " + ReleasePage.list(fact.notAsked()));
        }
        if (!fact.functionalLevels().isEmpty()) {
            content.add("functional levels: "
                    + ReleasePage.list(
                            fact.functionalLevels().stream().map(Term::name).toList()));
        }
        return FactEntry.of(
                        ReleasePage.range(fact.levels()).orElse("any level")
                                + disputed(fact)
                                + (fact.all() ? "" : ", where enough such domain controllers will do"),
                        fact.evidence(),
                        fact.because())
                .with(content)
                .at(fact.levels());
    }

    private static String disputed(DirectoryFact fact) {
        return fact.disputed() ? ", where the sources disagree" : "";
    }

    private FactEntry accepting(DirectoryFact fact) {
        Optional<Level> floor =
                Optional.ofNullable(fact.domainControllers().get(release)).filter(level -> level.rank() > 0);
        return FactEntry.of(
                        ReleasePage.named(fact.release(), fact.levels())
                                + floor.map(level -> ": " + ReleasePage.named(release, floor))
                                        .orElse("")
                                + (fact.notAsked().contains(release) ? ", which never asks it" : "")
                                + disputed(fact),
                        fact.evidence(),
                        fact.disputed() ? fact.because() : "")
                .from(floor);
    }

    /** Shown on the page of every level, because the levels of both sides matter. */
    private FactEntry coexistence(CoexistenceFact fact) {
        boolean isNewer = fact.newer().equals(release);
        FactEntry entry = FactEntry.of(
                (fact.newer().equals(fact.older()) ? "itself" : String.valueOf(isNewer ? fact.older() : fact.newer()))
                        + (fact.supported() ? ": yes" : ": no")
                        + ReleasePage.range(fact.newerLevels())
                                .map(range -> ", " + fact.newer() + " " + range)
                                .orElse("")
                        + fact.olderFrom()
                                .map(from -> ", " + fact.older() + " from " + from + " on")
                                .orElse("")
                        + (fact.floorsRecalled() && !fact.evidence().isRecalled() ? " (the level is not certain)" : ""),
                fact.evidence(),
                fact.because());
        return isNewer ? entry.marking(fact.newerLevels()) : entry.from(fact.olderFrom());
    }

    private void writeConnectors() {
        page.section(
                "Does not work",
                catalog.connectorFacts(release).stream()
                        .map(fact -> FactEntry.of(
                                        trigger(fact)
                                                + fact.to()
                                                        .map(to -> ": up to " + to)
                                                        .orElse(""),
                                        fact.evidence(),
                                        fact.because(),
                                        fact.instead())
                                .at(new LevelRange(Optional.empty(), fact.to()))));
        page.section(
                "As a domain controller does not work with",
                catalog.facts(ConnectorFact.class).stream()
                        .filter(fact -> isFrom(fact.domainControllers()))
                        .map(fact -> FactEntry.of(
                                fact.connector()
                                        + fact.to().map(to -> " up to " + to).orElse("")
                                        + unless(fact),
                                fact.evidence(),
                                fact.because())));
    }

    private static String trigger(ConnectorFact fact) {
        List<String> triggers = new ArrayList<>();
        fact.domainControllers()
                .ifPresent(from -> triggers.add("beside a domain controller on " + from + " or later" + unless(fact)));
        fact.functionalLevel().ifPresent(level -> triggers.add("at the forest level " + level.name() + " or above"));
        return String.join("; ", triggers);
    }

    private static String unless(ConnectorFact fact) {
        return fact.unlessDomainMode()
                .map(mode -> ", unless the domain mode is " + mode.name().toLowerCase(Locale.ROOT)
                        + " and the forest is prepared with "
                        + ReleasePage.list(
                                fact.unlessPrepared().stream().map(Term::name).toList()))
                .orElse("");
    }

    private void writePreparations() {
        page.section(
                "Needs in its forest",
                catalog.preparationFacts(release).stream().map(ForestFacts::preparation));
        page.section(
                "As a domain controller needs in its forest",
                catalog.facts(PreparationFact.class).stream()
                        .filter(fact -> isFrom(fact.domainControllers()))
                        .map(fact -> FactEntry.of(
                                fact.needs().name() + ", where there is " + fact.release(),
                                fact.evidence(),
                                fact.because())));
        page.section(
                "Before setup or a preparation of Exchange extends the schema",
                catalog.facts(SchemaExtensionFact.class).stream()
                        .filter(fact -> fact.releases().contains(release)
                                || fact.domainControllers().equals(release))
                        .map(fact -> FactEntry.of(
                                        "a schema master on " + fact.domainControllers() + " needs "
                                                + fact.fixedFrom()
                                                + fact.fixedFrom()
                                                        .build()
                                                        .map(build -> " (build " + build + ")")
                                                        .orElse("")
                                                + " or later",
                                        fact.evidence(),
                                        fact.because(),
                                        fact.instead())
                                .from(
                                        fact.domainControllers().equals(release)
                                                ? Optional.of(fact.fixedFrom())
                                                : Optional.empty())));
    }

    private static FactEntry preparation(PreparationFact fact) {
        return FactEntry.of(
                fact.needs().name()
                        + fact.domainControllers()
                                .map(from -> ", where a domain controller runs " + from + " or later")
                                .orElse("")
                        + fact.perhaps()
                                .map(other -> "; or " + other.name() + ", if it was made in time")
                                .orElse("")
                        + (fact.whereDeclared() ? " (asked for where the forest declares its preparations)" : ""),
                fact.evidence(),
                fact.because());
    }

    /** Whether the release is that release or a later one of the same product. */
    private boolean isFrom(Optional<Release> oldest) {
        return oldest.filter(from -> from.productId().equals(release.productId()) && !release.isOlderThan(from))
                .isPresent();
    }
}
