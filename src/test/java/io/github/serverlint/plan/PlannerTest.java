package io.github.serverlint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Step;
import io.github.serverlint.plan.Plan.Impossible;
import io.github.serverlint.plan.Plan.Solution;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ways that the catalog which ships leads on. */
class PlannerTest {
    static final RuleEngine JUDGE = new RuleEngine(
            RuleRegistry.judging(),
            RuleSeverities.DEFAULT::of,
            new RuleContext(Sample.CATALOG, Sample.AS_OF),
            new RunMonitor());

    static Estate estate(String text) {
        return new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("estate.yaml", text)), RuleSeverities.DEFAULT, Sample.AS_OF)
                .estate();
    }

    static Plan plan(String start, String target) {
        return plan(estate(start), estate(target));
    }

    static Plan plan(Estate start, Estate target) {
        return new Planner(Sample.CATALOG, JUDGE).plan(start, target);
    }

    private static List<String> steps(String start, String target) {
        Plan plan = plan(start, target);
        assertThat(plan).isInstanceOf(Solution.class);
        return ((Solution) plan).steps().stream().map(Step::sentence).toList();
    }

    @Test
    void theArticlesWayIsFound() {
        assertThat(steps("""
                servers:
                  mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3, components: [instant-messaging]}
                """, """
                servers:
                  mail01: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1, features: [volume-shadow-copy]}
                """))
                .containsExactly(
                        "remove instant-messaging from mail01",
                        "back up mail01",
                        "upgrade mail01 to Exchange Server 2003 SP1",
                        "upgrade mail01 to Windows Server 2003 SP1",
                        "enable Volume Shadow Copy on mail01");
    }

    @Test
    void fromExchange55ANewServerIsNeeded() {
        assertThat(steps("""
                servers:
                  mail01: {os: Windows NT Server 4.0 SP6a, exchange: Exchange 5.5 SP4}
                """, """
                servers:
                  mail02: {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1}
                """))
                .containsExactly("add mail02", "move the mailboxes of mail01 to mail02", "decommission mail01");
    }

    @Test
    void from2010To2019TheWayLeadsThrough2016() {
        assertThat(steps("""
                servers:
                  mail01: {os: Windows Server 2008 R2 SP1, exchange: Exchange 2010 SP3 RU22}
                """, """
                servers:
                  mail02: {os: Windows Server 2019, exchange: Exchange 2019 CU14}
                """)).hasSize(6);
    }

    @Test
    void backIsNoWay() {
        Plan plan = plan("""
                servers:
                  mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2003 SP1}
                """, """
                servers:
                  mail01: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3}
                """);
        assertThat(plan).isInstanceOf(Impossible.class);
        assertThat(((Impossible) plan).reasons())
                .extracting(finding -> finding.rule().id())
                .containsExactly("downgrade");
    }
}
