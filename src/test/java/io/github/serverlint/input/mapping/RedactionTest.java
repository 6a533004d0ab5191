package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.input.provenance.Field;
import io.github.serverlint.input.provenance.FieldConfidence;
import io.github.serverlint.input.provenance.ServerRecord;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a field before it is reported. */
class RedactionTest {

    private static Span whole(String written) {
        SourceFile file = new SourceFile("a.yml", written + "\n");
        return new Span(file, 1, 1, 1, written.length() + 1);
    }

    private static Field redacted(FieldConfidence fieldConfidence, Optional<Node> value, Span place, String detail) {
        Field field = new Field("os", fieldConfidence, value, place, "at $.os", detail, List.of());
        return Redaction.of(new ServerRecord(Located.of("mx1", place), List.of(field)))
                .fields()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "KNOWN~'W2K3'~true",
                "AMBIGUOUS~it's~true",
                "ENCRYPTED~W2K3~false",
                "UNRESOLVED~{{ a }}~true",
                "UNRESOLVED~'{{ a }}'~true",
                "UNRESOLVED~\"{{ a }}\"~true",
                "UNRESOLVED~'~false",
                "UNRESOLVED~{{ a | default('x') }}~false",
                "UNRESOLVED~{{ a | default(\"x\") }}~false",
                "UNRESOLVED~'{{ a | default(\"x\") }}'~false",
                "UNRESOLVED~\"{{ a | default('x') }}\"~false",
            })
    void thePlaceOfASecretIsAPoint(FieldConfidence fieldConfidence, String written, boolean isShown) {
        Span place = whole(written);
        Span point = Span.at(place.file(), 1, 1);
        assertThat(redacted(fieldConfidence, Optional.empty(), place, "").place())
                .isEqualTo(isShown ? place : point);
    }

    @Test
    void textOnSeveralLinesIsUnknown() {
        Span place = new Span(new SourceFile("a.yml", "{{ a }}\n{{ b }}\n"), 1, 1, 2, 8);
        assertThat(redacted(FieldConfidence.UNRESOLVED, Optional.empty(), place, "")
                        .place())
                .isEqualTo(Span.at(place.file(), 1, 1));
    }

    @Test
    void whatIsInAnExpressionIsMaskedAndWhatOpensAnAddressCut() {
        Span place = whole("x");
        assertThat(redacted(FieldConfidence.UNRESOLVED, Optional.empty(), place, "{{ 'x' }} https://me:y@host/")
                        .detail())
                .isEqualTo("{{ '...' }} https://host/");
        assertThat(redacted(FieldConfidence.AMBIGUOUS, Optional.empty(), place, "it's 'x'")
                        .detail())
                .isEqualTo("it's 'x'");
    }

    @Test
    void valuesAreCutAndAllElseIsAsItWas() {
        Span place = whole("x");
        Scalar secret = new Scalar("https://me:y@host/", true, place, place, Optional.empty());
        Scalar shown = new Scalar("https://host/", true, place, place, Optional.empty());
        Mapping mapping = new Mapping(List.of(), place, place, Optional.empty());
        assertThat(redacted(FieldConfidence.KNOWN, Optional.of(secret), place, "")
                        .value())
                .contains(shown);
        assertThat(redacted(FieldConfidence.KNOWN, Optional.of(mapping), place, "")
                        .value())
                .contains(mapping);
        assertThat(redacted(
                                FieldConfidence.KNOWN,
                                Optional.of(new Sequence(List.of(secret, mapping), place, place, Optional.of("!x"))),
                                place,
                                "")
                        .value())
                .contains(new Sequence(List.of(shown, mapping), place, place, Optional.of("!x")));
    }
}
