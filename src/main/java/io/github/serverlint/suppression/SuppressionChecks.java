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
import io.github.serverlint.suppression.SuppressionDirective.RuleName;
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
final class SuppressionChecks {
    private final RunScope runScope;
    private final Function<SourceFile, SourceOutline> outlines;
    private final NearMissFinder nearMissFinder;
    private final List<Finding> findings = new ArrayList<>();

    SuppressionChecks(RunScope runScope, Function<SourceFile, SourceOutline> outlines, NearMissFinder nearMissFinder) {
        this.runScope = runScope;
        this.outlines = outlines;
        this.nearMissFinder = nearMissFinder;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Says what is wrong with a comment, after its claims have been settled. */
    void about(SuppressionDirective suppressionDirective, List<RuleSuppression> claims) {
        Span span = suppressionDirective.comment().span();
        suppressionDirective
                .fault()
                .ifPresent(fault -> add(
                        suppressionDirective,
                        complaint(UNUSED_SUPPRESSION, fault.word(), fault.span(), suppressionDirective, fault.said())
                                .because(fault.reason())
                                .fix(fault.fix())));
        if (!suppressionDirective.names().isEmpty() && !suppressionDirective.hasReason()) {
            Finding.Builder complaint = complaint(
                            SUPPRESSION_WITHOUT_REASON,
                            suppressionDirective.rules(),
                            span,
                            suppressionDirective,
                            "gives no reason, so it covers nothing.")
                    .because("Whoever reads it later has to know why the finding may stay, and when no longer.")
                    .fix("Write the reason behind it, after two hyphens and a blank: -- reason.");
            add(suppressionDirective, uncovered(complaint, claims));
        }
        suppressionDirective
                .until()
                .filter(day -> suppressionDirective.isExpired(runScope.asOf()) && isAsked(claims))
                .ifPresent(day -> expired(suppressionDirective, claims, day));
        names(suppressionDirective);
        if (suppressionDirective.counts(runScope.asOf())) {
            claims.stream().filter(ruleSuppression -> !ruleSuppression.isUsed()).forEach(this::unused);
        }
    }

    /** Whether a rule that it names is on; if none is, there is nothing to mend. */
    private boolean isAsked(List<RuleSuppression> claims) {
        return claims.isEmpty()
                || claims.stream()
                        .anyMatch(ruleSuppression -> runScope.severities()
                                .apply(ruleSuppression.rule())
                                .isPresent());
    }

    private void expired(SuppressionDirective suppressionDirective, List<RuleSuppression> claims, LocalDate day) {
        Finding.Builder complaint = complaint(
                EXPIRED_SUPPRESSION,
                suppressionDirective.rules(),
                suppressionDirective.comment().span(),
                suppressionDirective,
                "has expired: " + day + " was its last day.");
        boolean over = claims.stream()
                .allMatch(ruleSuppression -> ruleSuppression.uncovered().isEmpty()
                        && runScope.wouldFind(ruleSuppression.rule(), keyPath(suppressionDirective)));
        complaint.fix(
                over
                        ? "Remove it: nothing that it names is left there."
                        : "Mend what it covered, or give it a new day and a new reason.");
        add(suppressionDirective, uncovered(complaint, claims));
    }

    private static Finding.Builder uncovered(Finding.Builder complaint, List<RuleSuppression> claims) {
        claims.stream()
                .flatMap(ruleSuppression -> ruleSuppression.uncovered().stream())
                .forEach(finding -> complaint.related(
                        finding.span(), "it would cover " + finding.rule().id() + " here"));
        return complaint;
    }

    private void names(SuppressionDirective suppressionDirective) {
        Set<String> named = new HashSet<>();
        for (RuleName ruleName : suppressionDirective.names()) {
            Optional<RuleInfo> rule = RuleRegistry.find(ruleName.id());
            if (!named.add(ruleName.id())) {
                String said = "names " + ruleName.id() + " twice.";
                add(
                        suppressionDirective,
                        complaint(UNUSED_SUPPRESSION, ruleName.id(), ruleName.span(), suppressionDirective, said)
                                .fix("Keep one of the two."));
            } else if (rule.isEmpty()) {
                String said = "names \"" + ruleName.id() + "\", and there is no such rule.";
                add(
                        suppressionDirective,
                        complaint(UNUSED_SUPPRESSION, ruleName.id(), ruleName.span(), suppressionDirective, said)
                                .fix(Suggestions.advice(ruleName.id(), RuleRegistry.excusableIds())));
            } else if (!rule.get().excusable()) {
                String said = "names " + ruleName.id() + ", which no comment suppresses.";
                add(
                        suppressionDirective,
                        complaint(UNUSED_SUPPRESSION, ruleName.id(), ruleName.span(), suppressionDirective, said)
                                .because(
                                        rule.get().reading()
                                                ? "What could not be read was not judged."
                                                : "An excuse that needs an excuse is none.")
                                .fix("Mend what the rule finds, and do not name it."));
            }
        }
    }

    private void unused(RuleSuppression ruleSuppression) {
        SuppressionDirective suppressionDirective = ruleSuppression.directive();
        if (!runScope.wouldFind(ruleSuppression.rule(), keyPath(suppressionDirective))) {
            return;
        }
        String id = ruleSuppression.rule().id();
        Span span = suppressionDirective.names().size() > 1
                ? ruleSuppression.name().span()
                : suppressionDirective.comment().span();
        Optional<RuleSuppression> before = ruleSuppression.before();
        if (before.isPresent()) {
            Span other = before.get().directive().comment().span();
            String said = "covers no finding of " + id + " that the comment at " + other + " does not cover already.";
            add(
                    suppressionDirective,
                    complaint(UNUSED_SUPPRESSION, id, span, suppressionDirective, said)
                            .fix("Keep one of the two.")
                            .related(other, "this comment covers it"));
            return;
        }
        Finding.Builder complaint =
                complaint(UNUSED_SUPPRESSION, id, span, suppressionDirective, "covers no finding of " + id + ".");
        nearMissFinder
                .meant(ruleSuppression)
                .ifPresentOrElse(
                        finding -> complaint
                                .fix(nearMissFinder.advice(finding))
                                .related(finding.span(), "the finding of " + id),
                        () -> complaint.fix("Nothing of that rule is found there; remove "
                                + (suppressionDirective.names().size() > 1
                                        ? "its id from the comment."
                                        : "the comment.")));
        add(suppressionDirective, complaint);
    }

    private Finding.Builder complaint(
            SuppressionRule rule, String value, Span span, SuppressionDirective suppressionDirective, String said) {
        String where = server(suppressionDirective)
                .map(name -> " in \"" + name + "\" ")
                .orElse(" ");
        return Finding.excuse(rule, value, span, "The suppression comment" + where + said);
    }

    private void add(SuppressionDirective suppressionDirective, Finding.Builder complaint) {
        complaint.keyPath(keyPath(suppressionDirective));
        server(suppressionDirective).ifPresent(complaint::about);
        runScope.severities().apply(complaint.rule()).ifPresent(severity -> findings.add(complaint.build(severity)));
    }

    private String keyPath(SuppressionDirective suppressionDirective) {
        return part(suppressionDirective).map(OutlinePart::keyPath).orElse("");
    }

    private Optional<String> server(SuppressionDirective suppressionDirective) {
        return part(suppressionDirective)
                .filter(outlinePart -> outlinePart.section().equals("servers")
                        && !outlinePart.name().isEmpty())
                .map(OutlinePart::name);
    }

    /** What the comment is about, or stands in if it is about nothing. */
    private Optional<OutlinePart> part(SuppressionDirective suppressionDirective) {
        SuppressionComment suppressionComment = suppressionDirective.comment();
        SourceOutline sourceOutline = outlines.apply(suppressionComment.span().file());
        return sourceOutline
                .beginningOn(suppressionComment.line())
                .or(() -> sourceOutline.namedAround(Place.of(suppressionComment.span())));
    }
}
