package io.github.serverlint.yaml;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.ServerName;
import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reporter of findings about one part of a document, such as a key of a server. Messages name the part.
 *
 * <p>There is a reporter for each part of each server and few of them ever report, so names and key paths are built on
 * demand.
 */
public final class FindingReporter {
    private final @Nullable FindingReporter parent;
    private final String key;
    private final @Nullable String what;
    private final @Nullable ServerName server;
    private final List<Finding> findings;

    private FindingReporter(
            @Nullable FindingReporter parent,
            String key,
            @Nullable String what,
            @Nullable ServerName server,
            List<Finding> findings) {
        this.parent = parent;
        this.key = key;
        this.what = what;
        this.server = server;
        this.findings = findings;
    }

    /**
     * Creates the reporter of a document.
     *
     * @param findings receives the findings
     */
    public static FindingReporter document(String what, List<Finding> findings) {
        return new FindingReporter(null, "", what, null, findings);
    }

    /**
     * A part with a name of its own.
     *
     * @param key its key within this part; empty for the same part under another name
     */
    public FindingReporter child(String childWhat, String key) {
        return new FindingReporter(this, key, childWhat, server, findings);
    }

    /** A part that is a server. */
    public FindingReporter server(String name, String key) {
        return server(ServerName.of(name), key);
    }

    /** A part that is a server, whose name may have a scope. */
    public FindingReporter server(ServerName name, String key) {
        return new FindingReporter(this, key, null, name, findings);
    }

    /** A key of the same part. */
    public FindingReporter at(String key) {
        return new FindingReporter(this, key, what, server, findings);
    }

    /** The same part with another receiver of its findings. */
    public FindingReporter reportingTo(List<Finding> receiver) {
        return new FindingReporter(parent, key, what, server, receiver);
    }

    /** The name in messages, such as {@code server "mail01"}. */
    public String what() {
        return what == null ? "server " + (server == null ? "" : server.quoted()) : what;
    }

    /** The key path; empty for a document. */
    public String keyPath() {
        String path = parent == null ? "" : parent.keyPath();
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }

    /** The name of the server that the part is or belongs to. */
    public Optional<ServerName> server() {
        return Optional.ofNullable(server);
    }

    /** Reports a finding at a place. */
    public void report(ParseRule rule, Span place, String message, String fix) {
        report(rule, Located.of("", place), message, fix);
    }

    /** Reports a finding about a value. */
    public void report(ParseRule rule, Located<?> value, String message, String fix) {
        FindingBuilder finding =
                Finding.at(rule.info(), value, message).keyPath(keyPath()).fix(fix);
        server().ifPresent(name -> finding.about(name));
        findings.add(finding.build());
    }
}
