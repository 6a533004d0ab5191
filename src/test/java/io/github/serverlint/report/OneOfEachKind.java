package io.github.serverlint.report;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One result that every format is shown by: an error, a warning, a note, a suppressed, a baselined and a known one, a file
 * that could not be read, inherited values, several findings of one server and rule, a step of a migration, and names that
 * are not ASCII.
 */
public final class OneOfEachKind {
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
              lab: {os: Windows Server 2003 SP1, exchange: Exchange 2000 SP3, features: [refs-volumes, tls-1-3, dag]}
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

    /** The texts by their paths. */
    static final Map<String, String> FILES = Map.of(
            "servers/a b/mail.yaml", MAIL,
            "servers/ad.yaml", DIRECTORY,
            "servers/rollout.yaml", MIGRATION,
            "servers/compose.yaml", FOREIGN);

    static final RuleSeverities SEVERITIES = RuleSeverities.parse(List.of("feature-needs-newer-windows=note"));

    private OneOfEachKind() {}

    public static LintResult result() {
        return result(FILES);
    }

    static LintResult result(Map<String, String> texts) {
        List<SourceFile> files = new ArrayList<>();
        new TreeMap<>(texts).forEach((path, text) -> files.add(new SourceFile(path, text)));
        return excused(new TextLinter(Sample.CATALOG).lint(files, SEVERITIES, Sample.AS_OF));
    }

    /** The same result with some findings that do not count. */
    static LintResult excused(LintResult result) {
        return result.with(
                result.findings().stream().map(OneOfEachKind::excused).toList());
    }

    /** As comments, a file of known violations and a base would do it. */
    private static Finding excused(Finding finding) {
        if (finding.rule().id().equals("unsupported-platform")
                && finding.server().equals(Optional.of("lab"))) {
            return finding.suppressed("wiped every night");
        } else if (finding.message().contains("DomainPrep")) {
            return finding.baselined("serverlint-baseline.json");
        } else if (finding.message().contains("ForestPrep")) {
            return finding.known();
        }
        if (finding.message().contains("enables TLS 1.3 on Exchange")) {
            // Beside others of its server and rule that count.
            return finding.suppressed("switched off by a policy");
        }
        return finding;
    }

    public static ReportModel reported(String root) {
        return reported(root, result());
    }

    public static ReportModel reported(String root, LintResult result) {
        return new ReportModel(
                List.of(new ReportModel.ModuleResult("", result, Severity.ERROR)),
                root,
                Sample.CATALOG.sources(),
                "1.2.3");
    }
}
