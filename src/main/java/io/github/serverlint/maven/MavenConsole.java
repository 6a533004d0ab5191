package io.github.serverlint.maven;

import io.github.serverlint.report.AnsiStyle;
import io.github.serverlint.report.ConsoleReport.Line;
import io.github.serverlint.run.RunMonitor;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.fusesource.jansi.Ansi;

/** Console output through Maven's log, so that lines have Maven's prefix and {@code -q} still shows errors. */
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

    /** Returns whether to use colours, as Maven does. */
    static AnsiStyle ansiStyle() {
        try {
            return Ansi.isEnabled() ? AnsiStyle.ANSI : AnsiStyle.NONE;
        } catch (LinkageError e) {
            // A Maven without that class.
            return AnsiStyle.NONE;
        }
    }
}
