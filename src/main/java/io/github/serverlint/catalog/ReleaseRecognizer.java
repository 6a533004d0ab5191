package io.github.serverlint.catalog;

/** Parser of the names of one product's releases, as people and tools write them. */
@FunctionalInterface
public interface ReleaseRecognizer {

    /** Parses a text. The result depends on the text only; safe for use by several threads. */
    Recognition recognize(String text);
}
