package io.github.serverlint.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spoils scenes: bytes that are no text, text that is no YAML, YAML that means nothing, and now and then nothing at all. */
public final class Mangler {
    private static final Pattern WORD = Pattern.compile("[^\\s:,\\[\\]{}'\"#]+");
    private static final int LARGEST = 200_000;

    /** What has a meaning somewhere, for YAML, a layout, a selector, an expression, a template, a comment or a terminal. */
    private static final List<String> PIECES = List.of(
            "~",
            "null",
            "''",
            "\"\"",
            "[]",
            "{}",
            "[[]]",
            "{a: b}",
            "- ",
            "? ",
            ": ",
            ":",
            "&a ",
            "*a",
            "<<: *a",
            "<<: [*a, *a]",
            "!vault x",
            "!vault |\n  x",
            "!Ref x",
            "!Sub ${x}",
            "!!binary aGk=",
            "!!str ",
            "!unsafe x",
            "! x",
            "!<tag:x> y",
            "|\n  x\n",
            ">-\n  x\n",
            "|9\n",
            "'",
            "\"",
            "\"\\x4\"",
            "\"\\uD800\"",
            "\"\\0\"",
            "\"\\U00110000\"",
            "\"a\\\n  b\"",
            "\uFEFF",
            "\u2028",
            "\u0085",
            "\0",
            "\u001B[31m",
            "\"\\e[31m\"",
            "\"\\n::error::x\"",
            "\"\\u202E\"",
            "##[error]x",
            "::error::x",
            "]]>",
            "<script>",
            "&lt;",
            "😀",
            "İ",
            "ß",
            "\t",
            "\r",
            "\r\n",
            "\n",
            "\n\n",
            "---\n",
            "...\n",
            "%YAML 1.1\n---\n",
            "%TAG ! x:\n---\n",
            "0",
            "-1",
            "1e999",
            "0x1F",
            "0o17",
            "1_000",
            "99999999999999999999",
            "2147483648",
            "1.5",
            ".inf",
            "yes",
            "on",
            "2026-13-45",
            "0000-01-01",
            "+999999999-12-31",
            "12:30:45",
            "{{ a }}",
            "{{ a",
            "{{ a | default('{{ b }}') }}",
            "{{ a.b['c'] }}",
            "{% if %}",
            "${x}",
            "$${x}",
            "[x={a}]",
            "$",
            "$.*",
            "$..*",
            "$[*]",
            "$[?@.a == 1]",
            "$[?match(@.a, '(a+)+b')]",
            "$[-1:0:-1]",
            "$[9007199254740993]",
            "@",
            "(a+)+$",
            "(?<v>a)\\k<v>",
            "(?:",
            "[",
            "\\p{X}",
            "a{99999999}",
            "(?<=a*)b",
            "\\Q",
            "^(?<v>.*)$",
            "mx[01:99999999]",
            "mx[a:z][A:Z][0:99]",
            "mx[9:1]",
            "mx[1:2:0]",
            "[::1]:22",
            "a:b:c:22",
            "servers:",
            "servers: {}",
            "forests:",
            "migrations:",
            "defaults:",
            "x-a: &a {}",
            "os: W2K",
            "exchange: 6.5.7638",
            "steps: []",
            "steps:\n",
            "prepared: ",
            "as: {}",
            "to: ",
            "hosts:",
            "children:",
            "vars:",
            "all:",
            "plugin: x",
            "version: 1",
            "inherit: ",
            "select: $",
            "where: ",
            "fields: ",
            "capture: ",
            "table: ",
            "follow: ",
            "split: ",
            "const: ",
            "when: ",
            "weak: true",
            "# serverlint:ignore unsupported-platform -- x\n",
            " # serverlint:ignore x until=2026-99-99 -- y",
            "# serverlint:ignore",
            "#serverlint:ignore a,,b until= --",
            "# expect: ",
            "Windows Server 2003 R2 Enterprise SP2",
            "Exchange 2000 SP3",
            "Windows",
            "Exchange",
            "2003",
            "W2K3 SP99",
            "15.02.1544.004",
            "unsupported-platform",
            "domain-controller",
            "windows-2003",
            "..",
            "/",
            "../../x",
            "~/x",
            "a/**/b",
            "**",
            "*",
            "\\",
            "C:\\x",
            ",");

    private static final List<String> PARAMETERS = List.of(
            "sourceDirectories",
            "includes",
            "excludes",
            "layout",
            "catalogs",
            "rules",
            "asOf",
            "violationSeverity",
            "baselineFile",
            "target");

    private static final List<String> CHARSETS =
            List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "ISO-8859-1", "windows-1252", "UTF-8");

    private final Random random;
    private final List<Scene> scenes;

    /** @param scenes what is spoiled, and what pieces are taken from */
    public Mangler(long seed, List<Scene> scenes) {
        this.random = Round.random(seed);
        this.scenes = scenes;
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** A scene with one to a few things changed in it. */
    public Scene scene() {
        Scene scene = any(scenes);
        for (int changes = 1 + random.nextInt(oneIn(4) ? 8 : 3); changes > 0; changes--) {
            scene = changed(scene);
        }
        return scene;
    }

    /** A scene with one change, in a file or a parameter. */
    public Scene changed(Scene scene) {
        if (oneIn(25)) {
            String parameter = any(PARAMETERS);
            String given = scene.parameters().getOrDefault(parameter, "");
            return scene.with(parameter, oneIn(3) ? changed(given) : oneIn(2) ? any(PIECES) : word(scene));
        }
        if (scene.files().isEmpty()) {
            return scene.with("servers/a.yaml", any(PIECES).getBytes(StandardCharsets.UTF_8));
        }
        String path = any(List.copyOf(scene.files().keySet()));
        if (oneIn(40)) {
            return oneIn(2) ? scene.without(path) : scene.with(beside(path), file().getValue());
        }
        return scene.with(path, changed(scene.files().get(path)));
    }

    private String beside(String path) {
        return path.replaceFirst("[^/]*$", "")
                + any(List.of("b.yaml", "all.yml", "a.json", "group_vars/all.yml", "c d.yaml", "x.ini"));
    }

    private Map.Entry<String, byte[]> file() {
        Scene scene = any(scenes);
        return scene.files().isEmpty() ? file() : any(List.copyOf(scene.files().entrySet()));
    }

    private String word(Scene scene) {
        String text = scene.files().isEmpty()
                ? ""
                : text(any(List.copyOf(scene.files().values())));
        Matcher word = WORD.matcher(text);
        return word.find(random.nextInt(text.length() + 1)) ? word.group() : any(PIECES);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] changed(byte[] bytes) {
        byte[] changed = switch (random.nextInt(16)) {
            case 0 -> flipped(bytes);
            case 1 -> spliced(bytes, file().getValue());
            case 2 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 3 -> oneIn(3) ? encoded(text(bytes)) : bytes;
            case 4 -> oneIn(4) ? noise() : bytes;
            default -> changed(text(bytes)).getBytes(StandardCharsets.UTF_8);
        };
        return changed.length > LARGEST ? Arrays.copyOf(changed, LARGEST) : changed;
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        for (int times = bytes.length == 0 ? 0 : 1 + random.nextInt(3); times > 0; times--) {
            flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] spliced(byte[] bytes, byte[] other) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(bytes, 0, random.nextInt(bytes.length + 1));
        int from = random.nextInt(other.length + 1);
        spliced.write(other, from, random.nextInt(other.length - from + 1));
        int rest = random.nextInt(bytes.length + 1);
        spliced.write(bytes, rest, bytes.length - rest);
        return spliced.toByteArray();
    }

    private byte[] encoded(String text) {
        return ((oneIn(4) ? "" : "\uFEFF") + text).getBytes(Charset.forName(any(CHARSETS)));
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    private String changed(String text) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(10)) {
            case 0 -> text.substring(0, at) + any(PIECES) + text.substring(at);
            case 1 ->
                text.substring(0, at)
                        + text.substring(Math.min(text.length(), at + 1 + random.nextInt(oneIn(4) ? 100 : 4)));
            case 2 -> repeated(text, at);
            case 3, 4, 5 -> withWordChanged(text, at);
            case 6 -> withValueChanged(text, at);
            default -> withLineChanged(text);
        };
    }

    private String repeated(String text, int at) {
        int times = oneIn(6) ? 5_000 : 1 + random.nextInt(oneIn(3) ? 150 : 3);
        String piece = oneIn(2)
                ? any(PIECES)
                : text.substring(at, Math.min(text.length(), at + 1 + random.nextInt(oneIn(3) ? 200 : 5)));
        String many = piece.repeat(Math.min(times, 1 + LARGEST / Math.max(1, piece.length())));
        return text.substring(0, at) + many + text.substring(at);
    }

    /** Mostly another word that stands somewhere: what is nearly right leads farther than what is wrong. */
    private String withWordChanged(String text, int at) {
        Matcher word = WORD.matcher(text);
        if (!word.find(at)) {
            return text;
        }
        String other = switch (random.nextInt(4)) {
            case 0 -> any(PIECES);
            case 1 -> wordOf(text);
            default -> wordOf(text(file().getValue()));
        };
        return text.substring(0, word.start()) + other + text.substring(word.end());
    }

    private String wordOf(String text) {
        Matcher word = WORD.matcher(text);
        return word.find(random.nextInt(text.length() + 1)) ? word.group() : "x";
    }

    /** What stands behind a colon or a dash, to the end of the line. */
    private String withValueChanged(String text, int at) {
        Matcher value = Pattern.compile("(?<=[:-] )[^\n]*").matcher(text);
        if (!value.find(at)) {
            return text;
        }
        return text.substring(0, value.start()) + any(PIECES) + text.substring(value.end());
    }

    private String withLineChanged(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(7)) {
            case 0 -> lines.add(random.nextInt(lines.size() + 1), line);
            case 1 -> lines.set(at, " ".repeat(1 + random.nextInt(3)) + line);
            case 2 -> lines.set(at, line.replaceFirst("^ {1,2}", ""));
            case 3 -> lines.remove(at);
            case 4 -> lines.add(at, line(text(file().getValue())));
            case 5 -> lines.set(at, line(text));
            default -> lines.add(at, " ".repeat(random.nextInt(8)) + any(PIECES) + "\n");
        }
        return String.join("", lines);
    }

    private String line(String text) {
        return any(Arrays.asList(text.split("(?<=\n)", -1)));
    }
}
