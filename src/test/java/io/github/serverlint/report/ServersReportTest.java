package io.github.serverlint.report;

import io.github.serverlint.Golden;
import io.github.serverlint.Sample;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServersReportTest {

    @Test
    void eachFieldIsShownWithWhatItWasTakenFor() throws IOException {
        SourceFile file = new SourceFile("servers/mail.yaml", """
                defaults: {forest: corp.example.com}
                forests: {corp.example.com: }
                servers:
                  mail01:
                    os: {release: W2K3, service-pack: SP2, edition: enterprise}
                    exchange: 6.5.7638
                    roles: [Mailbox, "bridge\\tead"]
                    features: [VSS, outlook anywhere]
                    cluster: west
                  mail02: {os: Windows Server 2003 Entreprise, exchange: Ex2003 SP2}
                """);
        Golden.check(
                "servers.txt",
                String.join(
                                "\n",
                                ServersReport.lines(
                                        new TextLinter(Sample.CATALOG, List.of())
                                                .lint(List.of(file), RuleSeverities.DEFAULT, Sample.AS_OF),
                                        "mvn serverlint:check"))
                        + "\n");
    }
}
