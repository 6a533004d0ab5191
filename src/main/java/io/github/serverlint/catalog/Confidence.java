package io.github.serverlint.catalog;

/** Confidence in a fact. */
public enum Confidence {
    /** Found in a source that was read. */
    CONFIRMED,
    /** From memory: such a fact alone never fails a build, unless what it denies is listed nowhere as supported. */
    RECALLED
}
