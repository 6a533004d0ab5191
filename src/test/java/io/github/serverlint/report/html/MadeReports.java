package io.github.serverlint.report.html;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.LintResult.BaseComparison;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports to look at: a small one that has one of each kind, and large ones. */
final class MadeReports {
    private static final String MAIL = """
            defaults:
              forest: corp.example.com
            x-old: &old {os: Windows Server 2003 RTM}
            servers:
              mail-zürich: {os: Windows Server 2003, exchange: Exchange 2000 SP3, x-password: hunter2}
              mail02:
                <<: *old
                exchange: Exchange Server 2003 SP1
                features: {VSS: on}
                x-password: hunter3
              mail03: {os: Windows 2000, exchange: Exchange 2003, features: [volume-shadow-copy]}
              mail04: {os: Windows 2000 Server SP4, exchange: Exchange 2000 SP3, components: [instant-messaging]}
              mail05: {os: Windows Server 2003 x64, exchange: Exchange 2003 SP2}
              portal01: {os: Windows 2000 Server SP4, sharepoint-portal-server: SharePoint Portal Server 2003}
              lab01: {os: Windows NT 4.0 SP6a, exchange: Exchange 2003, forest: lab.example.com}
              lab02: {exchange: Exchange 20003, os: Windows Server 2003 SP1, forest: lab.example.com}
              lab03: {os: Windows Server 2033, exchange: Exchange 2003 SP1, forest: lab.example.com}
              dc01: {os: Windows 2000 Server SP4, roles: [domain-controller, global-catalog]}
              web01: {os: Windows Server 2003 SP1}
            migrations:
              exchange-2003:
                steps:
                  - back-up: mail04
                  - upgrade: mail04
                    to: Windows Server 2003 SP1
                  - upgrade: mail04
                    to: Exchange Server 2003 SP1
                  - enable: volume-shadow-copy
                    on: mail04
                  - prepare: corp.example.com
                    with: inetorgperson-fix
                  - back-up: dc01
                  - upgrade: dc01
                    to: Windows Server 2003 SP1
                  - upgrade: dc01
                    to: Windows Server 2003 SP1
                  - decommission: web01
            """;
    private static final String DIRECTORY = """
            forests:
              corp.example.com: {functional-level: Windows 2000, domain-mode: mixed}
              lab.example.com: {prepared: [inetorgperson-fix]}
            """;

    private MadeReports() {}

    /** One of each kind: severities, statuses, what is not judged, a migration, two forests. */
    static ReportModel small() {
        return reported(List.of(new ModuleResult("", smallResult(), Severity.ERROR)));
    }

    /** The same as one module of two. */
    static ReportModel modules() {
        LintResult other = lint(
                List.of(new SourceFile(
                        "servers/web.yaml", "servers:\n  web09: {os: W2K3 SP2, exchange: Exchange 2000 SP3}\n")),
                List.of());
        return reported(List.of(
                new ModuleResult("mail/", smallResult(), Severity.ERROR),
                new ModuleResult("web/", other, Severity.WARNING)));
    }

    static ReportModel of(String yaml) {
        return reported(List.of(new ModuleResult(
                "", lint(List.of(new SourceFile("servers/a.yaml", yaml)), List.of()), Severity.ERROR)));
    }

    /** A large estate: every tenth server is at fault, up to a number of findings. */
    static ReportModel large(int servers, int findings) {
        StringBuilder yaml = new StringBuilder("servers:\n");
        String[][] good = {
            {"Windows 2000 Server SP4", "Exchange 2000 SP3"},
            {"Windows Server 2003 SP2", "Exchange Server 2003 SP2"},
            {"Windows Server 2008 R2 SP1", "Exchange Server 2010 SP3"},
            {"Windows Server 2012 R2", "Exchange Server 2013 SP1"},
            {"Windows Server 2019", "Exchange Server 2019 CU14"},
        };
        for (int i = 0; i < servers; i++) {
            boolean fault = i % (servers / findings) == 0;
            String[] pair =
                    fault ? new String[] {"Windows Server 2003 SP1", "Exchange 2000 SP3"} : good[i % good.length];
            yaml.append(String.format(
                    "  server-%05d: {os: %s, exchange: %s, forest: forest-%d.example.com}%n",
                    i, pair[0], pair[1], i % 5));
        }
        yaml.append("forests:\n");
        for (int i = 0; i < 5; i++) {
            yaml.append("  forest-").append(i).append(".example.com:\n");
        }
        LintResult result = lint(List.of(new SourceFile("servers/all.yaml", yaml.toString())), onlyPlatforms());
        return reported(List.of(new ModuleResult("", result, Severity.ERROR)));
    }

    /**
     * A migration with very many steps. At first servers are backed up and upgraded in turn, except for one, which is
     * not backed up; then they are backed up again and again.
     */
    static ReportModel longMigration(int steps, int forgotten) {
        int servers = 200;
        StringBuilder yaml = new StringBuilder("servers:\n");
        for (int i = 0; i < servers; i++) {
            yaml.append("  s").append(i).append(": {os: W2K SP4, exchange: Exchange 2000 SP3}\n");
        }
        yaml.append("migrations:\n  long:\n    steps:\n");
        for (int i = 0; i < steps / 2; i++) {
            String name = "s" + i % servers;
            if (i != forgotten) {
                yaml.append("      - back-up: ").append(name).append('\n');
            }
            if (i < servers) {
                yaml.append("      - upgrade: ").append(name).append("\n        to: Exchange Server 2003 SP1\n");
            } else {
                yaml.append("      - back-up: ").append(name).append('\n');
            }
        }
        return of(yaml.toString());
    }

    private static List<String> onlyPlatforms() {
        return List.of("unsupported-coexistence=off", "unsupported-domain-controller=off");
    }

    private static LintResult smallResult() {
        LintResult result = lint(
                List.of(new SourceFile("servers/a b/mail.yaml", MAIL), new SourceFile("servers/ad.yaml", DIRECTORY)),
                List.of("feature-needs-newer-windows=warning", "step-without-effect=note"));
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : result.findings()) {
            String server = finding.server().orElse("");
            findings.add(
                    switch (server) {
                        case "lab01" -> finding.suppressed("lab machine, <wiped> every night");
                        case "portal01" -> finding.baselined("serverlint-baseline.json");
                        case "mail05" -> finding.known();
                        default -> finding;
                    });
        }
        return new LintResult(
                result.files(),
                result.estate(),
                result.rules(),
                findings,
                result.undecided(),
                result.unjudged(),
                Optional.of(new BaseComparison(
                        "origin/main",
                        "0123456789abcdef0123456789abcdef01234567",
                        9,
                        2,
                        List.of("servers/old.yaml:3:7"),
                        true)),
                result.provenance(),
                result.notices(),
                result.replays());
    }

    private static LintResult lint(List<SourceFile> files, List<String> severities) {
        return new TextLinter(Sample.CATALOG).lint(files, RuleSeverities.parse(severities), Sample.AS_OF);
    }

    private static ReportModel reported(List<ModuleResult> parts) {
        return new ReportModel(parts, "", Sample.CATALOG.sources(), "1.2.3");
    }
}
