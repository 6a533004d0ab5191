package io.github.serverlint.yaml;

import io.github.serverlint.yaml.Node.Entry;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines that were read, each of them all of an entry: most lines of a large estate stand in it many times, and mean the
 * same wherever a line means an entry at all. Files that are read at the same time may share one.
 */
final class KnownLines {
    /** A power of two. */
    private static final int REMEMBERED = 4096;
    /** What is longer is seldom said twice. */
    private static final int LONGEST = 160;

    private static final int PRIME = 31;

    private final @Nullable Line[] remembered = new Line[REMEMBERED];

    private static final class Line {
        private final char[] characters;
        private final Entry entry;

        private Line(char[] characters, Entry entry) {
            this.characters = characters;
            this.entry = entry;
        }
    }

    /** The entry on the line that was read first; null if none is remembered. */
    @Nullable
    Entry find(char[] characters, int end) {
        // Of a longer text, and of one that ends in a colon, nothing was remembered.
        if (end == 0 || end > LONGEST || characters[end - 1] == ':') {
            return null;
        }
        Line line = remembered[slot(characters, end)];
        return line != null && Arrays.equals(line.characters, 0, line.characters.length, characters, 0, end)
                ? line.entry
                : null;
    }

    void add(char[] characters, int end, Entry entry) {
        if (end <= LONGEST) {
            remembered[slot(characters, end)] = new Line(Arrays.copyOf(characters, end), entry);
        }
    }

    private static int slot(char[] characters, int end) {
        int hash = 0;
        int i = 0;
        // Four at a time, because each step has to wait for the one before.
        for (; i + 3 < end; i += 4) {
            hash = hash * (PRIME * PRIME * PRIME * PRIME)
                    + characters[i] * (PRIME * PRIME * PRIME)
                    + characters[i + 1] * (PRIME * PRIME)
                    + characters[i + 2] * PRIME
                    + characters[i + 3];
        }
        for (; i < end; i++) {
            hash = hash * PRIME + characters[i];
        }
        return (hash ^ (hash >>> 15)) & (REMEMBERED - 1);
    }
}
