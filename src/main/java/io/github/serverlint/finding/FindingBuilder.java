package io.github.serverlint.finding;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.ServerName;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builder of a finding. */
public final class FindingBuilder {
    private final RuleInfo rule;
    private final String value;
    private final Span span;
    private final String message;
    private final List<RelatedLocation> related = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private List<Partner> partners = List.of();
    private String topic = "";
    private Optional<ServerName> serverName = Optional.empty();
    private String keyPath = "";
    private String reason = "";
    private String fix = "";
    private boolean doubtful;

    FindingBuilder(RuleInfo rule, String value, Span span, String message) {
        this.rule = rule;
        this.value = value;
        this.span = span;
        this.message = message;
    }

    public FindingBuilder about(String server) {
        return about(ServerName.of(server));
    }

    public FindingBuilder about(ServerName server) {
        this.serverName = Optional.of(server);
        return this;
    }

    public FindingBuilder keyPath(String path) {
        this.keyPath = path;
        return this;
    }

    public FindingBuilder because(String sentence) {
        this.reason = sentence;
        return this;
    }

    public FindingBuilder fix(String sentence) {
        this.fix = sentence;
        return this;
    }

    public FindingBuilder sources(List<String> citations) {
        citations.stream().filter(citation -> !sources.contains(citation)).forEach(sources::add);
        return this;
    }

    /** Adds what makes the fault together with the value at its place. */
    public FindingBuilder with(Partner partner) {
        return with(List.of(partner));
    }

    /** Adds several of them; one list that many findings have is kept as it is. */
    public FindingBuilder with(List<Partner> several) {
        if (partners.isEmpty()) {
            partners = several;
        } else {
            List<Partner> all = new ArrayList<>(partners);
            all.addAll(several);
            partners = all;
        }
        return this;
    }

    /** Says what is wrong with all the partners, for which the finding stands. */
    public FindingBuilder topic(String what) {
        this.topic = what;
        return this;
    }

    /** Adds a related location; duplicates and the finding's own location are skipped. */
    public FindingBuilder related(Span place, String note) {
        return related(RelatedLocation.of(place, note));
    }

    /** Adds the location of another value involved. */
    public FindingBuilder related(Located<?> value, String name) {
        return related(Optional.empty(), value, name);
    }

    /**
     * Adds the location of a value of another server involved; the confidence in that value limits the severity of
     * the finding.
     */
    public FindingBuilder related(ServerName partner, Located<?> value, String name) {
        return related(Optional.of(partner.full()), value, name + " of " + partner.quoted());
    }

    private FindingBuilder related(Optional<String> partner, Located<?> value, String name) {
        related(new RelatedLocation(value.place(), partner, name + " comes from here"));
        return value.isInherited()
                ? related(new RelatedLocation(value.written(), partner, name + " was written here"))
                : this;
    }

    private FindingBuilder related(RelatedLocation place) {
        if (!place.span().equals(span)
                && related.stream().noneMatch(existing -> existing.span().equals(place.span()))) {
            related.add(place);
        }
        return this;
    }

    /**
     * Marks the finding as doubtful, because the definition is incomplete or the sources disagree: an error becomes
     * a warning.
     */
    public FindingBuilder doubtful(boolean doubt) {
        this.doubtful |= doubt;
        return this;
    }

    public RuleInfo rule() {
        return rule;
    }

    /** Builds the finding with the default severity of its rule. */
    public Finding build() {
        return build(rule.defaultSeverity());
    }

    /**
     * Builds the finding with the severity configured for its rule.
     *
     * @param configured lowered to a warning if the finding is doubtful
     */
    public Finding build(Severity configured) {
        Severity severity = doubtful && configured == Severity.ERROR ? Severity.WARNING : configured;
        return new Finding(
                rule,
                severity,
                Finding.Standing.OPEN,
                serverName,
                keyPath,
                value,
                span,
                message,
                reason,
                fix,
                sources,
                related,
                partners,
                topic);
    }
}
