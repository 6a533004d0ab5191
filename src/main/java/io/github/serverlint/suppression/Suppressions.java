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
     * @param files parsed files
     * @param findings in any order
     * @param names the place of a server's name if its values are defined elsewhere: a comment at the name covers the
     *     server
     */
    public static List<Finding> apply(
            List<YamlFile> files, List<Finding> findings, Function<String, Optional<Span>> names, RunScope runScope) {
        Suppressions suppressions = new Suppressions(names, runScope);
        files.parallelStream()
                .map(YamlFile::file)
                .filter(file -> SuppressionComment.mayContain(file.text()))
                .toList()
                .forEach(suppressions::read);
        return suppressions.directives.isEmpty() ? findings : suppressions.applyTo(findings);
    }

    private void read(SourceFile file) {
        SourceOutline sourceOutline = outline(file);
        for (SuppressionComment suppressionComment : SuppressionComment.of(file, sourceOutline)) {
            SuppressionDirective suppressionDirective = SuppressionDirective.of(suppressionComment);
            Optional<OutlinePart> part = sourceOutline.beginningOn(suppressionComment.line());
            boolean active = suppressionDirective.isActive(runScope.asOf());
            List<RuleSuppression> suppressions = new ArrayList<>();
            Set<String> named = new HashSet<>();
            for (RuleName ruleName : suppressionDirective.names()) {
                RuleRegistry.find(ruleName.id())
                        .filter(rule -> rule.excusable() && named.add(rule.id()))
                        .ifPresent(rule -> suppressions.add(
                                new RuleSuppression(suppressionDirective, ruleName, rule, part, active)));
            }
            directives.put(suppressionDirective, suppressions);
        }
    }

    private SourceOutline outline(SourceFile file) {
        return outlines.computeIfAbsent(file, SourceOutline::of);
    }

    /**
     * Returns the place of the finding and that of its server's name, because many servers may share one value that is
     * defined elsewhere.
     */
    private Set<Span> placesOf(Finding finding) {
        Set<Span> places = new LinkedHashSet<>(List.of(finding.span()));
        finding.server().flatMap(names).ifPresent(places::add);
        return places;
    }

    private List<Finding> applyTo(List<Finding> found) {
        List<Finding> findings = new ArrayList<>(found);
        Map<RuleInFile, List<RuleSuppression>> suppressions = new LinkedHashMap<>();
        directives.forEach((suppressionDirective, named) -> named.forEach(ruleSuppression -> suppressions
                .computeIfAbsent(
                        new RuleInFile(suppressionDirective.comment().span().file(), ruleSuppression.rule()),
                        key -> new ArrayList<>())
                .add(ruleSuppression)));
        Map<RuleInFile, List<PlacedFinding>> placed = new HashMap<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            for (Span span : placesOf(finding)) {
                RuleInFile key = new RuleInFile(span.file(), finding.rule());
                if (suppressions.containsKey(key)) {
                    Place place = outline(key.file()).belonging(Place.of(span));
                    placed.computeIfAbsent(key, each -> new ArrayList<>()).add(new PlacedFinding(finding, place, i));
                }
            }
        }
        suppressions.forEach(
                (key, named) -> CoverageMatcher.match(named, placed.getOrDefault(key, List.of()), findings));
        Set<SourceFile> commented =
                suppressions.keySet().stream().map(RuleInFile::file).collect(Collectors.toSet());
        NearMissFinder nearMissFinder =
                new NearMissFinder(findings.stream().filter(Finding::isOpen).toList(), commented, this::outline);
        SuppressionChecks suppressionChecks = new SuppressionChecks(runScope, this::outline, nearMissFinder);
        directives.forEach(suppressionChecks::check);
        findings.addAll(suppressionChecks.findings());
        return findings;
    }
}
