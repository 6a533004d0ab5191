package io.github.serverlint.report;

import io.github.serverlint.catalog.Evidence;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.LevelRange;
import io.github.serverlint.catalog.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Page about a release, or about one of its levels. It consists of sections with one entry for each fact; the sources
 * are numbered and listed once at the end. The page of a level leaves out what does not apply to that level, and says
 * first what begins and ends with it.
 */
final class ReleasePage {
    private static final LevelRange EVERY_LEVEL = new LevelRange(Optional.empty(), Optional.empty());

    private final Release release;
    private final Optional<Level> level;
    private final List<String> body = new ArrayList<>();
    private final List<String> special = new ArrayList<>();
    private final List<String> cited = new ArrayList<>();

    ReleasePage(Release release, Optional<Level> level) {
        this.release = release;
        this.level = level;
    }

    Release release() {
        return release;
    }

    Optional<Level> level() {
        return level;
    }

    /**
     * Fact as text.
     *
     * @param text one line
     * @param content lines that belong to the fact
     * @param remarks sentences about it; empty ones are left out
     * @param levels the levels of the release that the fact applies to
     * @param isForEveryLevel whether the page of every level shows it, because it says the levels itself
     */
    record FactEntry(
            String text,
            List<String> content,
            List<String> remarks,
            LevelRange levels,
            boolean isForEveryLevel,
            Evidence evidence) {

        static FactEntry of(String text, Evidence evidence, String... remarks) {
            return new FactEntry(text, List.of(), List.of(remarks), EVERY_LEVEL, true, evidence);
        }

        FactEntry with(List<String> lines) {
            return new FactEntry(text, lines, remarks, levels, isForEveryLevel, evidence);
        }

        /** The same for the pages of some levels only. */
        FactEntry at(LevelRange range) {
            return new FactEntry(text, content, remarks, range, false, evidence);
        }

        /** The same for every level, with the levels that it speaks of. */
        FactEntry marking(LevelRange range) {
            return new FactEntry(text, content, remarks, range, true, evidence);
        }

        /** The same for every level, with the lowest one that it accepts. */
        FactEntry from(Optional<Level> lowest) {
            return marking(new LevelRange(lowest, Optional.empty()));
        }
    }

    /** Adds a section; nothing if there is no entry that applies. */
    void section(String title, Stream<FactEntry> entries) {
        List<String> lines = new ArrayList<>();
        entries.forEach(entry -> {
            special(title, entry);
            if (level.isEmpty() || entry.isForEveryLevel() || entry.levels().contains(level.get())) {
                lines.add("  " + entry.text() + cite(entry.evidence()));
                entry.content().forEach(line -> lines.add("      " + line));
                entry.remarks().stream()
                        .filter(remark -> !remark.isEmpty())
                        .forEach(remark -> lines.add("      " + remark));
                if (!entry.evidence().note().isEmpty()) {
                    lines.add("      note: " + entry.evidence().note());
                }
            }
        });
        if (!lines.isEmpty()) {
            body.add("");
            body.add(title);
            body.addAll(lines);
        }
    }

    /** Adds a line to the last section. */
    void line(String text) {
        body.add(text);
    }

    /** Records that a fact begins or ends with the level of the page. */
    private void special(String title, FactEntry entry) {
        if (level.isEmpty()) {
            return;
        }
        Level of = level.get();
        Optional<Level> from = entry.levels().from();
        Optional<Level> to = entry.levels().to();
        String when = "";
        if (from.filter(of::equals).isPresent()) {
            when = "begins with it: ";
        } else if (to.filter(of::equals).isPresent()) {
            when = "ends with it: ";
        } else if (to.filter(last -> last.rank() + 1 == of.rank()).isPresent()) {
            when = "ended before it: ";
        }
        if (!when.isEmpty()) {
            String content = entry.content().isEmpty() ? "" : ": " + String.join("; ", entry.content());
            special.add("  " + when + title + ": " + entry.text() + content);
        }
    }

    /** Returns the numbers of the sources of a fact, with a blank before them. */
    String cite(Evidence evidence) {
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

    /** Returns all lines, below the given ones. */
    List<String> lines(List<String> head) {
        List<String> lines = new ArrayList<>(head);
        level.ifPresent(of -> {
            lines.add("");
            lines.add("Special to " + of);
            lines.addAll(special.isEmpty() ? List.of("  nothing that the catalog knows") : special);
        });
        lines.addAll(body);
        lines.add("");
        lines.add("Sources");
        cited.forEach(citation -> lines.add("  [" + number(citation) + "] " + citation));
        return lines;
    }

    /** {@code up to SP2}, {@code from CU3 on}, {@code SP2 alone}; empty for every level. */
    static Optional<String> range(LevelRange levels) {
        if (levels.from().isPresent() && levels.from().equals(levels.to())) {
            return levels.to().map(only -> only + " alone");
        }
        if (levels.from().isEmpty()) {
            return levels.to().map(to -> "up to " + to);
        }
        return Optional.of("from " + levels.from().get()
                + levels.to().map(to -> " to " + to).orElse(" on"));
    }

    /** A release with a range of its levels: {@code Exchange Server 2019 from CU12 on}. */
    static String named(Release release, LevelRange levels) {
        return release + range(levels).map(range -> " " + range).orElse("");
    }

    /** A release with its lowest level: {@code Windows 2000 Server SP3 or later}, where not every level will do. */
    static String named(Release release, Optional<Level> lowest) {
        return lowest.filter(level -> level.rank() > 0)
                .map(level -> release.nameAt(Optional.of(level)) + " or later")
                .orElse(release.name());
    }

    /** The names of some releases or terms, with commas. */
    static String list(List<?> names) {
        return names.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
