package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.report.ServersReport;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Ansible makes of an inventory, up to the findings and the output of {@code servers}. */
class InventoryMeaningsTest {

    private static LintResult lint(String text) {
        return new TextLinter(Sample.CATALOG)
                .lint(
                        MappedFormat.shipped("ansible", Sample.CATALOG).orElseThrow(),
                        List.of("lab"),
                        List.of(new SourceFile("lab/hosts.yml", text).foundAt("hosts.yml", true)),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF);
    }

    @Test
    void domainControllersGetNoExchangeThatIsSaidToAllAndServersSaysWhy() {
        LintResult result = lint("""
                all:
                  vars: {exchange_version: 2016, exchange_cu: 12}
                  children:
                    domain_controllers: {hosts: {dc01: {box: acme/WindowsServer2022}}}
                """);
        assertThat(result.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        String why = "(lab/hosts.yml:2:%d): it is not meant for the group \"domain_controllers\"";
        assertThat(ServersReport.lines(result, "check"))
                .anySatisfy(line -> assertThat(line)
                        .matches(
                                " +exchange +- +- +missing +- +not used: \"exchange_version\", which the group \"all\" says .*")
                        .endsWith(String.format(why, 10)))
                .anySatisfy(line -> assertThat(line)
                        .matches(" +exchange\\.cumulative-update +- +- +missing .*")
                        .endsWith(String.format(why, 34)))
                .anyMatch(line -> line.contains("not used: \"exchange_version\"") && line.contains("for dc01"));
    }

    @Test
    void theLastOfRepeatedKeysIsJudgedAndTheKeyIsAWarning() {
        LintResult result = lint("""
                exchange: {hosts: {mx01: {os: Windows Server 2012 R2, exchange_version: 2013 CU23, os: Windows Server 2022}}}
                """);
        assertThat(result.findings())
                .extracting(finding -> finding.span() + " " + finding.severity().word() + " "
                        + finding.rule().id())
                .contains("lab/hosts.yml:1:84 warning duplicate-key")
                .anyMatch(line -> line.endsWith("error unsupported-platform"));
        assertThat(
                        lint("exchange: {hosts: {mx01: {os: Windows Server 2022, exchange_version: 2013 CU23, os: Windows Server 2012 R2}}}\n")
                                .findings())
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
