package io.github.serverlint.input;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.estate.Server;
import io.github.serverlint.text.Located;

/**
 * Server that is not judged, because it is not known what it runs. Its rules found nothing because they had nothing to
 * look at, so it is no clean server.
 *
 * @param name the name of the server, at its place
 * @param unknown what is not known of it, such as {@code Windows release}
 */
public record UnjudgedServer(Located<String> name, String unknown) {
    private static final String WINDOWS = "Windows release";

    /**
     * Whether rules judge a server: its Windows is known, if only weakly or as one of several candidates. A text that
     * is ambiguous, encrypted, computed or misspelt is not known.
     */
    public static boolean isJudged(Server server) {
        return server.runs(Product.WINDOWS);
    }

    /** A server without a known Windows. */
    static UnjudgedServer withoutWindows(Server server) {
        return new UnjudgedServer(server.name(), WINDOWS);
    }

    /** A machine that should run a product by the name of its group, while nothing says which release of it. */
    public static UnjudgedServer without(Product product, Located<String> name) {
        return new UnjudgedServer(name, product.name() + " release");
    }
}
