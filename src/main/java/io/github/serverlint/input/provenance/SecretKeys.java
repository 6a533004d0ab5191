package io.github.serverlint.input.provenance;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which keys hold what must never be shown. Inventories are full of passwords. */
public final class SecretKeys {
    private static final Pattern WORDS = Pattern.compile("pass(word|wd|phrase)|pwd|secret|token|credential|private|"
            + "(^|[^a-z])(pass|pw|api-?key|pin|keys?|psk|hash|sas)($|[^a-z])");
    /** Where one word of {@code productKey} ends and the next begins. */
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** Who may fetch an address: {@code https://user:password@host}. */
    private static final Pattern USER = Pattern.compile("(?<=://)[^/@\\s]+@");
    /** What follows an address or the name of a file, such as the signature that opens it for a while. */
    private static final Pattern QUERY =
            Pattern.compile("((?:://|\\.[A-Za-z0-9]{2,5}(?=\\?))[^?]*)\\?.*", Pattern.DOTALL);

    /** A text in quotes inside an expression; what is never closed goes on to the end. */
    private static final Pattern LITERAL =
            Pattern.compile("'(?:[^'\\\\]|\\\\.)*+(?:'|\\\\?$)|\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?$)", Pattern.DOTALL);

    private SecretKeys() {}

    /** A text without what opens the address in it. */
    public static String cutFrom(String text) {
        return text.contains("://") || text.contains("?")
                ? QUERY.matcher(USER.matcher(text).replaceAll("")).replaceFirst("$1")
                : text;
    }

    /** An expression without the texts in it: one of them may be a password that it hands on. */
    public static String maskedLiterals(String expression) {
        return LITERAL.matcher(expression).replaceAll("'...'");
    }

    /** Whether the name of a key or variable says that its value is a secret. */
    public static boolean isNamedBy(String key) {
        return WORDS.matcher(HUMP.matcher(key).replaceAll("-").toLowerCase(Locale.ROOT))
                .find();
    }
}
