package io.github.serverlint.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Input of the YAML parser with a limit on its lookahead. The parser looks ahead to the end of a token, a comment or a
 * line of text, and each step takes longer the further it looks: a token as large as the file would take hours.
 */
final class BoundedStreamReader extends StreamReader {
    /** Keys and certificates on one line are far shorter. */
    static final int MAX_LOOKAHEAD = 250_000;

    BoundedStreamReader(String text) {
        super(text);
    }

    @Override
    public int peek(int index) {
        if (index > MAX_LOOKAHEAD) {
            throw new LookaheadExceeded(getMark());
        }
        return super.peek(index);
    }

    /** Aborts the reading of a file at a token that is too long. */
    static final class LookaheadExceeded extends YAMLException {
        private static final long serialVersionUID = 1L;
        private final transient Mark begin;

        LookaheadExceeded(Mark begin) {
            super("too long");
            this.begin = begin;
        }

        Mark begin() {
            return begin;
        }
    }
}
