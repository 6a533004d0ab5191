package io.github.serverlint.layout;

import io.github.serverlint.estate.Configuration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.layout.ServerReader.Settings;
import io.github.serverlint.source.Located;
import io.github.serverlint.source.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Servers that were read and of which nothing was to be said, so that the next one in the same words has not to be read
 * again: it is the same but for its name and its places. Shared by all files of a run.
 */
final class ServersAlike {
    /** Against estates in which every server is another. */
    static final int MOST_MODELS = 10_000;

    /** So many words most servers have at most. */
    private static final int USUAL = 40;

    private final int most;
    private final Map<Wording, Model> models = new ConcurrentHashMap<>();

    /** @param most how many are remembered */
    ServersAlike(int most) {
        this.most = most;
    }

    /** The words of a server's mapping in their order, and where each stands. */
    static final class Wording {
        private final Mapping mapping;
        private final Settings defaults;
        private final List<Span> places = new ArrayList<>(USUAL);
        private int hash;

        private Wording(Mapping mapping, Settings defaults) {
            this.mapping = mapping;
            this.defaults = defaults;
        }

        /** Empty if the places are not all its own, or a value is not what it seems to be. */
        static Optional<Wording> of(Mapping mapping, Settings defaults) {
            Wording words = new Wording(mapping, defaults);
            return words.add(mapping) ? Optional.of(words) : Optional.empty();
        }

        private boolean add(Node node) {
            if (node.isUsedElsewhere() || node.foreignTag().isPresent()) {
                return false;
            }
            if (node instanceof Scalar scalar) {
                hash = 31 * hash + scalar.text().hashCode();
                places.add(scalar.place());
                return true;
            }
            if (node instanceof Sequence sequence) {
                for (Node item : sequence.ownItems()) {
                    if (!add(item)) {
                        return false;
                    }
                }
                return true;
            }
            for (Entry entry : ((Mapping) node).ownEntries()) {
                Node value = entry.value();
                if (!add(entry.key()) || (isFree(entry) ? !isText(value) : !add(value))) {
                    return false;
                }
            }
            return true;
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
                Entry entry = some.get(i);
                if (!same(entry.key(), others.get(i).key())
                        || !(isFree(entry) || same(entry.value(), others.get(i).value()))) {
                    return false;
                }
            }
            return true;
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

    /** A server that others are like. */
    private static final class Model {
        private final Server server;
        /** Which places of its words it needs. */
        private final int[] used;
        /** These places. */
        private final Span[] places;

        private Model(Server server, int[] used, List<Span> all) {
            this.server = server;
            this.used = used;
            this.places = chosen(all);
        }

        private Span[] chosen(List<Span> all) {
            Span[] chosen = new Span[used.length];
            for (int i = 0; i < used.length; i++) {
                chosen[i] = all.get(used[i]);
            }
            return chosen;
        }

        /** Empty if it has values at places that are not those of a word, which another server could not have. */
        static Optional<Model> of(Server server, Wording words) {
            IdentityHashMap<Span, Integer> numbers = new IdentityHashMap<>();
            for (int i = 0; i < words.places.size(); i++) {
                numbers.put(words.places.get(i), i);
            }
            List<Integer> used = new ArrayList<>();
            IdentityHashMap<Span, Boolean> inherited = new IdentityHashMap<>();
            words.defaults.said().placed(place -> place, place -> {
                inherited.put(place, true);
                return place;
            });
            inherited.put(server.name().place(), true);
            List<Span> strange = new ArrayList<>();
            server.configuration()
                    .placed(
                            place -> {
                                Integer number = numbers.get(place);
                                if (number != null) {
                                    used.add(number);
                                } else if (!inherited.containsKey(place)) {
                                    strange.add(place);
                                }
                                return place;
                            },
                            written -> {
                                if (!numbers.containsKey(written) && !inherited.containsKey(written)) {
                                    strange.add(written);
                                }
                                return written;
                            });
            int[] needed = used.stream().distinct().mapToInt(number -> number).toArray();
            return strange.isEmpty() ? Optional.of(new Model(server, needed, words.places)) : Optional.empty();
        }

        Server like(Located<String> name, Wording words) {
            Span[] own = chosen(words.places);
            return new Server(name, server, () -> placed(name, own));
        }

        private Configuration placed(Located<String> name, Span[] own) {
            IdentityHashMap<Span, Span> moved = new IdentityHashMap<>();
            for (int i = 0; i < own.length; i++) {
                moved.put(places[i], own[i]);
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
