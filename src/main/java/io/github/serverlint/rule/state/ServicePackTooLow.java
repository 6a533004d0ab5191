package io.github.serverlint.rule.state;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.SupportFact;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.StateRule;
import io.github.serverlint.rule.Verdicts;
import java.util.Comparator;
import java.util.List;

/**
 * A supported pair below its service-pack or cumulative-update floor, on either side. A side whose level is not said is
 * judged only if every level of it would fail.
 */
public final class ServicePackTooLow implements StateRule {
    private static final RuleInfo INFO = RuleInfo.judging(
            "service-pack-too-low", "a supported pair below its service-pack or cumulative-update floor");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void judge(Server server, Catalog catalog, Verdicts verdicts) {
        for (Hosting hosting : Hosting.of(server, catalog)) {
            List<SupportFact> rows = hosting.supportingRows();
            if (hosting.isSupported() && !rows.isEmpty()) {
                judge(hosting, rows, verdicts);
            }
        }
    }

    private static void judge(Hosting hosting, List<SupportFact> rows, Verdicts verdicts) {
        int good = 0;
        int bad = 0;
        for (Level guest : Hosting.possibleLevels(hosting.guest())) {
            for (Level windows : Hosting.possibleLevels(hosting.windows())) {
                boolean supported =
                        rows.stream().anyMatch(row -> Hosting.covers(row, guest) && Hosting.hostsFrom(row, windows));
                good += supported ? 1 : 0;
                bad += supported ? 0 : 1;
            }
        }
        if (bad > 0 && good == 0) {
            report(hosting, rows, verdicts);
        } else if (bad > 0) {
            undecided(hosting, verdicts);
        }
    }

    private static void report(Hosting hosting, List<SupportFact> rows, Verdicts verdicts) {
        List<SupportFact> forLevel = hosting.rowsForLevel();
        boolean guestTooLow = forLevel.isEmpty();
        SupportFact row = guestTooLow
                ? lowest(
                        rows,
                        Comparator.comparingInt(
                                fact -> fact.from().map(Level::rank).orElse(0)))
                : lowest(
                        forLevel,
                        Comparator.comparingInt(
                                fact -> fact.platformFrom().map(Level::rank).orElse(0)));
        Installation culprit = guestTooLow ? hosting.guest() : hosting.windows();
        Installation other = guestTooLow ? hosting.windows() : hosting.guest();
        String floor = culprit.release().nameAt(guestTooLow ? row.from() : row.platformFrom());
        String message = hosting.server().quoted() + " runs " + hosting.guest().name() + " on "
                + hosting.windows().name() + (hosting.server().cluster().isPresent() ? " as a cluster node" : "")
                + ", and that needs " + floor + " or later.";
        String key = guestTooLow ? hosting.product().key() : "os";
        Finding.Builder fault = verdicts.fault(INFO, hosting.server(), key, culprit.levelPlace(), message)
                .related(other.text(), other.name())
                .because(row.because())
                .fix("Install " + floor + " or a later one."
                        + (row.alternative().isEmpty() ? "" : " It also works with " + row.alternative() + "."))
                .sources(row.evidence().citations())
                .doubtful(row.floorsRecalled() || !row.alternative().isEmpty());
        if (row.because().isEmpty()) {
            fault.because(hosting.guest().release() + " is supported there from that level on.");
        }
    }

    private static SupportFact lowest(List<SupportFact> rows, Comparator<SupportFact> by) {
        return rows.stream().min(by).orElseThrow();
    }

    private static void undecided(Hosting hosting, Verdicts verdicts) {
        for (Installation side : List.of(hosting.windows(), hosting.guest())) {
            if (side.level().isEmpty()) {
                verdicts.undecided(INFO, hosting.server(), side.text(), "the service pack of " + side.release());
            }
        }
    }
}
