package io.github.serverlint.report;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Gives each finding of a report a key that edits elsewhere do not change. Alike findings are numbered in order. */
final class Fingerprints {
    private static final int BYTES = 16;

    private final Map<String, Integer> seen = new HashMap<>();

    String of(ReportedFinding reportedFinding) {
        Finding.Identity identity = reportedFinding.finding().identity();
        // What is about a whole file has no path of keys in it; then the file and the words tell one from another.
        String place = identity.keyPath().isEmpty()
                ? reportedFinding.path() + "\n" + reportedFinding.finding().message()
                : identity.keyPath();
        String text = String.join(
                "\n",
                identity.rule(),
                reportedFinding.part().folder(),
                identity.server().orElse(""),
                place,
                identity.value());
        int number = seen.merge(text, 1, Integer::sum);
        return digest(number == 1 ? text : text + "\n" + number);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
