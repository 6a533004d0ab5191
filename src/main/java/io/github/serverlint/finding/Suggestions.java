package io.github.serverlint.finding;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Suggestions of accepted words for a misspelled one, by edit distance. */
public final class Suggestions {
    private static final int MAX_SUGGESTIONS = 3;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");

    private Suggestions() {}

    /** Returns up to three known words whose edit distance is at most a third of the length, the nearest first. */
    public static List<String> to(String word, Collection<String> known) {
        String wanted = normalize(word);
        Map<String, Integer> near = new TreeMap<>();
        for (String candidate : known) {
            String compared = normalize(candidate);
            int distance = distance(wanted, compared);
            if (distance <= maxDistance(wanted, compared)) {
                near.put(candidate, distance);
            }
        }
        int best = near.values().stream().min(Integer::compare).orElse(0);
        return near.entrySet().stream()
                // With a candidate at distance one, candidates at distance two are unlikely.
                .filter(candidate -> candidate.getValue() <= best + best / 2)
                .sorted(Map.Entry.comparingByValue())
                .limit(MAX_SUGGESTIONS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns a sentence with the nearest words, or with all accepted words if none is near. */
    public static String advice(String word, Collection<String> known) {
        List<String> nearest = to(word, known);
        return nearest.isEmpty()
                ? "Accepted: " + String.join(", ", known) + "."
                : "Did you mean "
                        + nearest.stream().map(near -> "\"" + near + "\"").collect(Collectors.joining(" or ")) + "?";
    }

    private static int maxDistance(String a, String b) {
        return Math.max(1, Math.min(a.length(), b.length()) / 3);
    }

    private static String normalize(String word) {
        return SEPARATORS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    /**
     * Returns the <a href="https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance">optimal string alignment
     * distance</a>, which counts a transposition of adjacent characters as one edit.
     */
    private static int distance(String a, String b) {
        // Words of very different length never match; this also limits the table for hostile input.
        if (Math.abs(a.length() - b.length()) > maxDistance(a, b)) {
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
