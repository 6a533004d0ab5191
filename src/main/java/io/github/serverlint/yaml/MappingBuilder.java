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
    private Map<String, Integer> positions = Map.of();

    /** Adds an entry, or returns the earlier entry with the same key. */
    @Nullable
    Entry add(Entry entry) {
        int position = positionOf(entry.name());
        if (position < entries.size()) {
            return entries.get(position);
        }
        entries.add(entry);
        return null;
    }

    /** Adds an entry, or puts it in the place of the earlier entry with the same key, which is returned. */
    @Nullable
    Entry replace(Entry entry) {
        int position = positionOf(entry.name());
        if (position < entries.size()) {
            return entries.set(position, entry);
        }
        entries.add(entry);
        return null;
    }

    /** The position of the entry with a key, or of the next entry if there is none. */
    private int positionOf(String name) {
        return entries.size() < INDEX_THRESHOLD ? searchLinearly(name) : searchIndex(name);
    }

    private int searchLinearly(String name) {
        int position = 0;
        while (position < entries.size() && !entries.get(position).name().equals(name)) {
            position++;
        }
        return position;
    }

    private int searchIndex(String name) {
        if (positions.isEmpty()) {
            positions = new HashMap<>();
            for (int i = 0; i < entries.size(); i++) {
                positions.put(entries.get(i).name(), i);
            }
        }
        Integer earlier = positions.putIfAbsent(name, entries.size());
        return earlier == null ? entries.size() : earlier;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The entries in document order. */
    List<Entry> entries() {
        return IndexedEntries.of(entries);
    }
}
