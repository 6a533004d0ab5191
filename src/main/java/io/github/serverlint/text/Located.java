package io.github.serverlint.text;

/**
 * A value with its position in the source.
 *
 * @param place where the value is used
 * @param written where the value was written: the same place, unless it came through defaults, an alias or a merge key
 */
public record Located<T>(T value, Span place, Span written) {

    public static <T> Located<T> of(T value, Span place) {
        return new Located<>(value, place, place);
    }

    /** Whether the value is used in one place and written in another. */
    public boolean isInherited() {
        return !place.equals(written);
    }

    /** The same value as another place uses it. */
    public Located<T> usedAt(Span user) {
        return new Located<>(value, user, written);
    }

    /** Another value from the same text. */
    public <R> Located<R> with(R other) {
        return new Located<>(other, place, written);
    }
}
