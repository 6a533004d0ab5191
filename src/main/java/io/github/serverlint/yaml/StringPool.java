package io.github.serverlint.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Bounded cache of strings, so that equal keys and values share one instance: servers have the same keys and mostly the
 * same releases. This saves memory and speeds up lookups.
 *
 * <p>Safe to share between threads: at worst a string is created twice.
 */
final class StringPool {
    /** Number of slots, a power of two. */
    private static final int SLOTS = 1024;
    /** Longer strings are seldom repeated. */
    private static final int MAX_LENGTH = 40;

    private final @Nullable String[] cache = new String[SLOTS];

    String intern(char[] characters, int from, int to) {
        int length = to - from;
        if (length == 0 || length > MAX_LENGTH) {
            return new String(characters, from, length);
        }
        // Three characters distinguish most strings; on a collision the newer string replaces the older.
        int hash = (length * 31 + characters[from]) * 31 + characters[from + length / 2];
        int slot = (hash * 31 + characters[to - 1]) & (SLOTS - 1);
        String cached = cache[slot];
        if (cached == null || cached.length() != length || !matches(characters, from, cached)) {
            cached = new String(characters, from, length);
            cache[slot] = cached;
        }
        return cached;
    }

    private static boolean matches(char[] characters, int from, String cached) {
        for (int i = 0; i < cached.length(); i++) {
            if (characters[from + i] != cached.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
