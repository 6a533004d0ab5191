package io.github.serverlint.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Draws estates of the small catalog: one forest with a domain controller mostly, and one to three other servers. Most of
 * what is drawn is newer in the target than at the start, and some of it is not.
 */
public final class SmallEstates {
    private static final List<String> WINDOWS = List.of(
            "Windows Alpha RTM",
            "Windows Alpha SP1",
            "Windows Alpha SP2",
            "Windows Beta RTM",
            "Windows Beta SP1",
            "Windows Gamma RTM");
    private static final List<String> EXCHANGE = List.of(
            "Exchange One RTM",
            "Exchange One SP1",
            "Exchange One SP2",
            "Exchange Two RTM",
            "Exchange Two SP1",
            "Exchange Three RTM",
            "Exchange Three SP1");
    private static final List<String> CONNECTORS =
            List.of("Connector One RTM", "Connector One SP1", "Connector Two RTM");
    private static final List<String> FRAMEWORKS = List.of("Framework 1", "Framework 2");
    private static final List<String> LEVELS = List.of("Level Alpha", "Level Beta", "Level Gamma");
    private static final List<String> ROLES = List.of("", "mailbox", "front-end", "back-end");

    private final Random random;

    public SmallEstates(long seed) {
        this.random = new Random(seed);
    }

    /** The definitions of two estates. */
    public record Pair(String start, String target) {}

    public Pair pair() {
        Map<String, Map<String, String>> start = new LinkedHashMap<>();
        Map<String, Map<String, String>> target = new LinkedHashMap<>();
        if (chance(70)) {
            Map<String, String> controller = new TreeMap<>();
            controller.put("roles", "[domain-controller, global-catalog]");
            drawFrom(WINDOWS, 0, 3, "os", controller);
            put("dc", controller, start, target);
        }
        int others = chance(45) ? 1 : chance(85) ? 2 : 3;
        Map<String, String> before = new TreeMap<>();
        for (int i = 0; i < others; i++) {
            // Now and then a server is just like the one before it.
            Map<String, String> server = i > 0 && chance(30) ? before : server();
            put("s" + i, server, start, target);
            before = server;
        }
        // To find out that nothing leads there, and why, takes the planner seconds where mailboxes have nowhere to go.

        return start.isEmpty() || target.isEmpty() ? pair() : pair(start, target);
    }

    private void put(
            String name,
            Map<String, String> server,
            Map<String, Map<String, String>> start,
            Map<String, Map<String, String>> target) {
        if (chance(88)) {
            start.put(name, server);
        }
        if (!start.containsKey(name) || chance(85)) {
            Map<String, String> like = target.isEmpty() ? Map.of() : target.get("s0");
            target.put(name, like != null && !like.isEmpty() && chance(25) ? like : later(server));
        }
    }

    private Map<String, String> server() {
        Map<String, String> server = new TreeMap<>();
        drawFrom(WINDOWS, 0, 3, "os", server);
        if (chance(85)) {
            drawFrom(EXCHANGE, 0, 4, "exchange", server);
            String role = any(ROLES);
            if (!role.isEmpty()) {
                server.put("roles", "[" + role + "]");
            }
        }
        if (chance(15)) {
            drawFrom(CONNECTORS, 0, 2, "ad-connector", server);
        }
        if (chance(15)) {
            drawFrom(FRAMEWORKS, 0, 1, "dotnet", server);
        }
        if (chance(15)) {
            server.put("components", any(List.of("[chat]", "[fax]", "[chat, fax]")));
        }
        if (chance(10)) {
            server.put("features", any(List.of("[snapshots]", "[trusts]")));
        }
        return server;
    }

    private Map<String, String> later(Map<String, String> server) {
        Map<String, String> later = new TreeMap<>(server);
        raise(WINDOWS, "os", later);
        raise(EXCHANGE, "exchange", later);
        raise(CONNECTORS, "ad-connector", later);
        raise(FRAMEWORKS, "dotnet", later);
        if (chance(70)) {
            later.remove("components");
        }
        if (chance(20)) {
            later.remove(any(List.of("exchange", "ad-connector", "features", "dotnet")));
        }
        if (!later.containsKey("exchange")) {
            if (chance(10)) {
                drawFrom(EXCHANGE, 3, 6, "exchange", later);
            } else if (!server.getOrDefault("roles", "").contains("domain")) {
                later.remove("roles");
            }
        }
        if (chance(25)) {
            later.put("features", any(List.of("[snapshots]", "[web-mail]", "[trusts]", "[snapshots, web-mail]")));
        }
        if (chance(5)) {
            later.put("roles", any(List.of("[mailbox]", "[front-end]", "[domain-controller, global-catalog]")));
        }
        return later;
    }

    private void raise(List<String> releases, String key, Map<String, String> server) {
        int now = releases.indexOf(server.getOrDefault(key, ""));
        if (now >= 0 && chance(75)) {
            drawFrom(releases, chance(5) ? 0 : now, releases.size() - 1, key, server);
        }
    }

    private static boolean hasMailboxes(Map<String, Map<String, String>> servers) {
        return servers.values().stream()
                .anyMatch(server -> server.containsKey("exchange")
                        && !server.getOrDefault("roles", "").contains("front-end"));
    }

    private Pair pair(Map<String, Map<String, String>> start, Map<String, Map<String, String>> target) {
        int level = chance(60) ? 0 : chance(70) ? 1 : 2;
        boolean hasThree = target.toString().contains("Exchange Three");
        int later = hasThree ? Math.max(level, 1) : chance(50) ? level : level + random.nextInt(LEVELS.size() - level);
        List<String> prepared = new ArrayList<>();
        List<String> later2 = new ArrayList<>();
        for (String preparation : List.of("schema-fix", "two-prep")) {
            boolean done = chance(30);
            if (done) {
                prepared.add(preparation);
            }
            if (done || chance(50)) {
                later2.add(preparation);
            }
        }
        String mode = "domain-mode: " + (chance(50) ? "mixed" : "native");
        String list = chance(70) ? ", prepared: " + prepared : "";
        return new Pair(
                written("functional-level: " + LEVELS.get(level) + ", " + mode + list, start),
                written(
                        (!hasThree && chance(15) ? "" : "functional-level: " + LEVELS.get(later) + ", ") + mode
                                + ", prepared: " + later2,
                        target));
    }

    private static String written(String forest, Map<String, Map<String, String>> servers) {
        StringBuilder text = new StringBuilder("forests:\n  f: {" + forest + "}\nservers:\n");
        servers.forEach((name, server) ->
                text.append("  ").append(name).append(": ").append(flow(server)).append('\n'));
        return text.toString();
    }

    private static String flow(Map<String, String> server) {
        return server.toString().replace("=", ": ");
    }

    private void drawFrom(List<String> releases, int first, int last, String key, Map<String, String> server) {
        server.put(key, releases.get(first + random.nextInt(last - first + 1)));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
