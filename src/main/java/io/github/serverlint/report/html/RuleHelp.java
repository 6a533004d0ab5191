package io.github.serverlint.report.html;

import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.RulePage;
import java.util.Comparator;
import java.util.List;

/** Help on the rules that have findings: reason and fix of each. */
record RuleHelp(HtmlWriter html, FindingIndex index) {
    private static final String ITEM = "- ";

    /** Returns the id of a rule in the page. */
    static String id(String rule) {
        return "r-" + rule;
    }

    void write() {
        List<RuleInfo> rules = index.entries().stream()
                .map(entry -> entry.finding().rule())
                .distinct()
                .sorted(Comparator.comparing(RuleInfo::id))
                .toList();
        if (rules.isEmpty()) {
            return;
        }
        html.section("rules", "The rules behind them");
        for (RuleInfo rule : rules) {
            html.open("details", "class", "sl-fold sl-printed", "id", id(rule.id()))
                    .open("summary")
                    .element("h3", rule.id())
                    .text(" finds " + rule.summary())
                    .close()
                    .line();
            RulePage page = RulePage.of(rule);
            for (String section : List.of("Why", "Fix")) {
                html.element("h4", section).line();
                markdown(page.sections().getOrDefault(section, ""));
            }
            html.close().line();
        }
        html.close().line();
    }

    /** Converts Markdown: paragraphs, lists and code spans, as the pages contain nothing else here. */
    private void markdown(String text) {
        for (String block : text.split("\n\\s*\n", -1)) {
            if (block.startsWith(ITEM)) {
                html.open("ul");
                for (String item : block.substring(ITEM.length()).split("\n" + ITEM, -1)) {
                    inline("li", item);
                }
                html.close().line();
            } else if (!block.isBlank()) {
                inline("p", block);
            }
        }
    }

    private void inline(String tag, String text) {
        html.open(tag);
        String[] pieces = text.replace('\n', ' ').strip().split("`", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i % 2 == 1) {
                html.element("code", pieces[i]);
            } else {
                html.text(pieces[i]);
            }
        }
        html.close().line();
    }
}
