package io.github.serverlint.layout.record;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which keys hold what must never be shown. Inventories are full of passwords. */
public final class Secrets {
    private static final Pattern WORDS = Pattern.compile("pass(word|wd|phrase)|pwd|secret|token|credential|private|"
            + "(^|[^a-z])(pass|api-?key|pin|keys?|psk|hash|sas)($|[^a-z])");
    /** Where one word of {@code productKey} ends and the next begins. */
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Secrets() {}

    /** Whether the name of a key or variable says that its value is a secret. */
    public static boolean isNamedBy(String key) {
        return WORDS.matcher(HUMP.matcher(key).replaceAll("-").toLowerCase(Locale.ROOT))
                .find();
    }
}
