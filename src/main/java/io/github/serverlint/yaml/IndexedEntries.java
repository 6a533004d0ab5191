package io.github.serverlint.yaml;

import io.github.serverlint.yaml.Node.Entry;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The entries of a mapping with many, which is made an index of when somebody looks for one by its key. */
final class IndexedEntries extends AbstractList<Entry> implements RandomAccess {
    /** From so many on an index finds a key sooner than a look at each. */
    private static final int MANY = 32;

    private final Entry[] entries;
    private volatile @Nullable Map<String, Entry> byKey;

    private IndexedEntries(List<Entry> entries) {
        this.entries = entries.toArray(Entry[]::new);
    }

    /** Entries of which none has the key of another. */
    static List<Entry> of(List<Entry> entries) {
        return entries.size() < MANY ? List.copyOf(entries) : new IndexedEntries(entries);
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
