package io.github.serverlint.yaml;

import io.github.serverlint.yaml.Node.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a mapping while it is read, of which no two have one key. */
final class MappingBuilder {
    /** From so many on an index finds a key sooner than a look at each. */
    private static final int MANY = 8;

    private final List<Entry> entries = new ArrayList<>();
    private Map<String, Entry> index = Map.of();

    /** Adds an entry, or gives the one that has its key already. */
    @Nullable
    Entry add(Entry entry) {
        Entry earlier = entries.size() < MANY ? amongFew(entry.name()) : amongMany(entry);
        if (earlier == null) {
            entries.add(entry);
        }
        return earlier;
    }

    private @Nullable Entry amongFew(String name) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name().equals(name)) {
                return entries.get(i);
            }
        }
        return null;
    }

    private @Nullable Entry amongMany(Entry entry) {
        if (index.isEmpty()) {
            index = new HashMap<>();
            for (Entry earlier : entries) {
                index.put(earlier.name(), earlier);
            }
        }
        return index.putIfAbsent(entry.name(), entry);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** In their order. */
    List<Entry> entries() {
        return IndexedEntries.of(entries);
    }
}
