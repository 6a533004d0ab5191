package io.github.serverlint.report;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.SharedName;
import io.github.serverlint.report.ReleasePage.FactEntry;

/** Section of the page of a release about the texts that stand for it and for others. */
record NameFacts(Catalog catalog, ReleasePage page) {

    void write() {
        page.section(
                "Names that leave open which release it is",
                catalog.facts(SharedName.class).stream()
                        .filter(shared -> shared.releases().contains(page.release()))
                        .map(shared -> FactEntry.of(
                                String.join(", ", shared.names())
                                        + shared.wordsOf()
                                                .map(list -> " (words of " + list + ")")
                                                .orElse("")
                                        + ": " + shared.meaning(),
                                shared.evidence())));
    }
}
