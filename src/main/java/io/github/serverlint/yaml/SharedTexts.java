package io.github.serverlint.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Parts of texts, one object for all that are equal as far as it remembers: servers have the same keys, and most of them
 * the same releases. They take less room, and they are found sooner in whatever is looked up by them.
 *
 * <p>Files that are read at the same time may share one: at worst a part that one of them has just remembered is made
 * once more.
 */
final class SharedTexts {
    /** A power of two. */
    private static final int REMEMBERED = 1024;
    /** What is longer is seldom said twice. */
    private static final int LONGEST = 40;

    private final @Nullable String[] remembered = new String[REMEMBERED];

    String part(String text, int from, int to) {
        int length = to - from;
        if (length == 0 || length > LONGEST) {
            return text.substring(from, to);
        }
        // Three characters tell most texts apart, and the others only take turns.
        int hash = (length * 31 + text.charAt(from)) * 31 + text.charAt(from + length / 2);
        int slot = (hash * 31 + text.charAt(to - 1)) & (REMEMBERED - 1);
        String known = remembered[slot];
        if (known == null || known.length() != length || !text.startsWith(known, from)) {
            known = text.substring(from, to);
            remembered[slot] = known;
        }
        return known;
    }
}
