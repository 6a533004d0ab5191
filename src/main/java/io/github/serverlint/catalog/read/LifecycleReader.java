package io.github.serverlint.catalog.read;

import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.LevelSupport;
import io.github.serverlint.catalog.Lifecycle;
import io.github.serverlint.catalog.Lifecycle.PaidUpdates;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reader of the lifecycle in the row of a release. */
final class LifecycleReader {
    private final RowReader rowReader;
    private final List<Level> levels;

    /** @param levels those of the release, which are read before */
    LifecycleReader(RowReader rowReader, List<Level> levels) {
        this.rowReader = rowReader;
        this.levels = levels;
    }

    Lifecycle read() {
        return new Lifecycle(
                rowReader.date("released"),
                rowReader.date("mainstream-ends"),
                rowReader.date("support-ends"),
                rowReader.flag("modern-lifecycle", false),
                paidUpdates(),
                rowReader.part("level-support").map(this::levelSupport).orElse(LevelSupport.AS_THE_RELEASE));
    }

    private Optional<PaidUpdates> paidUpdates() {
        Optional<LocalDate> end = rowReader.date("extended-updates-end");
        Optional<Level> from = rowReader.ownLevel("extended-updates-from", levels);
        boolean recalled = rowReader.isRecalled("extended-updates-confidence");
        return end.map(day -> new PaidUpdates(day, from, recalled));
    }

    private LevelSupport levelSupport(RowReader part) {
        int laterLevels = part.count("later-levels").orElse(0);
        int months = part.count("months").orElse(0);
        Map<String, LocalDate> ends = new LinkedHashMap<>();
        part.part("ends").ifPresent(dates -> {
            levels.forEach(level -> dates.date(level.name()).ifPresent(day -> ends.put(level.name(), day)));
            dates.rejectOtherKeys();
        });
        part.rejectOtherKeys();
        return new LevelSupport(laterLevels, months, Map.copyOf(ends));
    }
}
