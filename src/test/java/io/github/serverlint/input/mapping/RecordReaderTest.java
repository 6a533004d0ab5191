package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.input.LoadedFile;
import io.github.serverlint.input.provenance.Field;
import io.github.serverlint.input.provenance.FieldConfidence;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.ServerRecord;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other layouts find becomes servers through the reader of the native format, as far as it is known. */
class RecordReaderTest {
    private final List<ServerRecord> records = new ArrayList<>();
    private final LoadedFile read = new LoadedFile(true);

    /**
     * A server whose fields are the keys of a mapping; a state other than known stands before a value as a tag.
     *
     * @param text {@code name: {os: ..., exchange: !weak ...}}
     */
    private void found(String text) {
        SourceFile file = new SourceFile("lab.yaml", text);
        Mapping document = (Mapping) YamlReader.read(file).documents().get(0);
        document.entries().forEach(entry -> {
            List<Field> fields = new ArrayList<>();
            ((Mapping) entry.value()).entries().forEach(each -> fields.add(field(each)));
            records.add(new ServerRecord(entry.key().located(), fields));
        });
    }

    private static Field field(Node.Entry entry) {
        FieldConfidence fieldConfidence = entry.value()
                .foreignTag()
                .map(tag -> FieldConfidence.valueOf(tag.substring(1).toUpperCase(java.util.Locale.ROOT)))
                .orElse(FieldConfidence.KNOWN);
        Optional<Node> value = switch (fieldConfidence) {
            case KNOWN, WEAK, AMBIGUOUS -> Optional.of(plain(entry.value()));
            default -> Optional.empty();
        };
        String text = entry.value() instanceof Scalar scalar ? scalar.text() : "";
        String detail = fieldConfidence == FieldConfidence.AMBIGUOUS ? "this or that" : text;
        return new Field(entry.name(), fieldConfidence, value, entry.value().place(), "at " + text, detail, List.of());
    }

    private static Node plain(Node node) {
        return node instanceof Scalar scalar
                ? new Scalar(scalar.text(), scalar.plain(), scalar.place(), scalar.written(), Optional.empty())
                : node;
    }

    private Server server(String name) {
        return read.servers().stream()
                .filter(server -> server.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> findings() {
        return read.findings().stream().map(RecordReaderTest::shown).toList();
    }

    private static String shown(Finding finding) {
        return finding.span().line() + ":" + finding.span().column() + " "
                + finding.severity().word() + " " + finding.rule().id() + " " + finding.keyPath() + ": "
                + finding.message();
    }

    private void read() {
        new RecordReader(Sample.CATALOG, read).read(records, List.of());
    }

    @Test
    void valuesAreReadAsInTheNativeFormatAndStandWhereTheyStand() {
        found("""
                mx01:
                  os: win2019-server-x64-template
                  exchange: ExchangeServer2019-x64-CU12.ISO
                  roles: [mailbox]
                  forest: corp.example
                """);
        read();
        Server server = server("mx01");
        assertThat(findings()).isEmpty();
        assertThat(server.windows().map(Installation::name)).hasValue("Windows Server 2019");
        assertThat(server.installation("exchange")).get().satisfies(exchange -> {
            assertThat(exchange.name()).isEqualTo("Exchange Server 2019 CU12");
            assertThat(exchange.text().place()).hasToString("lab.yaml:3:13");
        });
        assertThat(server.roles())
                .singleElement()
                .satisfies(role -> assertThat(role.place()).hasToString("lab.yaml:4:11"));
        assertThat(server.forest())
                .get()
                .satisfies(name -> assertThat(name.value()).isEqualTo("corp.example"));
    }

    @Test
    void whatStandsApartBelongsTogether() {
        found("""
                mx01:
                  os: Windows Server 2022
                  exchange.cumulative-update: CU14
                  exchange: Exchange 2019
                  exchange.edition: Enterprise
                  cluster.name: dag1
                  cluster.nodes: '2'
                """);
        read();
        Server server = server("mx01");
        assertThat(findings()).isEmpty();
        Installation exchange = server.installation("exchange").orElseThrow();
        assertThat(exchange.name()).isEqualTo("Exchange Server 2019 CU14");
        assertThat(exchange.levelPlace().place()).hasToString("lab.yaml:3:31");
        assertThat(exchange.edition())
                .get()
                .satisfies(edition -> assertThat(edition.value()).isEqualTo("Enterprise"));
        assertThat(server.cluster().flatMap(clusterMembership -> clusterMembership.nodes()))
                .get()
                .satisfies(nodes -> assertThat(nodes.value()).isEqualTo(2));
    }

    @Test
    void aLevelOfAnUnknownReleaseIsNone() {
        found("mx01: {os: Windows Server 2022, exchange: !unresolved '{{ x }}', exchange.cumulative-update: CU14}");
        read();
        assertThat(server("mx01").installation("exchange")).isEmpty();
        assertThat(findings()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "os: !ambiguous Win_64|1:23 warning unknown-release servers.mx01.os: \"Win_64\" in \"os\" of server"
                        + " \"mx01\" can mean this or that, so it was not judged.",
                "os: !unresolved '{{ x }}'|1:24 warning invalid-value servers.mx01.os: \"os\" of server \"mx01\" is made"
                        + " by {{ x }}, which only another tool evaluates, so it was not judged.",
                "os: !encrypted vault|1:23 warning invalid-value servers.mx01.os: \"os\" of server \"mx01\" is not to be"
                        + " read (vault), so it was not judged.",
                "forest: !ambiguous corp|1:27 warning invalid-value servers.mx01.forest: \"corp\" in \"forest\" of"
                        + " server \"mx01\" can mean this or that, so it was not judged."
            })
    void whatIsNotKnownForSureIsAWarningAndNotJudged(String field, String finding) {
        found("mx01: {" + field + "}");
        read();
        assertThat(findings()).containsExactly(finding);
        assertThat(server("mx01").windows()).isEmpty();
        assertThat(server("mx01").forest()).isEmpty();
    }

    @Test
    void anExchangeServerWithoutWindowsIsAnErrorThatSaysWhatWasTried() {
        found("""
                mx01: {os: !missing 'var os, var box', exchange: Exchange 2019}
                dc01: {os: !missing 'var os, var box', roles: [domain-controller]}
                mx02: {os: !ambiguous Win_64, exchange: Exchange 2019}
                """);
        read();
        assertThat(findings())
                .containsExactly(
                        "1:1 error missing-value servers.mx01.os: \"mx01\" runs Exchange Server 2019, and nothing says"
                                + " which Windows it runs, so nothing on it can be judged.",
                        "3:23 warning unknown-release servers.mx02.os: \"Win_64\" in \"os\" of server \"mx02\" can mean"
                                + " this or that, so it was not judged.");
        assertThat(read.findings().get(0).reason()).isEqualTo("Tried: at var os, var box.");
    }

    @Test
    void wordsOfAnotherToolAreSaidAndNotJudged() {
        found("""
                mx01: {os: Windows Server 2022, features: [rpc-over-http, Web-Server], roles: web}
                mx02: {os: Windows Server 2022, features: [Web-Server]}
                """);
        read();
        assertThat(findings()).isEmpty();
        assertThat(server("mx01").features()).hasSize(1);
        assertThat(read.notices())
                .extracting(Notice::toString)
                .containsExactly(
                        "lab.yaml:1:79: \"web\" in \"roles\" is no word of the catalog and was not judged.",
                        "lab.yaml:1:59: \"Web-Server\" in \"features\" is no word of the catalog and was not judged,"
                                + " on 2 servers.");
    }

    @Test
    void aForestIsDefinedByTheFirstServerThatNamesItUnlessADocumentDoes() {
        found("""
                dc01: {forest: corp.example, forest.functional-level: Windows Server 2016}
                dc02: {forest: Corp.example, forest.functional-level: Windows Server 2012 R2}
                dc03: {forest: lab.example}
                dc04: {forest.functional-level: Windows Server 2016}
                """);
        read();
        new InferredForests(Sample.CATALOG, read).add(Set.of("lab.example"));
        assertThat(read.forests()).singleElement().satisfies(forest -> {
            assertThat(forest.name().orElseThrow().value()).isEqualTo("corp.example");
            assertThat(forest.functionalLevel().orElseThrow().value().name()).isEqualTo("Windows Server 2016");
        });
        assertThat(findings())
                .containsExactly("2:55 warning invalid-value forests.corp.example.functional-level:"
                        + " \"Windows Server 2012 R2\" contradicts \"Windows Server 2016\" as functional level of the"
                        + " forest \"corp.example\", which was judged.");
        assertThat(read.notices())
                .extracting(Notice::toString)
                .containsExactly("lab.yaml:4:33: \"dc04\" names no forest, so this functional level was not judged.");
    }
}
