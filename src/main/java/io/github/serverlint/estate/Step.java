package io.github.serverlint.estate;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Step of a migration. It refers to servers and forests by name. */
public sealed interface Step {

    /** Where the step begins. */
    Span place();

    /** The step as a sentence, such as {@code upgrade mail01 to Exchange Server 2003 SP1}. */
    String sentence();

    /** The servers that the step requires to exist. */
    default List<Located<String>> servers() {
        return List.of();
    }

    /** The servers that the step changes or adds. */
    default List<Located<String>> subjects() {
        return servers();
    }

    /** The server that the step defines anew. */
    default Optional<Server> definedServer() {
        return Optional.empty();
    }

    /** The same step where it names its servers otherwise. */
    default Step named(UnaryOperator<Located<String>> names) {
        return this;
    }

    /** The forests that the step names. */
    default List<Located<String>> forests() {
        return List.of();
    }

    record BackUp(Span place, Located<String> server) implements Step {
        @Override
        public String sentence() {
            return "back up " + server.value();
        }

        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }

        @Override
        public Step named(UnaryOperator<Located<String>> names) {
            return new BackUp(place, names.apply(server));
        }
    }

    record Prepare(Span place, Located<String> forest, Located<Term> with) implements Step {
        @Override
        public String sentence() {
            return "prepare " + forest.value() + " with " + with.value().name();
        }

        @Override
        public List<Located<String>> forests() {
            return List.of(forest);
        }
    }

    record Upgrade(Span place, Located<String> server, ProductRelease to) implements Step {
        @Override
        public String sentence() {
            return "upgrade " + server.value() + " to " + to.installation().name();
        }

        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }

        @Override
        public Step named(UnaryOperator<Located<String>> names) {
            return new Upgrade(place, names.apply(server), to);
        }
    }

    record Install(Span place, ProductRelease release, Located<String> server) implements Step {
        @Override
        public String sentence() {
            return "install " + release.installation().name() + " on " + server.value();
        }

        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }

        @Override
        public Step named(UnaryOperator<Located<String>> names) {
            return new Install(place, release, names.apply(server));
        }
    }

    /**
     * Removes a product or a component from a server.
     *
     * @param what the id of a product or a component
     */
    record Remove(Span place, Located<String> what, Located<String> server) implements Step {
        @Override
        public String sentence() {
            return "remove " + what.value() + " from " + server.value();
        }

        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }

        @Override
        public Step named(UnaryOperator<Located<String>> names) {
            return new Remove(place, what, names.apply(server));
        }
    }

    record Enable(Span place, Located<Term> feature, Located<String> server) implements Step {
        @Override
        public String sentence() {
            return "enable " + feature.value().name() + " on " + server.value();
        }

        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }

        @Override
        public Step named(UnaryOperator<Located<String>> names) {
            return new Enable(place, feature, names.apply(server));
        }
    }

    record Disable(Span place, Located<Term> feature, Located<String> server) implements Step {
        @Override
        public String sentence() {
            return "disable " + feature.value().name() + " on " + server.value();
        }

        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }

        @Override
        public Step named(UnaryOperator<Located<String>> names) {
            return new Disable(place, feature, names.apply(server));
        }
    }

    record Raise(Span place, Located<String> forest, Located<Term> to) implements Step {
        @Override
        public String sentence() {
            return "raise " + forest.value() + " to " + to.value().name();
        }

        @Override
        public List<Located<String>> forests() {
            return List.of(forest);
        }
    }

    record Add(Span place, Server server) implements Step {
        @Override
        public String sentence() {
            return "add " + server.name().value();
        }

        @Override
        public List<Located<String>> subjects() {
            return List.of(server.name());
        }

        @Override
        public Optional<Server> definedServer() {
            return Optional.of(server);
        }

        @Override
        public List<Located<String>> forests() {
            return server.forest().stream().toList();
        }
    }

    record MoveMailboxes(Span place, Located<String> from, Located<String> to) implements Step {
        @Override
        public String sentence() {
            return "move the mailboxes of " + from.value() + " to " + to.value();
        }

        @Override
        public List<Located<String>> servers() {
            return List.of(from, to);
        }

        @Override
        public Step named(UnaryOperator<Located<String>> names) {
            return new MoveMailboxes(place, names.apply(from), names.apply(to));
        }
    }

    record Reinstall(Span place, Server as) implements Step {
        @Override
        public String sentence() {
            return "reinstall " + as.name().value();
        }

        @Override
        public List<Located<String>> servers() {
            return List.of(as.name());
        }

        @Override
        public Optional<Server> definedServer() {
            return Optional.of(as);
        }

        @Override
        public List<Located<String>> forests() {
            return as.forest().stream().toList();
        }

        @Override
        public Step named(UnaryOperator<Located<String>> names) {
            return new Reinstall(place, as.named(names.apply(as.name())));
        }
    }

    record Decommission(Span place, Located<String> server) implements Step {
        @Override
        public String sentence() {
            return "decommission " + server.value();
        }

        @Override
        public List<Located<String>> servers() {
            return List.of(server);
        }

        @Override
        public Step named(UnaryOperator<Located<String>> names) {
            return new Decommission(place, names.apply(server));
        }
    }

    /** Release with the product it belongs to, which a step does not name. */
    record ProductRelease(String productId, Installation installation) {

        /** Whether a server has to be backed up before this is installed over another release of the product. */
        public boolean needsBackup() {
            return productId.equals(Product.EXCHANGE) || productId.equals(Product.WINDOWS);
        }
    }
}
