package io.github.serverlint.layout;

import static io.github.serverlint.finding.ReadingRule.INVALID_VALUE;

import io.github.serverlint.catalog.Term;
import io.github.serverlint.catalog.Vocabulary;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Nearest;
import io.github.serverlint.finding.ReadingRule;
import io.github.serverlint.source.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads words of which only some are accepted, and says which if another stands there. */
final class Words {
    private Words() {}

    /** A word of the catalog. */
    static Optional<Located<Term>> read(
            Located<String> text,
            Vocabulary vocabulary,
            ReadingRule unknown,
            String what,
            String keyPath,
            List<Finding> findings) {
        Optional<Term> term = vocabulary.find(text.value());
        if (term.isEmpty()) {
            findings.add(Finding.at(
                            unknown.info(), text, "\"" + text.value() + "\" is no " + what + " that the catalog knows.")
                    .keyPath(keyPath)
                    .fix(Nearest.advice(text.value(), vocabulary.ids()))
                    .build());
        }
        return term.map(text::with);
    }

    /** A word of the format itself. */
    static <E extends Enum<E>> Optional<Located<E>> read(
            Optional<Located<String>> text, Class<E> type, String what, String keyPath, List<Finding> findings) {
        return text.flatMap(given -> {
            Map<String, E> accepted = new LinkedHashMap<>();
            for (E constant : type.getEnumConstants()) {
                accepted.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
            }
            E meant = accepted.get(given.value().toLowerCase(Locale.ROOT).replaceAll("[\\s_/]+", "-"));
            if (meant == null) {
                findings.add(Finding.at(INVALID_VALUE.info(), given, "\"" + given.value() + "\" is no " + what + ".")
                        .keyPath(keyPath)
                        .fix(Nearest.advice(given.value(), accepted.keySet()))
                        .build());
            }
            return Optional.ofNullable(meant).map(given::with);
        });
    }
}
