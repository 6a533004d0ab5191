package io.github.serverlint.analysis;

import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RelatedLocation;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What holds of servers with open releases, by the findings of each way to choose their candidates: what every way has
 * is a finding as it is, and what only some have is a warning that says which.
 */
final class MergedFindings {
    private static final int MOST_NAMED = 3;

    private final Resolutions resolutions;
    private final ReleaseTexts texts;
    private final List<RuleFindings> each;
    private final List<Finding> findings = new ArrayList<>();
    private final List<NotJudged> undecided = new ArrayList<>();

    private MergedFindings(Resolutions resolutions, List<RuleFindings> each) {
        this.resolutions = resolutions;
        this.texts = new ReleaseTexts(resolutions);
        this.each = each;
    }

    /**
     * Merges the findings of all ways.
     *
     * @param each the findings of each way, in their order
     */
    static RuleFindings of(Resolutions resolutions, List<RuleFindings> each) {
        if (each.size() == 1) {
            return each.get(0);
        }
        MergedFindings merged = new MergedFindings(resolutions, each);
        merged.mergeFindings();
        merged.mergeUndecided();
        return new RuleFindings(merged.findings, merged.undecided);
    }

    /** Where a rule finds something. */
    private record Subject(RuleInfo rule, Optional<String> server, String keyPath, String value, Span span) {
        static Subject of(Finding finding, boolean byValue) {
            return new Subject(
                    finding.rule(),
                    finding.server(),
                    finding.keyPath(),
                    byValue ? finding.value() : "",
                    finding.span());
        }
    }

    /** A fault: what a rule finds at one place because of the same other servers. */
    private record Fault(Subject subject, Set<Optional<String>> partners, int number) {}

    private void mergeFindings() {
        Map<Fault, @Nullable Finding[]> faults = new LinkedHashMap<>();
        for (int way = 0; way < each.size(); way++) {
            Map<Fault, Integer> numbers = new HashMap<>();
            for (Finding finding : each.get(way).findings()) {
                Set<Optional<String>> partners = finding.related().stream()
                        .map(RelatedLocation::server)
                        .filter(Optional::isPresent)
                        .collect(Collectors.toSet());
                Subject subject = Subject.of(finding, true);
                int number = numbers.merge(new Fault(subject, partners, 0), 1, Integer::sum);
                faults.computeIfAbsent(
                        new Fault(subject, partners, number), key -> new Finding[each.size()])[way] = finding;
            }
        }
        Map<Subject, List<@Nullable Finding[]>> bySubject = new LinkedHashMap<>();
        faults.forEach((fault, found) -> bySubject
                .computeIfAbsent(fault.subject(), key -> new ArrayList<>())
                .add(found));
        bySubject.values().forEach(this::merge);
    }

    /** Merges the faults at one place. */
    private void merge(List<@Nullable Finding[]> faults) {
        List<@Nullable Finding[]> always =
                faults.stream().filter(MergedFindings::isEverywhere).toList();
        always.forEach(this::addCertain);
        List<@Nullable Finding[]> sometimes =
                faults.stream().filter(found -> !isEverywhere(found)).toList();
        if (sometimes.isEmpty()) {
            return;
        }
        @Nullable Finding[] any = new Finding[each.size()];
        for (@Nullable Finding[] found : sometimes) {
            for (int way = 0; way < any.length; way++) {
                any[way] = any[way] == null ? found[way] : any[way];
            }
        }
        if (always.isEmpty() && isEverywhere(any)) {
            // The partner or the reason depends on the release, the fault does not.
            addCertain(any);
            return;
        }
        boolean explained = false;
        for (@Nullable Finding[] found : sometimes) {
            Optional<OpenRelease> reason = reason(found);
            reason.ifPresent(release -> addConditional(found, release));
            explained |= reason.isPresent();
        }
        if (!explained) {
            addCombined(any);
        }
    }

    private static boolean isEverywhere(@Nullable Finding[] found) {
        return Arrays.stream(found).allMatch(Objects::nonNull);
    }

    /** The ways that have a fault. */
    private static List<Integer> ways(@Nullable Object[] found) {
        return IntStream.range(0, found.length)
                .filter(way -> found[way] != null)
                .boxed()
                .toList();
    }

    /** The open release on which alone a fault depends. */
    private Optional<OpenRelease> reason(@Nullable Object[] found) {
        return texts.relevant(server(found)).stream()
                .filter(release -> {
                    Set<Integer> with = options(release, ways(found));
                    return IntStream.range(0, found.length)
                            .allMatch(way -> with.contains(resolutions.option(way, release)) == (found[way] != null));
                })
                .findFirst()
                .map(resolutions.releases()::get);
    }

    private Optional<String> server(@Nullable Object[] found) {
        return Arrays.stream(found)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(first -> first instanceof Finding finding ? finding.server() : Optional.of(((NotJudged) first).server()));
    }

    private Set<Integer> options(int release, Collection<Integer> ways) {
        return ways.stream().map(way -> resolutions.option(way, release)).collect(Collectors.toCollection(TreeSet::new));
    }

    private void addCertain(@Nullable Finding[] found) {
        findings.add(merged(found, Severity.ERROR, "", ""));
    }

    /** Adds a fault that depends on one open release. */
    private void addConditional(@Nullable Finding[] found, OpenRelease release) {
        int position = resolutions.releases().indexOf(release);
        Set<Integer> faulty = options(position, ways(found));
        Set<Integer> others = new TreeSet<>();
        Set<Integer> open = new TreeSet<>();
        Finding first = first(found);
        for (int way = 0; way < found.length; way++) {
            if (found[way] == null) {
                boolean isOpen = each.get(way).undecided().stream()
                        .anyMatch(notJudged -> notJudged.rule().equals(first.rule())
                                && Optional.of(notJudged.server()).equals(first.server()));
                (isOpen ? open : others).add(resolutions.option(way, position));
            }
        }
        open.removeAll(others);
        String fine = others.isEmpty() ? "" : " As " + release.either(others) + " it is no fault.";
        String unknown = open.isEmpty() ? "" : " As " + release.either(open) + " it cannot be judged.";
        findings.add(merged(
                found,
                Severity.WARNING,
                "If " + release.described() + " is " + release.either(faulty) + ": ",
                fine + unknown));
    }

    /** Adds a fault that depends on several open releases. */
    private void addCombined(@Nullable Finding[] found) {
        List<Integer> releases = texts.relevant(server(found));
        int faulty = ways(found).get(0);
        int fine = IntStream.range(0, found.length)
                .filter(way -> found[way] == null)
                .findFirst()
                .orElseThrow();
        List<Integer> differing = releases.stream()
                .filter(release -> resolutions.option(faulty, release) != resolutions.option(fine, release))
                .toList();
        findings.add(merged(
                found,
                Severity.WARNING,
                "In some combinations, as with " + texts.chosen(faulty, differing, MOST_NAMED) + ": ",
                " In others, as with " + texts.chosen(fine, differing, MOST_NAMED) + ", it is no fault."));
    }

    private static Finding first(@Nullable Finding[] found) {
        return (Finding) Objects.requireNonNull(
                Arrays.stream(found).filter(Objects::nonNull).findFirst().orElseThrow());
    }

    /** One finding for all ways that have it. */
    private Finding merged(@Nullable Finding[] found, Severity most, String before, String after) {
        List<Integer> ways = ways(found);
        Finding first = first(found);
        Severity severity = ways.stream()
                .map(way -> Objects.requireNonNull(found[way]).severity())
                .min(Severity::compareTo)
                .orElseThrow();
        Set<String> sources = new LinkedHashSet<>();
        Map<Span, RelatedLocation> related = new LinkedHashMap<>();
        for (int way : ways) {
            Finding finding = Objects.requireNonNull(found[way]);
            sources.addAll(finding.sources());
            finding.related().forEach(place -> related.putIfAbsent(place.span(), place));
        }
        List<RelatedLocation> places = related.values().stream()
                .map(place -> new RelatedLocation(
                        place.span(),
                        place.server(),
                        text(found, ways, finding -> note(finding, place.span()).orElse(place.note()))))
                .toList();
        return new Finding(
                first.rule(),
                severity.compareTo(most) > 0 ? most : severity,
                first.standing(),
                first.server(),
                first.keyPath(),
                first.value(),
                first.span(),
                before + text(found, ways, Finding::message) + after,
                text(found, ways, Finding::reason),
                text(found, ways, Finding::fix),
                List.copyOf(sources),
                places);
    }

    private static Optional<String> note(Finding finding, Span span) {
        return finding.related().stream()
                .filter(place -> place.span().equals(span))
                .map(RelatedLocation::note)
                .findFirst();
    }

    private String text(@Nullable Finding[] found, List<Integer> ways, Function<Finding, String> part) {
        Map<Integer, String> byWay = new LinkedHashMap<>();
        ways.forEach(way -> byWay.put(way, part.apply(Objects.requireNonNull(found[way]))));
        return texts.merged(byWay, server(found));
    }

    private void mergeUndecided() {
        Map<List<Object>, @Nullable NotJudged[]> checks = new LinkedHashMap<>();
        for (int way = 0; way < each.size(); way++) {
            for (NotJudged check : each.get(way).undecided()) {
                checks.computeIfAbsent(
                        List.of(check.rule(), check.server(), check.span(), check.missing()),
                        key -> new NotJudged[each.size()])[way] = check;
            }
        }
        Map<List<Object>, @Nullable NotJudged[]> together = new LinkedHashMap<>();
        checks.forEach((key, found) -> {
            if (ways(found).size() == each.size()) {
                undecided.add(Objects.requireNonNull(found[0]));
                return;
            }
            @Nullable NotJudged[] all = together.computeIfAbsent(key.subList(0, 3), any -> new NotJudged[each.size()]);
            ways(found).forEach(way -> all[way] = all[way] == null ? found[way] : all[way]);
        });
        together.values().forEach(this::addUndecided);
    }

    private void addUndecided(@Nullable NotJudged[] found) {
        List<Integer> ways = ways(found);
        Map<Integer, String> byWay = new LinkedHashMap<>();
        ways.forEach(way -> byWay.put(way, Objects.requireNonNull(found[way]).missing()));
        NotJudged first = Objects.requireNonNull(found[ways.get(0)]);
        String missing = texts.merged(byWay, Optional.of(first.server()));
        if (ways.size() < each.size()) {
            missing += reason(found)
                    .map(release -> " (if " + release.described() + " is "
                            + release.either(options(resolutions.releases().indexOf(release), ways)) + ")")
                    .orElse(" (with some of the releases that it can be)");
        }
        undecided.add(new NotJudged(first.rule(), first.server(), first.span(), missing));
    }
}
