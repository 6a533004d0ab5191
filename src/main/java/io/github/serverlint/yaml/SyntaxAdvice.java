package io.github.serverlint.yaml;

import java.util.LinkedHashMap;
import java.util.Map;

/** Fixes for syntax errors, by the message of the parser, which seldom names the actual mistake. */
final class SyntaxAdvice {
    private static final Map<String, String> BY_PROBLEM = new LinkedHashMap<>();

    static {
        BY_PROBLEM.put(
                "mapping values are not allowed here",
                "Put text that holds a colon and a blank into quotes, and check the indentation.");
        BY_PROBLEM.put("'\\t", "Write blanks here instead of a tab; before a comment too.");
        BY_PROBLEM.put("cannot start any token", "Put text that begins with this character into quotes.");
        BY_PROBLEM.put("end of stream", "Close what is opened here.");
        BY_PROBLEM.put("stream end", "Close what is opened here.");
        BY_PROBLEM.put("expected ','", "Write a comma between one item and the next.");
        BY_PROBLEM.put("could not find expected ':'", "Write a colon and a blank behind the key.");
        BY_PROBLEM.put(
                "expected <block end>",
                "Check the indentation: this line stands deeper or less deep than those beside it.");
    }

    private SyntaxAdvice() {}

    /** Advice for what the parser reports; empty if there is none. */
    static String of(String problem) {
        return BY_PROBLEM.entrySet().stream()
                .filter(entry -> problem.contains(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("");
    }
}
