package io.github.serverlint.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Draws estates of the catalog that ships: one to six servers in one or two forests, with what people had at one time,
 * and with what they had a few years later. Much of it is legal, and some is not.
 */
public final class EraEstates {
    /** Names that YAML would take for something else are among them. */
    private static final List<String> NAMES = List.of("mail", "null", "EX-", "7", "yes", "be.corp ", "über", "n\"o ");

    private final Random random;

    /**
     * What people had at one time, oldest first.
     *
     * @param windows of domain controllers and of servers without Exchange
     * @param platforms Windows and Exchange, one above the other
     */
    private record Era(
            List<String> windows,
            List<String[]> platforms,
            List<String> levels,
            List<String> components,
            List<String> features,
            List<String> roles) {}

    private static String[] on(String windows, String exchange) {
        return new String[] {windows, exchange};
    }

    private static final List<String> FRONT_AND_BACK =
            List.of("", "", "mailbox", "front-end", "back-end", "bridgehead");

    private static final List<Era> ERAS = List.of(
            new Era(
                    List.of("Windows 2000 Server SP4", "Windows Server 2003 SP1", "Windows Server 2003 R2 SP2"),
                    List.of(
                            on("Windows NT Server 4.0 SP6a", "Exchange 5.5 SP4"),
                            on("Windows 2000 Server SP4", "Exchange 5.5 SP3"),
                            on("Windows 2000 Server SP2", "Exchange 2000 RTM"),
                            on("Windows 2000 Server SP4", "Exchange 2000 SP3"),
                            on("Windows 2000 Server SP4", "Exchange 2003 SP1"),
                            on("Windows Server 2003 SP1", "Exchange 2003 SP1"),
                            on("Windows Server 2003 R2 SP2", "Exchange 2003 SP2")),
                    List.of("Windows 2000", "Windows Server 2003 interim", "Windows Server 2003"),
                    List.of("instant-messaging", "chat", "key-management-service", "nntp"),
                    List.of("volume-shadow-copy", "rpc-over-http", "domain-rename"),
                    FRONT_AND_BACK),
            new Era(
                    List.of("Windows Server 2003 SP2", "Windows Server 2008 SP2", "Windows Server 2008 R2 SP1"),
                    List.of(
                            on("Windows Server 2003 SP2", "Exchange 2003 SP2"),
                            on("Windows Server 2003 R2 SP2", "Exchange 2007 SP1"),
                            on("Windows Server 2008 SP2", "Exchange 2007 SP3 RU10"),
                            on("Windows Server 2008 R2 SP1", "Exchange 2010 SP3"),
                            on("Windows Server 2012", "Exchange 2010 SP3 RU11"),
                            on("Windows Server 2012", "Exchange 2013 CU10")),
                    List.of("Windows Server 2003", "Windows Server 2008", "Windows Server 2008 R2"),
                    List.of("nntp"),
                    List.of("ipv6", "dag"),
                    List.of("", "mailbox", "client-access", "hub-transport")),
            new Era(
                    List.of("Windows Server 2012 R2", "Windows Server 2016", "Windows Server 2019"),
                    List.of(
                            on("Windows Server 2012 R2", "Exchange 2013 CU21"),
                            on("Windows Server 2012 R2", "Exchange 2016 CU11"),
                            on("Windows Server 2016", "Exchange 2016 CU23"),
                            on("Windows Server 2019", "Exchange 2019 CU12"),
                            on("Windows Server 2019", "Exchange 2019 CU14"),
                            on("Windows Server 2022", "Exchange 2019 CU15"),
                            on("Windows Server 2022", "Exchange SE RTM")),
                    List.of("Windows Server 2012 R2", "Windows Server 2016"),
                    List.of("credential-guard"),
                    List.of("dag", "tls-1-3", "extended-protection", "server-core"),
                    List.of("", "mailbox", "client-access", "edge-transport")));

    public EraEstates(long seed) {
        this.random = new Random(seed);
    }

    /** The definitions of two estates. */
    public record Pair(String start, String target) {}

    /** An estate while it is drawn: forests, and servers by name. */
    private record Draft(Map<String, Map<String, String>> forests, Map<String, Map<String, String>> servers) {
        Draft() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        String text() {
            StringBuilder text = new StringBuilder();
            section("forests", forests, text);
            section("servers", servers, text);
            return text.toString();
        }

        private static void section(String key, Map<String, Map<String, String>> entries, StringBuilder text) {
            if (!entries.isEmpty()) {
                text.append(key).append(":\n");
                entries.forEach((name, values) -> {
                    StringJoiner flow = new StringJoiner(", ", "{", "}");
                    values.forEach((each, value) -> flow.add(each + ": " + value));
                    text.append("  '").append(name).append("': ").append(flow).append('\n');
                });
            }
        }
    }

    public Pair pair() {
        Era era = ERAS.get(random.nextInt(ERAS.size()));
        Draft start = new Draft();
        Draft target = new Draft();
        int forests = chance(25) ? 0 : chance(80) ? 1 : 2;
        for (int f = 0; f < forests; f++) {
            forest("forest" + f, era, start, target);
        }
        int now = random.nextInt(era.platforms().size());
        int later = chance(10) ? now : Math.min(era.platforms().size() - 1, now + 1 + random.nextInt(2));
        int count = 1 + random.nextInt(chance(70) ? 3 : 6);
        boolean saysForest = forests > 1 || chance(50);
        for (int i = 0; i < count; i++) {
            String name = NAMES.get(chance(70) ? 0 : random.nextInt(NAMES.size())) + i;
            Map<String, String> server =
                    chance(25) ? plain(era) : exchange(era, chance(80) ? now : Math.max(0, now - 1));
            if (forests > 0 && saysForest) {
                server.put("forest", "forest" + random.nextInt(forests));
            }
            boolean stays = chance(85);
            if (stays || chance(50)) {
                start.servers().put(name, server);
            }
            if (stays || !start.servers().containsKey(name)) {
                target.servers().put(name, chance(20) ? server : after(server, era, later));
            }
        }
        return start.servers().isEmpty() || target.servers().isEmpty() ? pair() : new Pair(start.text(), target.text());
    }

    private void forest(String name, Era era, Draft start, Draft target) {
        Map<String, String> now = new TreeMap<>();
        Map<String, String> then = new TreeMap<>();
        int level = random.nextInt(era.levels().size());
        if (chance(80)) {
            now.put("functional-level", era.levels().get(level));
        }
        if (chance(60)) {
            int higher =
                    chance(60) ? level : level + random.nextInt(era.levels().size() - level);
            then.put("functional-level", era.levels().get(higher));
        }
        String mode = chance(50) ? "mixed" : "native";
        if (era == ERAS.get(0) && chance(60)) {
            now.put("domain-mode", mode);
            then.put("domain-mode", mode);
        }
        if (era == ERAS.get(0) && chance(60)) {
            now.put("prepared", chance(50) ? "[]" : "[inetorgperson-fix]");
            then.put("prepared", "[inetorgperson-fix, exchange-2003-forestprep, exchange-2003-domainprep]");
        }
        start.forests().put(name, now);
        target.forests().put(name, then);
    }

    private Map<String, String> plain(Era era) {
        Map<String, String> server = new TreeMap<>();
        server.put("os", without(any(era.windows().subList(0, 2))));
        if (chance(70)) {
            server.put("roles", chance(50) ? "[domain-controller]" : "[domain-controller, global-catalog]");
        } else if (era == ERAS.get(0)) {
            server.put("ad-connector", any(List.of("Exchange 2000 RTM", "Exchange 2000 SP3", "Exchange 2003 SP1")));
        }
        return server;
    }

    private Map<String, String> exchange(Era era, int platform) {
        Map<String, String> server = new TreeMap<>();
        server.put("os", without(era.platforms().get(platform)[0]));
        server.put("exchange", without(era.platforms().get(platform)[1]));
        String role = any(era.roles());
        if (!role.isEmpty()) {
            server.put("roles", "[" + role + "]");
        }
        if (chance(20)) {
            server.put("components", "[" + any(era.components()) + "]");
        }
        if (chance(10)) {
            server.put("features", "[" + any(era.features()) + "]");
        }
        if (chance(5)) {
            server.put("cluster", "{name: c, nodes: " + (1 + random.nextInt(3)) + ", mode: active-passive}");
        }
        if (era == ERAS.get(2) && chance(20)) {
            server.put("dotnet", any(List.of("'4.8'", "4.7.2")));
        }
        return server;
    }

    private Map<String, String> after(Map<String, String> server, Era era, int platform) {
        Map<String, String> after = new TreeMap<>(server);
        if (server.containsKey("exchange")) {
            after.put(
                    "os",
                    chance(30) ? server.get("os") : without(era.platforms().get(platform)[0]));
            after.put("exchange", without(era.platforms().get(platform)[1]));
            if (chance(8)) {
                after.remove("exchange");
            }
        } else {
            after.put("os", without(any(era.windows())));
            if (server.containsKey("ad-connector")) {
                after.put("ad-connector", "Exchange 2003 SP1");
            }
        }
        if (chance(80)) {
            after.remove("components");
        }
        if (chance(30)) {
            after.put("features", "[" + any(era.features()) + "]");
        }
        return after;
    }

    /** Now and then a release is named without its level. */
    private String without(String release) {
        return chance(92) ? release : release.replaceAll(" (RTM|(SP|CU|RU)\\w+)( RU\\w+)?$", "");
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
