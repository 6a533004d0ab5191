package io.github.serverlint.maven;

import io.github.serverlint.report.AnsiStyle;
import io.github.serverlint.report.ConsoleReport.Line;
import io.github.serverlint.run.RunMonitor;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.fusesource.jansi.Ansi;

/** Shows lines through Maven's log, so that each carries Maven's own prefix and {@code -q} still shows the errors. */
final class MavenConsole {
    private final Log log;

    MavenConsole(Log log) {
        this.log = log;
    }

    void show(List<Line> lines) {
        for (Line line : lines) {
            RunMonitor.checkInterrupted();
            switch (line.severity()) {
                case ERROR -> log.error(line.text());
                case WARNING -> log.warn(line.text());
                case NOTE -> log.info(line.text());
            }
        }
    }

    /** Colours where this Maven shows its own. */
    static AnsiStyle paint() {
        try {
            return Ansi.isEnabled() ? AnsiStyle.ANSI : AnsiStyle.NONE;
        } catch (LinkageError e) {
            // A Maven without the class that all of today's have.
            return AnsiStyle.NONE;
        }
    }
}
