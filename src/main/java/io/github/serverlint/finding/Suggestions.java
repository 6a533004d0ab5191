package io.github.serverlint.finding;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The accepted words that lie nearest to one that is not accepted: what the reader probably meant. */
public final class Suggestions {
    private static final int MOST = 3;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");

    private Suggestions() {}

    /** Up to three known words within about a third of the length in typing errors, the nearest first. */
    public static List<String> to(String word, Collection<String> known) {
        String wanted = folded(word);
        Map<String, Integer> near = new TreeMap<>();
        for (String candidate : known) {
            String compared = folded(candidate);
            int distance = distance(wanted, compared);
            if (distance <= allowed(wanted, compared)) {
                near.put(candidate, distance);
            }
        }
        int best = near.values().stream().min(Integer::compare).orElse(0);
        return near.entrySet().stream()
                // Whoever is one slip away from a word hardly meant one that is two away.
                .filter(candidate -> candidate.getValue() <= best + best / 2)
                .sorted(Map.Entry.comparingByValue())
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A sentence that helps: the nearest words, or all of them where none is near. */
    public static String advice(String word, Collection<String> known) {
        List<String> nearest = to(word, known);
        return nearest.isEmpty()
                ? "Accepted: " + String.join(", ", known) + "."
                : "Did you mean "
                        + nearest.stream().map(near -> "\"" + near + "\"").collect(Collectors.joining(" or ")) + "?";
    }

    private static int allowed(String a, String b) {
        return Math.max(1, Math.min(a.length(), b.length()) / 3);
    }

    private static String folded(String word) {
        return SEPARATORS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    /** Edits from one word to the other, where two swapped neighbours count as one. */
    private static int distance(String a, String b) {
        // Nobody mistypes a word into one of another length altogether, and the table would grow with hostile input.
        if (Math.abs(a.length() - b.length()) > allowed(a, b)) {
            return Integer.MAX_VALUE;
        }
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                edits[i][j] = Math.min(edits[i - 1][j - 1] + same, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
