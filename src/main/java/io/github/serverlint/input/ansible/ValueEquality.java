package io.github.serverlint.input.ansible;

import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.Optional;

/** Equality of two values regardless of their places. */
final class ValueEquality {
    /** Limit on compared nodes: aliases can expand a small file to very many. */
    private static final int MAX_NODES = 10_000;

    private int left = MAX_NODES;

    private ValueEquality() {}

    static boolean of(Node one, Node other) {
        return new ValueEquality().same(one, other);
    }

    private boolean same(Node one, Node other) {
        if (left-- < 0 || !one.foreignTag().equals(other.foreignTag())) {
            return false;
        }
        if (one instanceof Scalar scalar && other instanceof Scalar otherScalar) {
            return scalar.text().equals(otherScalar.text()) && scalar.isNull() == otherScalar.isNull();
        }
        if (one instanceof Sequence list && other instanceof Sequence otherList) {
            return same(list, otherList);
        }
        return one instanceof Mapping mapping && other instanceof Mapping otherMapping && same(mapping, otherMapping);
    }

    private boolean same(Sequence one, Sequence other) {
        if (one.ownItems() == other.ownItems()) {
            return true;
        }
        boolean same = one.ownItems().size() == other.ownItems().size();
        for (int i = 0; same && i < one.ownItems().size(); i++) {
            same = same(one.ownItems().get(i), other.ownItems().get(i));
        }
        return same;
    }

    private boolean same(Mapping one, Mapping other) {
        if (one.ownEntries() == other.ownEntries()) {
            return true;
        }
        boolean same = one.ownEntries().size() == other.ownEntries().size();
        for (int i = 0; same && i < one.ownEntries().size(); i++) {
            Entry entry = one.ownEntries().get(i);
            Optional<Entry> match = other.entry(entry.name());
            same = match.isPresent() && same(entry.value(), match.get().value());
        }
        return same;
    }
}
