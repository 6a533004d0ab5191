package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All rules beside a level or a release that came out after the catalog: minimums are met, upper limits not judged. */
class NewerThanCatalogJudgingTest {
    private static final String NOTE = "newer-than-catalog note";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Minimums are met.
                "exchange: Exchange 2019 CU16, os: Windows Server 2025 | ",
                "exchange: Exchange 2019 CU16, os: Windows Server 2022 | ",
                "exchange: Exchange 2016 CU24, os: Windows Server 2012 R2, dotnet: '4.8' | ",
                // What a later update may have brought is not judged.
                "exchange: Exchange 2016 CU24, os: Windows Server 2019 | ",
                "exchange: Exchange 2019 CU16, os: Windows Server 2022, dotnet: '4.7.2' | ",
                "exchange: Exchange SE CU1, os: 10.0.29000 | newer-than-catalog note",
                "exchange: Exchange SE RTM, os: 10.0.29000 | ",
                "exchange: Exchange 2003 SP2, os: 10.0.29000 | ",
                // What no later update brings back is judged.
                "exchange: Exchange 2019 CU16, os: Windows Server 2016 | unsupported-platform error",
                "exchange: Exchange SE CU1, os: Windows Server 2012 R2 | unsupported-platform error",
            })
    void aServerIsJudgedAsFarAsTheCatalogKnows(String values, String besides) {
        List<String> expected = besides == null ? List.of(NOTE) : List.of(NOTE, besides);
        assertThat(judged("servers: {mail01: {" + values + "}}")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Domain controllers newer than each one that is accepted, and the level of such a forest.
                "Exchange 2016 CU24 | Windows Server 2025 | Windows Server 2016 | ",
                "Exchange SE CU1 | 10.0.29000 | Windows Server 2016 | newer-than-catalog note",
                "Exchange SE RTM | 10.0.29000 | Windows Server 2016 | ",
                "Exchange SE CU1 | Windows Server 2025 | Windows Server 2025 | ",
                // Older ones are no matter of updates.
                "Exchange SE CU1 | Windows Server 2008 R2 | Windows Server 2012 R2 | unsupported-domain-controller error",
            })
    void aForestIsJudgedAsFarAsTheCatalogKnows(String exchange, String controller, String level, String besides) {
        List<String> expected = besides == null ? List.of(NOTE) : List.of(NOTE, besides);
        String windows = exchange.contains("2016") ? "Windows Server 2016" : "Windows Server 2022";
        assertThat(judged("forests: {corp.example.com: {functional-level: " + level + "}}\nservers:\n  mail01: {os: "
                        + windows + ", exchange: " + exchange + "}\n  dc01: {os: " + controller
                        + ", roles: [domain-controller]}"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exchange: Exchange SE CU1 | exchange: Exchange SE RTM | downgrade error",
                "exchange: Exchange SE CU2 | exchange: Exchange SE CU1 | downgrade error, newer-than-catalog note",
                "exchange: 15.2.3000.10 | exchange: 15.2.3000.4 | newer-than-catalog note",
                "exchange: Exchange SE RTM | exchange: Exchange SE CU1 | newer-than-catalog note",
                "exchange: Exchange 2019 CU16 | exchange: Exchange SE CU1 | newer-than-catalog note",
                "exchange: Exchange SE CU1 | exchange: Exchange 2019 CU15 | downgrade error",
            })
    void aChangeIsJudgedByTheOrderOfLevels(String before, String after, String expected) {
        assertThat(changed("os: Windows Server 2022, " + before, "os: Windows Server 2022, " + after))
                .containsExactlyInAnyOrder(expected.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Windows Server 2025 | 10.0.29000 | newer-than-catalog note",
                "10.0.29000 | Windows Server 2025 | downgrade error",
                "10.0.29000 | 10.0.28500 | downgrade error, newer-than-catalog note",
                "10.0.28500 | 10.0.29000 | newer-than-catalog note",
            })
    void aChangeOfWindowsIsJudgedByTheOrderOfBuilds(String before, String after, String expected) {
        assertThat(changed("os: " + before, "os: " + after)).containsExactlyInAnyOrder(expected.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // What a step leads to is newer, once however many servers reach it.
                "Exchange SE RTM | Exchange SE CU1 | newer-than-catalog note migrations.m.steps",
                "Exchange 2019 CU15 | Exchange SE CU1 | newer-than-catalog note migrations.m.steps",
                "Exchange 2019 CU15 | Exchange 15.2.3000.10 | newer-than-catalog note migrations.m.steps",
                "Exchange SE CU1 | Exchange SE CU2 | newer-than-catalog note servers.mail01.exchange,"
                        + " newer-than-catalog note migrations.m.steps",
                // What the server has already is said there alone.
                "Exchange SE CU1 | Exchange SE RTM | newer-than-catalog note servers.mail01.exchange,"
                        + " downgrade error migrations.m.steps",
                "Exchange SE CU2 | Exchange SE CU1 | newer-than-catalog note servers.mail01.exchange,"
                        + " downgrade error migrations.m.steps",
                "15.2.3000.10 | Exchange 2019 CU15 | newer-than-catalog note servers.mail01.exchange,"
                        + " downgrade error migrations.m.steps",
            })
    void aStepOfAMigrationIsJudgedByTheOrderOfLevels(String from, String to, String expected) {
        assertThat(places(new TextLinter(Sample.CATALOG)
                        .lint(
                                List.of(new SourceFile("a.yaml", """
                                servers: {mail01: {os: Windows Server 2022, exchange: %s}}
                                migrations: {m: {steps: [{back-up: mail01}, {upgrade: mail01, to: %s}]}}
                                """.formatted(from, to))),
                                RuleSeverities.DEFAULT,
                                Sample.AS_OF)))
                .containsExactlyInAnyOrder(expected.split(", "));
    }

    @Test
    void aVariableOfAnInventoryIsJudgedWhereItIsSaid() {
        InputFormat ansible = MappedFormat.shipped("ansible", Sample.CATALOG).orElseThrow();
        LintResult result = new TextLinter(Sample.CATALOG)
                .lint(
                        ansible,
                        List.of("inventory"),
                        List.of(new SourceFile("inventory/hosts.yml", """
                                mail:
                                  hosts: {mx01: , mx02: }
                                  vars: {os: Windows Server 2025, exchange: Exchange SE CU1}
                                file:
                                  hosts: {fs01: {os: 29000, ansible_connection: winrm}}
                                """).foundAt("hosts.yml", true)),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF);
        assertThat(result.findings())
                .extracting(finding -> finding.span() + " " + finding.message())
                .containsExactlyInAnyOrder(
                        "inventory/hosts.yml:3:45 \"mx01\" and 1 more run Exchange Server Subscription Edition CU1, which is"
                                + " newer than the catalog of " + Sample.CATALOG.date() + ".",
                        "inventory/hosts.yml:5:22 \"fs01\" runs Windows Server (build 10.0.29000), which is newer than the"
                                + " catalog of " + Sample.CATALOG.date() + ".");
    }

    private static List<String> judged(String definition) {
        return words(new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("a.yaml", definition)), RuleSeverities.DEFAULT, Sample.AS_OF));
    }

    private static List<String> changed(String before, String after) {
        return words(new TextLinter(Sample.CATALOG)
                .lint(
                        List.of(new SourceFile("a.yaml", "servers: {s: {" + before + "}}")),
                        List.of(new SourceFile("a.yaml", "servers: {s: {" + after + "}}")),
                        false,
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF));
    }

    private static List<String> places(LintResult result) {
        return result.findings().stream()
                .map(finding -> finding.rule().id() + " " + finding.severity().word() + " " + finding.keyPath())
                .toList();
    }

    private static List<String> words(LintResult result) {
        return result.findings().stream()
                .map(finding -> finding.rule().id() + " " + finding.severity().word())
                .toList();
    }
}
