package io.github.serverlint.yaml;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A node of a YAML document, with the place where it is used and the place where it was written. The two differ below
 * an alias or a merge key: then the place of use is the alias, also for everything inside it.
 */
public sealed interface Node {
    /** The plain scalars that <a href="https://yaml.org/type/null.html">YAML 1.1 resolves to null</a>. */
    Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    int LONGEST_NULL = 4;

    Span place();

    Span written();

    /** A tag of another tool, such as {@code !Ref}; empty for YAML's own. */
    Optional<String> foreignTag();

    /** The same node as used by an alias at another place. */
    Node usedAt(Span user);

    /** Whether the node is used elsewhere than it was written. */
    default boolean isUsedElsewhere() {
        return !place().equals(written());
    }

    /** The kind of node as messages name it. */
    String kind();

    default boolean isNull() {
        return this instanceof Scalar scalar
                && scalar.plain()
                && scalar.text().length() <= LONGEST_NULL
                && NULLS.contains(scalar.text());
    }

    /**
     * A scalar, whose text is kept as written: {@code 15.10} stays {@code 15.10}.
     *
     * @param plain whether it is written without quotes, and so may be null
     */
    record Scalar(String text, boolean plain, Span place, Span written, Optional<String> foreignTag) implements Node {

        /** The text without the blanks around it. */
        public Located<String> located() {
            return new Located<>(text.strip(), place, written);
        }

        /** True or false in any of the spellings of YAML 1.1; empty for other text. */
        public Optional<Boolean> asBoolean() {
            String word = text.strip().toLowerCase(java.util.Locale.ROOT);
            return switch (word) {
                case "true", "yes", "on" -> Optional.of(true);
                case "false", "no", "off" -> Optional.of(false);
                default -> Optional.empty();
            };
        }

        @Override
        public Scalar usedAt(Span user) {
            return new Scalar(text, plain, user, written, foreignTag);
        }

        @Override
        public String kind() {
            if (isNull()) {
                return "an empty value";
            }
            // The wrong kind of value may be anything, even a password.
            return place.file().isConfidential() ? "text" : "the text \"" + text.strip() + "\"";
        }
    }

    /** A list. */
    record Sequence(List<Node> ownItems, Span place, Span written, Optional<String> foreignTag) implements Node {

        public List<Node> items() {
            return !isUsedElsewhere()
                    ? ownItems
                    : ownItems.stream().map(item -> item.usedAt(place)).toList();
        }

        @Override
        public Sequence usedAt(Span user) {
            return new Sequence(ownItems, user, written, foreignTag);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A mapping in document order with merge keys resolved; its keys are distinct. */
    record Mapping(List<Entry> ownEntries, Span place, Span written, Optional<String> foreignTag) implements Node {

        public List<Entry> entries() {
            return !isUsedElsewhere()
                    ? ownEntries
                    : ownEntries.stream().map(entry -> entry.usedAt(place)).toList();
        }

        public Optional<Entry> entry(String key) {
            if (ownEntries instanceof IndexedEntries many) {
                return many.find(key).map(entry -> isUsedElsewhere() ? entry.usedAt(place) : entry);
            }
            // A loop, since this is called for each key of each server.
            for (Entry entry : ownEntries) {
                if (entry.name().equals(key)) {
                    return Optional.of(isUsedElsewhere() ? entry.usedAt(place) : entry);
                }
            }
            return Optional.empty();
        }

        @Override
        public Mapping usedAt(Span user) {
            return new Mapping(ownEntries, user, written, foreignTag);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, Node value) {

        public String name() {
            return key.text();
        }

        Entry usedAt(Span user) {
            return new Entry(key.usedAt(user), value.usedAt(user));
        }
    }
}
