package io.github.serverlint.yaml;

import io.github.serverlint.source.RunMonitor;

/** What the files of a run have in common, and is made once for all of them; they may be read at the same time. */
record Remembered(RunMonitor monitor, SharedTexts texts, KnownLines lines) {

    Remembered(RunMonitor monitor) {
        this(monitor, new SharedTexts(), new KnownLines());
    }
}
