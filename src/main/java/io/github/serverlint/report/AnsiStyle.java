package io.github.serverlint.report;

import io.github.serverlint.finding.Severity;

/** The colours of a terminal, or none. */
public enum AnsiStyle {
    NONE,
    ANSI;

    private static final String ESCAPE = "\u001B[";

    String bold(String text) {
        return painted("1", text);
    }

    String severity(Severity severity, String text) {
        return painted(
                switch (severity) {
                    case ERROR -> "1;31";
                    case WARNING -> "1;33";
                    case NOTE -> "1;36";
                },
                text);
    }

    private String painted(String code, String text) {
        return this == NONE ? text : ESCAPE + code + "m" + text + ESCAPE + "m";
    }
}
