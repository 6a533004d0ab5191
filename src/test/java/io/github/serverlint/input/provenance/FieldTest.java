package io.github.serverlint.input.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was written for a field, and where. */
class FieldTest {
    private static final SourceFile FILE = new SourceFile("a.yml", "");
    private static final Span PLACE = Span.at(FILE, 1, 1);
    private static final Span VALUE = Span.at(FILE, 2, 3);

    private static Field field(Optional<Node> value) {
        return new Field("roles", FieldConfidence.KNOWN, value, PLACE, "at $.roles", "", List.of());
    }

    private static Scalar text(String text) {
        return new Scalar(text, true, VALUE, VALUE, Optional.empty());
    }

    @Test
    void aFieldHasTheTextsOfItsValue() {
        assertThat(field(Optional.empty()).texts()).isEmpty();
        assertThat(field(Optional.of(text("mailbox"))).texts()).containsExactly("mailbox");
        Mapping mapping = new Mapping(List.of(), VALUE, VALUE, Optional.empty());
        assertThat(field(Optional.of(new Sequence(List.of(text("mailbox"), mapping), VALUE, VALUE, Optional.empty())))
                        .texts())
                .containsExactly("mailbox", "a mapping");
    }

    @Test
    void aValueStandsAtItsPlaceAndNotAtThatOfTheField() {
        assertThat(field(Optional.of(text("mailbox"))).standsAt(VALUE)).isTrue();
        assertThat(field(Optional.of(text("mailbox"))).standsAt(PLACE)).isFalse();
        assertThat(field(Optional.empty()).standsAt(VALUE)).isFalse();
    }
}
