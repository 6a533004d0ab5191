package io.github.serverlint.report;

import io.github.serverlint.Sample;
import io.github.serverlint.engine.LintResult;
import io.github.serverlint.engine.Linter;
import io.github.serverlint.engine.RuleSeverities;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.source.SourceFile;
import java.util.List;

/**
 * One result that every format is shown by: an error, a warning, a note, a suppressed, a baselined and a known one, a file
 * that could not be read, inherited values, several findings of one server and rule, a step of a migration, and names that
 * are not ASCII.
 */
final class OneOfEachKind {
    private static final String MAIL = """
            defaults:
              forest: corp.example.com
            x-old: &old {os: Windows Server 2003 RTM}
            servers:
              mail-zürich:
                <<: *old
                exchange: Exchange 2000 SP3
              mail02:
                <<: *old
                exchange: Exchange Server 2003 SP1
                features: {VSS: on}
              mail03: {os: Windows 2000, exchange: Exchange 2003, x-noté: 😀, features: [volume-shadow-copy]}
              lab: {os: Windows Server 2003 SP1, exchange: Exchange 2000 SP3, features: [refs-volumes, tls-1-3]}
            """;
    private static final String DIRECTORY = """
            forests:
              corp.example.com:
                prepared: [inetorgperson-fix]
            """;
    private static final String MIGRATION = """
            migrations:
              rollout:
                steps:
                  - upgrade: mail03
                    to: Windows Server 2003 SP1
            """;
    private static final String FOREIGN = "services: {}\n";

    private OneOfEachKind() {}

    static LintResult result() {
        LintResult result = new Linter(Sample.CATALOG)
                .lint(
                        List.of(
                                new SourceFile("servers/a b/mail.yaml", MAIL),
                                new SourceFile("servers/ad.yaml", DIRECTORY),
                                new SourceFile("servers/rollout.yaml", MIGRATION),
                                new SourceFile("servers/compose.yaml", FOREIGN)),
                        RuleSeverities.parse(List.of("feature-needs-newer-windows=note")),
                        Sample.AS_OF);
        return result.with(
                result.findings().stream().map(OneOfEachKind::excused).toList());
    }

    /** As comments, a file of known violations and a base would do it. */
    private static Finding excused(Finding finding) {
        if (finding.rule().id().equals("unsupported-platform")
                && finding.server().equals(java.util.Optional.of("lab"))) {
            return finding.suppressed("wiped every night");
        } else if (finding.message().contains("DomainPrep")) {
            return finding.baselined("serverlint-baseline.json");
        } else if (finding.message().contains("ForestPrep")) {
            return finding.known();
        }
        return finding;
    }

    static Reported reported(String root) {
        return reported(root, result());
    }

    static Reported reported(String root, LintResult result) {
        return new Reported(
                List.of(new Reported.Part("", result, Severity.ERROR)), root, Sample.CATALOG.sources(), "1.2.3");
    }
}
