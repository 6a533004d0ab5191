package io.github.serverlint.layout;

import io.github.serverlint.estate.Configuration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.layout.ServerReader.Settings;
import io.github.serverlint.source.Located;
import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Servers that were read and of which nothing was to be said, so that the next one in the same words has not to be read
 * again: it is the same but for its name and its places. Shared by all files of a run.
 */
final class ServersAlike {
    /** Against estates in which every server is another. */
    static final int MOST_MODELS = 10_000;

    private final int most;
    private final Map<Wording, Model> models = new ConcurrentHashMap<>();

    /** @param most how many are remembered */
    ServersAlike(int most) {
        this.most = most;
    }

    /** Is given the words of a server's mapping in their order. */
    private interface Reader {
        /** @param down by how many lines the word stands further down than its place says */
        void word(Scalar word, int down);
    }

    /** The words of a server's mapping in their order, and where each stands. */
    static final class Wording {
        private final Mapping mapping;
        private final Settings defaults;
        private int count;
        private int hash;

        private Wording(Mapping mapping, Settings defaults) {
            this.mapping = mapping;
            this.defaults = defaults;
            this.hash = System.identityHashCode(defaults);
        }

        /** Empty if the places are not all its own, or a value is not what it seems to be. */
        static Optional<Wording> of(Mapping mapping, Settings defaults) {
            Wording words = new Wording(mapping, defaults);
            boolean isSure = read(mapping, 0, (word, down) -> {
                words.count++;
                words.hash = 31 * words.hash + word.text().hashCode();
            });
            return isSure ? Optional.of(words) : Optional.empty();
        }

        private static boolean read(Node node, int down, Reader reader) {
            if (node.isUsedElsewhere() || node.foreignTag().isPresent()) {
                return false;
            }
            if (node instanceof Scalar scalar) {
                reader.word(scalar, down);
                return true;
            }
            if (node instanceof Sequence sequence) {
                for (Node item : sequence.ownItems()) {
                    if (!read(item, down, reader)) {
                        return false;
                    }
                }
                return true;
            }
            for (Entry entry : ((Mapping) node).ownEntries()) {
                if (!read(entry, down, reader)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean read(Entry own, int down, Reader reader) {
            Entry entry = own.likeness();
            int further = down + own.line() - entry.line();
            Node value = entry.value();
            return read(entry.key(), further, reader) && (isFree(entry) ? isText(value) : read(value, further, reader));
        }

        /** Where all words stand. */
        Places places() {
            return places(IntStream.range(0, count).toArray());
        }

        /**
         * Where some of the words stand.
         *
         * @param wanted their numbers in ascending order
         */
        Places places(int[] wanted) {
            Places places = new Places(mapping.place().file(), wanted);
            read(mapping, 0, places);
            return places;
        }

        /** What is written for people is not looked at, as long as something is. */
        private static boolean isFree(Entry entry) {
            return entry.name().equals("notes") || entry.name().startsWith("x-");
        }

        private static boolean isText(Node value) {
            return value instanceof Scalar
                    && !value.isNull()
                    && value.foreignTag().isEmpty();
        }

        private static boolean same(Node one, Node other) {
            if (one instanceof Scalar scalar) {
                return other instanceof Scalar another
                        && scalar.plain() == another.plain()
                        && scalar.text().equals(another.text());
            }
            if (one instanceof Sequence sequence) {
                return other instanceof Sequence another && same(sequence.ownItems(), another.ownItems());
            }
            return one instanceof Mapping of
                    && other instanceof Mapping another
                    && sameEntries(of.ownEntries(), another.ownEntries());
        }

        private static boolean same(List<Node> some, List<Node> others) {
            if (some.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < some.size(); i++) {
                if (!same(some.get(i), others.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean sameEntries(List<Entry> some, List<Entry> others) {
            if (some.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < some.size(); i++) {
                if (!same(some.get(i).likeness(), others.get(i).likeness())) {
                    return false;
                }
            }
            return true;
        }

        // Most are on lines that are known, and then they are one object.
        @SuppressWarnings("ReferenceEquality")
        private static boolean same(Entry one, Entry other) {
            return one == other || (same(one.key(), other.key()) && (isFree(one) || same(one.value(), other.value())));
        }

        @Override
        // One document has one object for its defaults, and to compare them costs more than to read a server again.
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Wording others && defaults == others.defaults && same(mapping, others.mapping);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** Where words stand, each in four numbers: a large estate has many, and of most nobody asks for a place. */
    private static final class Places implements Reader {
        private static final int NUMBERS = 4;

        private final SourceFile file;
        private final int[] wanted;
        private final int[] places;
        private int read;
        private int size;

        Places(SourceFile file, int[] wanted) {
            this.file = file;
            this.wanted = wanted;
            this.places = new int[wanted.length * NUMBERS];
        }

        @Override
        public void word(Scalar word, int down) {
            if (size < wanted.length && wanted[size] == read) {
                Span place = word.place();
                int at = size * NUMBERS;
                places[at] = place.line() + down;
                places[at + 1] = place.column();
                places[at + 2] = place.endLine() + down;
                places[at + 3] = place.endColumn();
                size++;
            }
            read++;
        }

        Span get(int number) {
            int at = number * NUMBERS;
            return new Span(file, places[at], places[at + 1], places[at + 2], places[at + 3]);
        }
    }

    /** A server that others are like. */
    private static final class Model {
        private final Server server;
        /** Which places of its words it needs. */
        private final int[] used;
        /** These places. */
        private final Places places;

        private Model(Server server, int[] used, Wording words) {
            this.server = server;
            this.used = used;
            this.places = words.places(used);
        }

        /** Empty if it has values at places that are not those of a word, which another server could not have. */
        static Optional<Model> of(Server server, Wording words) {
            Map<Span, Integer> numbers = new HashMap<>();
            Places all = words.places();
            for (int i = 0; i < words.count; i++) {
                numbers.put(all.get(i), i);
            }
            Set<Span> inherited = new HashSet<>();
            words.defaults.said().placed(place -> place, place -> {
                inherited.add(place);
                return place;
            });
            inherited.add(server.name().place());
            List<Integer> used = new ArrayList<>();
            List<Span> strange = new ArrayList<>();
            server.configuration()
                    .placed(
                            place -> {
                                Integer number = numbers.get(place);
                                if (number != null) {
                                    used.add(number);
                                } else if (!inherited.contains(place)) {
                                    strange.add(place);
                                }
                                return place;
                            },
                            written -> {
                                if (!numbers.containsKey(written) && !inherited.contains(written)) {
                                    strange.add(written);
                                }
                                return written;
                            });
            int[] needed =
                    used.stream().distinct().sorted().mapToInt(number -> number).toArray();
            return strange.isEmpty() ? Optional.of(new Model(server, needed, words)) : Optional.empty();
        }

        Server like(Located<String> name, Wording words) {
            Places own = words.places(used);
            return new Server(name, server, () -> placed(name, own));
        }

        private Configuration placed(Located<String> name, Places own) {
            Map<Span, Span> moved = new HashMap<>();
            for (int i = 0; i < used.length; i++) {
                moved.put(places.get(i), own.get(i));
            }
            moved.put(server.name().place(), name.place());
            return server.configuration()
                    .placed(place -> moved.getOrDefault(place, place), written -> moved.getOrDefault(written, written));
        }
    }

    /** A server that is like one that was read before; empty if there was none. */
    Optional<Server> find(Located<String> name, Wording words) {
        Model model = models.get(words);
        return model == null ? Optional.empty() : Optional.of(model.like(name, words));
    }

    /** Remembers a server of which nothing was to be said. */
    void remember(Server server, Wording words) {
        // The nodes of clusters are counted, so each of them stands for itself.
        if (server.cluster().isEmpty() && models.size() < most) {
            Model.of(server, words).ifPresent(model -> models.putIfAbsent(words, model));
        }
    }
}
