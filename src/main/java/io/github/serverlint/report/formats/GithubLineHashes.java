package io.github.serverlint.report.formats;

import io.github.serverlint.text.FileEncoding;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Line hashes by which GitHub recognizes a moved line. They have to equal those of <a
 * href="https://github.com/github/codeql-action">github/codeql-action</a>: a rolling hash over the hundred characters
 * from the start of the line, without blanks, numbered if equal.
 */
final class GithubLineHashes {
    private static final int WINDOW = 100;
    private static final long MULTIPLIER = 37;
    private static final char END_OF_FILE = 65535;

    /** Start of each line in the hashed characters. A line ends at a line feed, a carriage return or both. */
    private final List<Integer> starts = new ArrayList<>();

    private final List<String> hashes = new ArrayList<>();

    private final FileEncoding encoding;

    GithubLineHashes(SourceFile file) {
        encoding = file.encoding();
        hash(keep(file.text()));
    }

    /**
     * Returns the hash of the first line of a location. It is empty where GitHub computes another one: the action takes
     * every file for UTF-8, and a byte order mark for a character.
     */
    Optional<String> at(Span span) {
        boolean isAlike = switch (encoding) {
            case UTF_8 -> true;
            case UTF_8_WITH_MARK -> span.line() > 1;
            case OTHER -> false;
        };
        return isAlike ? Optional.of(hashes.get(span.line() - 1)) : Optional.empty();
    }

    List<String> all() {
        return List.copyOf(hashes);
    }

    /** Returns the characters without blanks, each line break as one line feed, padded with zeros. */
    private char[] keep(String text) {
        char[] kept = new char[text.length() + 1 + WINDOW];
        int length = 0;
        boolean atStart = true;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? END_OF_FILE : text.charAt(i);
            boolean endsWindowsBreak = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            if (c == ' ' || c == '\t' || endsWindowsBreak) {
                continue;
            }
            if (atStart) {
                starts.add(length);
            }
            atStart = c == '\n' || c == '\r';
            kept[length++] = atStart ? '\n' : c;
        }
        return kept;
    }

    /** Computes all hashes in one pass. */
    private void hash(char[] kept) {
        long leaving = 1;
        for (int i = 0; i < WINDOW; i++) {
            leaving *= MULTIPLIER;
        }
        Map<Long, Integer> seen = new HashMap<>();
        long hash = 0;
        int end = 0;
        for (int start : starts) {
            for (; end < start + WINDOW; end++) {
                hash = hash * MULTIPLIER + kept[end] - (end < WINDOW ? 0 : leaving * kept[end - WINDOW]);
            }
            hashes.add(Long.toHexString(hash) + ":" + seen.merge(hash, 1, Integer::sum));
        }
    }
}
