package io.github.serverlint.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** YAML texts that are made up: plain ones for the most part, with something now and then that is not plain, or no YAML. */
final class MadeYaml {
    private static final String[] WORDS = {
        "a",
        "b",
        "os",
        "Exchange 2000 SP3",
        "W2K",
        "6.5.7638",
        "http://x:80/y#z",
        "it's",
        "say \"x\"",
        "~",
        "null",
        "Zürich",
        "15.10",
        "a-b",
        "x#y",
        "C:/x",
        "true",
        "a,b",
        "a?b",
        "=",
        "a b",
        "中文",
        ".net",
        "x:y",
        "a\u00A0b"
    };
    /** Not plain, or plain in some places only. */
    private static final String[] ODD = {
        "- x",
        "-x",
        "---",
        "...",
        "--- x",
        "? x",
        ":x",
        "x:",
        "a: b",
        "a #b",
        "#b",
        "&x y",
        "*x",
        "!t x",
        "!!str x",
        "|",
        ">-",
        "@x",
        "`x",
        "%x",
        "[",
        "]",
        "{",
        "}",
        ",",
        "<<",
        "\t",
        "😀",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\u0007",
        "'a\n b'",
        "\"a\\n\"",
        "\"\\x4\"",
        "'a",
        "\"a",
        "",
        "\uFFFE",
        "\\",
        "a]",
        "a}b",
        "{a: b",
        "-",
        "?",
        ":",
        "''"
    };

    private static final String[] PIECES = {
        " ", "  ", "\n", "\r\n", "\r", ":", ": ", "- ", "-", "#", " #", "'", "\"", "[", "]", "{", "}", ",", ", ", "\t",
        "&a ", "*a", "!", "|", ">", "?", "---\n", "...\n", "%", "@", "x", "\\", "😀", "\u0085", "ü", "\n\n", "<<: ", "~"
    };

    private final Random random;

    MadeYaml(long seed) {
        // Neighbouring seeds begin alike.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** A number below a bound. */
    int pick(int bound) {
        return random.nextInt(bound);
    }

    private boolean oneIn(int times) {
        return pick(times) == 0;
    }

    private String pick(String[] from) {
        return from[pick(from.length)];
    }

    /** A whole file. */
    String documents() {
        StringBuilder text = new StringBuilder();
        if (oneIn(4)) {
            text.append(oneIn(4) ? "--- # first\n" : "---\n");
        }
        for (int count = oneIn(5) ? 2 : 1; count > 0; count--) {
            text.append(block(oneIn(6) ? 2 : 0, 0, oneIn(6)));
            if (count > 1) {
                text.append(oneIn(3) ? "...\n---\n" : "---\n");
            }
        }
        if (oneIn(8)) {
            text.append("...\n");
        }
        String made = text.toString();
        made = oneIn(6) ? made.replace("\n", "\r\n") : made;
        return oneIn(8) ? made.stripTrailing() : made;
    }

    private String block(int indent, int depth, boolean list) {
        StringBuilder text = new StringBuilder();
        List<String> keys = new ArrayList<>();
        for (int count = 1 + pick(oneIn(12) ? 14 : 4); count > 0; count--) {
            if (oneIn(8)) {
                text.append(" ".repeat(pick(6))).append(oneIn(2) ? "# a comment: 'x'\n" : "\n");
            }
            text.append(" ".repeat(indent));
            text.append(list ? item(indent, depth) : entry(indent, depth, keys));
        }
        return text.toString();
    }

    private String item(int indent, int depth) {
        if (depth < 4 && oneIn(3)) {
            int further = 1 + pick(oneIn(6) ? 3 : 1);
            String nested = block(indent + 1 + further, depth + 1, oneIn(4));
            // A comment or an empty line before the first entry makes it another kind of block, which is fine too.
            return "-" + " ".repeat(further) + nested.stripLeading();
        }
        return "- " + (oneIn(15) ? "" : line(depth)) + end();
    }

    private String entry(int indent, int depth, List<String> keys) {
        String key = key(false);
        while (keys.contains(key) && !oneIn(40)) {
            key += pick(10);
        }
        keys.add(key);
        String colon = oneIn(40) ? " :" : ":";
        if (depth < 4 && oneIn(3)) {
            boolean list = oneIn(3);
            int further = list && oneIn(2) ? 0 : 1 + pick(oneIn(4) ? 4 : 2);
            return key + colon + end() + block(indent + further, depth + 1, list);
        }
        return key + colon + (oneIn(10) ? "" : " ".repeat(oneIn(6) ? 2 : 1) + line(depth)) + end();
    }

    private String end() {
        return (oneIn(8) ? " # note [x" : oneIn(10) ? "  " : "") + "\n";
    }

    /** A value that stands on one line. */
    private String line(int depth) {
        return depth < 4 && oneIn(4) ? inBrackets(depth) : scalar(false);
    }

    private String inBrackets(int depth) {
        boolean list = oneIn(2);
        List<String> parts = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int count = pick(4); count > 0; count--) {
            String value = depth < 5 && oneIn(6) ? inBrackets(depth + 1) : scalar(true);
            String key = key(true);
            while (keys.contains(key) && !oneIn(40)) {
                key += pick(10);
            }
            keys.add(key);
            parts.add(list ? value : key + (oneIn(30) ? ":" : ": ") + value);
        }
        String inside = String.join(oneIn(6) ? "," : oneIn(6) ? " , " : ", ", parts);
        String blank = oneIn(6) ? " " : "";
        return list ? "[" + blank + inside + blank + "]" : "{" + blank + inside + blank + "}";
    }

    private String key(boolean inBrackets) {
        return oneIn(8) ? scalar(inBrackets) : "k" + pick(9);
    }

    private String scalar(boolean inBrackets) {
        if (oneIn(120)) {
            return pick(ODD);
        }
        String word = pick(WORDS);
        if (inBrackets && (word.contains(",") || word.contains("?")) && !oneIn(10)) {
            return "'a, b'";
        }
        return switch (pick(6)) {
            case 0 -> "'" + word.replace("'", "''") + "'";
            case 1 -> "\"" + word.replace("\"", "") + "\"";
            default -> word;
        };
    }

    /** A text with one thing changed in it. */
    String changed(String text) {
        StringBuilder changed = new StringBuilder(text);
        int at = pick(text.length() + 1);
        int length = Math.min(1 + pick(3), text.length() - at);
        switch (pick(9)) {
            case 0 -> changed.insert(at, pick(PIECES));
            case 1 -> changed.delete(at, at + length);
            case 2 -> changed.replace(at, at + length, pick(PIECES));
            case 3 -> changed.insert(at, (char) (pick(4) == 0 ? pick(0x10000) : pick(0x100)));
            case 4 -> changed.insert(at, pick(WORDS));
            case 5 -> changed.insert(at, pick(ODD));
            case 6 -> {
                if (at + 1 < text.length()) {
                    changed.setCharAt(at, text.charAt(at + 1));
                    changed.setCharAt(at + 1, text.charAt(at));
                }
            }
            default -> {
                return withLineChanged(text);
            }
        }
        return changed.toString();
    }

    private String withLineChanged(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)", -1)));
        int at = pick(lines.size());
        String line = lines.get(at);
        switch (pick(5)) {
            case 0 -> lines.add(pick(lines.size() + 1), line);
            case 1 -> lines.set(at, " ".repeat(1 + pick(3)) + line);
            case 2 -> lines.set(at, line.replaceFirst("^ {1,2}", ""));
            case 3 -> lines.remove(at);
            default -> lines.add(at, " ".repeat(pick(6)) + (oneIn(2) ? "# x\n" : scalar(false) + "\n"));
        }
        return String.join("", lines);
    }
}
