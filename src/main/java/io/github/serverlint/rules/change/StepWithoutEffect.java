package io.github.serverlint.rules.change;

import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.ChangeRule;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.text.Located;

/** Rule for steps of a migration that change nothing. */
public final class StepWithoutEffect implements ChangeRule {
    private static final RuleInfo INFO = RuleInfo.warning("step-without-effect", "a step that changes nothing");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Transition transition, RuleContext ruleContext, FindingCollector findingCollector) {
        if (transition.noEffectReason().isEmpty()) {
            return;
        }
        Step step = transition.step().orElseThrow();
        FindingBuilder fault = findingCollector
                .fault(
                        INFO,
                        Located.of(step.sentence(), step.place()),
                        "The step \"" + step.sentence() + "\" changes nothing: " + transition.noEffectReason() + ".")
                .because("A step that changes nothing is misspelt, superfluous or done already.")
                .fix("Correct it, or remove it once it is done.");
        step.subjects().stream().findFirst().ifPresent(server -> fault.about(server.value()));
    }
}
