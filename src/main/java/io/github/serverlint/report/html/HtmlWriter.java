package io.github.serverlint.report.html;

import io.github.serverlint.report.OutputSanitizer;
import io.github.serverlint.run.RunMonitor;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Collectors;

/** Writer of HTML that is also well-formed XML. It escapes all text. */
final class HtmlWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Escapes text for content and quoted attributes. Invisible characters become their code points. */
    static String escape(String text) {
        return OutputSanitizer.message(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Starts an element; attributes are alternating names and values. */
    HtmlWriter open(String tag, String... attributes) {
        RunMonitor.checkInterrupted();
        open.push(tag);
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ' + attributes[i] + "=\"" + escape(attributes[i + 1]) + '"');
        }
        out.append('>');
        return this;
    }

    /** Starts an element whose content begins on a new line. */
    HtmlWriter block(String tag, String... attributes) {
        return open(tag, attributes).line();
    }

    /** Starts a section of the page with its heading. */
    HtmlWriter section(String id, String title) {
        return block("section", "class", "sl-section", "aria-labelledby", id)
                .element("h2", title, "id", id)
                .line();
    }

    HtmlWriter close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    HtmlWriter element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    HtmlWriter text(String text) {
        return raw(escape(text));
    }

    /** Writes a source line, in which tabs are kept. */
    HtmlWriter code(String text) {
        return raw(Arrays.stream(text.split("\t", -1)).map(HtmlWriter::escape).collect(Collectors.joining("\t")));
    }

    /** Writes a symbol that screen readers skip. */
    HtmlWriter symbol(String symbol, String style) {
        return element("span", symbol, "class", style, "aria-hidden", "true");
    }

    /** Writes the symbol of a status, so that colour is not the only cue. */
    HtmlWriter symbol(WorstFinding worstFinding) {
        return symbol(worstFinding.symbol(), "sl-mark");
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
        return raw("\n");
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("left open: " + open);
        }
        return out.toString();
    }
}
