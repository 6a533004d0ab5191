package io.github.serverlint.analysis;

import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.ServerSpec;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.ServerName;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Release of a server of which the definition only says that it is one of several.
 *
 * @param key what tells it from others: while the text of a server stays, its release does too
 * @param serverName the name of the server
 * @param options at least two
 */
public record OpenRelease(OpenReleaseId key, ServerName serverName, Located<String> text, List<Installation> options) {

    /**
     * Identity of an open release.
     *
     * @param server the normalized name
     */
    public record OpenReleaseId(String server, String product, ServerSpec.OpenInstallation candidates) {
        static OpenReleaseId of(Server server, String product) {
            return new OpenReleaseId(
                    server.foldedName(),
                    product,
                    Objects.requireNonNull(server.spec().candidates().get(product)));
        }
    }

    /** The open releases of a server. */
    static List<OpenRelease> of(Server server) {
        return server.candidates().entrySet().stream()
                .map(entry -> new OpenRelease(
                        OpenReleaseId.of(server, entry.getKey()),
                        server.serverName(),
                        entry.getValue().get(0).text(),
                        entry.getValue()))
                .toList();
    }

    /** The question that is open, for messages. */
    public String question() {
        return text.place() + ": " + described() + " can mean " + either();
    }

    /** The text and the server for messages. */
    String described() {
        return "\"" + text.value() + "\" of " + serverName.quoted();
    }

    Release release(int option) {
        return options.get(option).release();
    }

    /** Some of the releases for messages: {@code Windows Server 2016, 2019 or 2022}. */
    String either(Collection<Integer> some) {
        return Recognition.either(some.stream().sorted().map(this::release).toList());
    }

    /** All releases for messages. */
    String either() {
        return Recognition.either(options.stream().map(Installation::release).toList());
    }
}
