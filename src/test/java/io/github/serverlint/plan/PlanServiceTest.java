package io.github.serverlint.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintRequest;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the definitions keeps a plan from being made. */
class PlanServiceTest {
    private static final InputFormat ANSIBLE =
            MappedFormat.shipped("ansible", Sample.CATALOG).orElseThrow();

    @TempDir
    Path base;

    private PlanResult plan(String today, String wanted) throws IOException {
        Files.createDirectories(base.resolve("today"));
        Files.createDirectories(base.resolve("wanted"));
        Files.writeString(base.resolve("today/hosts.yml"), today);
        Files.writeString(base.resolve("wanted/hosts.yml"), wanted);
        return new PlanService(Sample.CATALOG)
                .plan(
                        new LintRequest(
                                new SourceTree(base, ANSIBLE.scope(), List.of()),
                                ANSIBLE,
                                List.of(Path.of("today")),
                                RuleSeverities.DEFAULT,
                                Sample.AS_OF,
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                new RunMonitor()),
                        Path.of("wanted"));
    }

    private static List<String> findings(PlanResult result) {
        return result.findings().stream()
                .map(finding -> finding.span() + " " + finding.severity().word() + " "
                        + finding.rule().id())
                .toList();
    }

    private static List<String> steps(PlanResult result) {
        return ((Plan.Solution) result.plan().orElseThrow())
                .steps().stream().map(step -> step.sentence()).toList();
    }

    private static String tied(String release) {
        return """
                old: {vars: {os: Windows Server 2012 R2}}
                a: {vars: {exchange: %s}, hosts: {mx01: {os: Windows Server 2016}}}
                b: {vars: {exchange: Exchange 2016 CU23}, hosts: {mx01: }}
                """.formatted(release);
    }

    @Test
    void aTieIsSaidAndHindersNoPlan() throws IOException {
        PlanResult result = plan(tied("Exchange 2016 CU22"), tied("Exchange 2019 CU14"));
        assertThat(findings(result))
                .containsExactly(
                        "today/hosts.yml:3:12 warning invalid-value", "wanted/hosts.yml:3:12 warning invalid-value");
        assertThat(steps(result)).isEmpty();
    }

    @Test
    void anUnknownReleaseIsNotInstalled() throws IOException {
        String unclear = "all: {hosts: {mx02: {os: '{{ lookup(\"env\", \"OS\") }}', exchange: Exchange 2016 CU23}}}\n";
        PlanResult result =
                plan(unclear, "all: {hosts: {mx02: {os: Windows Server 2016, exchange: Exchange 2016 CU23}}}\n");
        assertThat(findings(result)).containsExactly("today/hosts.yml:1:26 warning invalid-value");
        assertThat(result.plan()).isEmpty();
    }

    @Test
    void anErrorHindersIt() throws IOException {
        PlanResult result = plan("all: {hosts: {mx01: {os: Windows Server 2099}}}\n", tied("Exchange 2019 CU14"));
        assertThat(findings(result))
                .containsExactly(
                        "today/hosts.yml:1:26 error unknown-release", "wanted/hosts.yml:3:12 warning invalid-value");
        assertThat(result.plan()).isEmpty();
    }

    @Test
    void aWarningDoesNotMakeUpForServers() {
        String debian = """
                a: {vars: {os: Debian 11}, hosts: {web01: }}
                b: {vars: {os: Debian 12}, hosts: {web01: }}
                """;
        assertThatThrownBy(() -> plan(debian, tied("Exchange 2019 CU14")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no server in today");
    }

    private static String host(String name, String os, String exchange) {
        return "all: {hosts: {" + name + ": {os: " + os + ", exchange: " + exchange + "}}}\n";
    }

    @Test
    void candidatesThatMakeNoDifferenceArePlannedAndOthersAreNamed() throws IOException {
        PlanResult same = plan(
                host("mx01", "Windows2019_64", "Exchange 2019 CU14"),
                host("mx01", "Windows2019_64", "Exchange 2019 CU15"));
        assertThat(steps(same)).containsExactly("back up mx01", "upgrade mx01 to Exchange Server 2019 CU15");
        assertThatThrownBy(() -> plan(
                        host("mx01", "Windows Server 2012 R2", "Exchange 2013 CU23"),
                        host("mx01", "windows.2k12", "Exchange 2016 CU23")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "\"windows.2k12\" of \"mx01\" can mean Windows Server 2012 or 2012 R2. No plan is good for all of"
                                + " that, so name the release that it is.");
    }
}
