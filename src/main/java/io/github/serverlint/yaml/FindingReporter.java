package io.github.serverlint.yaml;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is being read: findings about its parts name it, so that people know what they are about. There is one for each
 * part of each server, and few of them are ever named, so names are put together when somebody asks.
 */
public final class FindingReporter {
    private final @Nullable FindingReporter parent;
    private final String key;
    private final @Nullable String what;
    private final @Nullable String server;
    private final List<Finding> findings;

    private FindingReporter(
            @Nullable FindingReporter parent,
            String key,
            @Nullable String what,
            @Nullable String server,
            List<Finding> findings) {
        this.parent = parent;
        this.key = key;
        this.what = what;
        this.server = server;
        this.findings = findings;
    }

    /**
     * A document.
     *
     * @param findings takes what is wrong with it
     */
    public static FindingReporter document(String what, List<Finding> findings) {
        return new FindingReporter(null, "", what, null, findings);
    }

    /**
     * Something inside it.
     *
     * @param key where it stands in this; empty for the same place under another name
     */
    public FindingReporter child(String childWhat, String key) {
        return new FindingReporter(this, key, childWhat, server, findings);
    }

    /** A server of its own. */
    public FindingReporter server(String name, String key) {
        return new FindingReporter(this, key, null, name, findings);
    }

    /** A part of the same thing. */
    public FindingReporter at(String key) {
        return new FindingReporter(this, key, what, server, findings);
    }

    /** How messages name it, such as {@code server "mail01"}. */
    public String what() {
        return what == null ? "server \"" + server + "\"" : what;
    }

    /** Where it stands; empty for a document. */
    public String keyPath() {
        String path = parent == null ? "" : parent.keyPath();
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }

    /** Its server, if it is one or a part of one. */
    public Optional<String> server() {
        return Optional.ofNullable(server);
    }

    /** Says what is wrong with the thing, at a place that is all its own. */
    public void report(ParseRule rule, Span place, String message, String fix) {
        report(rule, Located.of("", place), message, fix);
    }

    /** Says what is wrong with one of its values. */
    public void report(ParseRule rule, Located<?> value, String message, String fix) {
        Finding.Builder finding =
                Finding.at(rule.info(), value, message).keyPath(keyPath()).fix(fix);
        server().ifPresent(finding::about);
        findings.add(finding.build());
    }
}
