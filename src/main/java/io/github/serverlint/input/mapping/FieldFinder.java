package io.github.serverlint.input.mapping;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Recognition.Candidates;
import io.github.serverlint.catalog.Recognition.Unrecognized;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.input.mapping.Attempt.WordList;
import io.github.serverlint.input.mapping.AttemptEvaluator.Unused;
import io.github.serverlint.input.provenance.Field;
import io.github.serverlint.input.provenance.FieldConfidence;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Evaluator of field rules for machines, with statistics about the attempts. */
final class FieldFinder {
    private final Catalog catalog;
    private final AttemptUsage attemptUsage;
    /** Cache of the descriptions of attempts, which are the same for every machine. */
    private final IdentityHashMap<FieldRule, String> tried = new IdentityHashMap<>();

    FieldFinder(Catalog catalog, AttemptUsage attemptUsage) {
        this.catalog = catalog;
        this.attemptUsage = attemptUsage;
    }

    /** A value that a field could not use. */
    record Unread(String field, Unused value) {
        Span place() {
            return value.place();
        }

        String text() {
            return "\"" + field + "\" " + value.why();
        }
    }

    /**
     * Finds a field of a machine: one result, or for a list one for the known items and one for each unknown item.
     *
     * @param unread receives the values that the field could not use
     */
    List<Field> find(FieldRule rule, Machine machine, List<Unread> unread) {
        List<Unused> unused = new ArrayList<>();
        List<AttemptOutcome> hidden = List.of();
        List<Field> bare = List.of();
        for (Attempt attempt : rule.attempts()) {
            if (!RequirementEvaluator.hold(attempt.when(), machine)) {
                continue;
            }
            AttemptEvaluator attemptEvaluator = AttemptEvaluator.of(machine, attempt);
            attemptUsage.count(attempt, !attemptEvaluator.outcomes().isEmpty());
            unused.addAll(attemptEvaluator.unused());
            if (attemptEvaluator.outcomes().isEmpty()) {
                continue;
            }
            boolean known = attemptEvaluator.outcomes().stream()
                    .anyMatch(attemptOutcome -> attemptOutcome.unknown().isEmpty());
            if (!known && rule.isOfName()) {
                // A name that only another tool knows is no use; another attempt may yield a known one.
                hidden = attemptEvaluator.outcomes();
                continue;
            }
            if (attempt.steps().namesProductOnly()) {
                bare = bare.isEmpty() ? List.of(productOnly(rule, attempt, attemptEvaluator.outcomes())) : bare;
                continue;
            }
            List<Field> found = rule.isList()
                    ? list(rule, attempt, attemptEvaluator.outcomes())
                    : List.of(one(rule, attempt, attemptEvaluator.outcomes()));
            if (!attemptEvaluator.outcomes().stream().allMatch(attemptOutcome -> isBare(rule, attemptOutcome))) {
                return found;
            }
            bare = bare.isEmpty() ? found : bare;
        }
        if (!bare.isEmpty()) {
            return bare;
        }
        unused.forEach(value -> unread.add(new Unread(rule.name(), value)));
        return hidden.isEmpty()
                ? List.of(new Field(
                        rule.name(),
                        FieldConfidence.MISSING,
                        Optional.empty(),
                        machine.place(),
                        tried(rule),
                        rule.attempts().stream()
                                .flatMap(attempt -> machine.unused(attempt.origin()).stream())
                                .findFirst()
                                .orElse(""),
                        List.of()))
                : List.of(unknown(rule, tried(rule), hidden.get(0)));
    }

    /** A product of which the mapping knows no release, whatever the text is. */
    private static Field productOnly(FieldRule rule, Attempt attempt, List<AttemptOutcome> outcomes) {
        AttemptOutcome first = outcomes.stream()
                .filter(outcome -> outcome.unknown().isEmpty())
                .findFirst()
                .orElse(outcomes.get(0));
        return new Field(
                rule.name(),
                FieldConfidence.RELEASE_UNKNOWN,
                Optional.empty(),
                first.text().place(),
                attempt.label(),
                "",
                first.from().trail());
    }

    /** Whether a text only names the product, so that another attempt may yield the release. */
    private boolean isBare(FieldRule rule, AttemptOutcome attemptOutcome) {
        List<String> words = Pattern.compile("[\\s_-]+")
                .splitAsStream(attemptOutcome.words().toLowerCase(Locale.ROOT))
                .toList();
        return attemptOutcome.unknown().isEmpty()
                && catalog.product(rule.name())
                        .filter(product -> product.words().containsAll(words))
                        .isPresent();
    }

    private String tried(FieldRule rule) {
        return tried.computeIfAbsent(rule, FieldRule::tried);
    }

    private Field one(FieldRule rule, Attempt attempt, List<AttemptOutcome> outcomes) {
        Map<String, AttemptOutcome> known = known(outcomes);
        if (known.isEmpty()) {
            return unknown(rule, attempt.label(), outcomes.get(0));
        }
        AttemptOutcome first = known.values().iterator().next();
        Optional<Recognition> meant = recognition(rule, attempt, first);
        List<String> answers = known.size() > 1
                ? known.keySet().stream().map(words -> "\"" + words + "\"").toList()
                : meant.filter(Unrecognized.class::isInstance)
                        .map(unknown -> ((Unrecognized) unknown).candidates())
                        .filter(releases -> releases.size() > 1)
                        .map(releases -> releases.stream().map(Release::name).toList())
                        .orElse(List.of());
        if (!answers.isEmpty()) {
            return field(rule, attempt, first, FieldConfidence.AMBIGUOUS, String.join(" or ", answers));
        }
        String several = meant.filter(Candidates.class::isInstance)
                .map(Candidates.class::cast)
                .filter(candidates -> candidates.releases().size() > 1)
                .map(Candidates::toString)
                .orElse("");
        FieldConfidence sure = several.isEmpty() ? FieldConfidence.KNOWN : FieldConfidence.CANDIDATES;
        boolean weak = attempt.steps().weak() || first.from().weak();
        return field(rule, attempt, first, weak ? FieldConfidence.WEAK : sure, several);
    }

    /** The known outcomes by their text; branches of a condition are one. */
    private static Map<String, AttemptOutcome> known(List<AttemptOutcome> outcomes) {
        Map<String, AttemptOutcome> known = new LinkedHashMap<>();
        outcomes.stream()
                .filter(attemptOutcome -> attemptOutcome.unknown().isEmpty())
                .forEach(attemptOutcome -> known.putIfAbsent(attemptOutcome.words(), attemptOutcome));
        if (known.size() < 2 || !known.values().stream().allMatch(AttemptOutcome::branch)) {
            return known;
        }
        AttemptOutcome either = AttemptOutcome.either(known.values());
        return Map.of(either.words(), either);
    }

    /** What the text of a release means; empty for another field. */
    private Optional<Recognition> recognition(FieldRule rule, Attempt attempt, AttemptOutcome attemptOutcome) {
        return catalog.product(rule.name())
                .map(product -> catalog.recognize(
                        product,
                        attemptOutcome.words(),
                        attempt.steps().wordsOf().map(WordList::name)));
    }

    private static Field field(
            FieldRule rule,
            Attempt attempt,
            AttemptOutcome attemptOutcome,
            FieldConfidence fieldConfidence,
            String detail) {
        return new Field(
                rule.name(),
                fieldConfidence,
                Optional.of(ValueChecks.withText(attemptOutcome.text(), attemptOutcome.words())),
                attemptOutcome.text().place(),
                attempt.label(),
                detail,
                attemptOutcome.from().trail(),
                attempt.steps().wordsOf().map(WordList::name));
    }

    private static Field unknown(FieldRule rule, String attempt, AttemptOutcome attemptOutcome) {
        UnresolvedReason why = attemptOutcome.unknown().orElseThrow();
        return new Field(
                rule.name(),
                why.state(),
                Optional.empty(),
                attemptOutcome.text().place(),
                attempt,
                why.detail(),
                attemptOutcome.from().trail());
    }

    /** The first outcome for an item decides whether it is present. */
    private static List<Field> list(FieldRule rule, Attempt attempt, List<AttemptOutcome> outcomes) {
        List<Field> fields = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        List<AttemptOutcome> present = new ArrayList<>();
        for (AttemptOutcome attemptOutcome : outcomes) {
            if (attemptOutcome.unknown().isPresent()) {
                fields.add(unknown(rule, attempt.label(), attemptOutcome));
            } else if (seen.add(attemptOutcome.words()) && !attemptOutcome.absent()) {
                present.add(attemptOutcome);
            }
        }
        AttemptOutcome first = present.isEmpty() ? outcomes.get(0) : present.get(0);
        boolean weak = attempt.steps().weak()
                || present.stream()
                        .anyMatch(attemptOutcome -> attemptOutcome.from().weak());
        List<Node> items = present.stream()
                .<Node>map(attemptOutcome -> ValueChecks.withText(attemptOutcome.text(), attemptOutcome.words()))
                .toList();
        Node place = first.text();
        if (!seen.isEmpty()) {
            fields.add(
                    0,
                    new Field(
                            rule.name(),
                            weak ? FieldConfidence.WEAK : FieldConfidence.KNOWN,
                            Optional.of(new Sequence(items, place.place(), place.place(), Optional.empty())),
                            place.place(),
                            attempt.label(),
                            "",
                            present.stream()
                                    .flatMap(attemptOutcome -> attemptOutcome.from().trail().stream())
                                    .distinct()
                                    .toList()));
        }
        return fields;
    }
}
