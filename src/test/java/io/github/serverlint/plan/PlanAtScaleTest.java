package io.github.serverlint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.ProcessorTime;
import io.github.serverlint.Slow;
import io.github.serverlint.analysis.MigrationReplay;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.plan.Plan.Solution;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Large estates. */
@Slow
@Tag("large")
class PlanAtScaleTest {
    private static final List<String> EXCHANGE = List.of("SP1", "SP2", "SP3", "SP3", "SP3");
    private static final List<String> WINDOWS = List.of("SP2", "SP3", "SP4", "SP4");
    private static final List<String> COMPONENTS =
            List.of("", "instant-messaging", "chat, nntp", "key-management-service");

    /** Forests with domain controllers, front ends and back ends of Exchange 2000, and the same with Exchange 2003. */
    static String[] estates(int forests, int each, long seed) {
        Random random = new Random(seed);
        StringBuilder start = new StringBuilder("forests:\n");
        StringBuilder target = new StringBuilder("forests:\n");
        for (int f = 0; f < forests; f++) {
            start.append("  f" + f + ": {functional-level: Windows 2000, domain-mode: mixed, prepared: []}\n");
            target.append("  f" + f + ": {functional-level: Windows Server 2003, domain-mode: mixed,"
                    + " prepared: [inetorgperson-fix, exchange-2003-forestprep, exchange-2003-domainprep]}\n");
        }
        start.append("servers:\n");
        target.append("servers:\n");
        for (int f = 0; f < forests; f++) {
            for (int i = 0; i < each; i++) {
                String name = "s" + f + "-" + i;
                String end = ", forest: f" + f + "}\n";
                if (i < 5) {
                    start.append("  " + name
                            + ": {os: Windows 2000 Server SP4, roles: [domain-controller, global-catalog]" + end);
                    target.append("  " + name
                            + ": {os: Windows Server 2003 SP1, roles: [domain-controller, global-catalog]" + end);
                } else if (i == 5) {
                    start.append("  " + name + ": {os: Windows 2000 Server SP4, ad-connector: Exchange 2000 SP3" + end);
                    target.append(
                            "  " + name + ": {os: Windows Server 2003 SP1, ad-connector: Exchange 2003 SP1" + end);
                } else {
                    String role = i < 15 ? "front-end" : "back-end";
                    String windows = WINDOWS.get(random.nextInt(WINDOWS.size()));
                    String exchange = EXCHANGE.get(random.nextInt(EXCHANGE.size()));
                    String components = COMPONENTS.get(random.nextInt(COMPONENTS.size()));
                    start.append("  " + name + ": {os: Windows 2000 Server " + windows + ", exchange: Exchange 2000 "
                            + exchange + ", roles: [" + role + "], components: [" + components + "]" + end);
                    target.append("  " + name + ": {os: Windows Server 2003 SP1, exchange: Exchange 2003 SP2, roles: ["
                            + role + "], features: [volume-shadow-copy, rpc-over-http]" + end);
                }
            }
        }
        return new String[] {start.toString(), target.toString()};
    }

    private static Solution plan(Estate start, Estate target) {
        Plan plan = PlannerTest.plan(start, target);
        assertThat(plan).isInstanceOf(Solution.class);
        return (Solution) plan;
    }

    @Test
    void aThousandServersInTenForestsArePlannedAndTheirPlanIsClean() throws Exception {
        int forests = Slow.WHOLE ? 10 : 1;
        String[] texts = estates(forests, 100, 7);
        Estate start = PlannerTest.estate(texts[0]);
        Estate target = PlannerTest.estate(texts[1]);
        Solution plan = ProcessorTime.within(9 * forests, () -> plan(start, target));
        assertThat(plan.shortest()).isTrue();
        // Each of 94 Exchange servers of a forest takes a backup, two upgrades at the least and two features.
        assertThat(plan.steps()).hasSizeGreaterThan(5 * 94 * forests);
        MigrationReplay migrationReplay = new MigrationReplay(PlannerTest.JUDGE, start);
        assertThat(plan.steps())
                .allSatisfy(step -> assertThat(migrationReplay.apply(step).findings())
                        .as(step.sentence())
                        .isEmpty());
        assertThat(migrationReplay.simulation().estate().servers()).hasSize(100 * forests);
    }

    @Test
    void fourTimesTheServersTakeNotMuchMoreThanFourTimesAsLong() throws Exception {
        int forests = Slow.WHOLE ? 10 : 1;
        milliseconds(forests, 25);
        double few = Math.max(1, milliseconds(forests, 25));
        double many = milliseconds(forests, 100);
        // A cold compiler makes up for a lot; a search that grows by squares or worse does not pass.
        assertThat(many / few).isLessThan(4 * 3.5);
    }

    private static double milliseconds(int forests, int each) throws Exception {
        String[] texts = estates(forests, each, 7);
        Estate start = PlannerTest.estate(texts[0]);
        Estate target = PlannerTest.estate(texts[1]);
        return ProcessorTime.of(() -> plan(start, target)) / 1e6;
    }
}
