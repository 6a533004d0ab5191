package io.github.serverlint.catalog;

/** Recognizer of the releases of one product in text that people or tools have written. */
@FunctionalInterface
public interface ReleaseRecognizer {

    /** The release that a text names, or why it names none. The same text has the same answer, on every thread. */
    Recognition recognize(String text);
}
