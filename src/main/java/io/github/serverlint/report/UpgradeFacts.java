package io.github.serverlint.report;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.NoWindowsUpgradeFact;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.SupportFact;
import io.github.serverlint.catalog.UpgradeFact;
import io.github.serverlint.report.ReleasePage.FactEntry;
import java.util.Optional;
import java.util.stream.Stream;

/** Sections of a page with the in-place upgrades from a release, to it, and of Windows under it. */
final class UpgradeFacts {
    private final Catalog catalog;
    private final ReleasePage page;
    private final Release release;

    UpgradeFacts(Catalog catalog, ReleasePage page) {
        this.catalog = catalog;
        this.page = page;
        this.release = page.release();
    }

    void write() {
        page.section(
                "Upgrades in place",
                Stream.concat(
                        catalog.upgrades(release).stream()
                                .map(fact -> entry("to " + fact.to(), fact).from(fact.fromLevel())),
                        windowsStays()));
        page.section(
                "Is the result of upgrades in place",
                catalog.facts(UpgradeFact.class).stream()
                        .filter(fact -> fact.to().equals(release))
                        .map(fact -> entry("from " + fact.from(), fact)));
        page.section(
                "Windows under it",
                Stream.concat(
                        catalog.facts(UpgradeFact.class).stream()
                                .filter(fact ->
                                        fact.under().filter(release::equals).isPresent())
                                .map(fact -> entry("from " + fact.from() + " to " + fact.to(), fact)),
                        catalog.noWindowsUpgrade(release).stream()
                                .map(fact -> FactEntry.of(
                                        "is not upgraded in place", fact.evidence(), fact.because(), fact.instead()))));
    }

    /** The releases that run on this Windows and do not bear an upgrade of it, whatever it may become by itself. */
    private Stream<FactEntry> windowsStays() {
        return catalog.facts(NoWindowsUpgradeFact.class).stream()
                .filter(fact -> catalog.support(fact.under(), release).stream().anyMatch(SupportFact::supported))
                .map(fact -> FactEntry.of(
                        "to no other Windows under " + fact.under(), fact.evidence(), fact.because(), fact.instead()));
    }

    private static FactEntry entry(String which, UpgradeFact fact) {
        return FactEntry.of(
                which
                        + fact.under().map(under -> " under " + under).orElse("")
                        + (fact.supported() ? ": yes" : ": no")
                        + fact.fromLevel()
                                .map(level -> ", from " + fact.from().nameAt(Optional.of(level)) + " on")
                                .orElse(""),
                fact.evidence(),
                fact.because(),
                fact.instead());
    }
}
