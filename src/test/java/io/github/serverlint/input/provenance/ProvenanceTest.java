package io.github.serverlint.input.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.ProcessorTime;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    private static final int SERVERS = 20_000;
    private static final SourceFile FILE = new SourceFile("hosts.yml", "");
    private static final Map<String, SourceFile> FILES = new HashMap<>();
    private static final Span SHARED = Span.at(FILE, 1, 1);

    private static ServerRecord server(int number) {
        Scalar value = new Scalar("2019", true, SHARED, SHARED, Optional.empty());
        return new ServerRecord(
                Located.of("mx" + number, Span.at(FILE, number + 2, 1)),
                List.of(new Field(
                        "exchange",
                        FieldConfidence.KNOWN,
                        Optional.of(value),
                        SHARED,
                        "var " + number,
                        "",
                        List.of())));
    }

    @Tag("large")
    @Test
    void aValueOfThousandsIsFoundForEachOfThemWithoutALookAtTheOthers() throws Exception {
        Provenance provenance = Provenance.of(
                IntStream.range(0, SERVERS).mapToObj(ProvenanceTest::server).toList());
        // A look at every server for each of them takes several times as long.
        ProcessorTime.within(2, () -> {
            for (int i = 0; i < SERVERS; i++) {
                assertThat(provenance.at(SHARED, Optional.of("MX" + i)).get(0).attempt())
                        .isEqualTo("var " + i);
            }
            return true;
        });
        assertThat(provenance.at(SHARED, Optional.of("dc01")))
                .extracting(Field::attempt)
                .containsExactly("var 0");
        assertThat(provenance.at(Span.at(FILE, 2, 1), Optional.of("mx0"))).isEmpty();
    }

    private static Span at(String path, int line) {
        return Span.at(FILES.computeIfAbsent(path, name -> new SourceFile(name, "")), line, 1);
    }

    private static Scalar text(Span place, Span written) {
        return new Scalar("x", true, place, written, Optional.empty());
    }

    private static Field field(
            String attempt, FieldConfidence fieldConfidence, Node value, Span place, ProvenanceStep... trail) {
        return new Field("roles", fieldConfidence, Optional.of(value), place, attempt, "", List.of(trail));
    }

    private static ServerRecord record(String name, Span place, Field... fields) {
        return new ServerRecord(Located.of(name, place), List.of(fields));
    }

    private static List<String> attempts(Provenance provenance, Span place, Optional<String> server) {
        return provenance.at(place, server).stream().map(Field::attempt).toList();
    }

    @Test
    void aFieldIsFoundWhereverItsValueStandsOrWasWritten() {
        Node items = new Sequence(
                List.of(text(at("a.yml", 4), at("b.yml", 4)), text(at("a.yml", 5), at("a.yml", 5))),
                at("a.yml", 3),
                at("a.yml", 3),
                Optional.empty());
        Provenance provenance = Provenance.of(
                List.of(record("mx1", at("a.yml", 1), field("var a", FieldConfidence.KNOWN, items, at("a.yml", 2)))));
        assertThat(List.of(at("a.yml", 2), at("a.yml", 3), at("a.yml", 4), at("b.yml", 4), at("a.yml", 5)))
                .allSatisfy(place -> {
                    assertThat(attempts(provenance, place, Optional.of("mx1"))).containsExactly("var a");
                    assertThat(attempts(provenance, place, Optional.empty())).containsExactly("var a");
                });
        assertThat(attempts(provenance, at("a.yml", 1), Optional.of("mx1"))).isEmpty();
    }

    @Test
    void theFieldsOfTheServerComeBeforeThoseOfOthers() {
        Span shared = at("a.yml", 9);
        Provenance provenance = Provenance.of(List.of(
                record("mx1", at("a.yml", 1), field("var a", FieldConfidence.KNOWN, text(shared, shared), shared)),
                record("mx2", at("a.yml", 2), field("var b", FieldConfidence.WEAK, text(shared, shared), shared)),
                record(
                        "MX2",
                        at("a.yml", 3),
                        field("var c", FieldConfidence.KNOWN, text(at("a.yml", 8), shared), shared)),
                record("mx3", at("a.yml", 4), field("var d", FieldConfidence.MISSING, text(shared, shared), shared))));
        assertThat(attempts(provenance, shared, Optional.empty())).containsExactly("var a");
        assertThat(attempts(provenance, shared, Optional.of("Mx2"))).containsExactly("var b");
        assertThat(attempts(provenance, at("a.yml", 8), Optional.empty()))
                .as("of the second of that name")
                .isEmpty();
        assertThat(attempts(provenance, shared, Optional.of("mx3")))
                .as("of one where it is missing")
                .containsExactly("var a");
    }

    @Test
    void somethingIsLeftOutIfItIsNotClear() {
        for (FieldConfidence fieldConfidence : FieldConfidence.values()) {
            Provenance provenance = Provenance.of(List.of(
                    record("mx1", SHARED, field("a", fieldConfidence, text(SHARED, SHARED), SHARED)),
                    record("mx2", SHARED, field("a", FieldConfidence.KNOWN, text(SHARED, SHARED), SHARED))));
            assertThat(provenance.hasUnclearValues())
                    .as(fieldConfidence.name())
                    .isEqualTo(fieldConfidence == FieldConfidence.AMBIGUOUS
                            || fieldConfidence == FieldConfidence.RELEASE_UNKNOWN
                            || fieldConfidence == FieldConfidence.UNRESOLVED
                            || fieldConfidence == FieldConfidence.ENCRYPTED);
            assertThat(provenance.isEmpty()).isFalse();
        }
        assertThat(Provenance.NONE.isEmpty()).isTrue();
        assertThat(Provenance.NONE.hasUnclearValues()).isFalse();
    }

    @Test
    void theFilesThatSaySomethingOfAServerAreKnown() {
        Field field = field(
                "a",
                FieldConfidence.KNOWN,
                text(at("elsewhere.yml", 1), SHARED),
                at("field.yml", 2),
                new ProvenanceStep(at("group.yml", 3), "through the group"));
        assertThat(Provenance.of(List.of(record("mx1", at("name.yml", 1), field)))
                        .paths())
                .containsExactlyInAnyOrder("name.yml", "field.yml", "group.yml");
    }

    @Test
    void theBeginningOfAFileNamesNoServer() {
        Provenance provenance =
                Provenance.of(List.of(record("mx1", at("mx1.yml", 1)), record("mx2", at("hosts.yml", 2))));
        assertThat(provenance.named("mx1")).isEmpty();
        assertThat(provenance.named("MX2")).contains(at("hosts.yml", 2));
        assertThat(provenance.named("mx3")).isEmpty();
    }
}
