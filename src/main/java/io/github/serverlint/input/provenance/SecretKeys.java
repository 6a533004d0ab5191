package io.github.serverlint.input.provenance;

import java.util.Locale;
import java.util.regex.Pattern;

/** Detection of keys with secret values, and redaction of texts. Inventories are full of passwords. */
public final class SecretKeys {
    private static final Pattern WORDS = Pattern.compile("pass(word|wd|phrase)|pwd|secret|token|credential|private|"
            + "(^|[^a-z])(pass|pw|api-?key|pin|keys?|psk|hash|sas)($|[^a-z])");
    /** A word boundary in camel case. */
    private static final Pattern CAMEL_CASE_BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** The user information of a URL: {@code https://user:password@host}. */
    private static final Pattern USER = Pattern.compile("(?<=://)[^/@\\s]+@");
    /** The query of a URL or file name, such as a signature that grants access. */
    private static final Pattern QUERY =
            Pattern.compile("((?:://|\\.[A-Za-z0-9]{2,5}(?=\\?))[^?]*)\\?.*", Pattern.DOTALL);

    /** A string literal in an expression; an unclosed one extends to the end. */
    private static final Pattern LITERAL =
            Pattern.compile("'(?:[^'\\\\]|\\\\.)*+(?:'|\\\\?$)|\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?$)", Pattern.DOTALL);

    private SecretKeys() {}

    /** A text without the credentials in its URLs. */
    public static String cutFrom(String text) {
        return text.contains("://") || text.contains("?")
                ? QUERY.matcher(USER.matcher(text).replaceAll("")).replaceFirst("$1")
                : text;
    }

    /** An expression with its string literals masked, since one of them may be a password. */
    public static String maskedLiterals(String expression) {
        return LITERAL.matcher(expression).replaceAll("'...'");
    }

    /** Whether the name of a key or variable marks its value as a secret. */
    public static boolean isNamedBy(String key) {
        return WORDS.matcher(CAMEL_CASE_BOUNDARY.matcher(key).replaceAll("-").toLowerCase(Locale.ROOT))
                .find();
    }
}
