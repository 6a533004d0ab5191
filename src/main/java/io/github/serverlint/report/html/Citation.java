package io.github.serverlint.report.html;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Citation of a source.
 *
 * @param address the address, if it is a link for browsers
 */
record Citation(String title, Optional<String> address) {
    private static final Pattern WITH_ADDRESS = Pattern.compile("(.*), (https?://\\S+)", Pattern.DOTALL);

    static Citation of(String citation) {
        Matcher parts = WITH_ADDRESS.matcher(citation);
        return parts.matches()
                ? new Citation(parts.group(1), Optional.of(parts.group(2)))
                : new Citation(citation, Optional.empty());
    }

    HtmlWriter write(HtmlWriter htmlWriter) {
        return address.map(where -> htmlWriter.element("a", title, "href", where, "rel", "noreferrer"))
                .orElseGet(() -> htmlWriter.text(title));
    }
}
