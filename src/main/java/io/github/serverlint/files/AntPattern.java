package io.github.serverlint.files;

import java.util.Arrays;

/**
 * The file patterns that Maven users know: {@code **} stands for any number of folders, {@code *} and {@code ?} for
 * characters inside one name, and a pattern that ends in {@code /} takes all below it. Neither the JDK's glob (whose
 * {@code **}{@code /x} misses a top-level {@code x}) nor a jar worth shipping for these few lines does the same. A regular
 * expression does, but one of many stars would try them all against each other.
 */
final class AntPattern {
    private static final String FOLDERS = "**/";

    private final String pattern;
    /** Where the matching of what is behind {@code /**} at the end begins, which takes the folder itself too. */
    private final int rest;
    /** What every path ends with that matches: most are told apart by that. */
    private final String ending;

    AntPattern(String pattern) {
        String slashed = pattern.replace('\\', '/');
        this.ending = slashed.substring(
                Math.max(slashed.lastIndexOf('*'), Math.max(slashed.lastIndexOf('?'), slashed.lastIndexOf('/'))) + 1);
        this.pattern = slashed.endsWith("/") ? slashed + "**" : slashed;
        this.rest = this.pattern.endsWith("/**") ? this.pattern.length() - 3 : Integer.MAX_VALUE;
    }

    /** @param path relative to the folder that is searched, with {@code /} */
    boolean matches(String path) {
        if (!path.endsWith(ending)) {
            return false;
        }
        // Which beginnings of the path what has been read of the pattern takes; one more for the whole path.
        boolean[] taken = new boolean[path.length() + 1];
        taken[0] = true;
        int at = 0;
        while (at < pattern.length()) {
            if (at == rest) {
                return takesRest(taken, path);
            } else if (pattern.startsWith(FOLDERS, at)) {
                takeFolders(taken, path);
                at += FOLDERS.length();
            } else if (pattern.startsWith("**", at)) {
                takeAny(taken, path, true);
                at += 2;
            } else if (pattern.charAt(at) == '*') {
                takeAny(taken, path, false);
                at++;
            } else {
                takeOne(taken, path, pattern.charAt(at++));
            }
        }
        return taken[path.length()];
    }

    private static void takeOne(boolean[] taken, String path, char wanted) {
        for (int i = path.length(); i > 0; i--) {
            char c = path.charAt(i - 1);
            if (wanted != '?') {
                taken[i] = taken[i - 1] && c == wanted;
            } else if (Character.isLowSurrogate(c) && i > 1) {
                // Two of Java's characters are one of the name.
                taken[i] = taken[i - 2];
            } else {
                taken[i] = taken[i - 1] && c != '/' && !Character.isHighSurrogate(c);
            }
        }
        taken[0] = false;
    }

    private static void takeAny(boolean[] taken, String path, boolean slashes) {
        for (int i = 1; i <= path.length(); i++) {
            taken[i] |= taken[i - 1] && (slashes || path.charAt(i - 1) != '/');
        }
    }

    /** Whole names of folders, each with its slash. */
    private static void takeFolders(boolean[] taken, String path) {
        boolean inName = false;
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '/') {
                taken[i + 1] |= inName;
                inName = false;
            } else {
                inName |= taken[i];
            }
        }
    }

    private static boolean takesRest(boolean[] taken, String path) {
        boolean[] behind = Arrays.copyOf(taken, taken.length);
        takeOne(behind, path, '/');
        takeAny(behind, path, true);
        return taken[path.length()] || behind[path.length()];
    }
}
