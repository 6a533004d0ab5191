package io.github.serverlint.layout.ansible;

import java.util.Comparator;

/** The order of names in Python: by code points, where Java compares halves of them. */
final class CodePoints {
    static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

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
