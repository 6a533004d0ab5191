package io.github.serverlint.input.provenance;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.ServerName;

/**
 * Server that is not judged, because it is not known what it runs. Its rules found nothing because they had nothing to
 * look at, so it is no clean server.
 *
 * @param name the name of the server, at its place
 * @param unknown what is not known of it, such as {@code Windows release}
 */
public record UnjudgedServer(Located<ServerName> name, String unknown) {

    /** A server of which it is not known which release of a product it runs. */
    public static UnjudgedServer without(String product, Located<ServerName> name) {
        return new UnjudgedServer(name, product + " release");
    }
}
