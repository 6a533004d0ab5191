package io.github.serverlint.catalog.read;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;

import io.github.serverlint.catalog.BuildNumber;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Release;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a catalog file adds to a release of another one: levels, builds of levels that have none, and spellings of it and of its levels. A level
 * comes after all others, or after the one that it names.
 */
final class ReleaseExtension {
    private final Release release;
    private final List<Level> levels;

    private ReleaseExtension(Release release) {
        this.release = release;
        this.levels = new ArrayList<>(release.levels());
    }

    static Release of(Release release, RowReader rowReader) {
        ReleaseExtension extension = new ReleaseExtension(release);
        rowReader.eachNamed("levels", extension::add);
        List<Level> ranked = new ArrayList<>();
        extension.levels.forEach(level -> ranked.add(level.at(ranked.size())));
        return new Release(
                release.id(),
                release.productId(),
                release.rank(),
                release.name(),
                joined(release.spellings(), rowReader.values("spellings")),
                joined(release.imageNames(), rowReader.values("image-names")),
                release.build(),
                List.copyOf(ranked),
                joined(release.levelSpellings(), rowReader.levelSpellings("level-spellings", ranked)),
                release.editions(),
                release.architectures(),
                release.laterLevels(),
                release.lifecycle(),
                release.evidence(),
                false,
                release.place());
    }

    private static Map<String, String> joined(Map<String, String> shipped, Map<String, String> added) {
        Map<String, String> joined = new LinkedHashMap<>(shipped);
        joined.putAll(added);
        return Collections.unmodifiableMap(joined);
    }

    private void add(String name, RowReader row) {
        Level added = new Level(name, 0, row.build("build"), row.build("later-build"), row.date("released"));
        Optional<String> after = row.text("after").map(text -> text.value());
        int known = position(name);
        if (known >= 0) {
            Level other = levels.get(known);
            if (added.build().isPresent()
                    && other.build().isPresent()
                    && !other.build().equals(added.build())) {
                report(row, name, "has the build " + other.build().get() + " already", "Remove it here.");
            } else {
                levels.set(
                        known,
                        new Level(
                                other.name(),
                                0,
                                other.build().or(added::build),
                                other.laterBuild().or(added::laterBuild),
                                other.released().or(added::released)));
            }
            return;
        }
        int before = after.map(this::position).orElse(levels.size() - 1);
        if (before < 0) {
            report(
                    row,
                    name,
                    "comes after " + after.orElse("") + ", which is no level of it",
                    "Name a level that it has.");
            return;
        }
        Optional<Level> older = levels.subList(0, before + 1).stream()
                .filter(level -> level.build().isPresent())
                .reduce((first, second) -> second);
        Optional<Level> newer = levels.subList(before + 1, levels.size()).stream()
                .filter(level -> level.build().isPresent())
                .findFirst();
        Optional<BuildNumber> build = added.build();
        if (build.isPresent()
                && older.isPresent()
                && older.get().build().orElseThrow().compareTo(build.get()) >= 0) {
            report(
                    row,
                    name,
                    "has the build " + build.get() + ", which is not above that of " + older.get() + ", "
                            + older.get().build().orElseThrow(),
                    "Name the level before it: \"after: " + levels.get(0) + "\", or correct the build.");
        } else if (build.isPresent()
                && newer.isPresent()
                && newer.get().build().orElseThrow().compareTo(build.get()) <= 0) {
            report(
                    row,
                    name,
                    "has the build " + build.get() + ", which is not below that of " + newer.get() + ", "
                            + newer.get().build().orElseThrow(),
                    "Name another level before it, or correct the build.");
        } else {
            levels.add(before + 1, added);
        }
    }

    private int position(String name) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    private void report(RowReader row, String name, String problem, String fix) {
        row.reportRow(INVALID_VALUE, "The level " + name + " of " + release + " " + problem + ".", fix);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
