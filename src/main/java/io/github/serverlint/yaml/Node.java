package io.github.serverlint.yaml;

import io.github.serverlint.source.Located;
import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value in a YAML document, with the place where the document uses it and the place where it was written. The two
 * differ below an alias or a merge key: then the place of use is the alias, for everything inside it.
 */
public sealed interface Node {
    /** What YAML takes for nothing where it stands without quotes. */
    Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    int LONGEST_NULL = 4;

    Span place();

    Span written();

    /** A tag of another tool, such as {@code !Ref}; empty for YAML's own. */
    Optional<String> foreignTag();

    /** The same value as an alias at another place uses it. */
    Node usedAt(Span user);

    /** The same value in the same columns of another line, of a value that was written on one line where it is used. */
    Node onLine(SourceFile file, int line);

    /** Whether it is used elsewhere than it was written. */
    default boolean isUsedElsewhere() {
        return !place().equals(written());
    }

    /** What people call this kind of value. */
    String kind();

    default boolean isNull() {
        return this instanceof Scalar scalar
                && scalar.plain()
                && scalar.text().length() <= LONGEST_NULL
                && NULLS.contains(scalar.text());
    }

    /**
     * Text, taken as it was written: {@code 15.10} stays {@code 15.10}.
     *
     * @param plain whether it stands without quotes, and so may mean nothing at all
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
        public Scalar onLine(SourceFile file, int line) {
            Span moved = place.onLine(file, line);
            return new Scalar(text, plain, moved, moved, foreignTag);
        }

        @Override
        public String kind() {
            if (isNull()) {
                return "an empty value";
            }
            // Where something else was expected, it may be anything, even a password.
            return place.file().isConfidential() ? "text" : "the text \"" + text.strip() + "\"";
        }
    }

    /** Items in order. */
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
        public Sequence onLine(SourceFile file, int line) {
            Span moved = place.onLine(file, line);
            List<Node> items =
                    ownItems.stream().map(item -> item.onLine(file, line)).toList();
            return new Sequence(items, moved, moved, foreignTag);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys and values in order, merge keys already followed; no key stands twice. */
    record Mapping(List<Entry> ownEntries, Span place, Span written, Optional<String> foreignTag) implements Node {

        public List<Entry> entries() {
            return !isUsedElsewhere()
                    ? ownEntries
                    : ownEntries.stream().map(entry -> entry.usedAt(place)).toList();
        }

        public Optional<Entry> entry(String key) {
            if (ownEntries instanceof Entries many) {
                return many.find(key).map(entry -> isUsedElsewhere() ? entry.usedAt(place) : entry);
            }
            // Asked for each key of each server.
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
        public Mapping onLine(SourceFile file, int line) {
            Span moved = place.onLine(file, line);
            List<Entry> entries =
                    ownEntries.stream().map(entry -> entry.onLine(file, line)).toList();
            return new Mapping(entries, moved, moved, foreignTag);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /**
     * A key and its value.
     *
     * <p>Definitions say the same lines again and again. Of an entry on such a line, key and value are made when somebody
     * asks for them; what they say, and in which columns, is known from the line that was read first.
     */
    final class Entry {
        private final Entry first;
        private final SourceFile file;
        private final int line;
        private @Nullable Scalar key;
        private @Nullable Node value;

        public Entry(Scalar key, Node value) {
            this.first = this;
            this.file = key.place().file();
            this.line = key.place().line();
            this.key = key;
            this.value = value;
        }

        /** The entry on a line that is the same as another, character by character, and holds all of the entry. */
        Entry(Entry other, SourceFile file, int line) {
            this.first = other.first;
            this.file = file;
            this.line = line;
        }

        public Scalar key() {
            Scalar known = key;
            if (known == null) {
                known = first.key().onLine(file, line);
                key = known;
            }
            return known;
        }

        public Node value() {
            Node known = value;
            if (known == null) {
                known = first.value().onLine(file, line);
                value = known;
            }
            return known;
        }

        public String name() {
            return Objects.requireNonNull(first.key).text();
        }

        /** Where its key stands. */
        Span place() {
            return Objects.requireNonNull(first.key).place().onLine(file, line);
        }

        /** The line where its key stands. */
        public int line() {
            return line;
        }

        /** Says the same in the same columns, maybe on another line: the same object for many entries, maybe this one. */
        public Entry likeness() {
            return first;
        }

        Entry usedAt(Span user) {
            return new Entry(key().usedAt(user), value().usedAt(user));
        }

        private Entry onLine(SourceFile otherFile, int otherLine) {
            return new Entry(key().onLine(otherFile, otherLine), value().onLine(otherFile, otherLine));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Entry entry && key().equals(entry.key()) && value().equals(entry.value());
        }

        @Override
        public int hashCode() {
            return key().hashCode() * 31 + value().hashCode();
        }

        @Override
        public String toString() {
            return key() + ": " + value();
        }
    }
}
