package io.github.serverlint.input.nativeformat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.ProcessorTime;
import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.text.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeFormatTest {

    /** Each of the servers is compared with many names, but not each of them anew. */
    @Slow
    @Tag("large")
    @Test
    void manyServersOfOneForestThatIsMisspeltAreSaidQuickly() throws Exception {
        StringBuilder text = new StringBuilder("forests:\n");
        for (int i = 0; i < 1_000; i++) {
            text.append("  corp").append(1000 + i).append(".example:\n");
        }
        text.append("servers:\n");
        for (int i = 0; i < 4_000; i++) {
            text.append("  mail").append(i).append(": {os: Windows 2003, forest: crop1007.example}\n");
        }
        LintResult result = ProcessorTime.within(15, () -> lint(text.toString()));
        assertThat(result.findings())
                .hasSize(4_000)
                .allMatch(finding -> finding.fix().equals("Did you mean \"corp1007.example\"?"));
    }

    /** Servers in the same words are many models where each file has defaults of its own. */
    @Slow
    @Tag("large")
    @Test
    void manyFilesWithDefaultsOfTheirOwnAreReadQuickly() throws Exception {
        List<SourceFile> files = new java.util.ArrayList<>();
        int count = Slow.WHOLE ? 10_000 : 1_000;
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder("defaults: {os: Windows 2003}\nservers:\n");
            for (int j = 0; j < 8; j++) {
                text.append("  mail").append(8 * i + j).append(": {exchange: Exchange 2003}\n");
            }
            files.add(new SourceFile(i + ".yaml", text.toString()));
        }
        LintResult result = ProcessorTime.within(
                Slow.WHOLE ? 30 : 5,
                () -> new TextLinter(Sample.CATALOG).lint(files, RuleSeverities.DEFAULT, Sample.AS_OF));
        assertThat(result.estate().servers()).hasSize(8 * count);
    }

    private static LintResult lint(String... texts) {
        List<SourceFile> files = new java.util.ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            files.add(new SourceFile((char) ('a' + i) + ".yaml", texts[i]));
        }
        return new TextLinter(Sample.CATALOG).lint(files, RuleSeverities.DEFAULT, Sample.AS_OF);
    }

    private static List<String> places(LintResult result) {
        return result.findings().stream().map(NativeFormatTest::places).toList();
    }

    /** The place of a finding, then its related places. */
    private static String places(Finding finding) {
        StringBuilder text =
                new StringBuilder(finding.span() + " " + finding.rule().id());
        finding.related().forEach(related -> text.append(" < ").append(related.span()));
        return text.toString();
    }

    private static Server server(Estate estate, String name) {
        return estate.servers().stream()
                .filter(server -> server.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void filesInCapitalsAreReadToo() {
        assertThat(List.of("a.yaml", "b/c.yml", "D.YAML", "e/F.YML", "g.Yml", "H.yAml", "notes.txt", "yml", "i.yml/j"))
                .filteredOn(new SourceTree(Path.of("/"), NativeFormat.INSTANCE.scope(), List.of()).selection()::selects)
                .containsExactly("a.yaml", "b/c.yml", "D.YAML", "e/F.YML", "g.Yml", "H.yAml");
    }

    @Test
    void aDefaultIsReportedAtTheServerAndAtTheDefault() {
        assertThat(places(lint("""
                defaults:
                  os: Windows Server 2003
                servers:
                  mail01:
                    exchange: Exchange 2000 SP3
                  mail02: {os: W2K SP4, exchange: Exchange 2000 SP3}
                """))).containsExactly("a.yaml:5:15 unsupported-platform < a.yaml:4:3 < a.yaml:2:7");
        assertThat(places(lint("""
                defaults:
                  exchange: Exchange 2000 SP3
                servers:
                  mail01:
                    os: Windows Server 2003
                """))).containsExactly("a.yaml:4:3 unsupported-platform < a.yaml:2:13 < a.yaml:5:9");
    }

    @Test
    void anAliasIsReportedWhereItIsUsedAndWhereItWasWritten() {
        assertThat(places(lint("""
                x-names:
                  - &old Exchange 2000 SP3
                servers:
                  mail01:
                    os: Windows Server 2003
                    exchange: *old
                """))).containsExactly("a.yaml:6:15 unsupported-platform < a.yaml:2:10 < a.yaml:5:9");
    }

    @Test
    void aMergedValueIsReportedAtTheMergeAndWhereItWasWritten() {
        assertThat(places(lint("""
                x-old: &old
                  exchange: Exchange 2000 SP3
                  features: [volume-shadow-copy]
                servers:
                  mail01:
                    <<: *old
                    os: Windows Server 2003
                """)))
                .containsExactly(
                        "a.yaml:6:9 feature-needs-newer-exchange < a.yaml:3:14 < a.yaml:2:13",
                        "a.yaml:6:9 unsupported-platform < a.yaml:2:13 < a.yaml:7:9");
    }

    @Test
    void aMistakeInTheDefaultsIsReportedOnceAndThere() {
        assertThat(places(lint("""
                defaults:
                  os: Windows Sever 2003
                servers:
                  mail01: {exchange: Exchange 2000}
                  mail02: {exchange: Exchange 2000}
                """))).containsExactly("a.yaml:2:7 unknown-release");
    }

    @Test
    void aDefaultDoesNotStandInForAValueThatCouldNotBeRead() {
        LintResult result = lint("""
                defaults:
                  os: Windows Server 2003
                servers:
                  mail01: {os: Windows 2oo0, exchange: Exchange 2000}
                """);
        assertThat(places(result)).containsExactly("a.yaml:4:16 unknown-release");
    }

    @Test
    void filesAndDocumentsAreOneEstate() {
        LintResult result = lint("""
                servers:
                  mail01: {os: W2K SP4, exchange: E2K SP3, forest: CORP.example.com}
                ---
                servers:
                  dc01: {os: W2K3, roles: DC, forest: corp.example.com}
                """, """
                forests:
                  corp.example.com: {domain-mode: native}
                """);
        assertThat(places(result)).containsExactly("a.yaml:2:35 forest-not-prepared < a.yaml:5:14");
    }

    @Test
    void namesAreDefinedOnceInAllFiles() {
        assertThat(places(lint(
                        "servers:\n  mail01: {os: W2K}\n",
                        "servers:\n  Mail01: {os: W2K}\nforests:\n  a.example: {}\n",
                        "forests:\n  A.example: {}\n")))
                .containsExactly("b.yaml:2:3 duplicate-name < a.yaml:2:3", "c.yaml:2:3 duplicate-name < b.yaml:4:3");
    }

    @Test
    void theLongFormSaysTheSameAsTheShort() {
        Estate estate = lint("""
                servers:
                  long:
                    os: {release: Windows Server 2003, service-pack: 1, edition: Enterprise Edition, architecture: 32-bit}
                    exchange: {release: Exchange 2003, service-pack: Service Pack 2, edition: ent}
                  short:
                    os: Windows Server 2003 Enterprise SP1 x86
                    exchange: Exchange 2003 Enterprise SP2
                """).estate();
        Installation longOs = server(estate, "long").windows().orElseThrow();
        Installation shortOs = server(estate, "short").windows().orElseThrow();
        assertThat(longOs.release()).isEqualTo(shortOs.release());
        assertThat(longOs.level().orElseThrow().value())
                .isEqualTo(shortOs.level().orElseThrow().value());
        assertThat(longOs.edition().orElseThrow().value()).isEqualTo("Enterprise");
        assertThat(shortOs.edition().orElseThrow().value()).isEqualTo("Enterprise");
        assertThat(longOs.architecture().orElseThrow().value())
                .isEqualTo(shortOs.architecture().orElseThrow().value());
        assertThat(longOs.level().orElseThrow().place().toString()).isEqualTo("a.yaml:3:54");
        assertThat(server(estate, "long").installation("exchange").orElseThrow().name())
                .isEqualTo(server(estate, "short")
                        .installation("exchange")
                        .orElseThrow()
                        .name());
    }

    @Test
    void allThatTheDefaultsSayIsOfEachServerAtItsName() {
        Estate estate = lint("""
                defaults:
                  os: Windows Server 2003
                  roles: [front-end]
                  features: [volume-shadow-copy]
                  components: [chat]
                  cluster: {name: c, nodes: 2}
                servers:
                  mail01:
                  mail02: {roles: []}
                """).estate();
        Server first = server(estate, "mail01");
        assertThat(first.windows().orElseThrow().text().place()).hasToString("a.yaml:8:3");
        assertThat(List.of(
                        first.roles().get(0),
                        first.features().get(0),
                        first.components().get(0)))
                .extracting(term -> term.value().id() + " " + term.place() + " " + term.written())
                .containsExactly(
                        "front-end a.yaml:8:3 a.yaml:3:11",
                        "volume-shadow-copy a.yaml:8:3 a.yaml:4:14",
                        "chat a.yaml:8:3 a.yaml:5:16");
        assertThat(first.cluster().orElseThrow().nodes().orElseThrow().place()).hasToString("a.yaml:8:3");
        assertThat(server(estate, "mail02").roles()).isEmpty();
        assertThat(server(estate, "mail02").components()).hasSize(1);
    }

    @Test
    void aCumulativeUpdateMayBeItsNumber() {
        Server server = server(
                lint("servers:\n  a: {os: W2K, exchange: {release: Exchange 2019, cumulative-update: 14}}\n")
                        .estate(),
                "a");
        assertThat(server.installation("exchange").orElseThrow().name()).isEqualTo("Exchange Server 2019 CU14");
    }

    @Test
    void ofAnUnknownReleaseTheProductWhoseNameItUsesTellsWhatIsWrong() {
        assertThat(lint("""
                        servers: {a: {os: W2K}}
                        migrations:
                          way:
                            steps:
                              - {upgrade: a, to: Exchange 2003 SP8}
                              - {install: SharePoint Portal Server 1999, on: a}
                        """).findings())
                .extracting(Finding::message)
                .containsExactly(
                        "\"Exchange 2003 SP8\" in step \"upgrade\" of migration \"way\" names SP8, which Exchange Server 2003 does not have.",
                        "\"SharePoint Portal Server 1999\" in step \"install\" of migration \"way\" is no release of SharePoint Portal Server that the catalog knows.");
    }

    @Test
    void oneRoleMayStandWithoutAList() {
        Server server = server(
                lint("servers:\n  dc01: {os: W2K, roles: domain-controller}\n").estate(), "dc01");
        assertThat(server.isDomainController()).isTrue();
        assertThat(server.isGlobalCatalog()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'servers: ¦[a]'|invalid-value \"servers\" in a definition takes a mapping, not a list.",
                "'servers: ¦{}'|missing-value \"servers\" names nothing.",
                "'servers: {a: ¦W2K}'|invalid-value The server \"a\" takes a mapping, not the text \"W2K\".",
                "'servers: {¦a: }'|missing-value The server \"a\" takes a mapping, not an empty value.",
                "'servers: {a: {os: W2K, roles: ¦{a: b}}}'|invalid-value \"roles\" in server \"a\" takes one text or a list of them, not a mapping.",
                "'servers: {a: {os: W2K, roles: [¦\"\"]}}'|missing-value \"roles\" in server \"a\" has an empty value.",
                "'servers: {a: {os: !vault ¦W2K}}'|invalid-value \"os\" in server \"a\" carries the tag !vault, which only another tool understands.",
                "'servers: {a: {os: W2K, features: {VSS: ¦perhaps}}}'|invalid-value \"VSS\" in \"features\" of server \"a\" takes true or false, not the text \"perhaps\".",
                "'servers: {a: {os: W2K, features: {¦vsss: no}}}'|unknown-feature \"vsss\" in server \"a\" is no feature that the catalog knows.",
                "'servers: {a: {os: {release: W2K, setup: ¦done}}}'|invalid-value \"done\" in \"os\" of server \"a\" is no state of a setup.",
                "'servers: {a: {os: {release: W2K, ¦servicepack: SP4}}}'|unknown-key \"servicepack\" is not a key of \"os\" of server \"a\".",
                "'servers: {a: {os: ¦{service-pack: SP4}}}'|missing-value The key \"release\" is missing in \"os\" of server \"a\".",
                "'servers: {a: {os: {release: W2K SP3, service-pack: ¦SP4}}}'|invalid-value \"SP4\" in \"os\" of server \"a\" contradicts the release, \"W2K SP3\".",
                "'servers: {a: {os: {release: W2K, service-pack: ¦SP8}}}'|unknown-release \"SP8\" in \"os\" of server \"a\" is no level of Windows 2000 Server.",
                "'servers: {a: {os: {release: W2K, architecture: ¦arm}}}'|invalid-value \"arm\" in \"os\" of server \"a\" is no architecture of Windows 2000 Server.",
                "'servers: {a: {os: W2K, cluster: {nodes: ¦-1}}}'|invalid-value \"-1\" in \"cluster\" of server \"a\" is no number of nodes.",
                "'servers: {a: {os: W2K, cluster: {mode: ¦both}}}'|invalid-value \"both\" in \"cluster\" of server \"a\" is no cluster mode.",
                "'forests: {f: {functional-level: ¦2099}}'|invalid-value \"2099\" in forest \"f\" is no functional level that the catalog knows.",
                "'forests: {f: {domain-mode: ¦both}}'|invalid-value \"both\" in forest \"f\" is no domain mode.",
                "'forests: {f: {prepared: [¦all]}}'|invalid-value \"all\" in forest \"f\" is no preparation that the catalog knows.",
                "'forests: {f: ¦W2K}'|invalid-value The forest \"f\" takes a mapping, not the text \"W2K\".",
                "'servers: {a: {os: !x ¦{release: W2K}}}'|invalid-value \"os\" in server \"a\" carries the tag !x, which only another tool understands.",
                "'servers: {a: {os: W2K, roles: !x ¦[DC]}}'|invalid-value \"roles\" in server \"a\" carries the tag !x, which only another tool understands.",
                "'servers: {a: !x ¦{os: W2K}}'|invalid-value The server \"a\" carries the tag !x, which only another tool understands.",
                "'servers: {a: {os: W2K, exchange: {release: E2K, ¦setup: complete}}}'|unknown-key \"setup\" is not a key of \"exchange\" of server \"a\".",
                "'servers: {a: {os: {release: W2K, service-pack: SP3, cumulative-update: ¦SP4}}}'|invalid-value \"SP4\" in \"os\" of server \"a\" contradicts the release, \"W2K\".",
                "'migrations: {¦m: {steps: []}}'|missing-value The migration \"m\" has no steps.",
                "'migrations: {m: ¦{}}'|missing-value The key \"steps\" is missing in migration \"m\".",
                "'migrations: {m: {steps: [¦{backup: a}]}}'|unknown-key A step of migration \"m\" has no verb that is known.",
                "'servers: {a: {os: W2K, cluster: {¦nods: 2}}}'|unknown-key \"nods\" is not a key of \"cluster\" of server \"a\".",
                "'servers: {a: {os: W2K3, features: [VSS, ¦volume-shadow-copy]}}'|invalid-value \"volume-shadow-copy\" is named twice in server \"a\".",
                "'servers: {a: {os: W2K3, features: {VSS: no, ¦volume-shadow-copy: yes}}}'|invalid-value \"volume-shadow-copy\" is named twice in server \"a\".",
                "'forests: {f: {¦domain-mod: native}}'|unknown-key \"domain-mod\" is not a key of forest \"f\".",
                "'migrations: {¦m: up}'|invalid-value The migration \"m\" takes a mapping, not the text \"up\".",
                "'migrations: {¦m: }'|missing-value The migration \"m\" takes a mapping, not an empty value.",
                "'{servers: {b: {os: W2K}}, migrations: {m: {steps: [{back-up: b}], ¦stepz: 1}}}'|unknown-key \"stepz\" is not a key of migration \"m\".",
                "'{servers: {b: {os: W2K}}, migrations: {m: {steps: [{back-up: b, ¦of: c}]}}}'|unknown-key \"of\" is not a key of step \"back-up\" of migration \"m\".",
                "'{servers: {b: {os: W2K}}, migrations: {m: {steps: [{decommission: b}, {back-up: ¦b}]}}}'|unknown-reference The server \"b\" of migration \"m\" is decommissioned by an earlier step.",
                "'migrations: {m: {steps: [{prepare: ¦corp, with: adprep}]}}'|unknown-reference The forest \"corp\" of migration \"m\" is defined nowhere.",
                "'migrations: {m: {steps: [{back-up: a, ¦upgrade: a}]}}'|invalid-value A step of migration \"m\" has two verbs: \"back-up\" and \"upgrade\".",
            })
    void whatIsWrongIsSaidAtItsPlaceWithTheReadersNames(String marked, String finding) {
        LintResult result = lint(marked.replace("¦", ""));
        String place = "a.yaml:1:" + (marked.indexOf('¦') + 1);
        assertThat(result.findings().stream()
                        .map(found -> found.span() + " " + found.rule().id() + " " + found.message()))
                .containsExactly(place + " " + finding);
        Optional<String> server = result.findings().get(0).server();
        assertThat(server).isEqualTo(finding.contains("server \"a\"") ? Optional.of("a") : Optional.empty());
    }

    @Test
    void aNameHasToBeThere() {
        assertThat(places(lint("servers:\n  ~: {os: W2K}\n  '': {os: W2K}\n")))
                .containsExactly("a.yaml:2:3 missing-value", "a.yaml:3:3 missing-value");
    }

    @Test
    void documentsOfOtherToolsAndEmptyOnesAreNotPassedOver() {
        assertThat(places(
                        lint("", "# only a note\n", "servers:\n  a: {os: W2K}\n---\n---\nplain text\n", "kind: Pod\n")))
                .containsExactly(
                        "a.yaml:1:1 unrecognized-document",
                        "b.yaml:1:1 unrecognized-document",
                        "c.yaml:3:1 unrecognized-document",
                        "c.yaml:5:1 unrecognized-document",
                        "d.yaml:1:1 unrecognized-document");
    }

    @Test
    void aMisspeltKeyAloneDoesNotMakeTheDocumentAnotherTools() {
        assertThat(lint("server:\n  a: {os: W2K}\n").findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule().id()).isEqualTo("unknown-key");
            assertThat(finding.fix()).isEqualTo("Did you mean \"servers\"?");
        });
    }

    @Test
    void referencesAreNotJudgedWhileAFileCannotBeRead() {
        String broken = "forests: [a\n";
        String server = "servers:\n  a: {os: W2K, forest: corp}\n";
        assertThat(places(lint(server))).containsExactly("a.yaml:2:24 unknown-reference");
        assertThat(places(lint(server, broken))).containsExactly("b.yaml:1:10 yaml-syntax");
    }

    @Test
    void everyVerbOfAMigrationIsRead() {
        LintResult result = lint("""
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
                      - {upgrade: mail01, to: Windows Server 2003 SP1}
                      - {enable: VSS, on: mail01}
                      - {disable: volume-shadow-copy, on: mail01}
                      - {install: Active Directory Connector 2003, on: mail01}
                      - {remove: ad-connector, from: mail01}
                      - {raise: corp.example.com, to: Windows Server 2003}
                      - add: mail02
                        as: {os: W2K3 SP1, exchange: E2K3 SP1}
                      - {move-mailboxes: mail01, to: mail02}
                      - {reinstall: mail01, as: {os: W2K3}}
                      - {decommission: mail01}
                """);
        assertThat(result.findings()).isEmpty();
        List<Step> steps = result.estate().migrations().get(0).steps();
        assertThat(steps.stream().map(step -> step.getClass().getSimpleName()))
                .containsExactly(
                        "BackUp",
                        "Prepare",
                        "Upgrade",
                        "Upgrade",
                        "Enable",
                        "Disable",
                        "Install",
                        "Remove",
                        "Raise",
                        "Add",
                        "MoveMailboxes",
                        "Reinstall",
                        "Decommission");
        assertThat(((Step.Upgrade) steps.get(2)).to().productId()).isEqualTo("exchange");
        assertThat(((Step.Upgrade) steps.get(3)).to().productId()).isEqualTo("os");
        assertThat(((Step.Install) steps.get(6)).release().productId()).isEqualTo("ad-connector");
        assertThat(steps.get(9).place().toString()).isEqualTo("a.yaml:17:9");
    }

    @Test
    void aStepNeedsItsServerBeforeItAndAReleaseOfSomeProduct() {
        assertThat(places(lint("""
                servers:
                  mail01: {os: W2K SP4}
                migrations:
                  rollout:
                    steps:
                      - {move-mailboxes: mail01, to: mail02}
                      - add: mail02
                        as: {os: W2K3 SP1}
                      - {upgrade: mail02, to: "2003"}
                      - {upgrade: mail02, to: Exchange 2003 SP8}
                      - {upgrade: mail02}
                      - {remove: nonsense, from: mail01}
                """)))
                .containsExactly(
                        "a.yaml:6:38 unknown-reference",
                        "a.yaml:9:31 invalid-value",
                        "a.yaml:10:31 unknown-release",
                        "a.yaml:11:9 missing-value",
                        "a.yaml:12:18 invalid-value");
    }
}
