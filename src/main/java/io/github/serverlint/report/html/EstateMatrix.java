package io.github.serverlint.report.html;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Matrix of the estate: servers by their release of Exchange and of Windows, with their worst findings. */
final class EstateMatrix {
    /** Maximum size of an estate whose servers are listed in print. */
    private static final int PRINTED = 200;

    private static final Heading NO_EXCHANGE = new Heading(1, 0, "No Exchange");
    private static final Heading NOT_KNOWN = new Heading(2, 0, "Not known");

    private final HtmlWriter htmlWriter;
    private final FindingIndex findingIndex;
    private final List<Placed> servers = new ArrayList<>();
    private final boolean byForest;
    private final boolean byModule;

    EstateMatrix(HtmlWriter htmlWriter, ReportModel reportModel, FindingIndex findingIndex) {
        this.htmlWriter = htmlWriter;
        this.findingIndex = findingIndex;
        byModule = reportModel.parts().size() > 1;
        for (ModuleResult moduleResult : reportModel.parts()) {
            moduleResult.result().estate().servers().forEach(server -> servers.add(new Placed(moduleResult, server)));
        }
        byForest = servers.stream().map(Placed::forest).distinct().count() > 1;
    }

    /**
     * Heading of a row or a column.
     *
     * @param group sort group: releases come first
     * @param rank the age of a release
     */
    private record Heading(int group, int rank, String name) implements Comparable<Heading> {
        private static final Comparator<Heading> ORDER = Comparator.comparingInt(Heading::group)
                .thenComparingInt(Heading::rank)
                .thenComparing(Heading::name);

        static Heading of(Release release) {
            return new Heading(0, release.rank(), release.name());
        }

        @Override
        public int compareTo(Heading other) {
            return ORDER.compare(this, other);
        }
    }

    /** A server with its module. */
    private record Placed(ModuleResult part, Server server) {

        String forest() {
            return part.result()
                    .estate()
                    .forestOf(server)
                    .flatMap(Forest::name)
                    .or(server::forest)
                    .map(Located::value)
                    .orElse("");
        }
    }

    void write() {
        htmlWriter
                .open("section", "class", "sl-section", "aria-labelledby", "estate")
                .line();
        htmlWriter.heading(1, "The estate at a glance", "id", "estate");
        if (servers.isEmpty()) {
            htmlWriter.element("p", "No server is defined.").line();
        } else {
            table();
            legend();
            otherProducts();
        }
        htmlWriter.close().line();
    }

    private void table() {
        Map<Heading, Map<Heading, List<Placed>>> rows = new TreeMap<>();
        Map<Heading, Integer> columns = new TreeMap<>();
        for (Placed placed : servers) {
            Heading column = exchange(placed);
            columns.merge(column, 1, Integer::sum);
            rows.computeIfAbsent(windows(placed), row -> new TreeMap<>())
                    .computeIfAbsent(column, key -> new ArrayList<>())
                    .add(placed);
        }
        // Focusable, so that it can be scrolled with the keyboard on a small screen.
        htmlWriter
                .open("div", "class", "sl-wide", "role", "region", "aria-labelledby", "matrix-caption", "tabindex", "0")
                .open("table", "class", "sl-matrix")
                .element("caption", "Servers by their Windows and their Exchange", "id", "matrix-caption")
                .line();
        htmlWriter.open("thead").open("tr").element("th", "Windows", "scope", "col");
        columns.forEach((column, count) -> htmlWriter.element("th", column.name(), "scope", "col"));
        htmlWriter.close().close().line();
        htmlWriter.open("tbody").line();
        rows.forEach((row, cells) -> {
            htmlWriter.open("tr").element("th", row.name(), "scope", "row");
            columns.keySet().forEach(column -> cell(cells.getOrDefault(column, List.of())));
            htmlWriter.close().line();
        });
        htmlWriter.close().close().close().line();
    }

    private Heading windows(Placed placed) {
        return placed.server()
                .windows()
                .map(Installation::release)
                .map(Heading::of)
                .orElse(NOT_KNOWN);
    }

    private Heading exchange(Placed placed) {
        return placed.server()
                .installation(Product.EXCHANGE)
                .map(Installation::release)
                .map(Heading::of)
                .orElseGet(() -> findingIndex.isUnread(placed.part(), placed.server(), Product.EXCHANGE)
                        ? NOT_KNOWN
                        : NO_EXCHANGE);
    }

    private void cell(List<Placed> inside) {
        if (inside.isEmpty()) {
            htmlWriter.open("td", "class", "sl-nobody").spoken("none").close();
            return;
        }
        htmlWriter.open("td");
        listed(inside, "");
        htmlWriter.close();
    }

    /** Writes a number that expands to the servers it counts. */
    private void listed(List<Placed> inside, String label) {
        WorstFinding worst =
                inside.stream().map(this::worst).max(WorstFinding::compareTo).orElse(WorstFinding.CLEAN);
        long undecided = inside.stream().filter(this::isUndecided).count();
        htmlWriter
                .open(
                        "details",
                        "class",
                        "sl-servers " + worst.style() + (servers.size() > PRINTED ? "" : " sl-printed"))
                .open("summary")
                .element("span", worst.symbol(), "class", "sl-mark", "aria-hidden", "true")
                .text(label)
                .element("b", String.format(Locale.ROOT, "%,d", inside.size()))
                .spoken((inside.size() == 1 ? " server" : " servers") + ", worst: " + worst.word());
        if (undecided > 0) {
            htmlWriter
                    .element("span", "?", "class", "sl-open", "aria-hidden", "true")
                    .spoken(", " + undecided + " not judged in full");
        }
        htmlWriter.close();
        Map<String, List<Placed>> forests = new TreeMap<>();
        inside.forEach(placed -> forests.computeIfAbsent(byForest ? placed.forest() : "", key -> new ArrayList<>())
                .add(placed));
        htmlWriter.open("div", "class", "sl-names").line();
        forests.forEach((forest, members) -> {
            if (byForest) {
                htmlWriter.element("p", forest.isEmpty() ? "no forest" : forest, "class", "sl-forest");
            }
            htmlWriter.open("ul").line();
            members.forEach(this::item);
            htmlWriter.close().line();
        });
        htmlWriter.close().close();
    }

    private void item(Placed placed) {
        List<ReportedFinding> found = findingIndex.of(placed.part(), placed.server());
        WorstFinding worstFinding = FindingIndex.worst(found);
        String name = (byModule ? placed.part().folder() : "")
                + placed.server().name().value();
        htmlWriter.open("li", "class", worstFinding.style());
        if (found.isEmpty()) {
            htmlWriter.text(name + " ").element("i", worstFinding.word());
        } else {
            htmlWriter
                    .element("a", name, "href", FindingList.address(found.get(0)))
                    .text(" ")
                    .element("i", worstFinding.word());
        }
        if (isUndecided(placed)) {
            htmlWriter.text(" ").element("a", "not judged in full", "href", "#undecided", "class", "sl-open");
        }
        htmlWriter.close().line();
    }

    private void legend() {
        htmlWriter.open("ul", "class", "sl-legend", "aria-label", "Legend").line();
        for (WorstFinding worstFinding : List.of(
                WorstFinding.ERROR,
                WorstFinding.WARNING,
                WorstFinding.NOTE,
                WorstFinding.EXCUSED,
                WorstFinding.CLEAN)) {
            htmlWriter
                    .open("li", "class", worstFinding.style())
                    .element("span", worstFinding.symbol(), "class", "sl-mark", "aria-hidden", "true")
                    .text(worstFinding == WorstFinding.EXCUSED ? "excused findings only" : worstFinding.word())
                    .close()
                    .line();
        }
        if (servers.stream().anyMatch(this::isUndecided)) {
            htmlWriter
                    .open("li")
                    .element("span", "?", "class", "sl-open", "aria-hidden", "true")
                    .text("something was not judged")
                    .close()
                    .line();
        }
        htmlWriter.close().line();
        htmlWriter
                .element(
                        "p",
                        "A cell counts servers and shows the worst that is found of them, "
                                + "migrations included. It opens to their names.",
                        "class",
                        "sl-hint")
                .line();
    }

    private void otherProducts() {
        Map<String, Map<Heading, List<Placed>>> products = new TreeMap<>();
        for (Placed placed : servers) {
            placed.server().installations().forEach((product, installed) -> {
                if (!product.equals(Product.WINDOWS) && !product.equals(Product.EXCHANGE)) {
                    products.computeIfAbsent(product, key -> new TreeMap<>())
                            .computeIfAbsent(Heading.of(installed.release()), key -> new ArrayList<>())
                            .add(placed);
                }
            });
        }
        if (products.isEmpty()) {
            return;
        }
        htmlWriter.heading(2, "Other products");
        htmlWriter.open("ul", "class", "sl-products").line();
        products.values()
                .forEach(releases -> releases.forEach((release, inside) -> {
                    htmlWriter.open("li");
                    listed(inside, release.name() + " ");
                    htmlWriter.close().line();
                }));
        htmlWriter.close().line();
    }

    private WorstFinding worst(Placed placed) {
        return FindingIndex.worst(findingIndex.of(placed.part(), placed.server()));
    }

    private boolean isUndecided(Placed placed) {
        return findingIndex.isUndecided(placed.part(), placed.server());
    }
}
