package io.github.serverlint.input.ansible;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.serverlint.input.ansible.EffectiveVariable.VariableState;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Output of {@code ansible-inventory --list} for an inventory, and its comparison with ours. */
record RecordedOutcome(JsonObject json) {

    /** The outcomes in a file, by case. */
    static Map<String, RecordedOutcome> in(Path file) throws IOException {
        Map<String, RecordedOutcome> outcomes = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            RecordedOutcome outcome =
                    new RecordedOutcome(JsonParser.parseString(line).getAsJsonObject());
            outcomes.put(outcome.json.get("case").getAsString(), outcome);
        }
        return outcomes;
    }

    boolean failed() {
        return json.get("failed").getAsBoolean();
    }

    void assertSame(Inventory inventory) {
        Map<String, Set<String>> groups = new TreeMap<>();
        Map<String, Map<String, String>> variables = new TreeMap<>();
        for (Host host : inventory.hosts()) {
            String name = host.name().value();
            groups.put(name, new TreeSet<>(host.groups()));
            variables.put(name, differences(host));
        }
        Map<String, Set<String>> recorded = groupsByHost();
        if (json.getAsJsonObject("groups").has("ungrouped")
                && json.getAsJsonObject("groups").getAsJsonObject("ungrouped").has("children")) {
            // The list cannot say who was taken out of a group above one of his own.
            groups.values().forEach(names -> names.remove("ungrouped"));
            recorded.values().forEach(names -> names.remove("ungrouped"));
        }
        assertThat(groups).as("the groups of each host").isEqualTo(recorded);
        assertThat(variables)
                .as("differences by host and variable")
                .allSatisfy((host, differences) -> assertThat(differences).isEmpty());
    }

    private Map<String, String> differences(Host host) {
        JsonElement recorded = json.getAsJsonObject("hosts").get(host.name().value());
        JsonObject values = recorded == null ? new JsonObject() : recorded.getAsJsonObject();
        Map<String, String> differences = new TreeMap<>();
        Set<String> names = new TreeSet<>(host.variables().keySet());
        names.addAll(values.keySet());
        for (String name : names) {
            EffectiveVariable effectiveVariable = host.variables().get(name);
            JsonElement value = values.get(name);
            if (effectiveVariable == null || value == null || !same(effectiveVariable.value(), value)) {
                differences.put(
                        name,
                        (effectiveVariable == null ? "none" : shown(effectiveVariable.value())) + " is not " + value);
            }
        }
        return differences;
    }

    /** Variables called {@code open...} stay unresolved; all others are what Ansible makes of them. */
    void assertSameRendering(Inventory inventory) {
        Map<String, String> differences = new TreeMap<>();
        int compared = 0;
        for (Host host : inventory.hosts()) {
            JsonObject values =
                    json.getAsJsonObject("rendered").getAsJsonObject(host.name().value());
            for (String name : host.variables().keySet()) {
                Node raw = host.variables().get(name).value();
                if (!(raw instanceof Scalar)) {
                    continue;
                }
                compared++;
                RenderedValue renderedValue = host.resolve(raw);
                JsonElement value = values.getAsJsonObject(name).get("value");
                boolean right = name.startsWith("open_")
                        ? renderedValue.state() == VariableState.UNRESOLVED
                        : renderedValue.isKnown() && value != null && sameText(renderedValue.value(), value);
                if (!right) {
                    differences.put(
                            host.name().value() + " " + name,
                            renderedValue.state() + " " + shown(renderedValue.value()) + " is not " + value);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(5);
    }

    /** Text that Jinja made may be a number or a truth afterwards; what counts is the text. */
    private static boolean sameText(Node node, JsonElement value) {
        return same(node, value)
                || (node instanceof Scalar scalar
                        && value.isJsonPrimitive()
                        && scalar.text().equals(value.getAsString()));
    }

    /** All groups of each host: those that list it, and those above them. */
    private Map<String, Set<String>> groupsByHost() {
        JsonObject groups = json.getAsJsonObject("groups");
        Map<String, Set<String>> byHost = new TreeMap<>();
        // The list does not say who is in all and in no other group.
        json.getAsJsonObject("hosts").keySet().forEach(host -> byHost.put(host, new TreeSet<>(Set.of("all"))));
        for (String group : groups.keySet()) {
            for (String host : hostsOf(group, groups)) {
                byHost.computeIfAbsent(host, any -> new TreeSet<>()).add(group);
            }
        }
        return byHost;
    }

    private static Set<String> hostsOf(String group, JsonObject groups) {
        Set<String> hosts = new LinkedHashSet<>();
        JsonObject parts = groups.has(group) ? groups.getAsJsonObject(group) : new JsonObject();
        strings(parts.get("hosts")).forEach(hosts::add);
        strings(parts.get("children")).forEach(child -> hosts.addAll(hostsOf(child, groups)));
        return hosts;
    }

    private static List<String> strings(JsonElement list) {
        JsonArray items = list == null ? new JsonArray() : list.getAsJsonArray();
        return items.asList().stream().map(JsonElement::getAsString).toList();
    }

    /** Whether the text of a node is what Python reads in it. */
    private static boolean same(Node node, JsonElement value) {
        if (node instanceof Sequence list) {
            return value.isJsonArray()
                    && list.items().size() == value.getAsJsonArray().size()
                    && IntStream.range(0, list.items().size())
                            .allMatch(i -> same(
                                    list.items().get(i), value.getAsJsonArray().get(i)));
        }
        if (node instanceof Mapping mapping) {
            return value.isJsonObject()
                    && mapping.entries().stream()
                            .map(Entry::name)
                            .collect(Collectors.toSet())
                            .equals(value.getAsJsonObject().keySet())
                    && mapping.entries().stream()
                            .allMatch(entry ->
                                    same(entry.value(), value.getAsJsonObject().get(entry.name())));
        }
        Scalar scalar = (Scalar) node;
        String tag = scalar.foreignTag().orElse("");
        if (!tag.isEmpty()) {
            String key = tag.equals("!unsafe") ? "__ansible_unsafe" : "__ansible_vault";
            return value.isJsonObject()
                    && scalar.text().equals(value.getAsJsonObject().get(key).getAsString());
        }
        if (value.isJsonNull()) {
            return scalar.plain() && Set.of("", "~", "null", "Null", "NULL").contains(scalar.text());
        }
        return value.isJsonPrimitive() && same(scalar, value.getAsJsonPrimitive());
    }

    private static boolean same(Scalar scalar, JsonPrimitive value) {
        String text = scalar.text();
        if (value.isString()) {
            return text.equals(value.getAsString());
        }
        if (!scalar.plain()) {
            return false;
        }
        if (value.isBoolean()) {
            Set<String> words = value.getAsBoolean() ? Set.of("yes", "true", "on") : Set.of("no", "false", "off");
            return words.contains(text.toLowerCase(Locale.ROOT));
        }
        return new BigDecimal(value.getAsString()).compareTo(number(text)) == 0;
    }

    /** A number as YAML 1.1 reads it: other bases, parts of sixty, and lines below between the digits. */
    private static BigDecimal number(String text) {
        String digits = text.replace("_", "").replaceFirst("^\\+", "");
        String sign = digits.startsWith("-") ? "-" : "";
        String size = digits.substring(sign.length());
        if (size.startsWith("0x")) {
            return new BigDecimal(new BigInteger(sign + size.substring(2), 16));
        }
        if (size.startsWith("0b")) {
            return new BigDecimal(new BigInteger(sign + size.substring(2), 2));
        }
        if (size.matches("0[0-7]+")) {
            return new BigDecimal(new BigInteger(sign + size, 8));
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (String part : size.split(":")) {
            sum = sum.multiply(BigDecimal.valueOf(60)).add(new BigDecimal(part));
        }
        return sign.isEmpty() ? sum : sum.negate();
    }

    private static String shown(Node node) {
        return node instanceof Scalar scalar ? "\"" + scalar.text() + "\"" : node.toString();
    }
}
