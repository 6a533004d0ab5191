package io.github.serverlint.report;

import io.github.serverlint.catalog.Source;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.RulePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code explain} prints. */
public final class ExplainReport {
    private ExplainReport() {}

    /** All rules, one a line. */
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
     * The page of a rule, with the titles and addresses of the sources that it names.
     *
     * @param sources those of the catalog; a page names them by their ids in back quotes
     */
    public static List<String> page(RulePage page, List<Source> sources) {
        List<String> lines = new ArrayList<>();
        for (String line : page.text().lines().toList()) {
            // What the tests expect is what a reader of the example wants to know.
            String cited = line.replaceFirst("# expect: ", "# finds: ");
            for (Source source : sources) {
                cited = cited.replace("`" + source.id() + "`", source.citation());
            }
            lines.add(cited);
        }
        return lines;
    }
}
