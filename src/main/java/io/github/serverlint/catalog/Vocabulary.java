package io.github.serverlint.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The terms that are accepted in one place of a definition, in their order. */
public final class Vocabulary {
    private final List<Term> terms;
    private final Map<String, Term> bySpelling = new HashMap<>();

    public Vocabulary(List<Term> terms) {
        this.terms = List.copyOf(terms);
        for (Term term : terms) {
            bySpelling.putIfAbsent(folded(term.id()), term);
            bySpelling.putIfAbsent(folded(term.name()), term);
            term.spellings().forEach(spelling -> bySpelling.putIfAbsent(folded(spelling), term));
        }
    }

    public List<Term> terms() {
        return terms;
    }

    /** The term that a text means, if any: case, blanks, hyphens, slashes and underscores make no difference. */
    public Optional<Term> find(String text) {
        // Most people write a term as its list does, and that needs no folding.
        Term asWritten = bySpelling.get(text);
        return asWritten == null ? Optional.ofNullable(bySpelling.get(folded(text))) : Optional.of(asWritten);
    }

    /** How the terms are written, for messages. */
    public List<String> ids() {
        return terms.stream().map(Term::id).toList();
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (char c : text.strip().toLowerCase(Locale.ROOT).toCharArray()) {
            boolean separator = Character.isWhitespace(c) || c == '-' || c == '_' || c == '/';
            if (!separator) {
                folded.append(c);
            } else if (folded.length() > 0 && folded.charAt(folded.length() - 1) != '-') {
                folded.append('-');
            }
        }
        return folded.toString();
    }
}
