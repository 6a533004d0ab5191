package io.github.serverlint.estate;

import io.github.serverlint.catalog.Term;
import io.github.serverlint.source.Located;
import io.github.serverlint.source.Span;
import java.util.List;

/** One step of a migration. Servers and forests are named; each reads as the sentence that the definition writes. */
public sealed interface Step {

    /** The step's verb. */
    Span place();

    /** The servers that have to exist before the step. */
    default List<Located<String>> servers() {
        return List.of();
    }

    /** The forests that the step names. */
    default List<Located<String>> forests() {
        return List.of();
    }

    record BackUp(Span place, Located<String> server) implements Step {
        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }
    }

    record Prepare(Span place, Located<String> forest, Located<Term> with) implements Step {
        @Override
        public List<Located<String>> forests() {
            return List.of(forest);
        }
    }

    record Upgrade(Span place, Located<String> server, ProductRelease to) implements Step {
        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }
    }

    record Install(Span place, ProductRelease release, Located<String> server) implements Step {
        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }
    }

    /**
     * Takes a product or a component off a server.
     *
     * @param what the id of a product or a component
     */
    record Remove(Span place, Located<String> what, Located<String> server) implements Step {
        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }
    }

    record Enable(Span place, Located<Term> feature, Located<String> server) implements Step {
        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }
    }

    record Disable(Span place, Located<Term> feature, Located<String> server) implements Step {
        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }
    }

    record Raise(Span place, Located<String> forest, Located<Term> to) implements Step {
        @Override
        public List<Located<String>> forests() {
            return List.of(forest);
        }
    }

    record Add(Span place, Server server) implements Step {
        @Override
        public List<Located<String>> forests() {
            return server.forest().stream().toList();
        }
    }

    record MoveMailboxes(Span place, Located<String> from, Located<String> to) implements Step {
        @Override
        public List<Located<String>> servers() {
            return List.of(from, to);
        }
    }

    record Reinstall(Span place, Server as) implements Step {
        @Override
        public List<Located<String>> servers() {
            return List.of(as.name());
        }
    }

    record Decommission(Span place, Located<String> server) implements Step {
        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }
    }

    /** A release of any product, where the definition does not say which product it is. */
    record ProductRelease(String productId, Installation installation) {}
}
