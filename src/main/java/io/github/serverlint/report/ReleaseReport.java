package io.github.serverlint.report;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition.Candidates;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Release;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Output of the goal {@code explain} for a release: every fact of the catalog that mentions it. */
public final class ReleaseReport {
    private ReleaseReport() {}

    /**
     * Returns the page of a release, or of the level that was recognized.
     *
     * @param asOf the day that decides what is past
     */
    public static List<String> lines(Catalog catalog, Recognized recognized, LocalDate asOf) {
        Release release = recognized.release();
        Optional<Level> level = recognized.level();
        ReleasePage page = new ReleasePage(release, level);
        LifecycleText lifecycle = new LifecycleText(release, asOf);
        List<String> head = new ArrayList<>();
        head.add(release.nameAt(level) + page.cite(release.evidence()));
        boolean isNewer = release.isNewerThanCatalog()
                || level.filter(Level::isNewerThanCatalog).isPresent();
        if (isNewer) {
            head.add("  newer than the catalog of " + catalog.date()
                    + ": every minimum counts as met; what it changes and when its support ends is not known");
        }
        head.addAll(lifecycle.dates(level));
        if (!release.evidence().note().isEmpty()) {
            head.add("  note: " + release.evidence().note());
        }
        if (level.isEmpty() && !isNewer) {
            head.add("");
            head.add("Levels");
            head.addAll(lifecycle.levels());
        }
        new ServerFacts(catalog, page).write();
        new ForestFacts(catalog, page).write();
        new UpgradeFacts(catalog, page).write();
        new NameFacts(catalog, page).write();
        return page.lines(head);
    }

    /** Returns what a text stands for, and the page of each of the releases. */
    public static List<String> lines(
            Catalog catalog, Product product, String text, Candidates candidates, LocalDate asOf) {
        List<String> lines = new ArrayList<>();
        lines.add("\"" + text + "\" stands for " + candidates.meaning() + ": a server is checked with each release");
        catalog.sharedName(product, text)
                .ifPresent(shared -> shared.evidence().citations().forEach(source -> lines.add("  source: " + source)));
        for (Recognized each : candidates.releases()) {
            lines.add("");
            lines.addAll(lines(catalog, each, asOf));
        }
        return lines;
    }
}
