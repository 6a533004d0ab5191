package io.github.serverlint.files;

import java.util.Arrays;

/**
 * An Ant file pattern as <a href="https://ant.apache.org/manual/dirtasks.html#patterns">Ant and Maven define it</a>:
 * {@code **} matches any number of folders, {@code *} and {@code ?} match characters within one name, and a pattern
 * that ends in {@code /} matches everything below.
 *
 * <p>The JDK's glob differs ({@code **}{@code /x} misses a top-level {@code x}). A regular expression with many stars
 * backtracks exponentially, so the pattern is matched like a small automaton.
 */
final class AntPattern {
    private static final String FOLDERS = "**/";

    private final String pattern;
    /** Offset of a trailing {@code /**}, which matches the folder itself too. */
    private final int trailingWildcard;
    /** The literal suffix of the pattern; it rejects most paths quickly. */
    private final String suffix;

    AntPattern(String pattern) {
        String slashed = pattern.replace('\\', '/');
        this.suffix = slashed.substring(
                Math.max(slashed.lastIndexOf('*'), Math.max(slashed.lastIndexOf('?'), slashed.lastIndexOf('/'))) + 1);
        this.pattern = slashed.endsWith("/") ? slashed + "**" : slashed;
        this.trailingWildcard = this.pattern.endsWith("/**") ? this.pattern.length() - 3 : Integer.MAX_VALUE;
    }

    /** @param path relative to the folder that is searched, with {@code /} */
    boolean matches(String path) {
        if (!path.endsWith(suffix)) {
            return false;
        }
        // reachable[i]: the pattern up to here matches the first i characters of the path.
        boolean[] reachable = new boolean[path.length() + 1];
        reachable[0] = true;
        int at = 0;
        while (at < pattern.length()) {
            if (at == trailingWildcard) {
                return matchesRest(reachable, path);
            } else if (pattern.startsWith(FOLDERS, at)) {
                matchFolders(reachable, path);
                at += FOLDERS.length();
            } else if (pattern.startsWith("**", at)) {
                matchAny(reachable, path, true);
                at += 2;
            } else if (pattern.charAt(at) == '*') {
                matchAny(reachable, path, false);
                at++;
            } else {
                matchOne(reachable, path, pattern.charAt(at++));
            }
        }
        return reachable[path.length()];
    }

    private static void matchOne(boolean[] reachable, String path, char wanted) {
        for (int i = path.length(); i > 0; i--) {
            char c = path.charAt(i - 1);
            if (wanted != '?') {
                reachable[i] = reachable[i - 1] && c == wanted;
            } else if (Character.isLowSurrogate(c) && i > 1) {
                // A surrogate pair is one character of the name.
                reachable[i] = reachable[i - 2];
            } else {
                reachable[i] = reachable[i - 1] && c != '/' && !Character.isHighSurrogate(c);
            }
        }
        reachable[0] = false;
    }

    private static void matchAny(boolean[] reachable, String path, boolean slashes) {
        for (int i = 1; i <= path.length(); i++) {
            reachable[i] |= reachable[i - 1] && (slashes || path.charAt(i - 1) != '/');
        }
    }

    /** Matches any number of folder names, each with its slash. */
    private static void matchFolders(boolean[] reachable, String path) {
        boolean inName = false;
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '/') {
                reachable[i + 1] |= inName;
                inName = false;
            } else {
                inName |= reachable[i];
            }
        }
    }

    private static boolean matchesRest(boolean[] reachable, String path) {
        boolean[] behind = Arrays.copyOf(reachable, reachable.length);
        matchOne(behind, path, '/');
        matchAny(behind, path, true);
        return reachable[path.length()] || behind[path.length()];
    }
}
