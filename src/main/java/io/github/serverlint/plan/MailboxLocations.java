package io.github.serverlint.plan;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.estate.Server;
import java.util.Set;

/** Where mailboxes and public folders are: no definition counts them, but the roles of a server tell. */
final class MailboxLocations {
    private static final Set<String> HOLDING = Set.of("mailbox", "back-end", "public-folder");
    private static final Set<String> OF_DIRECTORY = Set.of("domain-controller", "global-catalog");

    private MailboxLocations() {}

    /**
     * Whether a server holds them, or can. One that says no role of Exchange has all of them; and what may hold some is
     * emptied before Exchange leaves it.
     */
    static boolean fitOn(Server server) {
        boolean saysRoles = server.roles().stream()
                .anyMatch(role -> !OF_DIRECTORY.contains(role.value().id()));
        return server.installation(Product.EXCHANGE).isPresent()
                && (!saysRoles
                        || server.roles().stream()
                                .anyMatch(role -> HOLDING.contains(role.value().id())));
    }
}
