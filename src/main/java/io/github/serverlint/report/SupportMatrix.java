package io.github.serverlint.report;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.SupportFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Output of the goal {@code explain} for a product: the matrix of its releases by those of Windows. */
public final class SupportMatrix {
    private static final String NOT_LISTED = "-";

    private SupportMatrix() {}

    /** Returns the matrix, with the lowest supported level in each cell. */
    public static List<String> lines(Catalog catalog, Product product) {
        List<Release> platforms = catalog.product(Product.WINDOWS).orElseThrow().releases();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        platforms.forEach(platform -> head.add(shortName(platform)));
        rows.add(head);
        for (Release release : product.releases()) {
            List<String> row = new ArrayList<>(List.of(release.name()));
            platforms.forEach(platform -> row.add(cell(catalog.support(release, platform))));
            rows.add(row);
        }
        List<String> lines = TextTable.lines(rows);
        lines.add("");
        lines.add("yes: supported; SP3+: from that level of the product on; no: denied; " + NOT_LISTED
                + ": not listed, and so not supported.");
        lines.add("Editions, architectures and the levels of Windows: explain a release.");
        return lines;
    }

    private static String cell(List<SupportFact> facts) {
        List<SupportFact> supporting =
                facts.stream().filter(SupportFact::supported).toList();
        if (supporting.isEmpty()) {
            return facts.isEmpty() ? NOT_LISTED : "no";
        }
        // The lowest level of all rows; a row without a lower bound allows any level.
        boolean anyLevel =
                supporting.stream().anyMatch(fact -> fact.levels().from().isEmpty());
        return anyLevel
                ? "yes"
                : supporting.stream()
                                .map(fact -> fact.levels().from().orElseThrow())
                                .min(Comparator.comparing(level -> level.rank()))
                                .orElseThrow()
                        + "+";
    }

    private static String shortName(Release platform) {
        return platform.name().replaceAll("Windows |Server ?", "").strip();
    }
}
