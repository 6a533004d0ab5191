package io.github.serverlint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.plan.Plan.Impossible;
import io.github.serverlint.plan.Plan.Solution;
import io.github.serverlint.report.PlanFile;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is planned over the catalog that ships: written as a file beside the definitions, a check finds nothing in it. */
@Slow
@Tag("large")
class PlanIsCleanTest {
    private static final RuleEngine JUDGE = new RuleEngine(
            RuleRegistry.judging(),
            RuleSeverities.DEFAULT::of,
            new RuleContext(Sample.CATALOG, Sample.AS_OF),
            new RunMonitor());
    private static final String PLAN = "plan.yaml";
    private static final int DRAWN = Slow.WHOLE ? 2_000 : 80;
    private static final long SEED = Long.getLong("seed", 2003L);

    private static LintResult lint(SourceFile... files) {
        return new TextLinter(Sample.CATALOG).lint(List.of(files), RuleSeverities.DEFAULT, Sample.AS_OF);
    }

    private static Plan plan(LintResult start, LintResult target) {
        return new Planner(Sample.CATALOG, JUDGE).plan(start.estate(), target.estate());
    }

    @Test
    void aCheckFindsNothingInThePlansOfRandomEstates() {
        EraEstates estates = new EraEstates(SEED);
        int found = 0;
        int steps = 0;
        int impossible = 0;
        int illegal = 0;
        for (int i = 0; i < DRAWN; i++) {
            EraEstates.Pair pair = estates.pair();
            LintResult start = lint(new SourceFile("start.yaml", pair.start()));
            LintResult target = lint(new SourceFile("target.yaml", pair.target()));
            assertThat(start.findings())
                    .as(pair.start())
                    .noneMatch(finding -> finding.rule().reading());
            assertThat(target.findings())
                    .as(pair.target())
                    .noneMatch(finding -> finding.rule().reading());
            if (target.count(Severity.ERROR) > 0) {
                illegal++;
                continue;
            }
            Plan plan = plan(start, target);
            if (plan instanceof Solution way) {
                found++;
                steps += way.steps().size();
                assertClean(pair, start, target, way);
            } else if (plan instanceof Impossible none) {
                impossible++;
                assertThat(none.what()).endsWith(".");
                assertThat(none.reasons().isEmpty()
                                && none.proven()
                                && none.what().startsWith("There is no way"))
                        .as("no reason is given%n%s%s", pair.start(), pair.target())
                        .isFalse();
            }
        }
        assertThat(found).isGreaterThan(DRAWN / 4);
        assertThat(steps).isGreaterThan(found);
        assertThat(impossible).isPositive();
        assertThat(illegal).isPositive();
    }

    private static void assertClean(EraEstates.Pair pair, LintResult start, LintResult target, Solution way) {
        String rendered = PlanFile.render(way);
        String all = pair.start() + "--- target\n" + pair.target() + "--- plan\n" + rendered;
        if (way.steps().isEmpty()) {
            return;
        }
        LintResult checked = lint(new SourceFile("start.yaml", pair.start()), new SourceFile(PLAN, rendered));
        Set<String> tolerated =
                JUDGE.checkEstate(Terms.asItWouldBe(target.estate(), start.estate())).findings().stream()
                        .map(PlanIsCleanTest::named)
                        .collect(Collectors.toSet());
        assertThat(checked.findings())
                .as(all)
                .noneMatch(finding -> finding.rule().reading())
                .filteredOn(finding -> finding.span().path().equals(PLAN))
                .filteredOn(finding -> !tolerated.contains(named(finding)))
                .isEmpty();
        var read = checked.estate().migrations().get(0).steps();
        assertThat(new Replay(JUDGE, start.estate(), target.estate()).objections(read))
                .as(all)
                .isEmpty();
    }

    private static String named(Finding finding) {
        return finding.rule().id()
                + ' '
                + finding.severity()
                + ' '
                + finding.server().orElse("");
    }
}
