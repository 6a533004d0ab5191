package io.github.serverlint.suppression;

import static io.github.serverlint.finding.SuppressionRule.EXPIRED_SUPPRESSION;
import static io.github.serverlint.finding.SuppressionRule.SUPPRESSION_WITHOUT_REASON;
import static io.github.serverlint.finding.SuppressionRule.UNUSED_SUPPRESSION;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.RunScope;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.finding.SuppressionRule;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.suppression.Directive.Name;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.SourceOutline;
import io.github.serverlint.yaml.SourceOutline.OutlinePart;
import io.github.serverlint.yaml.SourceOutline.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is wrong with the comments themselves. */
final class Complaints {
    private final RunScope runScope;
    private final Function<SourceFile, SourceOutline> outlines;
    private final Whereabouts whereabouts;
    private final List<Finding> findings = new ArrayList<>();

    Complaints(RunScope runScope, Function<SourceFile, SourceOutline> outlines, Whereabouts whereabouts) {
        this.runScope = runScope;
        this.outlines = outlines;
        this.whereabouts = whereabouts;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Says what is wrong with a comment, after its claims have been settled. */
    void about(Directive directive, List<Claim> claims) {
        Span span = directive.comment().span();
        directive
                .fault()
                .ifPresent(fault -> add(
                        directive,
                        complaint(UNUSED_SUPPRESSION, fault.word(), fault.span(), directive, fault.said())
                                .because(fault.reason())
                                .fix(fault.fix())));
        if (!directive.names().isEmpty() && !directive.hasReason()) {
            Finding.Builder complaint = complaint(
                            SUPPRESSION_WITHOUT_REASON,
                            directive.rules(),
                            span,
                            directive,
                            "gives no reason, so it covers nothing.")
                    .because("Whoever reads it later has to know why the finding may stay, and when no longer.")
                    .fix("Write the reason behind it, after two hyphens and a blank: -- reason.");
            add(directive, uncovered(complaint, claims));
        }
        directive
                .until()
                .filter(day -> directive.isExpired(runScope.asOf()) && isAsked(claims))
                .ifPresent(day -> expired(directive, claims, day));
        names(directive);
        if (directive.counts(runScope.asOf())) {
            claims.stream().filter(claim -> !claim.isUsed()).forEach(this::unused);
        }
    }

    /** Whether a rule that it names is on; if none is, there is nothing to mend. */
    private boolean isAsked(List<Claim> claims) {
        return claims.isEmpty()
                || claims.stream()
                        .anyMatch(claim ->
                                runScope.severities().apply(claim.rule()).isPresent());
    }

    private void expired(Directive directive, List<Claim> claims, LocalDate day) {
        Finding.Builder complaint = complaint(
                EXPIRED_SUPPRESSION,
                directive.rules(),
                directive.comment().span(),
                directive,
                "has expired: " + day + " was its last day.");
        boolean over = claims.stream()
                .allMatch(claim -> claim.uncovered().isEmpty() && runScope.wouldFind(claim.rule(), keyPath(directive)));
        complaint.fix(
                over
                        ? "Remove it: nothing that it names is left there."
                        : "Mend what it covered, or give it a new day and a new reason.");
        add(directive, uncovered(complaint, claims));
    }

    private static Finding.Builder uncovered(Finding.Builder complaint, List<Claim> claims) {
        claims.stream()
                .flatMap(claim -> claim.uncovered().stream())
                .forEach(finding -> complaint.related(
                        finding.span(), "it would cover " + finding.rule().id() + " here"));
        return complaint;
    }

    private void names(Directive directive) {
        Set<String> named = new HashSet<>();
        for (Name name : directive.names()) {
            Optional<RuleInfo> rule = RuleRegistry.find(name.id());
            if (!named.add(name.id())) {
                String said = "names " + name.id() + " twice.";
                add(
                        directive,
                        complaint(UNUSED_SUPPRESSION, name.id(), name.span(), directive, said)
                                .fix("Keep one of the two."));
            } else if (rule.isEmpty()) {
                String said = "names \"" + name.id() + "\", and there is no such rule.";
                add(
                        directive,
                        complaint(UNUSED_SUPPRESSION, name.id(), name.span(), directive, said)
                                .fix(Suggestions.advice(name.id(), RuleRegistry.excusableIds())));
            } else if (!rule.get().excusable()) {
                String said = "names " + name.id() + ", which no comment suppresses.";
                add(
                        directive,
                        complaint(UNUSED_SUPPRESSION, name.id(), name.span(), directive, said)
                                .because(
                                        rule.get().reading()
                                                ? "What could not be read was not judged."
                                                : "An excuse that needs an excuse is none.")
                                .fix("Mend what the rule finds, and do not name it."));
            }
        }
    }

    private void unused(Claim claim) {
        Directive directive = claim.directive();
        if (!runScope.wouldFind(claim.rule(), keyPath(directive))) {
            return;
        }
        String id = claim.rule().id();
        Span span = directive.names().size() > 1
                ? claim.name().span()
                : directive.comment().span();
        Optional<Claim> before = claim.before();
        if (before.isPresent()) {
            Span other = before.get().directive().comment().span();
            String said = "covers no finding of " + id + " that the comment at " + other + " does not cover already.";
            add(
                    directive,
                    complaint(UNUSED_SUPPRESSION, id, span, directive, said)
                            .fix("Keep one of the two.")
                            .related(other, "this comment covers it"));
            return;
        }
        Finding.Builder complaint =
                complaint(UNUSED_SUPPRESSION, id, span, directive, "covers no finding of " + id + ".");
        whereabouts
                .meant(claim)
                .ifPresentOrElse(
                        finding -> complaint
                                .fix(whereabouts.advice(finding))
                                .related(finding.span(), "the finding of " + id),
                        () -> complaint.fix("Nothing of that rule is found there; remove "
                                + (directive.names().size() > 1 ? "its id from the comment." : "the comment.")));
        add(directive, complaint);
    }

    private Finding.Builder complaint(SuppressionRule rule, String value, Span span, Directive directive, String said) {
        String where = server(directive).map(name -> " in \"" + name + "\" ").orElse(" ");
        return Finding.excuse(rule, value, span, "The suppression comment" + where + said);
    }

    private void add(Directive directive, Finding.Builder complaint) {
        complaint.keyPath(keyPath(directive));
        server(directive).ifPresent(complaint::about);
        runScope.severities().apply(complaint.rule()).ifPresent(severity -> findings.add(complaint.build(severity)));
    }

    private String keyPath(Directive directive) {
        return part(directive).map(OutlinePart::keyPath).orElse("");
    }

    private Optional<String> server(Directive directive) {
        return part(directive)
                .filter(outlinePart -> outlinePart.section().equals("servers")
                        && !outlinePart.name().isEmpty())
                .map(OutlinePart::name);
    }

    /** What the comment is about, or stands in if it is about nothing. */
    private Optional<OutlinePart> part(Directive directive) {
        Comment comment = directive.comment();
        SourceOutline sourceOutline = outlines.apply(comment.span().file());
        return sourceOutline.beginningOn(comment.line()).or(() -> sourceOutline.namedAround(Place.of(comment.span())));
    }
}
