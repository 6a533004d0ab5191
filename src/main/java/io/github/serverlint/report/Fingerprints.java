package io.github.serverlint.report;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.PartnerSets;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fingerprints of the findings of a report, which do not change when other lines are edited. Equal findings are
 * numbered.
 */
public final class Fingerprints {
    private static final int BYTES = 16;

    private final Map<String, Integer> seen = new HashMap<>();
    private final IdentityHashMap<List<Partner>, String> digests = new IdentityHashMap<>();

    /** The fingerprint of the rule and the value at the place of a finding, whatever the value is wrong with. */
    String ofPlace(ReportedFinding entry) {
        return numbered(text(entry, entry.finding().placeIdentityWithoutScope()));
    }

    /** The fingerprint of a fault with its partners. */
    String ofFault(ReportedFinding entry) {
        return numbered("2\n" + text(entry, entry.finding().identity()) + "\n"
                + digests.computeIfAbsent(entry.finding().partners(), PartnerSets::digest));
    }

    private static String text(ReportedFinding entry, Finding.Identity identity) {
        // A finding about a whole file has no key path; file and message identify it.
        String place = identity.keyPath().isEmpty()
                ? entry.path() + "\n" + entry.finding().message()
                : identity.keyPath();
        return String.join(
                "\n", identity.rule(), entry.part().folder(), identity.server().orElse(""), place, identity.value());
    }

    private String numbered(String text) {
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
