package io.github.serverlint.suppression;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RunScope;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.suppression.CoverageMatcher.PlacedFinding;
import io.github.serverlint.suppression.SuppressionDirective.RuleName;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.SourceOutline;
import io.github.serverlint.yaml.SourceOutline.OutlinePart;
import io.github.serverlint.yaml.SourceOutline.Place;
import io.github.serverlint.yaml.YamlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The suppression comments of all files of a run. */
public final class Suppressions {
    private final Function<String, Optional<Span>> names;
    private final RunScope runScope;
    private final Map<SourceFile, SourceOutline> outlines = new HashMap<>();
    private final Map<SuppressionDirective, List<RuleSuppression>> directives = new LinkedHashMap<>();

    private Suppressions(Function<String, Optional<Span>> names, RunScope runScope) {
        this.names = names;
        this.runScope = runScope;
    }

    /**
     * Marks the findings that a comment covers, and adds what is wrong with the comments.
     *
     * @param files as they were read
     * @param findings in no order
     * @param names where a server is named whose values stand elsewhere: what covers the name covers the server
     */
    public static List<Finding> apply(
            List<YamlFile> files, List<Finding> findings, Function<String, Optional<Span>> names, RunScope runScope) {
        Suppressions suppressions = new Suppressions(names, runScope);
        files.parallelStream()
                .map(YamlFile::file)
                .filter(file -> SuppressionComment.mayStandIn(file.text()))
                .toList()
                .forEach(suppressions::read);
        return suppressions.directives.isEmpty() ? findings : suppressions.applyTo(findings);
    }

    private void read(SourceFile file) {
        SourceOutline sourceOutline = outline(file);
        for (SuppressionComment suppressionComment : SuppressionComment.of(file, sourceOutline)) {
            SuppressionDirective suppressionDirective = SuppressionDirective.of(suppressionComment);
            Optional<OutlinePart> part = sourceOutline.beginningOn(suppressionComment.line());
            boolean counts = suppressionDirective.counts(runScope.asOf());
            List<RuleSuppression> claims = new ArrayList<>();
            Set<String> named = new HashSet<>();
            for (RuleName ruleName : suppressionDirective.names()) {
                RuleRegistry.find(ruleName.id())
                        .filter(rule -> rule.excusable() && named.add(rule.id()))
                        .ifPresent(rule ->
                                claims.add(new RuleSuppression(suppressionDirective, ruleName, rule, part, counts)));
            }
            directives.put(suppressionDirective, claims);
        }
    }

    private SourceOutline outline(SourceFile file) {
        return outlines.computeIfAbsent(file, SourceOutline::of);
    }

    /** Its own place, and that of its server's name: one value elsewhere may be that of many servers. */
    private Set<Span> placesOf(Finding finding) {
        Set<Span> places = new LinkedHashSet<>(List.of(finding.span()));
        finding.server().flatMap(names).ifPresent(places::add);
        return places;
    }

    private List<Finding> applyTo(List<Finding> found) {
        List<Finding> findings = new ArrayList<>(found);
        Map<RuleInFile, List<RuleSuppression>> claims = new LinkedHashMap<>();
        directives.forEach((suppressionDirective, named) -> named.forEach(ruleSuppression -> claims.computeIfAbsent(
                        new RuleInFile(suppressionDirective.comment().span().file(), ruleSuppression.rule()),
                        key -> new ArrayList<>())
                .add(ruleSuppression)));
        Map<RuleInFile, List<PlacedFinding>> claimed = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            for (Span span : placesOf(finding)) {
                RuleInFile key = new RuleInFile(span.file(), finding.rule());
                if (claims.containsKey(key)) {
                    Place place = outline(key.file()).belonging(Place.of(span));
                    claimed.computeIfAbsent(key, each -> new ArrayList<>()).add(new PlacedFinding(finding, place, i));
                }
            }
        }
        claims.forEach((key, named) -> CoverageMatcher.settle(named, claimed.getOrDefault(key, List.of()), findings));
        Set<SourceFile> commented =
                claims.keySet().stream().map(RuleInFile::file).collect(Collectors.toSet());
        NearMissFinder nearMissFinder =
                new NearMissFinder(findings.stream().filter(Finding::isOpen).toList(), commented, this::outline);
        SuppressionChecks suppressionChecks = new SuppressionChecks(runScope, this::outline, nearMissFinder);
        directives.forEach(suppressionChecks::about);
        findings.addAll(suppressionChecks.findings());
        return findings;
    }
}
