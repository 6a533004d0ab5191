package io.github.serverlint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.plan.Plan.Found;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Large estates. */
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

    @Test
    void aThousandServersInTenForestsTakeSeconds() {
        for (int each : new int[] {20, 60, 100, 100, 200, 400}) {
            String[] texts = estates(1, each, 7);
            var start = PlannerTest.estate(texts[0]);
            var target = PlannerTest.estate(texts[1]);
            new io.github.serverlint.engine.Linter(io.github.serverlint.Sample.CATALOG)
                            .lint(
                                    List.of(new io.github.serverlint.source.SourceFile("a.yaml", texts[0])),
                                    io.github.serverlint.engine.RuleSeverities.DEFAULT,
                                    io.github.serverlint.Sample.AS_OF)
                            .findings()
                            .stream()
                            .limit(4)
                            .forEach(f -> System.out.println(f.message()));
            new io.github.serverlint.engine.Linter(io.github.serverlint.Sample.CATALOG)
                            .lint(
                                    List.of(new io.github.serverlint.source.SourceFile("a.yaml", texts[1])),
                                    io.github.serverlint.engine.RuleSeverities.DEFAULT,
                                    io.github.serverlint.Sample.AS_OF)
                            .undecided()
                            .stream()
                            .limit(4)
                            .forEach(f -> System.out.println(f));
            long begin = System.nanoTime();
            Plan plan = PlannerTest.plan(start, target);
            System.out.println(each * 10 + " servers: " + (System.nanoTime() - begin) / 1_000_000 + " ms "
                    + (plan instanceof Found found
                            ? found.steps().size() + " steps, " + found.stages().size() + " stages, shortest "
                                    + found.shortest()
                            : plan));
            assertThat(plan).isInstanceOf(Found.class);
        }
    }
}
