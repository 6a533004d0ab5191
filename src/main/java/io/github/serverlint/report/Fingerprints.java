package io.github.serverlint.report;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Fingerprints of the findings of a report, which do not change when other lines are edited. Equal findings are
 * numbered.
 */
public final class Fingerprints {
    private static final int BYTES = 16;

    private final Map<String, Integer> seen = new HashMap<>();

    String of(ReportedFinding entry) {
        Finding.Identity identity = entry.finding().identity();
        // A finding about a whole file has no key path; file and message identify it.
        String place = identity.keyPath().isEmpty()
                ? entry.path() + "\n" + entry.finding().message()
                : identity.keyPath();
        String text = String.join(
                "\n", identity.rule(), entry.part().folder(), identity.server().orElse(""), place, identity.value());
        int number = seen.merge(text, 1, Integer::sum);
        return digest(number == 1 ? text : text + "\n" + number);
    }

    /** Returns the fingerprint of something that is no finding. */
    static String of(String... parts) {
        return digest(String.join("\n", parts));
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(sha256(text), 0, BYTES);
    }

    /** Returns the SHA-256 digest of a text in UTF-8. */
    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
