package io.github.serverlint.suppression;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RelatedLocation;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.SourceOutline;
import io.github.serverlint.yaml.SourceOutline.OutlinePart;
import io.github.serverlint.yaml.SourceOutline.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finder of the finding that a misplaced suppression comment was probably written for. */
final class NearMissFinder {
    private final Function<SourceFile, SourceOutline> outlines;
    private final Map<RuleInFile, NavigableMap<Place, Finding>> own = new HashMap<>();
    private final Map<RuleInFile, NavigableMap<Place, Finding>> related = new HashMap<>();

    /**
     * Indexes the open findings.
     *
     * @param findings findings that no comment covers
     * @param commented files with suppression comments
     * @param outlines source of the outline of a file
     */
    NearMissFinder(List<Finding> findings, Set<SourceFile> commented, Function<SourceFile, SourceOutline> outlines) {
        this.outlines = outlines;
        for (Finding finding : findings) {
            if (commented.contains(finding.span().file())) {
                add(own, finding, finding.span(), placeOf(finding.span()));
            }
            for (RelatedLocation place : finding.related()) {
                if (commented.contains(place.span().file())) {
                    add(related, finding, place.span(), Place.of(place.span()));
                }
            }
        }
    }

    private static void add(
            Map<RuleInFile, NavigableMap<Place, Finding>> index, Finding finding, Span span, Place place) {
        index.computeIfAbsent(new RuleInFile(span.file(), finding.rule()), key -> new TreeMap<>())
                .putIfAbsent(place, finding);
    }

    /** Returns the place of a finding; outside of any part it belongs to the next part. */
    private Place placeOf(Span span) {
        return outlines.apply(span.file()).belonging(Place.of(span));
    }

    /**
     * Finds the finding that a suppression was probably written for: one with a related location in its part; else, if
     * the comment belongs to no part, the nearest one below it; else the nearest one in the server that the comment is
     * in or follows.
     */
    Optional<Finding> find(RuleSuppression ruleSuppression) {
        Span span = ruleSuppression.directive().comment().span();
        SourceOutline sourceOutline = outlines.apply(span.file());
        RuleInFile key = new RuleInFile(span.file(), ruleSuppression.rule());
        Optional<OutlinePart> below =
                ruleSuppression.part().isPresent() ? Optional.empty() : sourceOutline.next(span.line() + 1);
        return Stream.<Optional<Finding>>of(
                        ruleSuppression.part().flatMap(outlinePart -> nearest(related, key, outlinePart, span)),
                        below.flatMap(outlinePart -> nearest(own, key, outlinePart, span)),
                        sourceOutline
                                .lastNamedBefore(span.line())
                                .flatMap(outlinePart -> nearest(own, key, outlinePart, span)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Finding> nearest(
            Map<RuleInFile, NavigableMap<Place, Finding>> index, RuleInFile key, OutlinePart outlinePart, Span span) {
        NavigableMap<Place, Finding> inside =
                index.getOrDefault(key, new TreeMap<>()).subMap(outlinePart.begin(), true, outlinePart.end(), true);
        Place comment = Place.of(span);
        return Stream.of(inside.floorEntry(comment), inside.ceilingEntry(comment))
                .flatMap(Stream::ofNullable)
                .min(Comparator.comparingInt(each -> Math.abs(each.getKey().line() - span.line())))
                .map(Map.Entry::getValue);
    }

    /** Tells where the comment for a finding has to be placed. */
    String advice(Finding finding) {
        SourceFile file = finding.span().file();
        SourceOutline sourceOutline = outlines.apply(file);
        int line = placeOf(finding.span()).line();
        String text = file.line(line);
        boolean above = !sourceOutline.isText(new Place(line, 1));
        boolean behind = !sourceOutline.isText(new Place(line, text.codePointCount(0, text.length()) + 1))
                && !SuppressionComment.hasComment(file, line, sourceOutline);
        String where = line == finding.span().line() ? "that line" : "line " + line;
        String found = "The finding is at " + finding.span();
        if (behind) {
            return found + "; put the comment at the end of " + where + (above ? ", or alone above it." : ".");
        }
        return found + (above ? "; put the comment alone above " + where + "." : ".");
    }
}
