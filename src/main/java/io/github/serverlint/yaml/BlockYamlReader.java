package io.github.serverlint.yaml;

import static io.github.serverlint.yaml.BlockLines.require;

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
 * Fast reader of the block subset of <a href="https://yaml.org/spec/1.2.2/">YAML</a>: block mappings and lists, plain
 * and quoted scalars and flow collections that each fit on one line, and comments.
 *
 * <p>It is much faster than a full YAML parser and reports no errors: at the first construct it does not support it
 * gives up, and {@link YamlReader} reads the file again with {@link SnakeYamlReader}. For what it supports, both yield
 * the same nodes, to the last column.
 */
final class BlockYamlReader {
    /** Characters that cannot begin a plain scalar here. */
    private static final boolean[] INDICATORS = table("-?:,[]{}#&*!|>'\"%@`");

    /** Characters that may end a plain scalar. */
    private static final boolean[] TERMINATORS = table(":#,?[]{}");

    private final BlockLines in;
    private final StringPool texts;
    private int depth;

    /** A lookup table of ASCII characters. */
    private static boolean[] table(String table) {
        boolean[] isSign = new boolean[128];
        for (int i = 0; i < table.length(); i++) {
            isSign[table.charAt(i)] = true;
        }
        return isSign;
    }

    private static boolean contains(boolean[] table, char c) {
        return c < table.length && table[c];
    }

    private BlockYamlReader(SourceFile file, StringPool texts, RunMonitor monitor) {
        this.in = new BlockLines(file, monitor);
        this.texts = texts;
    }

    /** All documents of a file; empty if the file is outside the supported subset. */
    static Optional<List<Node>> read(SourceFile file, StringPool texts, RunMonitor monitor) {
        try {
            return Optional.of(new BlockYamlReader(file, texts, monitor).documents());
        } catch (BlockLines.UnsupportedYaml e) {
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
                throw new BlockLines.UnsupportedYaml();
            }
            require(in.indent != BlockLines.NONE);
            documents.add(node());
            require(in.indent == BlockLines.NONE);
            if (in.isMark("...")) {
                in.pos += 3;
                in.endLine();
            }
        }
        return documents;
    }

    /** Reads the node at the current position, which only blanks and dashes precede in its line. */
    private Node node() {
        require(++depth < YamlReader.MAX_DEPTH);
        int column = in.pos;
        Node node;
        if (in.isAtItem()) {
            node = items(column);
        } else if (in.isAtBracket()) {
            node = ended(flow());
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
        require(in.indent <= column);
        Span place = items.get(0).place();
        return new Sequence(List.copyOf(items), place, place, Optional.empty());
    }

    private Mapping entries(Entry first, int column) {
        MappingBuilder mappingBuilder = new MappingBuilder();
        add(first, mappingBuilder);
        while (in.indent == column) {
            add(entry(scalar(false), column), mappingBuilder);
        }
        require(in.indent < column);
        return mapping(mappingBuilder, first.key().place());
    }

    private static void add(Entry entry, MappingBuilder mappingBuilder) {
        require(!entry.name().equals("<<") && mappingBuilder.add(entry) == null);
    }

    private static Mapping mapping(MappingBuilder mappingBuilder, Span place) {
        return new Mapping(mappingBuilder.entries(), place, place, Optional.empty());
    }

    /** Reads a key and its value, behind the colon or below it. */
    private Entry entry(Scalar key, int column) {
        require(in.isAtColon());
        int behind = ++in.pos;
        in.skipBlanks();
        if (in.pos < in.end && in.chars[in.pos] != '#') {
            return new Entry(key, ended(in.isAtBracket() ? flow() : scalar(false)));
        }
        in.pos = behind;
        Span empty = in.span(behind);
        in.nextLine();
        // The dashes of a list may have the same indentation as the key.
        boolean isBelow = in.indent > column || (in.indent == column && in.isAtItem());
        return new Entry(key, isBelow ? node() : scalar("", true, empty));
    }

    private Node flow() {
        require(++depth < YamlReader.MAX_DEPTH);
        Node node = in.chars[in.pos] == '[' ? flowSequence() : flowMapping();
        depth--;
        return node;
    }

    private Sequence flowSequence() {
        int from = in.pos;
        List<Node> items = new ArrayList<>();
        while (hasNext(items.isEmpty(), ']')) {
            items.add(flowNode());
        }
        Span place = in.span(from);
        return new Sequence(List.copyOf(items), place, place, Optional.empty());
    }

    private Mapping flowMapping() {
        int from = in.pos;
        MappingBuilder mappingBuilder = new MappingBuilder();
        while (hasNext(mappingBuilder.isEmpty(), '}')) {
            Scalar key = scalar(true);
            require(in.isAtColon());
            in.pos++;
            in.skipBlanks();
            add(new Entry(key, flowNode()), mappingBuilder);
        }
        return mapping(mappingBuilder, in.span(from));
    }

    /** Skips an opening bracket or a comma, or the closing bracket; false for the latter. */
    private boolean hasNext(boolean isFirst, char close) {
        if (isFirst) {
            in.pos++;
        }
        in.skipBlanks();
        if (in.here() == close) {
            in.pos++;
            return false;
        }
        if (!isFirst) {
            require(in.here() == ',');
            in.pos++;
            in.skipBlanks();
        }
        return true;
    }

    private Node flowNode() {
        return in.isAtBracket() ? flow() : scalar(true);
    }

    private Scalar scalar(boolean flow) {
        char first = in.here();
        if (first == '\'' || first == '"') {
            return quoted(first);
        }
        require(first != BlockLines.END && !contains(INDICATORS, first));
        int from = in.pos;
        char[] chars = in.chars;
        int to = from;
        while (to < in.end && !(contains(TERMINATORS, chars[to]) && endsPlain(to, flow))) {
            to++;
        }
        while (chars[to - 1] == ' ') {
            to--;
        }
        in.pos = to;
        return scalar(intern(from, to), true, in.span(from));
    }

    private boolean endsPlain(int position, boolean flow) {
        char c = in.chars[position];
        return (c == ':' && endsKey(position, flow))
                || (c == '#' && in.chars[position - 1] == ' ')
                || (flow && isFlowIndicator(c));
    }

    private String intern(int from, int to) {
        return texts.intern(in.chars, from, to);
    }

    private static Scalar scalar(String text, boolean plain, Span place) {
        return new Scalar(text, plain, place, place, Optional.empty());
    }

    private boolean endsKey(int colon, boolean flow) {
        char behind = colon + 1 < in.end ? in.chars[colon + 1] : BlockLines.END;
        return behind == ' ' || behind == BlockLines.END || (flow && isFlowIndicator(behind));
    }

    private static boolean isFlowIndicator(char c) {
        return c == ',' || c == '?' || c == '[' || c == ']' || c == '{' || c == '}';
    }

    private Scalar quoted(char quote) {
        int from = in.pos;
        boolean escaped = false;
        do {
            // Two single quotes inside single quotes are an escaped quote.
            escaped |= in.pos > from;
            in.pos = behindClosing(quote);
        } while (quote == '\'' && in.here() == '\'');
        String content = intern(from + 1, in.pos - 1);
        require(quote == '\'' || content.indexOf('\\') < 0);
        return scalar(escaped ? content.replace("''", "'") : content, false, in.span(from));
    }

    private int behindClosing(char quote) {
        int i = in.pos + 1;
        while (i < in.end && in.chars[i] != quote) {
            i++;
        }
        require(i < in.end);
        return i + 1;
    }

    /** Requires that nothing but a comment follows the node in its line. */
    private <N extends Node> N ended(N node) {
        in.endLine();
        return node;
    }
}
