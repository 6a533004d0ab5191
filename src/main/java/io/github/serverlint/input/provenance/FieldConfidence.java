package io.github.serverlint.input.provenance;

/** Confidence in the value of a field. Only known values cause errors. */
public enum FieldConfidence {
    /** The definitions state it. */
    KNOWN,
    /** Derived from something that may be wrong, such as the name of a group. */
    WEAK,
    /** A text that stands for several releases, so that rules check the server with each of them. */
    CANDIDATES,
    /** It gives contradicting answers. */
    AMBIGUOUS,
    /** The product is there, and nothing says which release of it. */
    RELEASE_UNKNOWN,
    /** Computed by an expression that only another tool evaluates. */
    UNRESOLVED,
    /** It is encrypted, or a secret that must not be shown. */
    ENCRYPTED,
    /** Not stated anywhere. */
    MISSING;

    /** Whether there is a value that rules check. */
    public boolean isRead() {
        return this == KNOWN || this == WEAK || this == CANDIDATES;
    }

    /** Whether there is a value that is uncertain, so that the rules did not check it. */
    public boolean isUnclear() {
        return this == AMBIGUOUS || this == RELEASE_UNKNOWN || this == UNRESOLVED || this == ENCRYPTED;
    }
}
