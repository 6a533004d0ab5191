package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.mapping.Attempt.Steps;
import io.github.serverlint.input.provenance.ProvenanceStep;
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

/** Evaluation of one attempt for one machine: the values it yields and those it cannot use. */
final class AttemptEvaluator {
    private final Machine machine;
    private final Attempt attempt;
    private final List<AttemptOutcome> outcomes = new ArrayList<>();
    private final List<Unused> unused = new ArrayList<>();
    /** Whether one of the values that are being taken counts, as a condition decides. */
    private boolean branches;

    private AttemptEvaluator(Machine machine, Attempt attempt) {
        this.machine = machine;
        this.attempt = attempt;
    }

    /**
     * A value that cannot be used.
     *
     * @param why the rest of a sentence that begins with the field
     */
    record Unused(Span place, String why) {}

    static AttemptEvaluator of(Machine machine, Attempt attempt) {
        AttemptEvaluator attemptEvaluator = new AttemptEvaluator(machine, attempt);
        attemptEvaluator.machine.values(attempt.origin()).forEach(attemptEvaluator::take);
        return attemptEvaluator;
    }

    List<AttemptOutcome> outcomes() {
        return outcomes;
    }

    /** The values that could not be used. */
    List<Unused> unused() {
        return unused;
    }

    private void take(LookedUpValue lookedUpValue) {
        Node node = lookedUpValue.node();
        if (lookedUpValue.secretKey().isPresent()) {
            unknown(
                    lookedUpValue,
                    UnresolvedReason.encrypted(
                            "the key \"" + lookedUpValue.secretKey().get() + "\" names a secret"));
            return;
        }
        if (lookedUpValue.unknown().isPresent()) {
            unknown(lookedUpValue, lookedUpValue.unknown().get());
            return;
        }
        if (!attempt.steps().follow().isEmpty()) {
            follow(lookedUpValue);
        } else if (UnresolvedReason.taggedOn(node).isPresent()) {
            unknown(lookedUpValue, UnresolvedReason.taggedOn(node).get());
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> take(lookedUpValue.with(item)));
        } else if (node instanceof Mapping) {
            unused.add(new Unused(node.place(), "takes text, and here stands a mapping, so nothing was read from it."));
        } else {
            lookedUpValue.scalar().ifPresent(scalar -> split(lookedUpValue, scalar));
        }
    }

    /** Goes where a reference leads, to several places if a condition decides; a value that is none is left to other attempts. */
    private void follow(LookedUpValue lookedUpValue) {
        Node start = lookedUpValue.node();
        FollowedTargets targets = machine.document()
                .map(document -> new ReferenceFollower(document)
                        .follow(start, attempt.steps().follow()))
                .orElse(FollowedTargets.NONE);
        if (!targets.unknown().isEmpty()) {
            // What is unknown may be anything, whatever the other branches are.
            unknown(lookedUpValue, targets.unknown().get(0));
            return;
        }
        branches = targets.nodes().size() > 1;
        for (Node target : targets.nodes()) {
            LookedUpValue reached = target == start
                    ? lookedUpValue
                    : lookedUpValue.reached(new ProvenanceStep(start.place(), "it is taken from here"), targets.weak());
            Optional<UnresolvedReason> hidden = UnresolvedReason.taggedOn(target);
            if (hidden.isPresent()) {
                unknown(reached, hidden.get());
            } else {
                reached.with(target).scalar().ifPresent(text -> split(reached, text));
            }
        }
        branches = false;
    }

    private void unknown(LookedUpValue lookedUpValue, UnresolvedReason why) {
        Node node = lookedUpValue.node();
        Scalar text = new Scalar("", false, node.place(), node.written(), Optional.empty());
        outcomes.add(new AttemptOutcome(text, Optional.of(why), false, branches, lookedUpValue));
    }

    private void split(LookedUpValue lookedUpValue, Scalar scalar) {
        Steps steps = attempt.steps();
        if (steps.split().isEmpty()) {
            use(lookedUpValue, scalar);
            return;
        }
        Pattern.compile(steps.split().get(), Pattern.LITERAL)
                .splitAsStream(scalar.text())
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .forEach(piece -> use(lookedUpValue, ValueChecks.withText(scalar, piece)));
    }

    private void use(LookedUpValue lookedUpValue, Scalar given) {
        if (!BoundedRegex.accepts(given.text())) {
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
            scalar = ValueChecks.withText(
                    scalar, scalar.text().substring(prefix.get().length()));
        }
        Scalar stripped = steps.strip().isPresent() ? stripped(scalar, steps) : scalar;
        Optional<Scalar> found = steps.capture().isPresent()
                ? ValueChecks.captured(stripped, steps.capture().get())
                : Optional.of(stripped);
        // An unresolved expression may produce the wanted text.
        Optional<UnresolvedReason> hidden =
                UnresolvedReason.in(found.map(Scalar::text).orElse(stripped.text()));
        if (hidden.isPresent()) {
            outcomes.add(new AttemptOutcome(stripped, hidden, absent, branches, lookedUpValue));
            return;
        }
        Optional<Scalar> meant = found.filter(text -> !text.text().isBlank());
        if (steps.table().isPresent()) {
            meant = meant.flatMap(
                    text -> steps.table().get().of(text.text()).map(word -> ValueChecks.withText(text, word)));
        }
        meant = meant.filter(text ->
                steps.wordsOf().filter(list -> !list.contains(text.text())).isEmpty());
        boolean isAbsent = absent;
        meant.ifPresent(
                text -> outcomes.add(new AttemptOutcome(text, Optional.empty(), isAbsent, branches, lookedUpValue)));
    }

    private static Scalar stripped(Scalar scalar, Steps steps) {
        return steps.strip()
                .flatMap(boundedRegex -> boundedRegex.find(scalar.text(), scalar.place()))
                .map(regexMatch ->
                        ValueChecks.withText(scalar, regexMatch.rest().strip()))
                .orElse(scalar);
    }

    /** The longest matching prefix of a text. */
    private static Optional<String> prefix(String text, Steps steps) {
        return Stream.concat(steps.present().stream(), steps.absent().stream())
                .filter(text::startsWith)
                .max(Comparator.comparingInt(String::length));
    }
}
