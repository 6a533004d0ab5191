package io.github.serverlint.yaml;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.ReadingRule;
import io.github.serverlint.source.Located;
import io.github.serverlint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What is being read: findings about its parts name it, so that people know what they are about.
 *
 * @param what how messages name it, such as {@code server "mail01"}
 * @param keyPath where it stands; empty for a document
 * @param server its server, if it is one or a part of one
 * @param findings takes what is wrong with it
 */
public record Subject(String what, String keyPath, Optional<String> server, List<Finding> findings) {

    /** A document. */
    public static Subject document(String what, List<Finding> findings) {
        return new Subject(what, "", Optional.empty(), findings);
    }

    /**
     * Something inside it.
     *
     * @param key where it stands in this; empty for the same place under another name
     */
    public Subject child(String childWhat, String key) {
        return new Subject(childWhat, path(key), server, findings);
    }

    /** A server of its own. */
    public Subject server(String name, String key) {
        return new Subject("server \"" + name + "\"", path(key), Optional.of(name), findings);
    }

    /** A part of the same thing. */
    public Subject at(String key) {
        return child(what, key);
    }

    /** Says what is wrong with the thing, at a place that is all its own. */
    public void report(ReadingRule rule, Span place, String message, String fix) {
        report(rule, Located.of("", place), message, fix);
    }

    /** Says what is wrong with one of its values. */
    public void report(ReadingRule rule, Located<?> value, String message, String fix) {
        Finding.Builder finding =
                Finding.at(rule.info(), value, message).keyPath(keyPath).fix(fix);
        server.ifPresent(finding::about);
        findings.add(finding.build());
    }

    private String path(String key) {
        return keyPath.isEmpty() || key.isEmpty() ? keyPath + key : keyPath + "." + key;
    }
}
