package io.github.serverlint.rules.change;

import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.ChangeRule;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.text.Located;

/** Rule for servers of the base that are no longer defined and that no migration decommissions. */
public final class VanishedServer implements ChangeRule {
    private static final RuleInfo INFO =
            RuleInfo.judging("vanished-server", "a server of the base that is gone without a decommission step");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Transition transition, RuleContext ruleContext, FindingCollector findingCollector) {
        if (transition.step().isPresent()
                || transition.before().isEmpty()
                || transition.after().isPresent()) {
            return;
        }
        Server gone = transition.before().get();
        findingCollector
                .fault(
                        INFO,
                        Located.of(gone.name().value(), transition.place()),
                        gone.quoted() + ", which the base defines, is defined nowhere any more.")
                .about(gone.serverName())
                .keyPath(gone.keyPath())
                .related(gone.name().place(), "the base defines it here")
                .because("A server that is no longer defined is no longer judged, and it may well run on.")
                .fix("Define it again; or, if it is taken out of service, declare a migration with the step"
                        + " \"decommission: " + gone.name().value() + "\".");
    }
}
