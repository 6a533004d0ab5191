package io.github.serverlint.fuzz;

import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes one YAML document in one of the many ways that mean the same: with or without brackets and quotes, with
 * anchors, aliases and merge keys, its keys in any order, with comments, and with long lines folded.
 */
public final class Typist {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 ._/()+:=-]*[A-Za-z0-9._/()+=-])?");
    private static final Pattern FOLDABLE = Pattern.compile("[A-Za-z0-9]+(?: [A-Za-z0-9(][A-Za-z0-9._()-]*)+");
    private static final List<String> NOTES = List.of("# note", "#", "# a: b", "# - 'x", "# &a *a !t", "# ---", "#\t[");

    private final Random random;
    /** How often each of its habits shows, of ten times. */
    private final int brackets;

    private final int quotes;
    private final int anchors;
    private final int notes;
    private final int folds;
    private final boolean shuffles;

    /** What was anchored so far in this document, by what it says. */
    private final Map<String, String> anchored = new LinkedHashMap<>();

    private final Map<String, Mapping> merged = new LinkedHashMap<>();
    private int next;

    public Typist(Random random) {
        this.random = random;
        this.brackets = random.nextInt(8);
        this.quotes = random.nextInt(10);
        this.anchors = random.nextInt(6);
        this.notes = random.nextInt(4);
        this.folds = random.nextInt(4);
        this.shuffles = random.nextBoolean();
    }

    private boolean in(int ten) {
        return random.nextInt(10) < ten;
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The document, without the marks around it. It ends with a line break. */
    public String document(Node node) {
        anchored.clear();
        merged.clear();
        if (node instanceof Mapping mapping && !mapping.entries().isEmpty() && !in(brackets)) {
            return shared(mapping) + block(mapping, 0);
        }
        if (node instanceof Sequence sequence && !sequence.items().isEmpty() && !in(brackets)) {
            return block(sequence, 0);
        }
        return ended(value(node, -1, 0).stripLeading());
    }

    /** Some of what the servers say, written before them under keys that are free. */
    private String shared(Mapping document) {
        Optional<Node> servers = document.entry("servers").map(Entry::value);
        StringBuilder text = new StringBuilder();
        if (servers.isPresent() && servers.get() instanceof Mapping mapping) {
            for (Entry server : mapping.entries()) {
                if (server.value() instanceof Mapping definition && in(anchors) && in(3)) {
                    List<Entry> some =
                            definition.entries().stream().filter(each -> in(5)).toList();
                    Mapping part = new Mapping(some, definition.place(), definition.place(), definition.foreignTag());
                    if (!some.isEmpty()) {
                        String name = "x" + next++;
                        text.append("x-part-")
                                .append(name)
                                .append(": &")
                                .append(name)
                                .append(' ');
                        text.append(flow(part, 0)).append(end());
                        anchor(part, name);
                    }
                }
            }
        }
        return text.toString();
    }

    private void anchor(Node node, String name) {
        anchored.put(said(node), name);
        if (node instanceof Mapping mapping) {
            merged.put(name, mapping);
        }
    }

    private String block(Mapping mapping, int indent) {
        StringBuilder text = new StringBuilder();
        List<String> entries = new ArrayList<>();
        List<Mapping> brought = new ArrayList<>();
        String merge = merge(mapping, brought);
        if (!merge.isEmpty()) {
            entries.add("<<: " + merge + end());
        }
        for (Entry entry : order(mapping.entries())) {
            if (!isBrought(entry, brought) || in(2)) {
                entries.add(entry(entry, indent));
            }
        }
        for (String entry : entries) {
            text.append(between(indent)).append(" ".repeat(indent)).append(entry);
        }
        return text.toString();
    }

    private String entry(Entry entry, int indent) {
        boolean marked = in(1) && in(folds);
        String key = marked
                ? "? " + key(entry, false) + end() + " ".repeat(indent) + ":"
                : key(entry, false) + (in(1) ? " :" : ":");
        return key + ended(value(entry.value(), indent, 0));
    }

    /** The last line of a block is ended already. */
    private String ended(String text) {
        return text.endsWith("\n") ? text : text + end();
    }

    private String block(Sequence sequence, int indent) {
        StringBuilder text = new StringBuilder();
        for (Node item : sequence.items()) {
            text.append(between(indent)).append(" ".repeat(indent)).append('-');
            boolean compact = item instanceof Mapping mapping
                    && !mapping.entries().isEmpty()
                    && !in(brackets)
                    && !anchored.containsKey(said(item));
            if (compact) {
                int further = 1 + random.nextInt(3);
                String block = block((Mapping) item, indent + 1 + further);
                // What stands before the first key would part it from its dash.
                int first = firstKey(block, indent + 1 + further);
                text.append(" ".repeat(further)).append(block.substring(first));
            } else {
                text.append(ended(value(item, indent, 1)));
            }
        }
        return text.toString();
    }

    /** Behind blank lines and comments. */
    private static int firstKey(String block, int indent) {
        int at = 0;
        while (true) {
            int end = block.indexOf('\n', at);
            String line = block.substring(at, end < 0 ? block.length() : end).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                return at + indent;
            }
            at = end + 1;
        }
    }

    /**
     * What stands behind a colon or a dash, with the blank before it.
     *
     * @param further how much further to the right a list has to stand: in a list it must, in a mapping it need not
     */
    private String value(Node node, int indent, int further) {
        String known = anchored.get(said(node));
        if (known != null && in(anchors)) {
            return " *" + known;
        }
        String anchor = in(anchors) && in(4) ? "a" + next++ : "";
        String text = anchor.isEmpty() ? "" : " &" + anchor;
        if (node instanceof Scalar scalar) {
            text += scalar(scalar, indent);
        } else if (in(brackets) || isEmpty(node) || indent < 0) {
            text += " " + flow(node, indent);
        } else if (node instanceof Mapping mapping) {
            text += end() + block(mapping, indent + 1 + random.nextInt(4));
        } else {
            text += end() + block((Sequence) node, indent + further + random.nextInt(4));
        }
        if (!anchor.isEmpty()) {
            anchor(node, anchor);
        }
        return text;
    }

    private static boolean isEmpty(Node node) {
        return node instanceof Mapping mapping && mapping.entries().isEmpty()
                || node instanceof Sequence sequence && sequence.items().isEmpty();
    }

    private String scalar(Scalar scalar, int indent) {
        String text = scalar.text();
        if (scalar.isNull()) {
            String nothing = any(List.of("", "~", "null", "Null", "NULL"));
            return nothing.isEmpty() ? nothing : " " + nothing;
        }
        boolean foldable = FOLDABLE.matcher(text).matches() && indent >= 0;
        String deeper = "\n" + " ".repeat(Math.max(0, indent) + 1 + random.nextInt(4));
        if (foldable && in(folds)) {
            return switch (random.nextInt(4)) {
                case 0 -> " " + fold(text, deeper);
                case 1 -> " '" + fold(text, deeper) + "'";
                case 2 -> " \"" + fold(text, " \\" + deeper) + "\"";
                default -> " >-" + note() + deeper + fold(text, deeper) + "\n";
            };
        }
        if (foldable && in(folds) && in(3)) {
            return " |-" + note() + deeper + text + "\n";
        }
        return " " + line(scalar, false);
    }

    private String fold(String text, String lineBreak) {
        int space = text.indexOf(' ', random.nextInt(text.length()));
        return space < 0 ? text : text.substring(0, space) + lineBreak + text.substring(space + 1);
    }

    /** A text on one line. */
    private String line(Scalar scalar, boolean inBrackets) {
        String text = scalar.text();
        boolean looksLikeNothing = Node.NULLS.contains(text);
        if (PLAIN.matcher(text).matches() && !text.contains(": ") && !looksLikeNothing && !in(quotes)) {
            return !inBrackets || !text.contains(":") ? text : quoted(text);
        }
        return quoted(text);
    }

    private String quoted(String text) {
        boolean simple = text.codePoints().allMatch(c -> c >= ' ' && c < 0x7F || c > 0xA0 && c < 0x2000);
        if (simple && random.nextBoolean()) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder escaped = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').appendCodePoint(c);
            } else if (c > 0xFFFF) {
                escaped.append(String.format("\\U%08x", c));
            } else if (c < ' ' || c >= 0x7F || (in(folds) && in(1))) {
                escaped.append(
                        c < 0x100 && random.nextBoolean() ? String.format("\\x%02x", c) : String.format("\\u%04X", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.append('"').toString();
    }

    private String key(Entry entry, boolean inBrackets) {
        Scalar key = entry.key();
        // In quotes this is a key like any other.
        return key.text().equals("<<") ? "\"<<\"" : key.isNull() ? "~" : line(key, inBrackets);
    }

    private String flow(Node node, int indent) {
        if (node instanceof Scalar scalar) {
            return scalar.isNull() ? "~" : line(scalar, true);
        }
        boolean many = in(folds) && indent >= 0;
        List<String> parts = new ArrayList<>();
        boolean list = node instanceof Sequence;
        if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> parts.add(inFlow(item, indent)));
        } else {
            Mapping mapping = (Mapping) node;
            List<Mapping> brought = new ArrayList<>();
            String merge = merge(mapping, brought);
            if (!merge.isEmpty()) {
                parts.add("<<: " + merge + " ");
            }
            for (Entry entry : order(mapping.entries())) {
                if (!isBrought(entry, brought)) {
                    parts.add(key(entry, true) + ": " + inFlow(entry.value(), indent));
                }
            }
        }
        StringBuilder text = new StringBuilder(list ? "[" : "{");
        for (int i = 0; i < parts.size(); i++) {
            text.append(many && in(4) ? note() + "\n" + " ".repeat(indent + 1 + random.nextInt(6)) : in(2) ? " " : "");
            text.append(parts.get(i)).append(i < parts.size() - 1 || in(1) ? ", " : "");
        }
        return text.append(many && in(3) ? "\n" + " ".repeat(indent + 1) : "")
                .append(list ? "]" : "}")
                .toString();
    }

    private String inFlow(Node node, int indent) {
        String known = anchored.get(said(node));
        if (known != null && in(anchors)) {
            return "*" + known + " ";
        }
        String anchor = in(anchors) && in(4) ? "a" + next++ : "";
        String text = (anchor.isEmpty() ? "" : "&" + anchor + " ") + flow(node, indent);
        if (!anchor.isEmpty()) {
            anchor(node, anchor);
        }
        return text;
    }

    /** What a merge key brings, if there is something anchored that has no key but those of the mapping. */
    private String merge(Mapping mapping, List<Mapping> brought) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, Mapping> each : merged.entrySet()) {
            boolean fits = !each.getValue().entries().isEmpty()
                    && each.getValue().entries().stream()
                            .allMatch(entry -> mapping.entry(entry.name()).isPresent());
            if (fits && names.size() < 2 && in(anchors) && anchored.containsValue(each.getKey())) {
                names.add("*" + each.getKey());
                brought.add(each.getValue());
            }
        }
        return names.size() == 1 && random.nextBoolean()
                ? names.get(0)
                : names.isEmpty() ? "" : "[" + String.join(" , ", names) + " ]";
    }

    private static boolean isBrought(Entry entry, List<Mapping> brought) {
        return brought.stream()
                .flatMap(each -> each.entry(entry.name()).stream())
                .findFirst()
                .filter(found -> said(found.value()).equals(said(entry.value())))
                .isPresent();
    }

    private <T> List<T> order(List<T> entries) {
        List<T> ordered = new ArrayList<>(entries);
        if (shuffles) {
            Collections.shuffle(ordered, random);
        }
        return ordered;
    }

    private String note() {
        return in(notes) ? " " + any(NOTES) : "";
    }

    private String end() {
        return note() + (in(1) ? "  " : "") + "\n";
    }

    /** Blank lines, and comments that stand no further to the right than what they stand between. */
    private String between(int indent) {
        return in(notes) && in(4)
                ? (random.nextBoolean() ? "\n" : " ".repeat(random.nextInt(indent + 1)) + any(NOTES) + "\n")
                : "";
    }

    /** What a node says, whatever it looks like. */
    static String said(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.isNull() ? "~" : "\"" + scalar.text() + "\"";
        } else if (node instanceof Sequence sequence) {
            return sequence.items().stream().map(Typist::said).toList().toString();
        }
        Map<String, String> entries = new TreeMap<>();
        ((Mapping) node).entries().forEach(entry -> entries.put(entry.name(), said(entry.value())));
        return entries.toString();
    }
}
