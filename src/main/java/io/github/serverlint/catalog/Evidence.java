package io.github.serverlint.catalog;

import java.time.LocalDate;
import java.util.List;

/**
 * Evidence for a fact: its sources, and when it was compared with them.
 *
 * @param sources at least one
 * @param checked the day on which the row was last compared with its sources
 * @param note what else the sources say, or which part of the row they do not; empty if nothing
 */
public record Evidence(List<Source> sources, LocalDate checked, Confidence confidence, String note) {

    public List<String> citations() {
        return sources.stream().map(Source::citation).toList();
    }

    public boolean isRecalled() {
        return confidence == Confidence.RECALLED;
    }
}
