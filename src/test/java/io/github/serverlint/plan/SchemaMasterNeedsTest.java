package io.github.serverlint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.plan.Plan.Need;
import io.github.serverlint.plan.Plan.PlanStage;
import io.github.serverlint.plan.Plan.Solution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says of a Windows Server 2025 schema master, and how it orders the preparations around it. */
class SchemaMasterNeedsTest {

    private static Solution plan(String today, String wanted) {
        return (Solution) PlannerTest.plan(PlannerTest.estate(today), PlannerTest.estate(wanted));
    }

    private static String corp(String prepared, String windows, String exchange) {
        return """
                forests: {corp.example.com: {prepared: [%s]}}
                defaults: {forest: corp.example.com}
                servers:
                  dc01: {os: %s, roles: [domain-controller]}
                  mail01: {os: Windows Server 2022, exchange: %s}
                  mail02: {os: Windows Server 2022, exchange: %s}
                """.formatted(prepared, windows, exchange, exchange);
    }

    private static List<String> steps(Solution plan) {
        return plan.steps().stream().map(step -> step.sentence()).toList();
    }

    private static List<Need> needs(Solution plan) {
        return plan.stages().stream()
                .map(PlanStage::needs)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.26100.1742", "Windows Server 2025"})
    void theFirstStepThatExtendsTheSchemaSaysIt(String windows) {
        Solution plan = plan(corp("", windows, "Exchange 2019 CU14"), corp("", windows, "Exchange SE"));
        assertThat(needs(plan)).singleElement().satisfies(need -> {
            assertThat(need.text())
                    .contains("Windows Server 2025 schema master")
                    .contains("KB5068861");
            assertThat(need.sources()).isNotEmpty();
        });
        assertThat(steps(plan)).noneMatch(step -> step.startsWith("prepare"));
    }

    @Test
    void nothingIsSaidWhereTheSchemaMasterIsKnownToBeFine() {
        assertThat(needs(plan(
                        corp("", "10.0.26100.33158", "Exchange 2019 CU14"),
                        corp("", "10.0.26100.33158", "Exchange SE"))))
                .isEmpty();
        assertThat(needs(plan(
                        corp("schema-fix-2025", "Windows Server 2025", "Exchange 2019 CU14"),
                        corp("schema-fix-2025", "Windows Server 2025", "Exchange SE"))))
                .isEmpty();
        assertThat(needs(plan(
                        corp("", "Windows Server 2022", "Exchange 2019 CU14"),
                        corp("", "Windows Server 2022", "Exchange SE"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.26100.1742", "Windows Server 2025"})
    void thePreparationThatIsWantedComesAfterTheFix(String windows) {
        Solution plan = plan(
                corp("", windows, "Exchange 2019 CU15"), corp("exchange-se-preparead", windows, "Exchange 2019 CU15"));
        assertThat(steps(plan))
                .containsExactly(
                        "prepare corp.example.com with the schema fix of Windows Server 2025",
                        "prepare corp.example.com with Exchange SE PrepareAD");
    }

    @Test
    void anUpdateThatIsWantedComesBeforeThePreparation() {
        Solution plan = plan(
                corp("", "10.0.26100.1742", "Exchange 2019 CU15"),
                corp("exchange-se-preparead", "10.0.26100.7171", "Exchange 2019 CU15"));
        assertThat(steps(plan))
                .containsExactly(
                        "back up dc01",
                        "upgrade dc01 to Windows Server 2025 Update-2025-11",
                        "prepare corp.example.com with Exchange SE PrepareAD");
    }
}
