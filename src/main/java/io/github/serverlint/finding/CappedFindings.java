package io.github.serverlint.finding;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with the way something is written. A file that was not made by people may have a fault in every word:
 * then the first errors are kept, and one more says that there are others, so that no run drowns in them.
 */
public final class CappedFindings extends AbstractList<Finding> {
    /** More than this nobody mends between two runs. */
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

    /** Stands at the beginning of the file, because the places of the others are not shown. */
    private static Finding others(Finding first) {
        return Finding.at(
                        first.rule(),
                        Located.of("", Span.at(first.span().file(), 1, 1)),
                        String.format(
                                Locale.ROOT,
                                "There are more faults than the first %,d, and the others are not shown.",
                                MOST_ERRORS))
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
