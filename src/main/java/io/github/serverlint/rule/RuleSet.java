package io.github.serverlint.rule;

import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.SuppressionRule;
import io.github.serverlint.rule.estate.FeatureNeedsNewerWindows;
import io.github.serverlint.rule.estate.ForestNotPrepared;
import io.github.serverlint.rule.estate.FrontEndOlderThanBackEnd;
import io.github.serverlint.rule.estate.IncompatibleAdConnector;
import io.github.serverlint.rule.estate.UnsupportedCluster;
import io.github.serverlint.rule.estate.UnsupportedCoexistence;
import io.github.serverlint.rule.estate.UnsupportedDomainController;
import io.github.serverlint.rule.state.ConflictingComponent;
import io.github.serverlint.rule.state.EndOfSupport;
import io.github.serverlint.rule.state.FeatureBeforeSetupComplete;
import io.github.serverlint.rule.state.FeatureNeedsNewerExchange;
import io.github.serverlint.rule.state.ServicePackTooLow;
import io.github.serverlint.rule.state.UnsupportedEdition;
import io.github.serverlint.rule.state.UnsupportedPlatform;
import io.github.serverlint.rule.transition.BlockingComponent;
import io.github.serverlint.rule.transition.Downgrade;
import io.github.serverlint.rule.transition.StepWithoutEffect;
import io.github.serverlint.rule.transition.UnsupportedUpgrade;
import io.github.serverlint.rule.transition.UpgradeOutOfOrder;
import io.github.serverlint.rule.transition.UpgradeWithoutBackup;
import io.github.serverlint.rule.transition.VanishedServer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules, in the order in which they are explained. */
public final class RuleSet {
    private static final List<Rule> JUDGING = List.of(
            new UnsupportedPlatform(),
            new ServicePackTooLow(),
            new UnsupportedEdition(),
            new FeatureNeedsNewerWindows(),
            new FeatureNeedsNewerExchange(),
            new FeatureBeforeSetupComplete(),
            new UnsupportedCluster(),
            new ConflictingComponent(),
            new IncompatibleAdConnector(),
            new ForestNotPrepared(),
            new UnsupportedDomainController(),
            new UnsupportedCoexistence(),
            new FrontEndOlderThanBackEnd(),
            new EndOfSupport(),
            new UnsupportedUpgrade(),
            new UpgradeOutOfOrder(),
            new UpgradeWithoutBackup(),
            new BlockingComponent(),
            new Downgrade(),
            new StepWithoutEffect(),
            new VanishedServer());

    private static final Map<String, RuleInfo> BY_ID =
            all().stream().collect(Collectors.toUnmodifiableMap(RuleInfo::id, Function.identity()));

    private RuleSet() {}

    /** The rules that judge what was read. */
    public static List<Rule> judging() {
        return JUDGING;
    }

    /** Whether a rule judges how one state becomes another. */
    public static boolean judgesChanges(RuleInfo rule) {
        return JUDGING.stream()
                .anyMatch(
                        known -> known instanceof TransitionRule && known.info().equals(rule));
    }

    /** What a rule looks at, in one word: reading, state, estate, change or excuses. */
    public static String group(RuleInfo rule) {
        if (rule.kind() != RuleInfo.RuleSubject.JUDGING) {
            return rule.kind().name().toLowerCase(Locale.ROOT);
        }
        Rule judging = JUDGING.stream()
                .filter(known -> known.info().equals(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule of this set: " + rule.id()));
        return judging instanceof StateRule ? "state" : judging instanceof EstateRule ? "estate" : "change";
    }

    /** Every rule, those about reading first and those about excuses last. */
    public static List<RuleInfo> all() {
        return Stream.of(
                        Arrays.stream(ParseRule.values()).map(ParseRule::info),
                        JUDGING.stream().map(Rule::info),
                        Arrays.stream(SuppressionRule.values()).map(SuppressionRule::info))
                .flatMap(rules -> rules)
                .toList();
    }

    public static Optional<RuleInfo> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    public static List<String> ids() {
        return all().stream().map(RuleInfo::id).toList();
    }

    /** The ids of those rules whose findings a comment or the baseline can excuse. */
    public static List<String> excusableIds() {
        return all().stream().filter(RuleInfo::excusable).map(RuleInfo::id).toList();
    }
}
