package io.github.serverlint.report;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.CoexistenceFact;
import io.github.serverlint.catalog.DirectoryFact;
import io.github.serverlint.catalog.DotnetFact;
import io.github.serverlint.catalog.Evidence;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.LevelRange;
import io.github.serverlint.catalog.Lifecycle;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.SupportFact;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.catalog.UpgradeFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Output of the goal {@code explain} for a release or a product. */
public final class ReleaseReport {
    private static final String NOT_LISTED = "-";

    private final Catalog catalog;
    private final List<String> lines = new ArrayList<>();
    private final List<String> cited = new ArrayList<>();

    private ReleaseReport(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the lifecycle of a release, its platforms or guests, its upgrades and the sources. */
    public static List<String> release(Catalog catalog, Recognized release) {
        ReleaseReport report = new ReleaseReport(catalog);
        report.write(release.release(), release.level());
        return report.lines;
    }

    /** Returns the matrix of a product's releases by those of Windows, with the lowest supported level in each cell. */
    public static List<String> matrix(Catalog catalog, Product product) {
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
        TextTable textTable = new TextTable();
        rows.forEach(textTable::fit);
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(textTable.line(row)));
        lines.add("");
        lines.add("yes: supported; SP3+: from that level of the product on; no: denied; " + NOT_LISTED
                + ": not listed, and so not supported.");
        lines.add("Editions, architectures and the levels of Windows: explain a release.");
        return lines;
    }

    private void write(Release release, Optional<Level> level) {
        lines.add(release.nameAt(level) + cite(release.evidence()));
        level.flatMap(Level::build)
                .ifPresent(build -> lines.add("  build " + build
                        + level.flatMap(Level::released)
                                .map(day -> ", released " + day)
                                .orElse("")));
        write(release.lifecycle());
        Product product = catalog.product(release);
        if (product.isPlatform()) {
            writeGuests(release);
        } else {
            writeHosts(release, level);
            writeDirectory(release, level);
            writeCoexistence(product, release);
            writeDotnet(release, level);
        }
        writeUpgrades(release);
        lines.add("");
        lines.add("Sources");
        cited.forEach(citation -> lines.add("  [" + number(citation) + "] " + citation));
    }

    private void write(Lifecycle lifecycle) {
        lifecycle.released().ifPresent(day -> lines.add("  released " + day));
        lifecycle.mainstreamEnds().ifPresent(day -> lines.add("  mainstream support until " + day));
        lifecycle.supportEnds().ifPresent(day -> lines.add("  security updates until " + day));
        lifecycle.extendedUpdatesEnd().ifPresent(day -> lines.add("  paid security updates until " + day));
    }

    private void writeHosts(Release release, Optional<Level> level) {
        List<SupportFact> facts = catalog.support(release).stream()
                .filter(fact -> level.isEmpty() || fact.covers(level.get()))
                .toList();
        section("Runs on", facts.stream().filter(SupportFact::supported).toList(), SupportFact::platform);
        section(
                "Does not run on",
                facts.stream().filter(fact -> !fact.supported()).toList(),
                SupportFact::platform);
        lines.add("  and on nothing else: what is not listed is not supported");
    }

    private void writeGuests(Release platform) {
        List<SupportFact> facts = catalog.products().stream()
                .flatMap(product -> product.releases().stream())
                .flatMap(release -> catalog.support(release, platform).stream())
                .toList();
        section("Supports", facts.stream().filter(SupportFact::supported).toList(), SupportFact::release);
        section(
                "Does not support",
                facts.stream().filter(fact -> !fact.supported()).toList(),
                SupportFact::release);
    }

    private void section(String title, List<SupportFact> facts, Function<SupportFact, Release> of) {
        if (facts.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        for (SupportFact fact : facts) {
            List<String> limits = new ArrayList<>();
            range(fact.levels()).map(range -> fact.release() + " " + range).ifPresent(limits::add);
            fact.platformFrom()
                    .ifPresent(lowest -> limits.add("needs " + fact.platform().nameAt(Optional.of(lowest))));
            fact.clustered().ifPresent(clustered -> limits.add(clustered ? "as a cluster node" : "stand-alone"));
            if (!fact.editions().isEmpty()) {
                limits.add(String.join(", ", fact.editions()));
            }
            if (!fact.architectures().isEmpty()) {
                limits.add(fact.architectures().stream().map(Term::id).collect(Collectors.joining(", ")));
            }
            lines.add("  " + of.apply(fact).name() + (limits.isEmpty() ? "" : ": " + String.join("; ", limits))
                    + cite(fact.evidence()));
            if (!fact.because().isEmpty()) {
                lines.add("      " + fact.because());
            }
        }
    }

    /** Writes what the release requires of its forest. */
    private void writeDirectory(Release release, Optional<Level> level) {
        List<DirectoryFact> facts = catalog.directoryFacts(release).stream()
                .filter(fact -> level.isEmpty() || fact.levels().contains(level.get()))
                .toList();
        if (facts.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Accepts in its forest");
        for (DirectoryFact fact : facts) {
            String heading = "  " + range(fact.levels()).orElse("any level")
                    + (fact.disputed() ? ", where the sources disagree" : "") + cite(fact.evidence());
            lines.add(heading);
            if (!fact.domainControllers().isEmpty()) {
                lines.add("      domain controllers: "
                        + fact.domainControllers().entrySet().stream()
                                .map(entry -> entry.getValue().rank() == 0
                                        ? entry.getKey().name()
                                        : entry.getKey().nameAt(Optional.of(entry.getValue())) + " or later")
                                .collect(Collectors.joining(", ")));
            }
            if (!fact.functionalLevels().isEmpty()) {
                lines.add("      functional levels: "
                        + fact.functionalLevels().stream().map(Term::name).collect(Collectors.joining(", ")));
            }
        }
    }

    private void writeCoexistence(Product product, Release release) {
        List<String> found = new ArrayList<>();
        for (Release other : product.releases()) {
            Optional<CoexistenceFact> fact = release.isOlderThan(other)
                    ? catalog.coexistence(other, release)
                    : catalog.coexistence(release, other);
            fact.ifPresent(pair -> found.add("  " + other + (pair.supported() ? ": yes" : ": no")
                    + range(pair.newerLevels())
                            .map(range -> ", " + pair.newer() + " " + range)
                            .orElse("")
                    + pair.olderFrom()
                            .map(from -> ", " + pair.older() + " from " + from + " on")
                            .orElse("")
                    + cite(pair.evidence())));
        }
        if (!found.isEmpty()) {
            lines.add("");
            lines.add("Lives in one forest with");
            lines.addAll(found);
        }
    }

    private void writeDotnet(Release release, Optional<Level> level) {
        List<DotnetFact> facts = catalog.dotnetFacts(release).stream()
                .filter(fact -> level.isEmpty() || fact.covers(level.get()))
                .toList();
        if (facts.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Takes of the .NET Framework");
        for (DotnetFact fact : facts) {
            String on = fact.platforms().isEmpty()
                    ? ""
                    : " on " + fact.platforms().stream().map(Release::name).collect(Collectors.joining(", "));
            lines.add("  " + range(fact.levels()).orElse("any level") + on + ": "
                    + fact.accepted().stream().map(Release::name).collect(Collectors.joining(", "))
                    + cite(fact.evidence()));
        }
    }

    /** {@code up to SP2}, {@code from CU3 on}; empty for every level. */
    private static Optional<String> range(LevelRange levels) {
        if (levels.from().isEmpty()) {
            return levels.to().map(to -> "up to " + to);
        }
        return Optional.of("from " + levels.from().get()
                + levels.to().map(to -> " to " + to).orElse(" on"));
    }

    private void writeUpgrades(Release release) {
        List<UpgradeFact> upgrades = catalog.upgrades(release);
        if (upgrades.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("Upgrades in place");
        for (UpgradeFact upgrade : upgrades) {
            lines.add("  to " + upgrade.to()
                    + upgrade.under().map(under -> " under " + under).orElse("")
                    + (upgrade.supported() ? ": yes" : ": no")
                    + upgrade.fromLevel()
                            .map(level -> ", from " + level + " on")
                            .orElse("")
                    + cite(upgrade.evidence()));
            for (String sentence : List.of(upgrade.because(), upgrade.instead())) {
                if (!sentence.isEmpty()) {
                    lines.add("      " + sentence);
                }
            }
        }
    }

    /** Returns the numbers of the sources of a fact; the sources are listed once at the end. */
    private String cite(Evidence evidence) {
        String numbers = evidence.citations().stream()
                .map(this::number)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return " [" + numbers + (evidence.isRecalled() ? ", recalled" : "") + "]";
    }

    private int number(String citation) {
        if (!cited.contains(citation)) {
            cited.add(citation);
        }
        return cited.indexOf(citation) + 1;
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
                                .min((a, b) -> Integer.compare(a.rank(), b.rank()))
                                .orElseThrow()
                        + "+";
    }

    private static String shortName(Release platform) {
        return platform.name().replaceAll("Windows |Server ?", "").strip();
    }
}
