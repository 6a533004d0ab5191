package io.github.serverlint.host;

import io.github.serverlint.BuildLog;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Maven has against the plugin: issues of its validator, which Maven 3.9 and later print at the end of a build, and
 * any other warning that names the plugin, such as one of a parameter that it does not know.
 */
final class Complaints {
    private static final Pattern WARNING = Pattern.compile("\\[WARNING\\] (.*)");
    private static final Pattern HEAD = Pattern.compile(" \\* \\S+:\\S+:\\S+");
    private static final String NAME = "serverlint-maven-plugin";
    /** A goal of the plugin that tells how to go on names it too. */
    private static final String COMMAND = "mvn ";

    private Complaints() {}

    static List<String> of(BuildLog log) {
        List<String> complaints = new ArrayList<>();
        boolean listed = false;
        for (String line : log.getLines()) {
            Matcher warning = WARNING.matcher(line);
            String text = warning.matches() ? warning.group(1) : "";
            boolean named = text.contains(NAME) && !text.contains(COMMAND);
            // The lines below the name of a plugin are about it, up to the next name.
            listed = HEAD.matcher(text).matches() ? named : listed && text.startsWith("  ");
            if (named || listed) {
                complaints.add(text.strip());
            }
        }
        return complaints;
    }
}
