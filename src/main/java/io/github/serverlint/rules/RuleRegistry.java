package io.github.serverlint.rules;

import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.SuppressionRule;
import io.github.serverlint.rule.ChangeRule;
import io.github.serverlint.rule.ForestRule;
import io.github.serverlint.rule.Rule;
import io.github.serverlint.rule.ServerRule;
import io.github.serverlint.rules.change.BlockingComponent;
import io.github.serverlint.rules.change.Downgrade;
import io.github.serverlint.rules.change.StepWithoutEffect;
import io.github.serverlint.rules.change.UnreadableBase;
import io.github.serverlint.rules.change.UnsafeSchemaExtension;
import io.github.serverlint.rules.change.UnsupportedUpgrade;
import io.github.serverlint.rules.change.UpgradeOutOfOrder;
import io.github.serverlint.rules.change.UpgradeWithoutBackup;
import io.github.serverlint.rules.change.VanishedServer;
import io.github.serverlint.rules.forest.FeatureNeedsNewerWindows;
import io.github.serverlint.rules.forest.ForestNotPrepared;
import io.github.serverlint.rules.forest.FrontEndOlderThanBackEnd;
import io.github.serverlint.rules.forest.IncompatibleAdConnector;
import io.github.serverlint.rules.forest.NewerThanCatalog;
import io.github.serverlint.rules.forest.UnsupportedCluster;
import io.github.serverlint.rules.forest.UnsupportedCoexistence;
import io.github.serverlint.rules.forest.UnsupportedDomainController;
import io.github.serverlint.rules.server.ConflictingComponent;
import io.github.serverlint.rules.server.EndOfSupport;
import io.github.serverlint.rules.server.FeatureBeforeSetupComplete;
import io.github.serverlint.rules.server.FeatureNeedsNewerExchange;
import io.github.serverlint.rules.server.ServicePackTooLow;
import io.github.serverlint.rules.server.UnsupportedEdition;
import io.github.serverlint.rules.server.UnsupportedPlatform;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Registry of all rules, in the order of their documentation. */
public final class RuleRegistry {
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
            new NewerThanCatalog(),
            new UnsupportedUpgrade(),
            new UpgradeOutOfOrder(),
            new UpgradeWithoutBackup(),
            new BlockingComponent(),
            new Downgrade(),
            new UnsafeSchemaExtension(),
            new StepWithoutEffect(),
            new VanishedServer(),
            new UnreadableBase());

    private static final Map<String, RuleInfo> BY_ID =
            all().stream().collect(Collectors.toUnmodifiableMap(RuleInfo::id, Function.identity()));

    private RuleRegistry() {}

    /** The rules that check what was read. */
    public static List<Rule> judging() {
        return JUDGING;
    }

    /** Whether a rule checks transitions. */
    public static boolean isChangeRule(RuleInfo rule) {
        return JUDGING.stream()
                .anyMatch(known -> known instanceof ChangeRule && known.info().equals(rule));
    }

    /** The group of a rule: reading, state, estate, change or excuses. */
    public static String group(RuleInfo rule) {
        if (rule.kind() != RuleInfo.RuleSubject.JUDGING) {
            return rule.kind().name().toLowerCase(Locale.ROOT);
        }
        Rule judging = JUDGING.stream()
                .filter(known -> known.info().equals(rule))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule of this set: " + rule.id()));
        return judging instanceof ServerRule ? "state" : judging instanceof ForestRule ? "estate" : "change";
    }

    /** Every rule, those about parsing first and those about suppressions last. */
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

    /** The ids of the rules whose findings can be suppressed by a comment or the baseline. */
    public static List<String> excusableIds() {
        return all().stream().filter(RuleInfo::excusable).map(RuleInfo::id).toList();
    }
}
