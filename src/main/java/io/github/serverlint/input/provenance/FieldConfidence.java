package io.github.serverlint.input.provenance;

/** How sure a field is. Only what is known makes errors. */
public enum FieldConfidence {
    /** The definitions say it. */
    KNOWN,
    /** Something says it that may be wrong, such as the name of a group. */
    WEAK,
    /** It can mean several things. */
    AMBIGUOUS,
    /** It is made by an expression that only another tool evaluates. */
    UNRESOLVED,
    /** It is encrypted, or a secret that must not be shown. */
    ENCRYPTED,
    /** Nothing says it. */
    MISSING;

    /** Whether something is said that nobody can be sure of, so that it was not judged. */
    public boolean isUnclear() {
        return this == AMBIGUOUS || this == UNRESOLVED || this == ENCRYPTED;
    }
}
