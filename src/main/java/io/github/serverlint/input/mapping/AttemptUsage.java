package io.github.serverlint.input.mapping;

import io.github.serverlint.input.provenance.Notice;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiPredicate;

/** Statistics of attempts: how often each was made and yielded a value. */
final class AttemptUsage {
    private final IdentityHashMap<Attempt, int[]> counts = new IdentityHashMap<>();

    void count(Attempt attempt, boolean yielded) {
        int[] count = counts.computeIfAbsent(attempt, any -> new int[2]);
        count[0]++;
        count[1] += yielded ? 1 : 0;
    }

    /**
     * Notices about the attempts of a source that never yielded a value.
     *
     * @param isExpected whether an attempt of a field is there for other estates: then it is no mistake
     */
    List<Notice> unusedAttempts(MappingSource mappingSource, BiPredicate<FieldRule, Attempt> isExpected) {
        List<Notice> notices = new ArrayList<>();
        for (FieldRule field : mappingSource.rules().toList()) {
            for (Attempt attempt : field.attempts()) {
                if (isExpected.test(field, attempt)) {
                    continue;
                }
                int[] count = counts.getOrDefault(attempt, new int[2]);
                if (count[0] == 0) {
                    notices.add(Notice.at(
                            attempt.place(),
                            "This attempt of \"" + field.name() + "\" is never made: "
                                    + (attempt.when().isEmpty()
                                            ? "those before it always yield."
                                            : "its \"when\" never holds, or those before it always yield.")));
                } else if (count[1] == 0) {
                    notices.add(Notice.at(
                            attempt.place(),
                            "This attempt of \"" + field.name() + "\" never yields, on "
                                    + (count[0] == 1 ? "one machine." : count[0] + " machines.")));
                }
            }
        }
        return notices;
    }
}
