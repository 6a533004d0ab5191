package io.github.serverlint.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Ordered list of the terms that are valid for one key of a definition. */
public final class Vocabulary {
    private final List<Term> terms;
    private final Map<String, Term> bySpelling = new HashMap<>();

    public Vocabulary(List<Term> terms) {
        this.terms = List.copyOf(terms);
        for (Term term : terms) {
            bySpelling.putIfAbsent(normalized(term.id()), term);
            bySpelling.putIfAbsent(normalized(term.name()), term);
            term.spellings().forEach(spelling -> bySpelling.putIfAbsent(normalized(spelling), term));
        }
    }

    public List<Term> terms() {
        return terms;
    }

    /** Looks up a term by any of its spellings; case, blanks, hyphens, slashes and underscores are ignored. */
    public Optional<Term> find(String text) {
        // Fast path: most texts are spelled as in the vocabulary and need no normalization.
        Term asWritten = bySpelling.get(text);
        return asWritten == null ? Optional.ofNullable(bySpelling.get(normalized(text))) : Optional.of(asWritten);
    }

    /** The canonical spellings, for messages. */
    public List<String> ids() {
        return terms.stream().map(Term::id).toList();
    }

    private static String normalized(String text) {
        StringBuilder normalized = new StringBuilder(text.length());
        for (char c : text.strip().toLowerCase(Locale.ROOT).toCharArray()) {
            boolean separator = Character.isWhitespace(c) || c == '-' || c == '_' || c == '/';
            if (!separator) {
                normalized.append(c);
            } else if (normalized.length() > 0 && normalized.charAt(normalized.length() - 1) != '-') {
                normalized.append('-');
            }
        }
        return normalized.toString();
    }
}
