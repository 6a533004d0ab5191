package io.github.serverlint.rules.server;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.SupportFact;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.ServerRule;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rule for supported pairs of product and Windows below their service-pack or cumulative-update floor, on either side.
 * An unknown level is reported only if every level would fail.
 */
public final class ServicePackTooLow implements ServerRule {
    private static final RuleInfo INFO = RuleInfo.judging(
            "service-pack-too-low", "a supported pair below its service-pack or cumulative-update floor");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Server server, RuleContext ruleContext, FindingCollector findingCollector) {
        Catalog catalog = ruleContext.catalog();
        for (PlatformSupport platformSupport : PlatformSupport.of(server, catalog)) {
            List<SupportFact> rows = platformSupport.supportingRows();
            if (platformSupport.isSupported() && !rows.isEmpty()) {
                check(platformSupport, rows, findingCollector);
            }
        }
    }

    private static void check(
            PlatformSupport platformSupport, List<SupportFact> rows, FindingCollector findingCollector) {
        List<Level> guests = PlatformSupport.possibleLevels(platformSupport.guest());
        List<Level> platforms = PlatformSupport.possibleLevels(platformSupport.windows());
        BiPredicate<Level, Level> works = (guest, windows) ->
                rows.stream().anyMatch(row -> row.covers(guest) && row.acceptsPlatformLevel(windows));
        if (guests.stream().noneMatch(guest -> platforms.stream().anyMatch(windows -> works.test(guest, windows)))) {
            report(platformSupport, rows, findingCollector);
            return;
        }
        rows.stream()
                .filter(row -> guests.stream().allMatch(guest -> row.covers(guest) && row.isDisputed(guest)))
                .findFirst()
                .filter(row -> guests.stream()
                        .allMatch(guest -> rows.stream()
                                .filter(other -> other.covers(guest))
                                .allMatch(other -> other.isDisputed(guest))))
                .ifPresent(row -> dispute(platformSupport, row, findingCollector));
        // An unknown level is mentioned only if it makes a difference.
        if (guests.stream().anyMatch(guest -> decides(platforms, windows -> works.test(guest, windows)))) {
            undecided(platformSupport, platformSupport.windows(), findingCollector);
        }
        if (platforms.stream().anyMatch(windows -> decides(guests, guest -> works.test(guest, windows)))) {
            undecided(platformSupport, platformSupport.guest(), findingCollector);
        }
    }

    private static boolean decides(List<Level> levels, Predicate<Level> works) {
        return levels.stream().anyMatch(works) && !levels.stream().allMatch(works);
    }

    private static void report(
            PlatformSupport platformSupport, List<SupportFact> rows, FindingCollector findingCollector) {
        List<SupportFact> forLevel = platformSupport.rowsForLevel();
        boolean guestTooLow = forLevel.isEmpty();
        SupportFact row = guestTooLow
                ? lowest(
                        rows,
                        Comparator.comparingInt(
                                fact -> fact.levels().from().map(Level::rank).orElse(0)))
                : lowest(forLevel, Comparator.comparingInt(ServicePackTooLow::floor));
        Installation culprit = guestTooLow ? platformSupport.guest() : platformSupport.windows();
        Installation other = guestTooLow ? platformSupport.windows() : platformSupport.guest();
        String floor = culprit.release().nameAt(guestTooLow ? row.levels().from() : row.platformFrom());
        String message = platformSupport.server().quoted() + " runs "
                + platformSupport.guest().name() + " on "
                + platformSupport.windows().name()
                + (platformSupport.server().cluster().isPresent() ? " as a cluster node" : "")
                + ", and that needs " + floor + " or later.";
        String key = guestTooLow ? platformSupport.product().id() : Product.WINDOWS;
        FindingBuilder fault = findingCollector
                .fault(INFO, platformSupport.server(), key, culprit.levelPlace(), message)
                .related(other.text(), other.name())
                .with(
                        guestTooLow
                                ? Partner.of(
                                        platformSupport.server().name().value(),
                                        other.release().name())
                                : guestAtLeastAsDemanding(platformSupport, rows, row))
                .because(row.because())
                .fix("Install " + floor + " or a later one."
                        + (row.alternative().isEmpty() ? "" : " It also works with " + row.alternative() + "."))
                .sources(row.evidence().citations())
                .doubtful(row.floorsRecalled() || !row.alternative().isEmpty());
        if (row.because().isEmpty()) {
            fault.because(platformSupport.guest().release() + " is supported there from that level on.");
        }
    }

    private static void dispute(PlatformSupport platformSupport, SupportFact row, FindingCollector findingCollector) {
        Installation guest = platformSupport.guest();
        Installation windows = platformSupport.windows();
        String floor = guest.release().nameAt(row.disputedBelow());
        findingCollector
                .fault(
                        INFO,
                        platformSupport.server(),
                        platformSupport.product().id(),
                        guest.levelPlace(),
                        platformSupport.server().quoted() + " runs " + guest.name() + " on " + windows.name()
                                + ", and the sources disagree whether that is supported below " + floor + ".")
                .related(windows.text(), windows.name())
                .with(Partner.of(
                        platformSupport.server().name().value(),
                        windows.release().name()))
                .because(row.because())
                .fix("Install " + floor + " or a later one.")
                .sources(row.evidence().citations())
                .doubtful(true);
    }

    /** The guest as a partner; a level of it that needs as much of Windows is as bad. */
    private static Partner guestAtLeastAsDemanding(
            PlatformSupport platformSupport, List<SupportFact> rows, SupportFact broken) {
        Installation guest = platformSupport.guest();
        Set<String> asBad = guest.release().levels().stream()
                .filter(level ->
                        rows.stream().filter(row -> row.covers(level)).allMatch(row -> floor(row) >= floor(broken)))
                .map(level -> guest.release().nameAt(Optional.of(level)))
                .collect(Collectors.toCollection(HashSet::new));
        asBad.add(guest.name());
        return new Partner(platformSupport.server().name().value(), guest.name(), asBad);
    }

    private static int floor(SupportFact row) {
        return row.platformFrom().map(Level::rank).orElse(0);
    }

    private static SupportFact lowest(List<SupportFact> rows, Comparator<SupportFact> by) {
        return rows.stream().min(by).orElseThrow();
    }

    private static void undecided(
            PlatformSupport platformSupport, Installation side, FindingCollector findingCollector) {
        findingCollector.undecided(
                INFO, platformSupport.server(), side.text(), "the service pack of " + side.release());
    }
}
