package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Step;
import io.github.serverlint.plan.Plan.PlanStage;
import io.github.serverlint.plan.Plan.Solution;
import io.github.serverlint.plan.Plan.Undo;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again as it was meant. */
class PlanFileTest {
    private static final String STEPS = """
            forests:
              corp.example.com:
            servers:
              mail01: {os: W2K SP4, exchange: E2K SP3}
            migrations:
              rollout:
                steps:
                  - back-up: mail01
                  - {prepare: corp.example.com, with: inetorgperson-fix}
                  - {upgrade: mail01, to: Exchange Server 2003 SP1}
                  - {install: Active Directory Connector 2003, on: mail01}
                  - {remove: ad-connector, from: mail01}
                  - {enable: recovery-storage-group, on: mail01}
                  - {disable: recovery-storage-group, on: mail01}
                  - {raise: corp.example.com, to: Windows Server 2003}
                  - add: mail02
                    as: {os: {release: Windows Server 2003, service-pack: SP1, edition: Enterprise, architecture: x86}, exchange: E2K3 SP1,
                         roles: [mailbox], features: [volume-shadow-copy], components: [nntp], cluster: {name: "c: 1", nodes: 2, mode: active-passive}, forest: corp.example.com}
                  - {move-mailboxes: mail01, to: mail02}
                  - {reinstall: mail01, as: {os: W2K3}}
                  - {decommission: mail01}
            """;

    private static Estate read(String text) {
        LintResult result = new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("a.yaml", text)), RuleSeverities.DEFAULT, Sample.AS_OF);
        assertThat(result.findings()).noneMatch(finding -> finding.rule().reading());
        return result.estate();
    }

    private static Solution plan(List<Step> steps) {
        return new Solution(
                steps.stream()
                        .map(step -> new PlanStage(List.of(step), List.of(), Undo.POSSIBLE, List.of()))
                        .toList(),
                true,
                false);
    }

    @Test
    void everyStepIsReadAgainAsItWas() {
        List<Step> steps = read(STEPS).migrations().get(0).steps();
        String definitions = STEPS.substring(0, STEPS.indexOf("migrations:"));
        String written = PlanFile.render(plan(steps));
        List<Step> again = read(definitions + written).migrations().get(0).steps();
        assertThat(again.stream().map(Step::sentence))
                .containsExactlyElementsOf(steps.stream().map(Step::sentence).toList());
        assertThat(PlanFile.render(plan(again))).isEqualTo(written);
        assertThat(written)
                .contains("os: {release: \"Windows Server 2003\", service-pack: \"SP1\", edition: \"Enterprise\","
                        + " architecture: x86}")
                .contains("cluster: {name: \"c: 1\", nodes: 2, mode: active-passive}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"büro 📬", "null", "~", "yes", "a: b", "#1", "- x", "2003", "it's \"new\"", "a\\b", "{x}", "*a"})
    void anyNameIsWrittenSoThatItIsReadAgain(String name) {
        String quoted = "'" + name.replace("'", "''") + "'";
        String definitions = "servers:\n  " + quoted + ": {os: W2K SP4}\n";
        List<Step> steps = read(definitions + "migrations: {m: {steps: [{back-up: " + quoted + "}]}}\n")
                .migrations()
                .get(0)
                .steps();
        Estate again = read(definitions + PlanFile.render(plan(steps)));
        assertThat(again.migrations().get(0).steps())
                .singleElement()
                .satisfies(step -> assertThat(step.servers().get(0).value()).isEqualTo(name));
    }
}
