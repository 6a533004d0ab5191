package io.github.serverlint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.CatalogFiles;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.plan.ExhaustiveSearch.Cost;
import io.github.serverlint.plan.Plan.Solution;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The planner beside an exhaustive search over a small catalog: the same ways exist, and none is shorter. */
@Slow
@Tag("large")
class PlanIsShortestTest {
    private static final Catalog CATALOG = CatalogFiles.read(Path.of("src/test/resources/plan/small-catalog.yaml"));
    private static final RuleEngine JUDGE = new RuleEngine(
            RuleRegistry.judging(),
            RuleSeverities.DEFAULT::of,
            new RuleContext(CATALOG, Sample.AS_OF),
            new RunMonitor());

    /** What is visited of one pair at the most; a pair with more states is skipped. */
    private static final int STATES_AT_MOST = 1_200;

    private static final int DRAWN = Slow.WHOLE ? 1_300 : 60;
    /** Of the pairs of states of one server each so many-th is compared. */
    private static final int STRIDE = Slow.WHOLE ? 1 : 29;

    private static final long SEED = 20261122;

    /** How many pairs there were of each kind. */
    private static final class Tally {
        private int ways;
        private int waysWithNewMachines;
        private int waysWithSwings;
        private int waysOfSeveral;
        private int none;
        private int illegal;
        private int tooLarge;

        void count(Optional<Cost> cost, List<Step> steps, Estate target) {
            if (cost.isEmpty()) {
                none++;
                return;
            }
            ways++;
            waysWithNewMachines += cost.get().newMachines() > 0 ? 1 : 0;
            waysWithSwings += swings(steps, target) > 0 ? 1 : 0;
            waysOfSeveral += target.servers().size() > 1 ? 1 : 0;
        }

        @Override
        public String toString() {
            return ways + " ways, " + waysWithNewMachines + " with new machines, " + waysWithSwings + " with swings, "
                    + waysOfSeveral + " of several servers; " + none + " without, " + illegal + " illegal, " + tooLarge
                    + " too large";
        }
    }

    private static LintResult lint(String text) {
        LintResult read = new TextLinter(CATALOG)
                .lint(List.of(new SourceFile("estate.yaml", text)), RuleSeverities.DEFAULT, Sample.AS_OF);
        assertThat(read.findings()).as(text).noneMatch(finding -> finding.rule().reading());
        return read;
    }

    private static Plan plan(LintResult start, LintResult target) {
        return new Planner(CATALOG, JUDGE).plan(start.estate(), target.estate());
    }

    private static List<Step> steps(Plan plan) {
        return plan instanceof Solution solution ? solution.steps() : List.of();
    }

    private static Optional<Cost> cost(Plan plan, Estate target) {
        if (!(plan instanceof Solution solution)) {
            return Optional.empty();
        }
        long anew =
                solution.steps().stream().filter(step -> isAnew(step, target)).count();
        return Optional.of(new Cost(
                Math.toIntExact(anew + swings(solution.steps(), target)),
                solution.steps().size()));
    }

    /** A machine that is set up anew, or an Exchange that is uninstalled where one is wanted. */
    private static boolean isAnew(Step step, Estate target) {
        return step instanceof Step.Reinstall
                || (step instanceof Step.Remove remove
                        && remove.what().value().equals(Product.EXCHANGE)
                        && target.servers().stream()
                                .anyMatch(server -> server.name()
                                                .value()
                                                .equals(remove.server().value())
                                        && server.installation(Product.EXCHANGE).isPresent()));
    }

    private static long swings(List<Step> steps, Estate target) {
        Set<String> wanted =
                target.servers().stream().map(server -> server.name().value()).collect(Collectors.toSet());
        return steps.stream()
                .filter(step -> step instanceof Step.Add add
                        && !wanted.contains(add.server().name().value()))
                .count();
    }

    private static void compare(String start, String target, int swings, Tally tally) {
        LintResult now = lint(start);
        LintResult then = lint(target);
        ExhaustiveSearch search =
                new ExhaustiveSearch(CATALOG, JUDGE, now.estate(), then.estate(), swings, STATES_AT_MOST);
        Optional<Cost> cheapest = search.search();
        if (!search.wasComplete()) {
            tally.tooLarge++;
            return;
        }
        Plan plan = plan(now, then);
        assertThat(cost(plan, then.estate()))
                .as("%s%sThe planner: %s%nThe search: %s", start, target, sentences(plan), search.way())
                .isEqualTo(cheapest);
        assertThat(plan instanceof Solution solution && !solution.shortest())
                .as("the planner is not sure of it: %s%s", start, target)
                .isFalse();
        if (plan instanceof Solution) {
            assertThat(new Replay(JUDGE, now.estate(), then.estate()).objections(steps(plan)))
                    .as("%s%s", start, target)
                    .isEmpty();
        }
        tally.count(cheapest, steps(plan), then.estate());
    }

    private static List<String> sentences(Plan plan) {
        return steps(plan).stream().map(Step::sentence).toList();
    }

    /** Every state of one server in the catalog: each Windows at each level, alone and with each Exchange at each level. */
    private static List<String> states(String role) {
        List<String> states = new ArrayList<>();
        for (Release windows : CATALOG.product(Product.WINDOWS).orElseThrow().releases()) {
            for (Level level : windows.levels()) {
                String os = "servers:\n  a: {os: " + windows.nameAt(Optional.of(level)) + ", roles: [" + role + "]";
                states.add(os + "}\n");
                for (Release exchange :
                        CATALOG.product(Product.EXCHANGE).orElseThrow().releases()) {
                    exchange.levels()
                            .forEach(of -> states.add(os + ", exchange: " + exchange.nameAt(Optional.of(of)) + "}\n"));
                }
            }
        }
        return states;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailbox", "front-end"})
    void betweenAnyTwoStatesOfOneServerThePlanIsTheShortest(String role) {
        Tally tally = new Tally();
        List<String> states = states(role);
        assertThat(states).hasSize(48);
        List<String> legal = states.stream()
                .filter(state -> lint(state).count(Severity.ERROR) == 0)
                .toList();
        for (int i = 0; i < legal.size() * states.size(); i += STRIDE) {
            String target = states.get(i % states.size());
            // What is wrong with the target no other server mends, so for an illegal one none is added.
            compare(legal.get(i / states.size()), target, legal.contains(target) ? 1 : 0, tally);
        }
        assertThat(legal).hasSizeGreaterThan(20).hasSizeLessThan(states.size());
        assertThat(tally.ways).as("%s", tally).isGreaterThan(250 / STRIDE);
        assertThat(tally.none).as("%s", tally).isGreaterThan(250 / STRIDE);
        assertThat(tally.waysWithNewMachines).as("%s", tally).isGreaterThan(50 / STRIDE);
        assertThat(tally.waysWithSwings > 50 / STRIDE).as("%s", tally).isEqualTo(role.equals("mailbox"));
        assertThat(tally.tooLarge).as("%s", tally).isZero();
    }

    @Test
    void betweenRandomEstatesOfAForestThePlanIsTheShortest() {
        Tally tally = new Tally();
        SmallEstates estates = new SmallEstates(Long.getLong("seed", SEED));
        for (int i = 0; i < DRAWN; i++) {
            SmallEstates.Pair pair = estates.pair();
            boolean startIsClean = lint(pair.start()).findings().isEmpty();
            boolean targetIsLegal = lint(pair.target()).count(Severity.ERROR) == 0;
            if (startIsClean && targetIsLegal) {
                compare(pair.start(), pair.target(), 1, tally);
            } else if (startIsClean) {
                assertThat(plan(lint(pair.start()), lint(pair.target())))
                        .as("the target is not legal")
                        .isNotInstanceOf(Solution.class);
                tally.illegal++;
            }
        }
        assertThat(tally.ways).as("%s", tally).isGreaterThan(Slow.WHOLE ? 80 : 2);
        assertThat(tally.waysOfSeveral).as("%s", tally).isGreaterThan(Slow.WHOLE ? 50 : 0);
        assertThat(tally.illegal).as("%s", tally).isGreaterThan(Slow.WHOLE ? 50 : 5);
        if (Slow.WHOLE) {
            assertThat(tally.waysWithNewMachines).as("%s", tally).isGreaterThan(3);
            assertThat(tally.waysWithSwings).as("%s", tally).isPositive();
            assertThat(tally.none).as("%s", tally).isGreaterThan(3);
            assertThat(tally.tooLarge).as("%s", tally).isLessThan(tally.ways);
        }
    }
}
