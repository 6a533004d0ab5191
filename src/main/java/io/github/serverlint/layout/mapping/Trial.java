package io.github.serverlint.layout.mapping;

import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.input.provenance.ProvenanceStep;
import io.github.serverlint.layout.mapping.Attempt.Follow;
import io.github.serverlint.layout.mapping.Attempt.Steps;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One attempt at one machine: the values that it yields, and those that it cannot use. */
final class Trial {
    private final Machine machine;
    private final Attempt attempt;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Unused> unused = new ArrayList<>();

    private Trial(Machine machine, Attempt attempt) {
        this.machine = machine;
        this.attempt = attempt;
    }

    /**
     * A value that cannot be used.
     *
     * @param why the rest of a sentence that begins with the field
     */
    record Unused(Span place, String why) {}

    static Trial of(Machine machine, Attempt attempt) {
        Trial trial = new Trial(machine, attempt);
        trial.machine.values(attempt.origin()).forEach(trial::take);
        return trial;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** What could not be used though something stands there. */
    List<Unused> unused() {
        return unused;
    }

    private void take(Value value) {
        Node node = value.node();
        if (value.secretKey().isPresent()) {
            unknown(value, Unknown.encrypted("the key \"" + value.secretKey().get() + "\" names a secret"));
            return;
        }
        if (value.unknown().isPresent()) {
            unknown(value, value.unknown().get());
            return;
        }
        Optional<Follow> follow = attempt.steps().follow();
        if (follow.isPresent()) {
            // What names no other value is left to another attempt.
            if (node instanceof Scalar && follow.get().tag().equals(node.foreignTag())) {
                follow(value, follow.get(), Finder.text(node));
            }
        } else if (Unknown.taggedOn(node).isPresent()) {
            unknown(value, Unknown.taggedOn(node).get());
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> take(value.with(item)));
        } else if (node instanceof Mapping) {
            unused.add(new Unused(node.place(), "takes text, and here stands a mapping, so nothing was read from it."));
        } else {
            value.scalar().ifPresent(scalar -> split(value, scalar));
        }
    }

    /** A value that names another: what that one is, if it is there. */
    private void follow(Value value, Follow step, String name) {
        Optional<JsonPathMatch> found = machine.document().stream()
                .flatMap(root -> step.in().select(root).stream())
                .flatMap(mapping -> Finder.entry(mapping, name).stream())
                .flatMap(entry -> step.at().select(entry).stream())
                .findFirst();
        Optional<Scalar> text = found.map(jsonPathMatch ->
                        Value.of(jsonPathMatch, machine.document().orElseThrow()))
                .filter(target -> target.secretKey().isEmpty())
                .filter(target -> Unknown.taggedOn(target.node()).isEmpty())
                .flatMap(Value::scalar);
        if (text.isPresent()) {
            split(value.via(List.of(new ProvenanceStep(value.node().place(), "it is taken from here"))), text.get());
        } else {
            String tag = value.node().foreignTag().map(sign -> sign + " ").orElse("");
            unknown(value, Unknown.unresolved(tag + name));
        }
    }

    private void unknown(Value value, Unknown why) {
        Node node = value.node();
        Scalar text = new Scalar("", false, node.place(), node.written(), Optional.empty());
        outcomes.add(new Outcome(text, Optional.of(why), false, value));
    }

    private void split(Value value, Scalar scalar) {
        Steps steps = attempt.steps();
        if (steps.split().isEmpty()) {
            use(value, scalar);
            return;
        }
        Pattern.compile(steps.split().get(), Pattern.LITERAL)
                .splitAsStream(scalar.text())
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .forEach(piece -> use(value, Finder.withText(scalar, piece)));
    }

    private void use(Value value, Scalar given) {
        if (!BoundedRegex.isTriedOn(given.text())) {
            unused.add(new Unused(
                    given.place(),
                    "takes no text of more than " + BoundedRegex.LONGEST + " characters, so this was not read."));
            return;
        }
        Steps steps = attempt.steps();
        Scalar scalar = given;
        boolean absent = false;
        if (!steps.present().isEmpty() || !steps.absent().isEmpty()) {
            Optional<String> prefix = prefix(scalar.text(), steps);
            if (prefix.isEmpty()) {
                return;
            }
            absent = steps.absent().contains(prefix.get());
            scalar =
                    Finder.withText(scalar, scalar.text().substring(prefix.get().length()));
        }
        Scalar stripped = steps.strip().isPresent() ? stripped(scalar, steps) : scalar;
        Optional<Scalar> found = steps.capture().isPresent()
                ? Finder.captured(stripped, steps.capture().get())
                : Optional.of(stripped);
        // What an expression will put in may be what is looked for.
        Optional<Unknown> hidden = Unknown.in(found.map(Scalar::text).orElse(stripped.text()));
        if (hidden.isPresent()) {
            outcomes.add(new Outcome(stripped, hidden, absent, value));
            return;
        }
        Optional<Scalar> meant = found.filter(text -> !text.text().isBlank());
        if (steps.table().isPresent()) {
            meant = meant.flatMap(text -> steps.table().get().of(text.text()).map(word -> Finder.withText(text, word)));
        }
        boolean isAbsent = absent;
        meant.ifPresent(text -> outcomes.add(new Outcome(text, Optional.empty(), isAbsent, value)));
    }

    private static Scalar stripped(Scalar scalar, Steps steps) {
        return steps.strip()
                .flatMap(boundedRegex -> boundedRegex.find(scalar.text(), scalar.place()))
                .map(regexMatch -> Finder.withText(scalar, regexMatch.rest().strip()))
                .orElse(scalar);
    }

    /** The longest of the prefixes that the text begins with. */
    private static Optional<String> prefix(String text, Steps steps) {
        return Stream.concat(steps.present().stream(), steps.absent().stream())
                .filter(text::startsWith)
                .max(Comparator.comparingInt(String::length));
    }
}
