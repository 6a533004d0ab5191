package io.github.serverlint.input.provenance;

import io.github.serverlint.text.Span;
import java.util.Optional;

/**
 * Information for the user that requires no action: a file that was not read, an attempt that never yields a value,
 * machines that are no servers. It is no finding, because it may be intended.
 *
 * @param path the file that it is about
 * @param place the place in the file, if it is about a part of it
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
