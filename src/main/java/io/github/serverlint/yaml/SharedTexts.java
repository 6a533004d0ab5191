package io.github.serverlint.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Parts of a text, one object for all that are equal as far as it remembers: servers have the same keys, and most of
 * them the same releases. They take less room, and they are found sooner in whatever is looked up by them.
 */
final class SharedTexts {
    /** A power of two. */
    private static final int REMEMBERED = 256;
    /** What is longer is seldom said twice. */
    private static final int LONGEST = 40;

    private final String text;
    private final @Nullable String[] remembered = new String[REMEMBERED];

    SharedTexts(String text) {
        this.text = text;
    }

    String part(int from, int to) {
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
