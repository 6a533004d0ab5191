package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inventories are full of passwords, on the line of what is read, on the next one, and in unexpected places. */
class SecretsStaySecretTest {
    private static final String SECRET = "hunter2";

    private static final String MAPPING = """
            version: 1
            files: ['**/*.yaml']
            select: $.machines[*]
            fields:
              name: {at: $.host}
              os: [{at: $.image}, {at: $.admin_password}]
              exchange: {at: $.mail}
              roles: {at: $.roles}
              forest: [{at: $.api_token}, {at: $.domain}]
              cluster: {at: $.credentials.cluster}
            """;

    private static final InputFormat MAPPED =
            MappedFormat.read(new SourceFile("mapping.yaml", MAPPING), Sample.CATALOG);
    private static final InputFormat ANSIBLE =
            MappedFormat.shipped("ansible", Sample.CATALOG).orElseThrow();

    private static LintResult lint(InputFormat inputFormat, String... texts) {
        List<SourceFile> files = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            String name = "file" + i + ".yaml";
            files.add(new SourceFile("lab/" + name, texts[i])
                    .foundAt(name, inputFormat.scope().confidential()));
        }
        return new TextLinter(Sample.CATALOG)
                .lint(inputFormat, List.of("lab"), files, RuleSeverities.DEFAULT, Sample.AS_OF);
    }

    /** All output of a run. */
    private static List<String> seen(LintResult result) {
        ReportModel reportModel = new ReportModel(
                List.of(new ReportModel.ModuleResult("", result, Severity.ERROR)), "", Sample.CATALOG.sources(), "1");
        List<String> seen = new ArrayList<>();
        Stream.of(AnsiStyle.values())
                .flatMap(ansiStyle -> new ConsoleReport(ansiStyle, "mvn serverlint:explain").lines(result).stream())
                .map(ConsoleReport.Line::text)
                .forEach(seen::add);
        seen.add(ConsoleReport.failureMessage(result.findings()));
        seen.addAll(ServersReport.lines(result, "mvn serverlint:check"));
        FORMATS.forEach(reportFormat -> seen.add(reportFormat.render(reportModel)));
        // Nor does the model of a report hold it.
        result.findings().stream().map(Finding::toString).forEach(seen::add);
        return seen.stream().flatMap(String::lines).toList();
    }

    private static final List<ReportFormat> FORMATS = List.of(ReportFormat.values());

    private static void assertSecret(Supplier<LintResult> run) {
        assertThat(seen(run.get()))
                .isNotEmpty()
                .filteredOn(text -> text.contains(SECRET))
                .isEmpty();
    }

    private static LintResult mapped(String... texts) {
        return lint(MAPPED, texts);
    }

    private static LintResult ansible(String... texts) {
        return lint(ANSIBLE, texts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{host: mx01, pw: hunter2, image: Windows Server 2022, mail: Exchange 2016, key: hunter2}   # hunter2",
                "{host: mx01, image: Windows Server 2022, mail: Exchange 2016} # hunter2\n    # hunter2\n  - hunter2",
                "{host: mx01, image: {pw: hunter2}, mail: [Exchange 2016, {pw: hunter2}]}",
                "{host: mx01, image: Windows2019_64, mail: '{{ x }}', pw: hunter2}",
                "{host: mx01, admin_password: hunter2, mail: Exchange 2016}",
                "{host: mx01, image: Windows Server 2022, mail: Exchange 2016, api_token: hunter2}",
                "{host: mx01, image: Windows Server 2022, mail: Exchange 2016, credentials: {cluster: hunter2}}",
                "{host: mx01, image: Windows Server 2022, mail: 'https://u:hunter2@corp.example/Exchange2016.iso'}",
                "{host: mx01, image: Windows Server 2022, mail: 'https://corp.example/Exchange2016.iso?sig=hunter2'}",
                "{host: mx01, image: 'https://corp.example/golden.vhd?sig=hunter2', mail: Exchange 2016}",
                "{host: mx01, image: '{{ x }} https://u:hunter2@corp.example/a', mail: Exchange 2016}",
                "{host: mx01, mail: Exchange 2016, pw: hunter2}",
                "{host: mx01, image: Windows Server 2022, mail: Exchange 2016, <<: hunter2}",
                "{host: mx01, image: Windows Server 2022, mail: Exchange 2016, pw: hunter2, pw: hunter2}",
                "{host: mx01, image: Windows Server 2022, mail: Exchange 2016, pw: *hunter2}",
                "{host: mx01, image: Windows Server 2022, mail: Exchange 2016, pw: 'hunter2}",
                "{host: mx01, image: Windows Server 2022, mail: Exchange 2016, pw: hunter2: hunter2: x",
                "{host: mx01, image: Windows Server 2022, mail: Exchange 2016, pw: @hunter2}",
                "{host: mx01, image: Windows Server 2022, mail: Exchange 2016, pw: !hunter2!x y}",
                "{host: mx01, image: !vault hunter2, mail: Exchange 2016}",
                "{host: mx01, image: Windows Server 2022, mail: Exchange 2016}\n\thunter2: x",
            })
    void ofAMachine(String machine) {
        assertSecret(() -> mapped("machines:\n  - " + machine + "\n"));
    }

    @Test
    void ofAnInventory() {
        assertSecret(() -> ansible("""
                # hunter2
                all:
                  vars: {os: Windows Server 2022, ansible_password: hunter2}   # hunter2
                  children:
                    a: {hosts: {mx01: {ansible_password: hunter2, exchange: Exchange 2016, key: hunter2}}, vars: {x: hunter2}}
                    b: {hosts: {mx01: }, vars: {exchange_edition: Standard, pw: hunter2}}
                    c: {hosts: {mx01: , mx02: {exchange: "{{ hunter2_name | password_hash('hunter2') }}"}}, vars: {exchange_edition: Enterprise}}
                """.replace("\"{{ hunter2_name | password_hash('hunter2') }}\"", "\"{{ x }}\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all: {vars: hunter2}",
                "all: {vars: [hunter2]}",
                "all: {hosts: [hunter2]}",
                "all: {children: hunter2, hosts: {mx01: hunter2}}",
                "all: {hosts: {mx01: {os: Windows Server 2022, exchange: Exchange 2016, pw: *hunter2}}}",
                "all: {hosts: {mx01: {os: Windows Server 2022, exchange: Exchange 2016, pw: !hunter2 x}}}",
                "all: {hosts: {mx01: {os: Windows Server 2022, exchange: Exchange 2016, pw: hunter2, pw: hunter2}}}",
                "all: {hosts: {mx01: {os: Windows Server 2022, exchange: Exchange 2016, pw: 'hunter2}}}",
                "all: {hosts: {mx01: {os: Windows Server 2022, exchange: Exchange 2016}}, pw: hunter2}",
                "all: {hosts: {mx01: {os: 'https://u:hunter2@x/Windows.iso', exchange: Exchange 2016}}}",
                "[web]\nmx01 ansible_password=hunter2\n",
                "#!/bin/sh\necho hunter2\n",
                "plugin: amazon.aws.aws_ec2\naws_secret_key: hunter2\n",
                "all: {hosts: {mx01: {}}}\n---\nall: {vars: {pw: hunter2}}\n",
                "$ANSIBLE_VAULT;1.1;AES256\nhunter2\n",
                "hunter2",
                "[hunter2]",
            })
    void ofAFileThatIsNoGoodInventory(String text) {
        assertSecret(() -> ansible(text));
    }

    /** What a host says of its Windows, where the secret stands elsewhere or inside an expression. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'{{ admin_password }}'",
                "'{{ indirect }}'",
                "'{{ twice }}'",
                "'Windows {{ admin_password }} Server'",
                "'{{ pw | upper | lower }}'",
                "'{{ no_password | default(\"hunter2\") }}'",
                "'{{ accounts.api_token }}'",
                "'{{ accounts.inner }}'",
                "'{{ secrets_of_all }}'",
                "\"{{ lookup('env', 'x') ~ 'hunter2' }}\"",
                "\"{{ nope }} {{ lookup('env', 'x') ~ 'hunter2' }}\"",
                "'{{ lookup(\"env\", \"it''s \\\"hunter2\") }}'",
                ">-\n            {{ lookup('env', 'x')\n            ~ 'hunter2' }}",
            })
    void ofAnExpressionThatFetchesIt(String value) {
        for (String field : List.of("os", "exchange", "server_roles", "ad_forest")) {
            assertSecret(() -> ansible("""
                    all:
                      vars:
                        os: Windows Server 2022
                        exchange: Exchange 2016
                        admin_password: hunter2
                        pw: hunter2
                        indirect: '{{ admin_password }}'
                        twice: ' {{ indirect }}'
                        accounts: {api_token: hunter2, inner: '{{ pw }}'}
                        secrets_of_all: [hunter2, {a: hunter2}]
                        listed: ['{{ pw }}', mailbox]
                      hosts:
                        mx01:
                          ansible_connection: winrm
                          windows_features: '{{ listed }}'
                          exchange_edition: '{{ pw }}'
                          FIELD: VALUE
                    """.replace("FIELD", field).replace("VALUE", value)));
        }
    }

    @Test
    void anExpressionIsShownWithoutItsTexts() {
        assertThat(seen(ansible("all: {hosts: {mx01: {os: \"{{ lookup('env', 'x') ~ name }}\"}}}\n")))
                .anyMatch(text -> text.contains("{{ lookup('...', '...') ~ name }}"));
    }

    @Test
    void theTestLooksAtWhatPeopleSee() {
        LintResult open = new TextLinter(Sample.CATALOG)
                .lint(
                        List.of(new SourceFile(
                                "a.yaml",
                                "servers:\n  mx01: {os: Windows Server 2022, exchange: Exchange 2016}   # hunter2\n")),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF);
        assertThat(seen(open)).anyMatch(text -> text.contains(SECRET));
    }
}
