package io.github.serverlint.input.provenance;

import io.github.serverlint.text.Span;
import java.util.Optional;

/**
 * What a reader should know and nobody has to mend: a file that was not read, an attempt that never yields, machines that
 * are no servers. It is no finding, because it may be just as it should be; but it must not pass in silence.
 *
 * @param path the file it is about
 * @param place where in it, if it is about a part of it
 */
public record Notice(String path, Optional<Span> place, String text) {

    /** About a place. */
    public static Notice at(Span place, String text) {
        return new Notice(place.path(), Optional.of(place), text);
    }

    /** About a whole file or folder. */
    public static Notice about(String path, String text) {
        return new Notice(path, Optional.empty(), text);
    }

    /** {@code path:line:column: text}, or without a place {@code path: text}. */
    @Override
    public String toString() {
        return place.map(Span::toString).orElse(path) + ": " + text;
    }
}
