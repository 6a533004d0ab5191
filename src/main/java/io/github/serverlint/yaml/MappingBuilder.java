package io.github.serverlint.yaml;

import io.github.serverlint.yaml.Node.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builder of a mapping's entries that detects duplicate keys. */
final class MappingBuilder {
    /** From this size on an index is faster than a linear search. */
    private static final int INDEX_THRESHOLD = 8;

    private final List<Entry> entries = new ArrayList<>();
    private Map<String, Entry> index = Map.of();

    /** Adds an entry, or returns the earlier entry with the same key. */
    @Nullable
    Entry add(Entry entry) {
        Entry earlier = entries.size() < INDEX_THRESHOLD ? searchLinearly(entry.name()) : putIntoIndex(entry);
        if (earlier == null) {
            entries.add(entry);
        }
        return earlier;
    }

    private @Nullable Entry searchLinearly(String name) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name().equals(name)) {
                return entries.get(i);
            }
        }
        return null;
    }

    private @Nullable Entry putIntoIndex(Entry entry) {
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

    /** The entries in document order. */
    List<Entry> entries() {
        return IndexedEntries.of(entries);
    }
}
