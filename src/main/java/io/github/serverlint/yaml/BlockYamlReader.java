package io.github.serverlint.yaml;

import static io.github.serverlint.yaml.BlockLines.sure;

import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what definitions mostly look like: block mappings and lists, texts with or without quotes, short lists and
 * mappings in brackets, each of the last two on one line, and comments. It is many times as fast as a parser of all of
 * YAML, and it judges nothing: at the first thing of which it is not sure it gives the file up, and {@link YamlReader}
 * reads it from its beginning. What it does read, the two read alike, to the last column.
 */
final class BlockYamlReader {
    /** What begins something else than a text without quotes, or may do so. */
    private static final boolean[] INDICATORS = signs("-?:,[]{}#&*!|>'\"%@`");

    /** What may end one. */
    private static final boolean[] SIGNS = signs(":#,?[]{}");

    private final BlockLines in;
    private final StringPool texts;
    private int depth;

    /** By its number, whether a character is one of some signs; most are letters. */
    private static boolean[] signs(String signs) {
        boolean[] isSign = new boolean[128];
        for (int i = 0; i < signs.length(); i++) {
            isSign[signs.charAt(i)] = true;
        }
        return isSign;
    }

    private static boolean isOneOf(boolean[] signs, char c) {
        return c < signs.length && signs[c];
    }

    private BlockYamlReader(SourceFile file, StringPool texts, RunMonitor monitor) {
        this.in = new BlockLines(file, monitor);
        this.texts = texts;
    }

    /** All documents of a file; empty if it holds something that is not plain. */
    static Optional<List<Node>> read(SourceFile file, StringPool texts, RunMonitor monitor) {
        try {
            return Optional.of(new BlockYamlReader(file, texts, monitor).documents());
        } catch (BlockLines.NotPlain e) {
            return Optional.empty();
        }
    }

    private List<Node> documents() {
        List<Node> documents = new ArrayList<>();
        in.nextLine();
        while (in.indent != BlockLines.NONE || in.isMark("---") || in.isMark("...")) {
            if (in.isMark("---")) {
                in.pos += 3;
                in.endLine();
            } else if (!documents.isEmpty()) {
                throw new BlockLines.NotPlain();
            }
            sure(in.indent != BlockLines.NONE);
            documents.add(node());
            sure(in.indent == BlockLines.NONE);
            if (in.isMark("...")) {
                in.pos += 3;
                in.endLine();
            }
        }
        return documents;
    }

    /** Whatever begins where the reader stands in a line, before which there is nothing but blanks and dashes. */
    private Node node() {
        sure(++depth < YamlReader.MAX_DEPTH);
        int column = in.pos;
        Node node;
        if (in.isAtItem()) {
            node = items(column);
        } else if (in.isAtBracket()) {
            node = ended(inBrackets());
        } else {
            Scalar scalar = scalar(false);
            node = in.isAtColon() ? entries(entry(scalar, column), column) : ended(scalar);
        }
        depth--;
        return node;
    }

    private Sequence items(int column) {
        List<Node> items = new ArrayList<>();
        do {
            in.pos++;
            in.skipBlanks();
            items.add(node());
        } while (in.indent == column && in.isAtItem());
        sure(in.indent <= column);
        Span place = items.get(0).place();
        return new Sequence(List.copyOf(items), place, place, Optional.empty());
    }

    private Mapping entries(Entry first, int column) {
        MappingBuilder mappingBuilder = new MappingBuilder();
        add(first, mappingBuilder);
        while (in.indent == column) {
            add(entry(scalar(false), column), mappingBuilder);
        }
        sure(in.indent < column);
        return mapping(mappingBuilder, first.key().place());
    }

    private static void add(Entry entry, MappingBuilder mappingBuilder) {
        sure(!entry.name().equals("<<") && mappingBuilder.add(entry) == null);
    }

    private static Mapping mapping(MappingBuilder mappingBuilder, Span place) {
        return new Mapping(mappingBuilder.entries(), place, place, Optional.empty());
    }

    /** A key, and what stands behind its colon or below it. */
    private Entry entry(Scalar key, int column) {
        sure(in.isAtColon());
        int behind = ++in.pos;
        in.skipBlanks();
        if (in.pos < in.end && in.chars[in.pos] != '#') {
            return new Entry(key, ended(in.isAtBracket() ? inBrackets() : scalar(false)));
        }
        in.pos = behind;
        Span nothing = in.span(behind);
        in.nextLine();
        // The dashes of a list may stand right below the key.
        boolean isBelow = in.indent > column || (in.indent == column && in.isAtItem());
        return new Entry(key, isBelow ? node() : scalar("", true, nothing));
    }

    private Node inBrackets() {
        sure(++depth < YamlReader.MAX_DEPTH);
        Node node = in.chars[in.pos] == '[' ? itemsInBrackets() : entriesInBrackets();
        depth--;
        return node;
    }

    private Sequence itemsInBrackets() {
        int from = in.pos;
        List<Node> items = new ArrayList<>();
        while (isFollowed(items.isEmpty(), ']')) {
            items.add(nodeInBrackets());
        }
        Span place = in.span(from);
        return new Sequence(List.copyOf(items), place, place, Optional.empty());
    }

    private Mapping entriesInBrackets() {
        int from = in.pos;
        MappingBuilder mappingBuilder = new MappingBuilder();
        while (isFollowed(mappingBuilder.isEmpty(), '}')) {
            Scalar key = scalar(true);
            sure(in.isAtColon());
            in.pos++;
            in.skipBlanks();
            add(new Entry(key, nodeInBrackets()), mappingBuilder);
        }
        return mapping(mappingBuilder, in.span(from));
    }

    /** Goes past an opening bracket or a comma to what is behind it, or past the closing bracket. */
    private boolean isFollowed(boolean isFirst, char close) {
        if (isFirst) {
            in.pos++;
        }
        in.skipBlanks();
        if (in.here() == close) {
            in.pos++;
            return false;
        }
        if (!isFirst) {
            sure(in.here() == ',');
            in.pos++;
            in.skipBlanks();
        }
        return true;
    }

    private Node nodeInBrackets() {
        return in.isAtBracket() ? inBrackets() : scalar(true);
    }

    private Scalar scalar(boolean inBrackets) {
        char first = in.here();
        if (first == '\'' || first == '"') {
            return quoted(first);
        }
        sure(first != BlockLines.END && !isOneOf(INDICATORS, first));
        int from = in.pos;
        char[] chars = in.chars;
        int to = from;
        while (to < in.end && !(isOneOf(SIGNS, chars[to]) && endsText(to, inBrackets))) {
            to++;
        }
        while (chars[to - 1] == ' ') {
            to--;
        }
        in.pos = to;
        return scalar(part(from, to), true, in.span(from));
    }

    private boolean endsText(int position, boolean inBrackets) {
        char c = in.chars[position];
        return (c == ':' && endsKey(position, inBrackets))
                || (c == '#' && in.chars[position - 1] == ' ')
                || (inBrackets && endsInBrackets(c));
    }

    private String part(int from, int to) {
        return texts.part(in.chars, from, to);
    }

    private static Scalar scalar(String text, boolean plain, Span place) {
        return new Scalar(text, plain, place, place, Optional.empty());
    }

    private boolean endsKey(int colon, boolean inBrackets) {
        char behind = colon + 1 < in.end ? in.chars[colon + 1] : BlockLines.END;
        return behind == ' ' || behind == BlockLines.END || (inBrackets && endsInBrackets(behind));
    }

    private static boolean endsInBrackets(char c) {
        return c == ',' || c == '?' || c == '[' || c == ']' || c == '{' || c == '}';
    }

    private Scalar quoted(char quote) {
        int from = in.pos;
        boolean twice = false;
        do {
            // A quote that stands twice between single quotes is one; between double ones, a second text.
            twice |= in.pos > from;
            in.pos = behindNext(quote);
        } while (quote == '\'' && in.here() == '\'');
        String content = part(from + 1, in.pos - 1);
        sure(quote == '\'' || content.indexOf('\\') < 0);
        return scalar(twice ? content.replace("''", "'") : content, false, in.span(from));
    }

    private int behindNext(char quote) {
        int i = in.pos + 1;
        while (i < in.end && in.chars[i] != quote) {
            i++;
        }
        sure(i < in.end);
        return i + 1;
    }

    /** A node behind which nothing may stand in its line but a comment. */
    private <N extends Node> N ended(N node) {
        in.endLine();
        return node;
    }
}
