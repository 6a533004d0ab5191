package io.github.serverlint.input.ansible;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Inventories made of chance: few names, so that all kinds of places define the same group, host and variable. One seed
 * always makes the same inventory.
 */
final class RandomInventory {
    private static final List<String> GROUPS =
            List.of("all", "ungrouped", "web", "db", "mail", "site-a", "site-b", "Zone", "win2019");
    private static final List<String> HOSTS =
            List.of("mx01", "mx02", "\"mx[01:03]\"", "db.corp.example", "\"w[a:b]\"", "ex1", "web9:22");
    private static final List<String> NAMES =
            List.of("mx01", "mx02", "mx03", "db.corp.example", "wa", "wb", "ex1", "web9");
    private static final List<String> VARIABLES = List.of("os", "exv", "cu", "dag", "list");
    private static final List<String> EXTENSIONS = List.of("", ".yml", ".yaml", ".json");

    private final Random random;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> order;
    private final boolean wild;
    private int value;

    private RandomInventory(int seed) {
        this.random = new Random(seed);
        this.wild = random.nextInt(12) == 0;
        this.order = new ArrayList<>(GROUPS.subList(2, GROUPS.size()));
        Collections.shuffle(order, random);
    }

    static InventoryCase of(int seed) {
        return new RandomInventory(seed).make(seed);
    }

    private InventoryCase make(int seed) {
        List<String> sources = new ArrayList<>();
        List<String> bases = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String base = "inv" + (random.nextInt(4) == 0 ? 0 : i);
            boolean folder = random.nextInt(2) == 0;
            String source = folder ? base : base + "/hosts" + i + pick(EXTENSIONS);
            sources.add(source);
            bases.add(base);
            files.put(source + (folder ? "/m" + i + ".yml" : ""), inventory());
            if (folder && random.nextInt(2) == 0) {
                files.put(source + "/" + pick(List.of("a", "z", "sub/b", "k.bak/x")) + pick(EXTENSIONS), inventory());
            }
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("sources", String.join(" ", sources));
        if (random.nextInt(3) > 0) {
            String playbook = random.nextInt(4) == 0 ? bases.get(0) : "play";
            settings.put("playbook", playbook);
            bases.add(playbook);
        }
        bases.stream().distinct().forEach(this::vars);
        return new InventoryCase(String.format("random-%03d", seed), settings, files);
    }

    private void vars(String base) {
        for (int i = random.nextInt(5); i > 0; i--) {
            varsFile(base + "/group_vars/" + pick(GROUPS));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            varsFile(base + "/host_vars/" + pick(NAMES));
        }
    }

    private void varsFile(String owner) {
        // What is a folder already cannot be a file as well, and the other way round.
        boolean isFolder = files.keySet().stream().anyMatch(path -> path.startsWith(owner + "/"));
        if (isFolder || (random.nextInt(3) == 0 && !files.containsKey(owner))) {
            files.put(
                    owner + "/" + pick(List.of("main", "a", "B", "sub/x", ".hidden", "old~")) + pick(EXTENSIONS),
                    flow());
        } else {
            files.put(owner + pick(EXTENSIONS), flow());
        }
    }

    private String inventory() {
        StringBuilder text = new StringBuilder();
        List<String> tops = new ArrayList<>(GROUPS);
        Collections.shuffle(tops, random);
        for (String group : tops.subList(0, 1 + random.nextInt(4))) {
            text.append(group).append(':');
            group(text, group, 1);
        }
        return text.toString();
    }

    private void group(StringBuilder text, String name, int depth) {
        String indent = "  ".repeat(depth);
        List<String> parts = new ArrayList<>(List.of("hosts", "children", "vars"));
        Collections.shuffle(parts, random);
        int kept = random.nextInt(4);
        if (kept == 0) {
            text.append('\n');
            return;
        }
        text.append('\n');
        for (String part : parts.subList(0, kept)) {
            if (part.equals("vars")) {
                String priority = random.nextInt(4) == 0 ? "ansible_group_priority: " + random.nextInt(4) + ", " : "";
                text.append(indent).append("vars: {").append(priority).append(flow().substring(1));
            } else if (part.equals("hosts")) {
                text.append(indent).append("hosts:\n");
                List<String> hosts = new ArrayList<>(HOSTS);
                Collections.shuffle(hosts, random);
                for (String host : hosts.subList(0, 1 + random.nextInt(3))) {
                    text.append(indent).append("  ").append(host).append(": ");
                    text.append(random.nextInt(2) == 0 ? "\n" : flow());
                }
            } else {
                children(text, name, depth);
            }
        }
    }

    private void children(StringBuilder text, String name, int depth) {
        // Loops fail a file, so a child comes later in an order that chance made; but for some wild ones.
        List<String> children = new ArrayList<>(wild ? GROUPS : order.subList(order.indexOf(name) + 1, order.size()));
        if (children.isEmpty() || depth > 8) {
            return;
        }
        Collections.shuffle(children, random);
        String indent = "  ".repeat(depth);
        text.append(indent).append("children:\n");
        for (String child : children.subList(0, Math.min(children.size(), 1 + random.nextInt(3)))) {
            text.append(indent).append("  ").append(child).append(':');
            group(text, child, depth + 2);
        }
    }

    /** Some variables, each with a value that no other place has. */
    private String flow() {
        List<String> variables = new ArrayList<>(VARIABLES);
        Collections.shuffle(variables, random);
        List<String> entries = new ArrayList<>();
        for (String variable : variables.subList(0, 1 + random.nextInt(3))) {
            value++;
            String text = switch (random.nextInt(6)) {
                case 0 -> "v" + value;
                case 1 -> value + ".10";
                case 2 -> "[" + value + ", x]";
                case 3 -> "{a: " + value + "}";
                case 4 -> random.nextInt(4) == 0 ? "null" : "'" + value + "'";
                default -> Integer.toString(value);
            };
            entries.add(variable + ": " + text);
        }
        return "{" + String.join(", ", entries) + "}\n";
    }

    private String pick(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
