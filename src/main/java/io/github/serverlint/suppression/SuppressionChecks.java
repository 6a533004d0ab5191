package io.github.serverlint.suppression;

import static io.github.serverlint.finding.SuppressionRule.EXPIRED_SUPPRESSION;
import static io.github.serverlint.finding.SuppressionRule.SUPPRESSION_WITHOUT_REASON;
import static io.github.serverlint.finding.SuppressionRule.UNUSED_SUPPRESSION;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.RunScope;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.finding.SuppressionRule;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.suppression.SuppressionDirective.RuleName;
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

/** Checks of one suppression comment itself, after its suppressions have been matched. */
record SuppressionChecks(
        RunScope runScope,
        NearMissFinder nearMissFinder,
        SourceOutline outline,
        SuppressionDirective directive,
        List<RuleSuppression> suppressions) {

    /** Returns what is wrong with the comment. */
    List<Finding> findings() {
        List<FindingBuilder> problems = new ArrayList<>();
        directive
                .fault()
                .ifPresent(
                        fault -> problems.add(problem(UNUSED_SUPPRESSION, fault.word(), fault.span(), fault.predicate())
                                .because(fault.reason())
                                .fix(fault.fix())));
        if (!directive.names().isEmpty() && !directive.hasReason()) {
            problems.add(problem(SUPPRESSION_WITHOUT_REASON, "gives no reason, so it covers nothing.")
                    .because("Whoever reads it later has to know why the finding may stay, and when no longer.")
                    .fix("Write the reason behind it, after two hyphens and a blank: -- reason."));
        }
        directive
                .until()
                .filter(day -> directive.isExpired(runScope.asOf()) && isAnyRuleEnabled())
                .ifPresent(day -> problems.add(expired(day)));
        Set<String> named = new HashSet<>();
        for (RuleName name : directive.names()) {
            checkName(name, !named.add(name.id()), problems);
        }
        if (directive.isActive(runScope.asOf())) {
            suppressions.stream()
                    .filter(suppression -> !suppression.isUsed() && runScope.wouldFind(suppression.rule(), keyPath()))
                    .forEach(suppression -> problems.add(unused(suppression)));
        }
        List<Finding> findings = new ArrayList<>();
        for (FindingBuilder problem : problems) {
            runScope.severities().apply(problem.rule()).ifPresent(severity -> findings.add(problem.build(severity)));
        }
        return findings;
    }

    /** Tells whether a rule that it names is enabled; otherwise an expired comment does no harm. */
    private boolean isAnyRuleEnabled() {
        return suppressions.isEmpty()
                || suppressions.stream()
                        .anyMatch(suppression ->
                                runScope.severities().apply(suppression.rule()).isPresent());
    }

    private FindingBuilder expired(LocalDate day) {
        boolean obsolete = suppressions.stream()
                .allMatch(suppression ->
                        suppression.uncovered().isEmpty() && runScope.wouldFind(suppression.rule(), keyPath()));
        return problem(EXPIRED_SUPPRESSION, "has expired: " + day + " was its last day.")
                .fix(
                        obsolete
                                ? "Remove it: nothing that it names is left there."
                                : "Mend what it covered, or give it a new day and a new reason.");
    }

    private void checkName(RuleName name, boolean repeated, List<FindingBuilder> problems) {
        String id = name.id();
        Optional<RuleInfo> rule = RuleRegistry.find(id);
        if (repeated) {
            problems.add(unused(name, "names " + id + " twice.").fix("Keep one of the two."));
        } else if (rule.isEmpty()) {
            problems.add(unused(name, "names \"" + id + "\", and there is no such rule.")
                    .fix(Suggestions.advice(id, RuleRegistry.excusableIds())));
        } else if (!rule.get().excusable()) {
            problems.add(unused(name, "names " + id + ", which no comment suppresses.")
                    .because(
                            rule.get().reading()
                                    ? "What could not be read was not judged."
                                    : "An excuse that needs an excuse is none.")
                    .fix("Mend what the rule finds, and do not name it."));
        }
    }

    private FindingBuilder unused(RuleName name, String predicate) {
        return problem(UNUSED_SUPPRESSION, name.id(), name.span(), predicate);
    }

    private FindingBuilder unused(RuleSuppression suppression) {
        String id = suppression.rule().id();
        boolean isOneOfSeveral = directive.names().size() > 1;
        Span span =
                isOneOfSeveral ? suppression.name().span() : directive.comment().span();
        Optional<RuleSuppression> covering = suppression.covering();
        if (covering.isPresent()) {
            Span other = covering.get().directive().comment().span();
            String predicate =
                    "covers no finding of " + id + " that the comment at " + other + " does not cover already.";
            return problem(UNUSED_SUPPRESSION, id, span, predicate)
                    .fix("Keep one of the two.")
                    .related(other, "this comment covers it");
        }
        FindingBuilder problem = problem(UNUSED_SUPPRESSION, id, span, "covers no finding of " + id + ".");
        Optional<Finding> meant = nearMissFinder.find(suppression);
        if (meant.isPresent()) {
            return problem.fix(nearMissFinder.advice(meant.get()))
                    .related(meant.get().span(), "the finding of " + id);
        }
        return problem.fix("Nothing of that rule is found there; remove "
                + (isOneOfSeveral ? "its id from the comment." : "the comment."));
    }

    /** A problem of the whole comment, with the findings that it would cover. */
    private FindingBuilder problem(SuppressionRule rule, String predicate) {
        FindingBuilder problem =
                problem(rule, directive.rules(), directive.comment().span(), predicate);
        suppressions.stream()
                .flatMap(suppression -> suppression.uncovered().stream())
                .forEach(finding -> problem.related(
                        finding.span(), "it would cover " + finding.rule().id() + " here"));
        return problem;
    }

    private FindingBuilder problem(SuppressionRule rule, String value, Span span, String predicate) {
        Optional<String> server = part().filter(
                        part -> part.section().equals("servers") && !part.name().isEmpty())
                .map(OutlinePart::name);
        String where = server.map(name -> " in \"" + name + "\" ").orElse(" ");
        FindingBuilder problem =
                Finding.aboutSuppression(rule, value, span, "The suppression comment" + where + predicate);
        server.ifPresent(problem::about);
        return problem.keyPath(keyPath());
    }

    private String keyPath() {
        return part().map(OutlinePart::keyPath).orElse("");
    }

    /** Returns the part that the comment belongs to, else the named part around it. */
    private Optional<OutlinePart> part() {
        SuppressionComment comment = directive.comment();
        return outline.beginningOn(comment.line()).or(() -> outline.namedAround(Place.of(comment.span())));
    }
}
