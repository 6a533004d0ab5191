package io.github.serverlint.input;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.ServerName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of servers as migrations say them: in full, or without the scope where only one server has the name. */
final class ScopedNames {
    private static final String SEVERAL = "";

    /** The full name by the folded one without its scope. */
    private final Map<String, String> fullNames = new HashMap<>();

    private ScopedNames(List<Server> servers) {
        for (Server server : servers) {
            ServerName name = server.serverName();
            if (!name.scope().isEmpty()) {
                fullNames.merge(Estate.folded(name.simple()), name.full(), (one, other) -> SEVERAL);
            }
        }
        servers.forEach(server -> fullNames.remove(server.foldedName()));
        fullNames.values().removeIf(SEVERAL::equals);
    }

    /** Returns migrations that name servers in full. */
    static List<Migration> inFull(List<Migration> migrations, List<Server> servers) {
        if (migrations.isEmpty()) {
            return migrations;
        }
        ScopedNames names = new ScopedNames(servers);
        return names.fullNames.isEmpty()
                ? migrations
                : migrations.stream()
                        .map(migration -> migration.named(names::inFull))
                        .toList();
    }

    private Located<String> inFull(Located<String> said) {
        String full = fullNames.get(Estate.folded(said.value()));
        return full == null ? said : said.with(full);
    }
}
