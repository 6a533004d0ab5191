package io.github.serverlint.report.formats;

import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hashes by which GitHub recognises a line that has moved. They have to come out as GitHub's own upload computes
 * them: over the first hundred characters from where the line begins, blanks left out, and numbered where they are alike.
 */
final class GithubLineHashes {
    private static final int WINDOW = 100;
    private static final long MULTIPLIER = 37;
    private static final char END_OF_FILE = 65535;

    /** Where each line begins in what is hashed. A line ends at a line feed, a carriage return or both. */
    private final List<Integer> starts = new ArrayList<>();

    /** Which of those lines each line of the file is in, as YAML counts them: it ends lines at some characters more. */
    private final List<Integer> lines = new ArrayList<>(List.of(0));

    private final List<String> hashes = new ArrayList<>();

    GithubLineHashes(SourceFile file) {
        hash(keep(file.text()));
    }

    /** The hash of the line that a place begins on. */
    String at(Span span) {
        return hashes.get(lines.get(span.line() - 1));
    }

    List<String> all() {
        return List.copyOf(hashes);
    }

    /** All but the blanks, and each line break as one line feed; behind the end there are zeros. */
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
            if (SourceFile.isLineBreak(c)) {
                lines.add(atStart ? starts.size() : starts.size() - 1);
            }
        }
        return kept;
    }

    /** In one pass. */
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
