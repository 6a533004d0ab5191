package io.github.serverlint.finding;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Kebab-case names of enum constants: {@code IN_PROGRESS} is {@code in-progress}. */
public final class KebabCase {
    private KebabCase() {}

    /** Returns the name of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns all constants by name, in the order of the enum. */
    public static <E extends Enum<E>> Map<String, E> of(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(of(constant), constant);
        }
        return words;
    }
}
