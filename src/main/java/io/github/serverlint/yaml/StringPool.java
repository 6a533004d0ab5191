package io.github.serverlint.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Parts of texts, one object for all that are equal as far as it remembers: servers have the same keys, and most of them
 * the same releases. They take less room, and they are found sooner in whatever is looked up by them.
 *
 * <p>Files that are read at the same time may share one: at worst a part that one of them has just remembered is made
 * once more.
 */
final class StringPool {
    /** A power of two. */
    private static final int REMEMBERED = 1024;
    /** What is longer is seldom said twice. */
    private static final int LONGEST = 40;

    private final @Nullable String[] remembered = new String[REMEMBERED];

    String part(char[] characters, int from, int to) {
        int length = to - from;
        if (length == 0 || length > LONGEST) {
            return new String(characters, from, length);
        }
        // Three characters tell most texts apart, and the others only take turns.
        int hash = (length * 31 + characters[from]) * 31 + characters[from + length / 2];
        int slot = (hash * 31 + characters[to - 1]) & (REMEMBERED - 1);
        String known = remembered[slot];
        if (known == null || known.length() != length || !isAt(characters, from, known)) {
            known = new String(characters, from, length);
            remembered[slot] = known;
        }
        return known;
    }

    private static boolean isAt(char[] characters, int from, String known) {
        for (int i = 0; i < known.length(); i++) {
            if (characters[from + i] != known.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
