package io.github.serverlint.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long the levels of a release are supported, where that is shorter than the release. The end of a level follows
 * from the dates of later levels, so that a new level needs no other change.
 *
 * @param laterLevels the support of a level ends when that many later ones are out; 0 if later levels end nothing
 * @param months how many months after that
 * @param ends the last day of some levels by name, which replaces what follows from later levels; a rollup has that of
 *     its service pack
 */
public record LevelSupport(int laterLevels, int months, Map<String, LocalDate> ends) {

    /** The levels are supported as long as their release. */
    public static final LevelSupport AS_THE_RELEASE = new LevelSupport(0, 0, Map.of());

    /**
     * The last day of support of a level. Empty if it is unknown, or if the level is supported as long as its release.
     *
     * @param levels all levels of the release, oldest first
     */
    public Optional<LocalDate> endOf(Level level, List<Level> levels) {
        return fixedEnd(level)
                .or(() -> endingLevel(level, levels).flatMap(Level::released).map(day -> day.plusMonths(months)));
    }

    private Optional<LocalDate> fixedEnd(Level level) {
        String servicePack = level.name().split(" ", 2)[0];
        return Optional.ofNullable(ends.get(level.name())).or(() -> Optional.ofNullable(ends.get(servicePack)));
    }

    /** The level that ends the support of another one by coming out; empty if there is none yet, or a date says it. */
    public Optional<Level> endingLevel(Level level, List<Level> levels) {
        int ending = level.rank() + laterLevels;
        return laterLevels > 0 && fixedEnd(level).isEmpty() && ending < levels.size()
                ? Optional.of(levels.get(ending))
                : Optional.empty();
    }
}
