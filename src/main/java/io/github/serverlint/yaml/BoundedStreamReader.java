package io.github.serverlint.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * What the YAML parser reads from. It looks ahead to where a word, a comment or a line of a text ends, and the further it
 * looks the longer each step takes: a word of the size of a file would keep it busy for hours.
 */
final class BoundedStreamReader extends StreamReader {
    /** Keys and certificates that stand in one line are far shorter. */
    static final int FURTHEST = 250_000;

    BoundedStreamReader(String text) {
        super(text);
    }

    @Override
    public int peek(int index) {
        if (index > FURTHEST) {
            throw new TooFar(getMark());
        }
        return super.peek(index);
    }

    /** Ends the reading of a file at what is too long. */
    static final class TooFar extends YAMLException {
        private static final long serialVersionUID = 1L;
        private final transient Mark begin;

        TooFar(Mark begin) {
            super("too long");
            this.begin = begin;
        }

        Mark begin() {
            return begin;
        }
    }
}
