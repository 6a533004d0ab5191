package io.github.serverlint.finding;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * List of parse errors with an upper limit. A generated or binary file may have an error in every word. The list then
 * keeps the first errors and adds one that says that there are more.
 */
public final class CappedFindings extends AbstractList<Finding> {
    /** Maximum number of errors that are kept. */
    public static final int MOST_ERRORS = 20_000;

    private final List<Finding> kept = new ArrayList<>();
    private int errors;

    @Override
    public boolean add(Finding finding) {
        if (finding.severity() == Severity.ERROR && ++errors > MOST_ERRORS) {
            return errors == MOST_ERRORS + 1 && kept.add(others(finding));
        }
        return kept.add(finding);
    }

    /** The error at the beginning of the file that stands for those not kept. */
    private static Finding others(Finding first) {
        String text = String.format(
                Locale.ROOT, "There are more faults than the first %,d, and the others are not shown.", MOST_ERRORS);
        Located<String> start = Located.of("", Span.at(first.span().file(), 1, 1));
        return Finding.at(first.rule(), start, text)
                .fix("Mend those that are shown, or leave the file out with excludes.")
                .build(Severity.ERROR);
    }

    @Override
    public Finding get(int index) {
        return kept.get(index);
    }

    @Override
    public int size() {
        return kept.size();
    }
}
