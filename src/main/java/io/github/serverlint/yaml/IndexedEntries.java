package io.github.serverlint.yaml;

import io.github.serverlint.yaml.Node.Entry;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Entries of a large mapping, with an index by key that is built on the first lookup. */
final class IndexedEntries extends AbstractList<Entry> implements RandomAccess {
    /** From this size on an index is faster than a linear search. */
    private static final int INDEX_THRESHOLD = 32;

    private final Entry[] entries;
    private volatile @Nullable Map<String, Entry> byKey;

    private IndexedEntries(List<Entry> entries) {
        this.entries = entries.toArray(Entry[]::new);
    }

    /** A list of entries with distinct keys. */
    static List<Entry> of(List<Entry> entries) {
        return entries.size() < INDEX_THRESHOLD ? List.copyOf(entries) : new IndexedEntries(entries);
    }

    Optional<Entry> find(String key) {
        Map<String, Entry> index = byKey;
        if (index == null) {
            index = new HashMap<>(entries.length * 2);
            for (Entry entry : entries) {
                index.put(entry.name(), entry);
            }
            byKey = index;
        }
        return Optional.ofNullable(index.get(key));
    }

    @Override
    public Entry get(int index) {
        return entries[index];
    }

    @Override
    public int size() {
        return entries.length;
    }
}
