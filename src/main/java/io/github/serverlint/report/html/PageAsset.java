package io.github.serverlint.report.html;

import io.github.serverlint.report.Fingerprints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Text resource that is inlined in the page.
 *
 * @param text the text with normalized line breaks, so that its hash is the one that a browser computes
 */
record PageAsset(String text) {

    static PageAsset of(String name) {
        try (InputStream in = PageAsset.class.getResourceAsStream("/io/github/serverlint/report/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            return new PageAsset(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the hash for the content security policy. */
    String hash() {
        return "sha256-" + Base64.getEncoder().encodeToString(Fingerprints.sha256(text));
    }
}
