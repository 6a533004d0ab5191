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
    Optional<Finding> find(RuleSuppression suppression) {
        Span span = suppression.directive().comment().span();
        SourceOutline outline = outlines.apply(span.file());
        NavigableMap<Place, Finding> ofRule = own.getOrDefault(suppression.ruleInFile(), new TreeMap<>());
        Optional<OutlinePart> below = suppression.part().isPresent() ? Optional.empty() : outline.next(span.line() + 1);
        return suppression
                .part()
                .flatMap(part -> nearest(related.getOrDefault(suppression.ruleInFile(), new TreeMap<>()), part, span))
                .or(() -> below.flatMap(part -> nearest(ofRule, part, span)))
                .or(() -> outline.lastNamedBefore(span.line()).flatMap(part -> nearest(ofRule, part, span)));
    }

    private static Optional<Finding> nearest(NavigableMap<Place, Finding> found, OutlinePart part, Span span) {
        NavigableMap<Place, Finding> inside = found.subMap(part.begin(), true, part.end(), true);
        Place comment = Place.of(span);
        return Stream.of(inside.floorEntry(comment), inside.ceilingEntry(comment))
                .flatMap(Stream::ofNullable)
                .min(Comparator.comparingInt(each -> Math.abs(each.getKey().line() - span.line())))
                .map(Map.Entry::getValue);
    }

    /** Tells where the comment for a finding has to be placed. */
    String advice(Finding finding) {
        SourceFile file = finding.span().file();
        SourceOutline outline = outlines.apply(file);
        int line = placeOf(finding.span()).line();
        String text = file.line(line);
        boolean above = !outline.isText(new Place(line, 1));
        boolean behind = !outline.isText(new Place(line, text.codePointCount(0, text.length()) + 1))
                && !SuppressionComment.hasComment(file, line, outline);
        String where = line == finding.span().line() ? "that line" : "line " + line;
        String found = "The finding is at " + finding.span();
        if (behind) {
            return found + "; put the comment at the end of " + where + (above ? ", or alone above it." : ".");
        }
        return found + (above ? "; put the comment alone above " + where + "." : ".");
    }
}
