package io.github.serverlint.report.html;

import io.github.serverlint.report.OutputSanitizer;
import io.github.serverlint.run.RunMonitor;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes a page. It is well-formed XML as well, each element is closed where it has to be, and no text of the reader's
 * files gets out of the place that it is written to.
 */
final class HtmlWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final int topHeading;

    /**
     * An empty page.
     *
     * @param topHeading the level of its first heading: a page within a site is one of several
     */
    HtmlWriter(int topHeading) {
        this.topHeading = topHeading;
    }

    /** Text as it may stand between tags and between quotes. What cannot be seen is named. */
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

    /** Begins an element; attributes are names and values in turn. */
    HtmlWriter open(String tag, String... attributes) {
        open.push(tag);
        return tag(tag, attributes, ">");
    }

    HtmlWriter close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that can have nothing in it. */
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

    /** A line of a file, in which tabs stay tabs. */
    HtmlWriter code(String text) {
        String[] pieces = text.split("\t", -1);
        for (int i = 0; i < pieces.length; i++) {
            out.append(i == 0 ? "" : "\t").append(escape(pieces[i]));
        }
        return this;
    }

    /** A heading below the first one by some levels. */
    HtmlWriter heading(int below, String text, String... attributes) {
        return element(heading(below), text, attributes).line();
    }

    String heading(int below) {
        return "h" + (topHeading + below);
    }

    /** A verdict for the eye and for the ear: no colour stands alone. */
    HtmlWriter mark(WorstFinding worstFinding) {
        return element("span", worstFinding.symbol(), "class", "sl-mark", "aria-hidden", "true")
                .spoken(worstFinding.word());
    }

    /** For those who listen. */
    HtmlWriter spoken(String text) {
        return element("span", text, "class", "sl-sr");
    }

    /** What is no text of a reader, such as the style sheet. */
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
