package io.github.serverlint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.estate.Step;
import io.github.serverlint.plan.Plan.Solution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Plans through the levels that Exchange 2019 CU15 and Subscription Edition ask for beside them: 2016 CU23, and 2019 CU13
 * or CU14. The servers that stay behind are raised to the floor before the first one goes above it.
 */
class CoexistenceFloorsTest {

    private static String corp(String servers) {
        return """
                forests: {corp.example.com: }
                defaults: {forest: corp.example.com}
                servers:
                  dc01: {os: Windows Server 2019, roles: [domain-controller]}
                """ + servers.indent(2);
    }

    private static List<String> plan(String today, String wanted) {
        Solution plan = (Solution) PlannerTest.plan(corp(today), corp(wanted));
        return plan.steps().stream().map(Step::sentence).toList();
    }

    private static String on(String name, String windows, String exchange) {
        return name + ": {os: Windows Server " + windows + ", exchange: " + exchange + ", roles: [mailbox]}\n";
    }

    @ParameterizedTest
    @CsvSource({"Exchange 2019 CU15, 2022", "Exchange SE, 2025"})
    void exchange2016GoesToItsLastUpdateBeforeTheNewServerComes(String exchange, String windows) {
        assertThat(plan(on("mail01", "2016", "Exchange 2016 CU22"), on("mail02", windows, exchange)))
                .containsExactly(
                        "back up mail01",
                        "upgrade mail01 to Exchange Server 2016 CU23",
                        "add mail02",
                        "move the mailboxes of mail01 to mail02",
                        "decommission mail01");
    }

    @ParameterizedTest
    @CsvSource({
        // A level between is needed for the server that comes last, and before Subscription Edition for each.
        "CU12, Exchange 2019 CU15, 5",
        "CU12, Exchange SE, 6",
        "CU13, Exchange SE, 6",
        // The floor is met.
        "CU13, Exchange 2019 CU15, 4",
        "CU14, Exchange SE, 4",
    })
    void exchange2019GoesToTheFloorBeforeTheFirstServerGoesAboveIt(String from, String to, int steps) {
        List<String> plan = plan(
                on("mail01", "2019", "Exchange 2019 " + from) + on("mail02", "2019", "Exchange 2019 " + from),
                on("mail01", "2019", to) + on("mail02", "2019", to));
        assertThat(plan).hasSize(steps);
        List<String> upgrades =
                plan.stream().filter(step -> step.startsWith("upgrade")).toList();
        assertThat(upgrades).hasSize(steps - 2);
        if (steps > 4) {
            assertThat(upgrades.get(0)).matches("upgrade mail0[12] to Exchange Server 2019 CU1[34]");
        }
    }

    @Test
    void bothFloorsHoldOnTheWayFrom2016And2019ToSubscriptionEdition() {
        List<String> plan = plan(
                on("mail01", "2019", "Exchange 2019 CU12") + on("mail02", "2016", "Exchange 2016 CU22"),
                on("mail01", "2019", "Exchange SE") + on("mail02", "2022", "Exchange SE"));
        assertThat(plan)
                .containsExactly(
                        "move the mailboxes of mail02 to mail01",
                        "back up mail01",
                        "upgrade mail01 to Exchange Server 2019 CU14",
                        "reinstall mail02",
                        "upgrade mail01 to Exchange Server Subscription Edition");
    }

    /** The floor of 2016 is an error and that of 2019 a warning; a plan brings neither in. */
    @Test
    void aServerThatStaysBehindIsRaisedIfTheTargetAllowsIt() {
        List<String> plan = plan(
                on("mail01", "2019", "Exchange 2019 CU14") + on("mail02", "2016", "Exchange 2016 CU22"),
                on("mail01", "2019", "Exchange SE") + on("mail02", "2016", "Exchange 2016 CU23"));
        assertThat(plan)
                .containsSubsequence(
                        "upgrade mail02 to Exchange Server 2016 CU23",
                        "upgrade mail01 to Exchange Server Subscription Edition");
    }
}
