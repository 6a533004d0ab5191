package io.github.serverlint.git;

import io.github.serverlint.run.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of the base as the user gives it: a branch, a tag or a commit, perhaps with what leads on from it, such as {@code
 * origin/main~2}.
 */
record RevisionName(String text) {
    private static final Pattern RANGE = Pattern.compile("(.*?)\\.{2,3}(.*)");
    private static final Pattern LEADING_ON = Pattern.compile("[~^:]|@\\{");

    /** @throws ConfigurationException if it cannot name one revision */
    static RevisionName of(String said) {
        String text = said.strip();
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            String begin = range.group(1).isEmpty() ? "origin/main" : range.group(1);
            throw new ConfigurationException(
                    "baseRef: \"" + text + "\" is a range, and one revision is wanted. Give the"
                            + " one that the work goes into, such as " + begin
                            + "; the base is where the history of the work tree left it.");
        }
        if (text.isEmpty() || text.startsWith("-") || text.startsWith("^") || text.endsWith("/")) {
            throw new ConfigurationException("baseRef: \"" + text + "\" is not the name of a revision."
                    + " Give a branch, a tag or a commit, such as origin/main.");
        }
        return new RevisionName(text);
    }

    /** The name of the branch, tag or commit that it begins with. */
    String start() {
        return LEADING_ON.split(text, 2)[0];
    }

    /** Whether it says in full which branch or tag is meant. */
    boolean isFull() {
        return text.startsWith("refs/");
    }
}
