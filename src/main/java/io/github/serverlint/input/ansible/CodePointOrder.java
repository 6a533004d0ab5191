package io.github.serverlint.input.ansible;

import java.util.Comparator;

/** The order of names in Python: by code points, where Java compares halves of them. */
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
        // Two halves that differ behind the same first half are compared in the second half alike.
        return Integer.compare(left.codePointAt(at), right.codePointAt(at));
    }
}
