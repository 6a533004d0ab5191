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
 * How far a long run is, on one line of a terminal that is written over again and again and is gone at the end. A log has
 * no such line: it is written to the terminal itself, and where nobody sits before one there is none.
 */
final class ProgressLine implements RunMonitor.ProgressListener {
    private static final long SECOND = 1_000_000_000;

    /** Back to the beginning of the line, and what stands there is gone. */
    private static final String CLEAR = "\r\u001B[K";

    private final PrintWriter terminal;
    private final LongSupplier nanoseconds;
    /** The first line comes when a run has lasted for a second: most have ended by then. */
    private volatile long next;

    private boolean shown;
    private boolean over;

    /** @param nanoseconds a clock that begins anywhere */
    ProgressLine(PrintWriter terminal, LongSupplier nanoseconds) {
        this.terminal = terminal;
        this.nanoseconds = nanoseconds;
        this.next = nanoseconds.getAsLong() + SECOND;
    }

    /** Shows the progress of a run if somebody sees it. */
    @SuppressWarnings("SystemConsoleNull") // One that is no terminal is told apart.
    static RunMonitor.ProgressListener of(MavenSession session, Log log) {
        Console console = System.console();
        if (console == null
                || !isTerminal(console)
                || io.github.serverlint.maven.MavenConsole.paint() == AnsiStyle.NONE
                || !isWatched(session, log, System.getenv())) {
            return RunMonitor.ProgressListener.NONE;
        }
        return new ProgressLine(console.writer(), System::nanoTime);
    }

    /** Whether the build was not started by a machine, is not to be quiet, and does one thing at a time. */
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
        // Another thread may just have done it, or have ended the run.
        if (!over && nanoseconds.getAsLong() - next >= 0) {
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
        over = true;
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
