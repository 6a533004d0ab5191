package io.github.serverlint.source;

import java.util.regex.Pattern;

/**
 * The file patterns that Maven users know: {@code **} stands for any number of folders, {@code *} and {@code ?} for
 * characters inside one name, and a pattern that ends in {@code /} takes all below it. Neither the JDK's glob (whose
 * {@code **}{@code /x} misses a top-level {@code x}) nor a jar worth shipping for these few lines does the same.
 */
final class AntPattern {
    private final Pattern regex;
    /** What every path ends with that matches: most are told apart by that. */
    private final String ending;

    AntPattern(String pattern) {
        String slashed = pattern.replace('\\', '/');
        this.ending = slashed.substring(
                Math.max(slashed.lastIndexOf('*'), Math.max(slashed.lastIndexOf('?'), slashed.lastIndexOf('/'))) + 1);
        this.regex = Pattern.compile(toRegex(slashed.endsWith("/") ? slashed + "**" : slashed));
    }

    /** @param path relative to the folder that is searched, with {@code /} */
    boolean matches(String path) {
        return path.endsWith(ending) && regex.matcher(path).matches();
    }

    private static String toRegex(String pattern) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            if (pattern.substring(i).equals("/**")) {
                // The folder itself too.
                regex.append("(?:/.*)?");
                i += 3;
            } else if (pattern.startsWith("**/", i)) {
                regex.append("(?:[^/]+/)*");
                i += 3;
            } else if (pattern.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else {
                char c = pattern.charAt(i++);
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
