package io.github.serverlint.report.html;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Matrix of the estate: servers by their release of Exchange and of Windows, with their worst findings. */
final class EstateMatrix {
    /** Maximum size of an estate whose servers are listed in print. */
    private static final int PRINTED = 200;

    private static final Heading NO_EXCHANGE = new Heading(1, 0, "No Exchange");
    private static final Heading NOT_KNOWN = new Heading(2, 0, "Not known");

    private final HtmlWriter html;
    private final FindingIndex findingIndex;
    private final List<Placed> servers = new ArrayList<>();
    private final boolean byForest;
    private final boolean byModule;

    EstateMatrix(HtmlWriter html, ReportModel reportModel, FindingIndex findingIndex) {
        this.html = html;
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

        /** The heading of a release, or of several of which it is one: then it follows the newest. */
        static Heading of(List<Installation> possible) {
            int rank = possible.stream()
                    .mapToInt(installed -> installed.release().rank())
                    .max()
                    .orElseThrow();
            return new Heading(
                    0,
                    2 * rank + (possible.size() > 1 ? 1 : 0),
                    Recognition.either(
                            possible.stream().map(Installation::release).toList()));
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
        html.section("estate", "The estate at a glance");
        if (servers.isEmpty()) {
            html.element("p", "No server is defined.").line();
        } else {
            table();
            legend();
            otherProducts();
        }
        html.close().line();
    }

    private void table() {
        Map<Heading, Map<Heading, List<Placed>>> rows = new TreeMap<>();
        Map<Heading, Integer> columns = new TreeMap<>();
        for (Placed placed : servers) {
            Heading column = exchange(placed);
            columns.merge(column, 1, Integer::sum);
            rows.computeIfAbsent(release(placed, Product.WINDOWS).orElse(NOT_KNOWN), row -> new TreeMap<>())
                    .computeIfAbsent(column, key -> new ArrayList<>())
                    .add(placed);
        }
        // Focusable, so that it can be scrolled with the keyboard on a small screen.
        html.open("div", "class", "sl-wide", "role", "region", "aria-labelledby", "matrix-caption", "tabindex", "0");
        html.open("table", "class", "sl-matrix");
        html.element("caption", "Servers by their Windows and their Exchange", "id", "matrix-caption");
        html.line();
        html.open("thead").open("tr").element("th", "Windows", "scope", "col");
        columns.forEach((column, count) -> html.element("th", column.name(), "scope", "col"));
        html.close().close().line();
        html.block("tbody");
        rows.forEach((row, cells) -> {
            html.open("tr").element("th", row.name(), "scope", "row");
            columns.keySet().forEach(column -> cell(cells.getOrDefault(column, List.of())));
            html.close().line();
        });
        html.close().close().close().line();
    }

    private static Optional<Heading> release(Placed placed, String product) {
        return Optional.ofNullable(placed.server().possible().get(product)).map(Heading::of);
    }

    private Heading exchange(Placed placed) {
        return release(placed, Product.EXCHANGE)
                .orElseGet(() -> findingIndex.isUnread(placed.part(), placed.server(), Product.EXCHANGE)
                        ? NOT_KNOWN
                        : NO_EXCHANGE);
    }

    private void cell(List<Placed> inside) {
        if (inside.isEmpty()) {
            html.open("td", "class", "sl-nobody").spoken("none").close();
        } else {
            html.open("td");
            listed(inside, "");
            html.close();
        }
    }

    /** Writes a number that expands to the servers it counts. */
    private void listed(List<Placed> inside, String label) {
        WorstFinding worst = WorstFinding.of(
                inside.stream().flatMap(placed -> found(placed).stream()).map(ReportedFinding::finding));
        long undecided = inside.stream().filter(this::isUndecided).count();
        html.open("details", "class", "sl-servers " + worst.style() + (servers.size() > PRINTED ? "" : " sl-printed"));
        html.open("summary").symbol(worst).text(label).element("b", String.format(Locale.ROOT, "%,d", inside.size()));
        html.spoken((inside.size() == 1 ? " server" : " servers") + ", worst: " + worst.word());
        if (undecided > 0) {
            html.symbol("?", "sl-open").spoken(", " + undecided + " not judged in full");
        }
        html.close();
        Map<String, List<Placed>> forests = inside.stream()
                .collect(Collectors.groupingBy(
                        placed -> byForest ? placed.forest() : "", TreeMap::new, Collectors.toList()));
        html.block("div", "class", "sl-names");
        forests.forEach((forest, members) -> {
            if (byForest) {
                html.element("p", forest.isEmpty() ? "no forest" : forest, "class", "sl-forest");
            }
            html.block("ul");
            members.forEach(this::item);
            html.close().line();
        });
        html.close().close();
    }

    private void item(Placed placed) {
        List<ReportedFinding> found = found(placed);
        WorstFinding worst = FindingIndex.worst(found);
        String module = byModule ? placed.part().folder() : "";
        String name = module + placed.server().serverName().shown();
        html.open("li", "class", worst.style());
        if (found.isEmpty()) {
            html.text(name);
        } else {
            html.element("a", name, "href", FindingList.address(found.get(0)));
        }
        html.text(" ").element("i", worst.word());
        if (isUndecided(placed)) {
            html.text(" ").element("a", "not judged in full", "href", "#undecided", "class", "sl-open");
        }
        html.close().line();
    }

    private void legend() {
        html.block("ul", "class", "sl-legend", "aria-label", "Legend");
        List<WorstFinding> worstFirst = new ArrayList<>(List.of(WorstFinding.values()));
        Collections.reverse(worstFirst);
        for (WorstFinding worst : worstFirst) {
            html.open("li", "class", worst.style()).symbol(worst);
            html.text(worst == WorstFinding.EXCUSED ? "excused findings only" : worst.word());
            html.close().line();
        }
        if (servers.stream().anyMatch(this::isUndecided)) {
            html.open("li").symbol("?", "sl-open").text("something was not judged");
            html.close().line();
        }
        html.close().line();
        String hint = "A cell counts servers and shows the worst that is found of them, migrations included."
                + " It opens to their names.";
        html.element("p", hint, "class", "sl-hint").line();
    }

    private void otherProducts() {
        Map<String, Map<Heading, List<Placed>>> products = new TreeMap<>();
        for (Placed placed : servers) {
            placed.server().possible().forEach((product, possible) -> {
                if (!product.equals(Product.WINDOWS) && !product.equals(Product.EXCHANGE)) {
                    products.computeIfAbsent(product, key -> new TreeMap<>())
                            .computeIfAbsent(Heading.of(possible), key -> new ArrayList<>())
                            .add(placed);
                }
            });
        }
        if (products.isEmpty()) {
            return;
        }
        html.element("h3", "Other products").line();
        html.block("ul", "class", "sl-products");
        products.values()
                .forEach(releases -> releases.forEach((release, inside) -> {
                    html.open("li");
                    listed(inside, release.name() + " ");
                    html.close().line();
                }));
        html.close().line();
    }

    private List<ReportedFinding> found(Placed placed) {
        return findingIndex.of(placed.part(), placed.server());
    }

    private boolean isUndecided(Placed placed) {
        return findingIndex.isUndecided(placed.part(), placed.server());
    }
}
