package io.github.serverlint.analysis;

import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RelatedLocation;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What holds of servers with open releases, by the findings of each way to choose their candidates: what every way has
 * is a finding as it is, and what only some have is a warning that says which.
 */
final class MergedFindings {
    private static final String NAME_IT = "Name the release that it is. ";

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
    private record FindingPlace(RuleInfo rule, Optional<String> server, String keyPath, Span span) {
        static FindingPlace of(Finding finding) {
            return new FindingPlace(finding.rule(), finding.server(), finding.keyPath(), finding.span());
        }
    }

    /** A fault: what a rule finds at one place because of the same other servers. */
    private record FindingKey(FindingPlace subject, Set<String> partners, int number) {}

    private void mergeFindings() {
        Map<FindingKey, NavigableMap<Integer, Finding>> faults = new LinkedHashMap<>();
        for (int way = 0; way < each.size(); way++) {
            Map<FindingKey, Integer> numbers = new HashMap<>();
            for (Finding finding : each.get(way).findings()) {
                FindingPlace subject = FindingPlace.of(finding);
                Set<String> partners = finding.related().stream()
                        .flatMap(place -> place.server().stream())
                        .collect(Collectors.toSet());
                int number = numbers.merge(new FindingKey(subject, partners, 0), 1, Integer::sum);
                faults.computeIfAbsent(new FindingKey(subject, partners, number), key -> new TreeMap<>())
                        .put(way, finding);
            }
        }
        Map<FindingPlace, List<NavigableMap<Integer, Finding>>> bySubject = new LinkedHashMap<>();
        faults.forEach((fault, found) -> bySubject
                .computeIfAbsent(fault.subject(), key -> new ArrayList<>())
                .add(found));
        bySubject.values().forEach(this::merge);
    }

    /** Merges the faults at one place. */
    private void merge(List<NavigableMap<Integer, Finding>> faults) {
        List<NavigableMap<Integer, Finding>> always =
                faults.stream().filter(this::isEverywhere).toList();
        List<NavigableMap<Integer, Finding>> sometimes =
                faults.stream().filter(found -> !isEverywhere(found)).toList();
        always.forEach(this::addCertain);
        NavigableMap<Integer, Finding> any = new TreeMap<>();
        sometimes.forEach(found -> found.forEach(any::putIfAbsent));
        if (always.isEmpty() && isEverywhere(any)) {
            // The partner or the reason depends on the release, the fault does not.
            addCertain(any);
            return;
        }
        boolean explained = false;
        for (NavigableMap<Integer, Finding> found : sometimes) {
            Optional<Integer> release = decisive(found.keySet(), servers(found));
            release.ifPresent(position -> addConditional(found, position));
            explained |= release.isPresent();
        }
        if (!explained && !any.isEmpty()) {
            addCombined(any);
        }
    }

    private boolean isEverywhere(Map<Integer, ?> found) {
        return found.size() == each.size();
    }

    /** The servers that findings are about, and then those that are involved. */
    private static List<String> servers(NavigableMap<Integer, Finding> found) {
        Set<String> servers = new LinkedHashSet<>(first(found).server().stream().toList());
        found.values().stream()
                .flatMap(finding -> finding.related().stream())
                .flatMap(place -> place.server().stream())
                .forEach(servers::add);
        return List.copyOf(servers);
    }

    private static <T> T first(NavigableMap<Integer, T> found) {
        return found.values().iterator().next();
    }

    /** The position of the open release on which alone it depends whether a way is one of some. */
    private Optional<Integer> decisive(Set<Integer> ways, List<String> servers) {
        return texts.relevant(servers).stream()
                .filter(release -> {
                    Set<Integer> with = texts.options(release, ways);
                    return IntStream.range(0, each.size())
                            .allMatch(way -> with.contains(resolutions.option(way, release)) == ways.contains(way));
                })
                .findFirst();
    }

    private void addCertain(NavigableMap<Integer, Finding> found) {
        findings.add(merged(found, Severity.ERROR, "", "", ""));
    }

    /** Adds a fault that depends on one open release. */
    private void addConditional(NavigableMap<Integer, Finding> found, int position) {
        OpenRelease release = resolutions.releases().get(position);
        Finding first = first(found);
        Set<Integer> fine = new TreeSet<>();
        Set<Integer> open = new TreeSet<>();
        for (int way = 0; way < each.size(); way++) {
            if (!found.containsKey(way)) {
                boolean isOpen = each.get(way).undecided().stream()
                        .anyMatch(check -> check.rule().equals(first.rule())
                                && first.server().filter(check.server()::equals).isPresent());
                (isOpen ? open : fine).add(resolutions.option(way, position));
            }
        }
        open.removeAll(fine);
        findings.add(merged(
                found,
                Severity.WARNING,
                "If " + release.described() + " is " + release.either(texts.options(position, found.keySet())) + ": ",
                (fine.isEmpty() ? "" : " As " + release.either(fine) + " it is no fault.")
                        + (open.isEmpty() ? "" : " As " + release.either(open) + " it cannot be judged."),
                NAME_IT));
    }

    /** Adds a fault that depends on several open releases: one combination that has it, and the nearest without. */
    private void addCombined(NavigableMap<Integer, Finding> found) {
        int faulty = found.firstKey();
        List<Integer> relevant = texts.relevant(servers(found));
        int fine = IntStream.range(0, each.size())
                .filter(way -> !found.containsKey(way))
                .boxed()
                .min(Comparator.comparingInt(
                        way -> differing(relevant, faulty, way).size()))
                .orElseThrow();
        List<Integer> differing = differing(relevant, faulty, fine);
        Set<Integer> involved = new LinkedHashSet<>(differing);
        involved.addAll(texts.of(servers(found)));
        NavigableMap<Integer, Finding> one = new TreeMap<>(Map.of(faulty, first(found)));
        findings.add(merged(
                one,
                Severity.WARNING,
                "In some combinations, as with " + texts.chosen(faulty, List.copyOf(involved)) + ": ",
                " In others, as with " + texts.chosen(fine, differing) + " instead, it is no fault.",
                NAME_IT));
    }

    private List<Integer> differing(List<Integer> releases, int one, int other) {
        return releases.stream()
                .filter(release -> resolutions.option(one, release) != resolutions.option(other, release))
                .toList();
    }

    /** One finding for all ways that have it. */
    private Finding merged(
            NavigableMap<Integer, Finding> found, Severity most, String before, String after, String advice) {
        Finding first = first(found);
        Severity severity = found.values().stream()
                .map(Finding::severity)
                .min(Severity::compareTo)
                .orElseThrow();
        Set<String> sources = new LinkedHashSet<>();
        Map<Span, RelatedLocation> related = new LinkedHashMap<>();
        for (Finding finding : found.values()) {
            sources.addAll(finding.sources());
            finding.related().forEach(place -> related.putIfAbsent(place.span(), place));
        }
        return new Finding(
                first.rule(),
                severity.compareTo(most) > 0 ? most : severity,
                first.standing(),
                first.serverName(),
                first.keyPath(),
                first.value(),
                first.span(),
                before + text(found, Finding::message) + after,
                text(found, Finding::reason),
                advice + text(found, Finding::fix),
                List.copyOf(sources),
                related.values().stream()
                        .map(place -> new RelatedLocation(
                                place.span(), place.server(), text(found, finding -> note(finding, place))))
                        .toList(),
                partners(found.values()),
                first.topic());
    }

    /** The partners of all ways; one with several candidates is there once with each, so naming one is nothing new. */
    private static List<Partner> partners(Collection<Finding> found) {
        return found.stream()
                .flatMap(finding -> finding.partners().stream())
                .distinct()
                .toList();
    }

    private static String note(Finding finding, RelatedLocation place) {
        return finding.related().stream()
                .filter(other -> other.span().equals(place.span()))
                .findFirst()
                .orElse(place)
                .note();
    }

    private String text(NavigableMap<Integer, Finding> found, Function<Finding, String> part) {
        NavigableMap<Integer, String> byWay = new TreeMap<>();
        found.forEach((way, finding) -> byWay.put(way, part.apply(finding)));
        return texts.merged(byWay, servers(found));
    }

    private void mergeUndecided() {
        Map<NotJudged, NavigableMap<Integer, NotJudged>> checks = new LinkedHashMap<>();
        for (int way = 0; way < each.size(); way++) {
            for (NotJudged check : each.get(way).undecided()) {
                checks.computeIfAbsent(check, key -> new TreeMap<>()).put(way, check);
            }
        }
        Map<NotJudged, NavigableMap<Integer, NotJudged>> together = new LinkedHashMap<>();
        checks.forEach((check, found) -> {
            if (isEverywhere(found)) {
                undecided.add(check);
            } else {
                NotJudged any = new NotJudged(check.rule(), check.serverName(), check.span(), "");
                NavigableMap<Integer, NotJudged> others = together.computeIfAbsent(any, key -> new TreeMap<>());
                found.forEach(others::putIfAbsent);
            }
        });
        together.values().forEach(this::addUndecided);
    }

    private void addUndecided(NavigableMap<Integer, NotJudged> found) {
        NotJudged first = first(found);
        List<String> servers = List.of(first.server());
        NavigableMap<Integer, String> byWay = new TreeMap<>();
        found.forEach((way, check) -> byWay.put(way, check.missing()));
        String when = isEverywhere(found)
                ? ""
                : decisive(found.keySet(), servers)
                        .map(position -> {
                            OpenRelease release = resolutions.releases().get(position);
                            return " (if " + release.described() + " is "
                                    + release.either(texts.options(position, found.keySet())) + ")";
                        })
                        .orElse(" (in some combinations)");
        undecided.add(
                new NotJudged(first.rule(), first.serverName(), first.span(), texts.merged(byWay, servers) + when));
    }
}
