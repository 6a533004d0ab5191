package io.github.serverlint.plan;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.estate.Server;
import java.util.List;
import java.util.Set;

/** Locations of mailboxes and public folders, derived from the roles of servers, since definitions do not list them. */
final class MailboxLocations {
    private static final Set<String> MAILBOX_ROLES = Set.of("mailbox", "back-end", "public-folder");
    private static final Set<String> DIRECTORY_ROLES = Set.of("domain-controller", "global-catalog");

    private MailboxLocations() {}

    /**
     * Whether a server holds or can hold them. A server without Exchange roles counts as having all roles, so it is
     * emptied before Exchange is removed.
     */
    static boolean canHold(Server server) {
        List<String> roles = server.roles().stream()
                .map(role -> role.value().id())
                .filter(role -> !DIRECTORY_ROLES.contains(role))
                .toList();
        return server.installation(Product.EXCHANGE).isPresent()
                && (roles.isEmpty() || roles.stream().anyMatch(MAILBOX_ROLES::contains));
    }
}
