package io.github.serverlint.input.mapping;

import io.github.serverlint.input.provenance.FieldConfidence;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why the value of a field is unknown: another tool computes or decrypts it.
 *
 * @param state {@link FieldConfidence#UNRESOLVED} or {@link FieldConfidence#ENCRYPTED}
 * @param detail the expression, or the kind of encryption
 */
record UnresolvedReason(FieldConfidence state, String detail) {
    private static final int MAX_LENGTH = 120;

    private static final List<String> EXPRESSIONS = List.of("{{", "{%", "<%", "%{", "${", "[x={", "[Command=");
    private static final List<String> ENCRYPTIONS = List.of("[ENC=", "ENC[", "$ANSIBLE_VAULT");
    private static final Set<String> ENCRYPTING_TAGS = Set.of("!vault", "!vault-encrypted", "!encrypted");

    static UnresolvedReason unresolved(String expression) {
        String line = expression.strip().replaceAll("\\s+", " ");
        return new UnresolvedReason(
                FieldConfidence.UNRESOLVED,
                line.codePointCount(0, line.length()) <= MAX_LENGTH
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH)) + "...");
    }

    static UnresolvedReason encrypted(String how) {
        return new UnresolvedReason(FieldConfidence.ENCRYPTED, how);
    }

    /** Detects expressions and encryption of other tools in the text of a value. */
    static Optional<UnresolvedReason> in(String text) {
        Optional<String> encryption =
                ENCRYPTIONS.stream().filter(text::contains).findFirst();
        if (encryption.isPresent()) {
            return Optional.of(encrypted(encryption.get()));
        }
        return EXPRESSIONS.stream().anyMatch(text::contains) ? Optional.of(unresolved(text)) : Optional.empty();
    }

    /**
     * Detects expressions and encryption by the tag of a value, or by the only key of a mapping, such as {@code Ref}.
     */
    static Optional<UnresolvedReason> taggedOn(Node node) {
        if (node.foreignTag().isPresent()) {
            String tag = node.foreignTag().get();
            if (ENCRYPTING_TAGS.contains(tag)) {
                return Optional.of(encrypted(tag));
            }
            return Optional.of(unresolved(node instanceof Scalar scalar ? tag + " " + scalar.text() : tag));
        }
        if (node instanceof Mapping mapping && mapping.entries().size() == 1) {
            String key = mapping.entries().get(0).name();
            return key.equals("Ref") || key.startsWith("Fn::") ? Optional.of(unresolved(key)) : Optional.empty();
        }
        return Optional.empty();
    }
}
