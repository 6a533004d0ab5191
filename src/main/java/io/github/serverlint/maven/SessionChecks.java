package io.github.serverlint.maven;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.run.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/**
 * Record of what the executions of the goal {@code check} in a session have looked at. One of them may find nothing,
 * such as in a module without definitions. All of them together may not: the build would be green although nothing was
 * judged. That is decided when the last of the planned executions has ended, whichever that is.
 */
final class SessionChecks {
    private static final int MOST_NAMED = 5;

    private final Reactor reactor;
    private final PlannedExecutions planned;
    private final Log log;

    SessionChecks(Reactor reactor, PlannedExecutions planned, Log log) {
        this.reactor = reactor;
        this.planned = planned;
        this.log = log;
    }

    /** What an execution has come to. */
    private enum CheckOutcome {
        /** The user wants no check. */
        SKIPPED,
        /** It has faults, which fail the build unless the user wants that otherwise. */
        FAULTY,
        /** The Windows of a server is known. */
        JUDGED,
        /** There are servers, and the Windows of none is known. */
        UNKNOWN,
        /** There is no server. */
        NOTHING;

        boolean settlesAll() {
            return this == SKIPPED || this == FAULTY || this == JUDGED;
        }
    }

    /**
     * CheckOutcome of an execution.
     *
     * @param required whether it may not be the only one
     * @param servers how many servers it found
     * @param first the first of them for messages; empty if there are none
     */
    private record Ended(CheckOutcome outcome, boolean required, int servers, String first) {
        /** As values of Java's own classes, which all class loaders share. */
        List<String> words() {
            return List.of(outcome.name(), Boolean.toString(required), Integer.toString(servers), first);
        }

        static Ended of(List<String> words) {
            return new Ended(
                    CheckOutcome.valueOf(words.get(0)),
                    Boolean.parseBoolean(words.get(1)),
                    Integer.parseInt(words.get(2)),
                    words.get(3));
        }
    }

    /** Records that this execution was skipped. */
    void skipped() {
        record(new Ended(CheckOutcome.SKIPPED, false, 0, ""));
    }

    /**
     * Records that this module has no definitions.
     *
     * @param required whether it is an error that nothing is checked in the session
     * @throws ConfigurationException if it was the last execution and no other one has checked anything
     */
    void foundNothing(boolean required) {
        record(new Ended(CheckOutcome.NOTHING, required, 0, ""));
    }

    /**
     * Records what this execution has found.
     *
     * @param required whether it is an error that nothing is judged in the session
     * @throws ConfigurationException if it was the last execution and none has judged anything
     */
    void found(LintResult result, Severity threshold, boolean required) {
        int servers = result.servers();
        boolean isFaulty = !result.violations(threshold).isEmpty()
                || result.findings().stream()
                        .anyMatch(finding -> finding.isOpen() && finding.severity() == Severity.ERROR);
        CheckOutcome outcome = isFaulty
                ? CheckOutcome.FAULTY
                : servers == 0
                        ? CheckOutcome.NOTHING
                        : result.hasKnownWindows() ? CheckOutcome.JUDGED : CheckOutcome.UNKNOWN;
        String first = result.firstUnjudged(reactor.folder()).orElse("");
        record(new Ended(outcome, required, servers, first));
    }

    private void record(Ended own) {
        Map<String, List<String>> shared = reactor.shared("checks that have ended");
        synchronized (shared) {
            shared.put(reactor.run(), own.words());
            List<Ended> ended = shared.values().stream().map(Ended::of).toList();
            if (ended.stream().noneMatch(each -> each.outcome().settlesAll())
                    && ended.stream().anyMatch(Ended::required)
                    && planned.areAllIn(shared.keySet())) {
                judgeSession(ended, shared.keySet());
            }
        }
    }

    private void judgeSession(List<Ended> ended, Set<String> runs) {
        int servers = ended.stream().mapToInt(Ended::servers).sum();
        if (servers > 0) {
            String first = ended.stream()
                    .map(Ended::first)
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .orElse("");
            String whose = servers == 1
                    ? "of the one server, " + first + ", is not known"
                    : "of none of the " + servers + " servers is known, the first is " + first;
            throw new ConfigurationException("failIfNoServers: the Windows " + whose
                    + ", and a gate that has judged nothing is not green. Say which Windows "
                    + (servers == 1 ? "it runs" : "they run")
                    + ", tell a mapping where it is said, or set failIfNoServers to false.");
        }
        // A module alone has said by itself that it has none.
        if (planned.projects() > 1) {
            String where = runs.stream()
                    .map(Reactor::folderOf)
                    .distinct()
                    .limit(MOST_NAMED)
                    .collect(Collectors.joining(", "));
            long more = runs.stream().map(Reactor::folderOf).distinct().count() - MOST_NAMED;
            String found = "no server in any module that the goal check ran in: " + where
                    + (more > 0 ? " and " + more + " more" : "");
            if (reactor.isWhole()) {
                throw new ConfigurationException("failIfNoServers: there is " + found
                        + ". A gate that has checked nothing is not green. Name the folders that hold the definitions"
                        + " with sourceDirectories, or set failIfNoServers to false.");
            }
            log.warn("Nothing was checked in this part of the reactor: there is " + found + ".");
        }
    }
}
