package io.github.serverlint.catalog;

import java.util.List;
import java.util.Optional;

/** The terms that are accepted in one place of a definition, in their order. */
public record Vocabulary(List<Term> terms) {

    /** The term that a text means, if any. */
    public Optional<Term> find(String text) {
        return terms.stream().filter(term -> term.isMeantBy(text)).findFirst();
    }

    /** How the terms are written, for messages. */
    public List<String> ids() {
        return terms.stream().map(Term::id).toList();
    }
}
