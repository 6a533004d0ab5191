package io.github.serverlint.yaml;

/** What the files of a run have in common, and is made once for all of them; they may be read at the same time. */
record Remembered(SharedTexts texts, KnownLines lines) {

    Remembered() {
        this(new SharedTexts(), new KnownLines());
    }
}
