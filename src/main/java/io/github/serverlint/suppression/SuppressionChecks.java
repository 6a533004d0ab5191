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

/** Checks of the suppression comments themselves. */
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

    /** Checks a comment after its suppressions have been matched. */
    void check(SuppressionDirective suppressionDirective, List<RuleSuppression> suppressions) {
        Span span = suppressionDirective.comment().span();
        suppressionDirective
                .fault()
                .ifPresent(fault -> add(
                        suppressionDirective,
                        problem(UNUSED_SUPPRESSION, fault.word(), fault.span(), suppressionDirective, fault.predicate())
                                .because(fault.reason())
                                .fix(fault.fix())));
        if (!suppressionDirective.names().isEmpty() && !suppressionDirective.hasReason()) {
            Finding.Builder builder = problem(
                            SUPPRESSION_WITHOUT_REASON,
                            suppressionDirective.rules(),
                            span,
                            suppressionDirective,
                            "gives no reason, so it covers nothing.")
                    .because("Whoever reads it later has to know why the finding may stay, and when no longer.")
                    .fix("Write the reason behind it, after two hyphens and a blank: -- reason.");
            add(suppressionDirective, uncovered(builder, suppressions));
        }
        suppressionDirective
                .until()
                .filter(day -> suppressionDirective.isExpired(runScope.asOf()) && isAnyRuleEnabled(suppressions))
                .ifPresent(day -> expired(suppressionDirective, suppressions, day));
        names(suppressionDirective);
        if (suppressionDirective.isActive(runScope.asOf())) {
            suppressions.stream()
                    .filter(ruleSuppression -> !ruleSuppression.isUsed())
                    .forEach(this::unused);
        }
    }

    /** Tells whether a rule that it names is enabled; otherwise an expired comment does no harm. */
    private boolean isAnyRuleEnabled(List<RuleSuppression> suppressions) {
        return suppressions.isEmpty()
                || suppressions.stream()
                        .anyMatch(ruleSuppression -> runScope.severities()
                                .apply(ruleSuppression.rule())
                                .isPresent());
    }

    private void expired(SuppressionDirective suppressionDirective, List<RuleSuppression> suppressions, LocalDate day) {
        Finding.Builder builder = problem(
                EXPIRED_SUPPRESSION,
                suppressionDirective.rules(),
                suppressionDirective.comment().span(),
                suppressionDirective,
                "has expired: " + day + " was its last day.");
        boolean obsolete = suppressions.stream()
                .allMatch(ruleSuppression -> ruleSuppression.uncovered().isEmpty()
                        && runScope.wouldFind(ruleSuppression.rule(), keyPath(suppressionDirective)));
        builder.fix(
                obsolete
                        ? "Remove it: nothing that it names is left there."
                        : "Mend what it covered, or give it a new day and a new reason.");
        add(suppressionDirective, uncovered(builder, suppressions));
    }

    private static Finding.Builder uncovered(Finding.Builder builder, List<RuleSuppression> suppressions) {
        suppressions.stream()
                .flatMap(ruleSuppression -> ruleSuppression.uncovered().stream())
                .forEach(finding -> builder.related(
                        finding.span(), "it would cover " + finding.rule().id() + " here"));
        return builder;
    }

    private void names(SuppressionDirective suppressionDirective) {
        Set<String> named = new HashSet<>();
        for (RuleName ruleName : suppressionDirective.names()) {
            Optional<RuleInfo> rule = RuleRegistry.find(ruleName.id());
            if (!named.add(ruleName.id())) {
                String predicate = "names " + ruleName.id() + " twice.";
                add(
                        suppressionDirective,
                        problem(UNUSED_SUPPRESSION, ruleName.id(), ruleName.span(), suppressionDirective, predicate)
                                .fix("Keep one of the two."));
            } else if (rule.isEmpty()) {
                String predicate = "names \"" + ruleName.id() + "\", and there is no such rule.";
                add(
                        suppressionDirective,
                        problem(UNUSED_SUPPRESSION, ruleName.id(), ruleName.span(), suppressionDirective, predicate)
                                .fix(Suggestions.advice(ruleName.id(), RuleRegistry.excusableIds())));
            } else if (!rule.get().excusable()) {
                String predicate = "names " + ruleName.id() + ", which no comment suppresses.";
                add(
                        suppressionDirective,
                        problem(UNUSED_SUPPRESSION, ruleName.id(), ruleName.span(), suppressionDirective, predicate)
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
        Optional<RuleSuppression> covering = ruleSuppression.covering();
        if (covering.isPresent()) {
            Span other = covering.get().directive().comment().span();
            String predicate =
                    "covers no finding of " + id + " that the comment at " + other + " does not cover already.";
            add(
                    suppressionDirective,
                    problem(UNUSED_SUPPRESSION, id, span, suppressionDirective, predicate)
                            .fix("Keep one of the two.")
                            .related(other, "this comment covers it"));
            return;
        }
        Finding.Builder builder =
                problem(UNUSED_SUPPRESSION, id, span, suppressionDirective, "covers no finding of " + id + ".");
        nearMissFinder
                .find(ruleSuppression)
                .ifPresentOrElse(
                        finding -> builder.fix(nearMissFinder.advice(finding))
                                .related(finding.span(), "the finding of " + id),
                        () -> builder.fix("Nothing of that rule is found there; remove "
                                + (suppressionDirective.names().size() > 1
                                        ? "its id from the comment."
                                        : "the comment.")));
        add(suppressionDirective, builder);
    }

    private Finding.Builder problem(
            SuppressionRule rule,
            String value,
            Span span,
            SuppressionDirective suppressionDirective,
            String predicate) {
        String where = server(suppressionDirective)
                .map(name -> " in \"" + name + "\" ")
                .orElse(" ");
        return Finding.aboutSuppression(rule, value, span, "The suppression comment" + where + predicate);
    }

    private void add(SuppressionDirective suppressionDirective, Finding.Builder builder) {
        builder.keyPath(keyPath(suppressionDirective));
        server(suppressionDirective).ifPresent(builder::about);
        runScope.severities().apply(builder.rule()).ifPresent(severity -> findings.add(builder.build(severity)));
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

    /** Returns the part that the comment belongs to, else the named part around it. */
    private Optional<OutlinePart> part(SuppressionDirective suppressionDirective) {
        SuppressionComment suppressionComment = suppressionDirective.comment();
        SourceOutline sourceOutline = outlines.apply(suppressionComment.span().file());
        return sourceOutline
                .beginningOn(suppressionComment.line())
                .or(() -> sourceOutline.namedAround(Place.of(suppressionComment.span())));
    }
}
