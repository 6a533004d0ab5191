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
        SourceOutline outline = outline(file);
        for (SuppressionComment comment : SuppressionComment.of(file, outline)) {
            SuppressionDirective directive = SuppressionDirective.of(comment);
            Optional<OutlinePart> part = outline.beginningOn(comment.line());
            boolean active = directive.isActive(runScope.asOf());
            List<RuleSuppression> suppressions = new ArrayList<>();
            Set<String> named = new HashSet<>();
            for (RuleName ruleName : directive.names()) {
                RuleRegistry.find(ruleName.id())
                        .filter(rule -> rule.excusable() && named.add(rule.id()))
                        .ifPresent(
                                rule -> suppressions.add(new RuleSuppression(directive, ruleName, rule, part, active)));
            }
            directives.put(directive, suppressions);
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
        Map<RuleInFile, List<RuleSuppression>> suppressions = directives.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(RuleSuppression::ruleInFile, LinkedHashMap::new, Collectors.toList()));
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
        directives.forEach((directive, named) -> {
            SourceOutline outline = outline(directive.comment().span().file());
            findings.addAll(new SuppressionChecks(runScope, nearMissFinder, outline, directive, named).findings());
        });
        return findings;
    }
}
