package io.github.serverlint.report.html;

import io.github.serverlint.report.OutputSanitizer;
import io.github.serverlint.run.RunMonitor;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writer of HTML that is also well-formed XML. It escapes all text. */
final class HtmlWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final int topHeading;

    /**
     * Creates an empty page.
     *
     * @param topHeading the level of the first heading
     */
    HtmlWriter(int topHeading) {
        this.topHeading = topHeading;
    }

    /** Escapes text for content and quoted attributes. Invisible characters become their code points. */
    static String escape(String text) {
        String safe = OutputSanitizer.message(text);
        StringBuilder escaped = new StringBuilder(safe.length() + 16);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Starts an element; attributes are alternating names and values. */
    HtmlWriter open(String tag, String... attributes) {
        open.push(tag);
        return tag(tag, attributes, ">");
    }

    HtmlWriter close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Writes a void element. */
    HtmlWriter single(String tag, String... attributes) {
        return tag(tag, attributes, "/>");
    }

    HtmlWriter element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    private HtmlWriter tag(String tag, String[] attributes, String end) {
        RunMonitor.checkInterrupted();
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
        out.append(end);
        return this;
    }

    HtmlWriter text(String text) {
        out.append(escape(text));
        return this;
    }

    /** Writes a source line, in which tabs are kept. */
    HtmlWriter code(String text) {
        String[] pieces = text.split("\t", -1);
        for (int i = 0; i < pieces.length; i++) {
            out.append(i == 0 ? "" : "\t").append(escape(pieces[i]));
        }
        return this;
    }

    /** Writes a heading some levels below the first one. */
    HtmlWriter heading(int below, String text, String... attributes) {
        return element(heading(below), text, attributes).line();
    }

    String heading(int below) {
        return "h" + (topHeading + below);
    }

    /** Writes a status as a symbol and as text for screen readers, so that colour is not the only cue. */
    HtmlWriter mark(WorstFinding worstFinding) {
        return element("span", worstFinding.symbol(), "class", "sl-mark", "aria-hidden", "true")
                .spoken(worstFinding.word());
    }

    /** Writes text for screen readers only. */
    HtmlWriter spoken(String text) {
        return element("span", text, "class", "sl-sr");
    }

    /** Writes trusted markup without escaping. */
    HtmlWriter raw(String markup) {
        out.append(markup);
        return this;
    }

    HtmlWriter line() {
        out.append('\n');
        return this;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("left open: " + open);
        }
        return out.toString();
    }
}
