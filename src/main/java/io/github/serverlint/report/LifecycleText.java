package io.github.serverlint.report;

import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.LevelSupport;
import io.github.serverlint.catalog.Lifecycle;
import io.github.serverlint.catalog.Lifecycle.PaidUpdates;
import io.github.serverlint.catalog.Release;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lifecycle of a release and its levels as text, in the tense of a given day. */
final class LifecycleText {
    private final Release release;
    private final LocalDate asOf;

    LifecycleText(Release release, LocalDate asOf) {
        this.release = release;
        this.asOf = asOf;
    }

    /** The dates of the release, and of a level if the page is about one. */
    List<String> dates(Optional<Level> level) {
        List<String> lines = new ArrayList<>();
        Lifecycle lifecycle = release.lifecycle();
        level.flatMap(Level::build)
                .ifPresent(build -> lines.add("  build " + build
                        + level.flatMap(Level::released)
                                .map(day -> ", " + past("released ", "to be released ", day) + day)
                                .orElse("")));
        level.ifPresent(of -> lines.addAll(ofLevel(of)));
        lifecycle
                .released()
                .or(() -> release.levels().get(0).released())
                .filter(day -> level.isEmpty())
                .ifPresent(day -> lines.add("  " + past("released ", "to be released ", day) + day));
        lifecycle
                .mainstreamEnds()
                .ifPresent(day -> lines.add("  mainstream support " + past("ended on ", "ends on ", day) + day));
        lifecycle
                .supportEnds()
                .ifPresent(day -> lines.add(
                        lifecycle.isModern()
                                ? "  security updates at least until " + day
                                        + " (Modern Lifecycle Policy: at a recent update only, with no fixed end)"
                                : "  security updates " + ends(day)));
        lifecycle.paidUpdates().ifPresent(paid -> lines.add("  " + paid(paid, level)));
        if (level.isEmpty()) {
            policy(lifecycle.levelSupport()).ifPresent(lines::add);
        }
        return lines;
    }

    private List<String> ofLevel(Level level) {
        LevelSupport support = release.lifecycle().levelSupport();
        return support
                .endOf(level, release.levels())
                .map(day -> "  security updates for " + level + " " + ends(day)
                        + support.endingLevel(level, release.levels())
                                .map(ending -> ", because of " + ending
                                        + ending.released()
                                                .map(out -> " of " + out)
                                                .orElse(""))
                                .orElse(""))
                .stream()
                .toList();
    }

    private String paid(PaidUpdates paid, Optional<Level> level) {
        String recalled = paid.isRecalled() ? " [recalled]" : "";
        String all = "paid security updates"
                + paid.from().map(from -> " for " + from + " or later").orElse("") + " " + ends(paid.end());
        boolean covered = level.filter(of -> !paid.covers(of)).isEmpty();
        return all
                + (covered ? "" : ", and there " + past("were", "are", paid.end()) + " none for " + level.get())
                + recalled;
    }

    private static Optional<String> policy(LevelSupport support) {
        if (support.laterLevels() == 0) {
            return Optional.empty();
        }
        String which = support.laterLevels() == 1
                ? "the next one"
                : "the next but " + (support.laterLevels() == 2 ? "one" : support.laterLevels() - 1);
        String when = support.months() == 0 ? "when " : support.months() + " months after ";
        return Optional.of("  security updates for a level end " + when + which
                + (when.equals("when ") ? " comes out" : "") + ", at the latest with those for the release");
    }

    /** The levels with their dates, as a table. */
    List<String> levels() {
        List<List<String>> rows = new ArrayList<>();
        for (Level level : release.levels()) {
            String end = release.supportEnds(level)
                    .filter(day -> !release.lifecycle().isModern())
                    .map(day -> "support " + past("ended on ", "ends on ", day) + day)
                    .orElse("");
            rows.add(List.of(
                    "  " + level,
                    level.build().map(build -> "build " + build).orElse(""),
                    level.released()
                            .map(day -> past("released ", "to be released ", day) + day)
                            .orElse(""),
                    end));
        }
        return TextTable.lines(rows);
    }

    /** Of updates, which are many. */
    private String ends(LocalDate day) {
        return past("ended on ", "end on ", day) + day;
    }

    /** The last day itself is not past. */
    private String past(String past, String future, LocalDate day) {
        return day.isBefore(asOf) ? past : future;
    }
}
