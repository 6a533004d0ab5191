package io.github.serverlint.input.nativeformat;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;

import io.github.serverlint.catalog.Term;
import io.github.serverlint.catalog.Vocabulary;
import io.github.serverlint.finding.KebabCase;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.text.Located;
import io.github.serverlint.yaml.FindingReporter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parser of terms with a fixed vocabulary, which suggests a known term for an unknown one. */
public final class TermParser {
    private TermParser() {}

    /**
     * Parses a term of the catalog.
     *
     * @param kind its name in messages, such as {@code role}
     */
    public static Optional<Located<Term>> read(
            Located<String> text,
            Vocabulary vocabulary,
            ParseRule unknown,
            String kind,
            FindingReporter findingReporter) {
        Optional<Term> term = vocabulary.find(text.value());
        if (term.isEmpty()) {
            findingReporter.report(
                    unknown,
                    text,
                    "\"" + text.value() + "\" in " + findingReporter.what() + " is no " + kind
                            + " that the catalog knows.",
                    Suggestions.advice(text.value(), vocabulary.ids()));
        }
        return term.map(text::with);
    }

    /** Parses a term of the format itself. */
    static <E extends Enum<E>> Optional<Located<E>> read(
            Optional<Located<String>> text, Class<E> type, String kind, FindingReporter findingReporter) {
        return text.flatMap(given -> {
            Map<String, E> accepted = KebabCase.of(type);
            E value = accepted.get(given.value().toLowerCase(Locale.ROOT).replaceAll("[\\s_/]+", "-"));
            if (value == null) {
                findingReporter.report(
                        INVALID_VALUE,
                        given,
                        "\"" + given.value() + "\" in " + findingReporter.what() + " is no " + kind + ".",
                        Suggestions.advice(given.value(), accepted.keySet()));
            }
            return Optional.ofNullable(value).map(given::with);
        });
    }
}
