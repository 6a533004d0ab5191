package io.github.serverlint.report;

import io.github.serverlint.catalog.Source;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.RulePage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Output of the goal {@code explain} for rules. */
public final class ExplainReport {
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private ExplainReport() {}

    /** Returns all rules, one per line. */
    public static List<String> table(List<RuleInfo> rules, String explainCommand) {
        int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (RuleInfo rule : rules) {
            lines.add(String.format(
                    Locale.ROOT, "%-" + width + "s  %-7s  %s", rule.id(), rule.defaultWord(), rule.summary()));
        }
        lines.add("");
        lines.add("One of them in full: " + explainCommand + " -Dserverlint.rule="
                + rules.get(rules.size() - 1).id());
        return lines;
    }

    /**
     * Returns the page of a rule, with source ids replaced by titles and addresses.
     *
     * @param sources the sources of the catalog; a page refers to them by id in back quotes
     */
    public static List<String> page(RulePage page, List<Source> sources) {
        Map<String, String> citations = new HashMap<>();
        sources.forEach(source -> citations.put(source.id(), source.citation()));
        return page.text()
                .lines()
                // The expectations for the tests serve as the result in the example.
                .map(line -> line.replaceFirst("# expect: ", "# finds: "))
                .map(line -> QUOTED.matcher(line)
                        .replaceAll(quoted ->
                                Matcher.quoteReplacement(citations.getOrDefault(quoted.group(1), quoted.group()))))
                .toList();
    }
}
