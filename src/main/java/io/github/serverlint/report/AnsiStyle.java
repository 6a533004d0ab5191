package io.github.serverlint.report;

import io.github.serverlint.finding.Severity;

/** ANSI escape codes for terminal output, or none. */
public enum AnsiStyle {
    NONE,
    ANSI;

    private static final String ESCAPE = "\u001B[";

    String bold(String text) {
        return styled("1", text);
    }

    String severity(Severity severity, String text) {
        return styled(
                switch (severity) {
                    case ERROR -> "1;31";
                    case WARNING -> "1;33";
                    case NOTE -> "1;36";
                },
                text);
    }

    private String styled(String code, String text) {
        return this == NONE ? text : ESCAPE + code + "m" + text + ESCAPE + "m";
    }
}
