package io.github.serverlint.text;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Marks that git leaves in a file where a merge was not finished. */
public final class MergeMarks {
    public static final String MESSAGE = "This is the mark of a merge that was not finished.";
    public static final String FIX = "Keep the lines of both sides that still hold, and remove the marks.";

    private static final Pattern MARK = Pattern.compile("(<{7}|\\|{7}|={7}|>{7})( .*)?");

    private MergeMarks() {}

    /** Returns the first mark of a file. */
    public static Optional<Span> first(SourceFile file) {
        return IntStream.rangeClosed(1, file.lines())
                .filter(line ->
                        MARK.matcher(file.part(line, 1, Integer.MAX_VALUE)).matches())
                .mapToObj(line -> Span.at(file, line, 1))
                .findFirst();
    }
}
