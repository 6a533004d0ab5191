package io.github.serverlint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.estate.Step;
import io.github.serverlint.plan.Plan.PlanStage;
import io.github.serverlint.plan.Plan.Solution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans to and from what is newer than the catalog. */
class NewerReleaseNeedsTest {
    private static final String OF_THE_DAY = " is newer than the catalog of " + Sample.CATALOG.date() + ", so its own";

    private static Solution plan(String today, String wanted) {
        return (Solution)
                PlannerTest.plan(PlannerTest.estate("servers: " + today), PlannerTest.estate("servers: " + wanted));
    }

    private static List<String> steps(Solution plan) {
        return plan.steps().stream().map(Step::sentence).toList();
    }

    private static List<String> needs(Solution plan) {
        return plan.stages().stream()
                .map(PlanStage::needs)
                .flatMap(List::stream)
                .map(Plan.Need::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Exchange SE RTM, Exchange SE CU1, Exchange Server Subscription Edition CU1",
        "Exchange 2019 CU15, 15.2.3000.10, Exchange Server Subscription Edition build 15.2.3000",
        "Exchange SE CU1, Exchange SE CU2, Exchange Server Subscription Edition CU2",
        "Exchange 2019 CU15, Exchange 2019 CU16, Exchange Server 2019 CU16",
    })
    void aStepToANewerLevelSaysSo(String from, String to, String name) {
        Solution plan = plan(
                "{mail01: {os: Windows Server 2022, exchange: " + from + "}}",
                "{mail01: {os: Windows Server 2022, exchange: " + to + "}}");
        assertThat(steps(plan)).containsExactly("back up mail01", "upgrade mail01 to " + name);
        assertThat(needs(plan)).singleElement().asString().startsWith(name + OF_THE_DAY);
    }

    @Test
    void aNewerWindowsIsSaidOnceForAllServersThatGetIt() {
        Solution plan = plan(
                "{file01: {os: Windows Server 2022}, file02: {os: Windows Server 2019}}",
                "{file01: {os: 29000}, file02: {os: 29000}, file03: {os: 10.0.29000}}");
        assertThat(needs(plan)).singleElement().asString().startsWith("Windows Server (build 10.0.29000)" + OF_THE_DAY);
    }

    @Test
    void thereIsNoWayBackFromItInPlace() {
        Solution plan = plan(
                "{mail01: {os: Windows Server 2022, exchange: Exchange SE CU1}}",
                "{mail01: {os: Windows Server 2022, exchange: Exchange SE RTM}}");
        assertThat(steps(plan))
                .noneMatch(step -> step.startsWith("upgrade"))
                .contains("remove exchange from mail01", "install Exchange Server Subscription Edition RTM on mail01");
        assertThat(needs(plan)).isEmpty();
    }

    @Test
    void whatTheCatalogKnowsIsSilent() {
        assertThat(needs(plan(
                        "{mail01: {os: Windows Server 2022, exchange: Exchange 2019 CU14}}",
                        "{mail01: {os: Windows Server 2022, exchange: Exchange SE RTM}}")))
                .isEmpty();
    }
}
