package io.github.serverlint.maven;

import io.github.serverlint.report.AnsiStyle;
import io.github.serverlint.run.RunMonitor;
import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/**
 * Progress of a long run on one line of a terminal, which is overwritten and cleared at the end. It is written to the
 * terminal and not to the log, and only if the build is interactive.
 */
final class ProgressLine implements RunMonitor.ProgressListener {
    private static final long SECOND = 1_000_000_000;

    /** Moves to the beginning of the line and clears it. */
    private static final String CLEAR = "\r\u001B[K";

    private final PrintWriter terminal;
    private final LongSupplier nanoseconds;
    /** Time of the next update; the first one is after a second, when most runs have ended. */
    private volatile long next;

    private boolean shown;
    private boolean ended;

    /** @param nanoseconds a clock with any origin */
    ProgressLine(PrintWriter terminal, LongSupplier nanoseconds) {
        this.terminal = terminal;
        this.nanoseconds = nanoseconds;
        this.next = nanoseconds.getAsLong() + SECOND;
    }

    /** Returns a progress line if the build is interactive. */
    @SuppressWarnings("SystemConsoleNull") // One that is no terminal is told apart.
    static RunMonitor.ProgressListener of(MavenSession session, Log log) {
        Console console = System.console();
        if (console == null
                || !isTerminal(console)
                || AbstractServerlintMojo.ansiStyle() == AnsiStyle.NONE
                || !isWatched(session, log, System.getenv())) {
            return RunMonitor.ProgressListener.NONE;
        }
        return new ProgressLine(console.writer(), System::nanoTime);
    }

    /** Tells whether the build is interactive, not quiet and not parallel. */
    static boolean isWatched(MavenSession session, Log log, Map<String, String> environment) {
        return session.getRequest().isInteractiveMode()
                && session.getRequest().getDegreeOfConcurrency() <= 1
                && log.isInfoEnabled()
                && !environment.containsKey("CI");
    }

    /** From Java 22 on there is a console without a terminal too, and a method that tells the one from the other. */
    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    @Override
    public void done(String what, int done, int all) {
        if (done == all) {
            clear();
        } else if (nanoseconds.getAsLong() - next >= 0) {
            show(String.format(Locale.ROOT, "serverlint: %,d of %,d %s", done, all, what));
        }
    }

    private synchronized void show(String text) {
        // Another thread may have updated the line or ended the run.
        if (!ended && nanoseconds.getAsLong() - next >= 0) {
            next = nanoseconds.getAsLong() + SECOND;
            shown = true;
            terminal.print(CLEAR + text);
            terminal.flush();
        }
    }

    @Override
    public void pause() {
        clear();
    }

    @Override
    public synchronized void end() {
        ended = true;
        clear();
    }

    private synchronized void clear() {
        if (shown) {
            shown = false;
            terminal.print(CLEAR);
            terminal.flush();
        }
    }
}
