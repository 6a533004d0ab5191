package io.github.serverlint.input.ansible;

import java.util.Comparator;

/** String order of Python: by code points, where Java compares UTF-16 code units. */
final class CodePointOrder {
    static final Comparator<String> ORDER = CodePointOrder::compare;

    private CodePointOrder() {}

    private static int compare(String left, String right) {
        int at = 0;
        while (at < left.length() && at < right.length() && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        if (at == left.length() || at == right.length()) {
            return Integer.compare(left.length(), right.length());
        }
        // Low surrogates that differ behind the same high surrogate compare in the same order.
        return Integer.compare(left.codePointAt(at), right.codePointAt(at));
    }
}
