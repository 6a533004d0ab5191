package io.github.serverlint.report.html;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Filter form of the findings. It is hidden unless the script runs. */
record FindingFilter(HtmlWriter html, List<ReportedFinding> entries) {

    void write() {
        html.block("form", "class", "sl-filter", "hidden", "", "aria-label", "Filter", "autocomplete", "off");
        rules();
        servers();
        html.open("fieldset", "class", "sl-chips").element("legend", "Severity");
        for (Severity severity : Severity.GRAVEST_FIRST) {
            long count = count(finding -> finding.severity() == severity);
            checkbox(
                    "severity",
                    severity.word(),
                    count,
                    true,
                    WorstFinding.of(severity).style());
        }
        html.close().line();
        html.open("fieldset", "class", "sl-chips").element("legend", "Status");
        for (Status status : Status.values()) {
            // Only open findings are selected at first.
            long count = count(finding -> finding.status() == status);
            checkbox("status", status.word(), count, status == Status.OPEN, "sl-quiet");
        }
        html.close().line();
        html.element("button", "Reset", "type", "reset").line();
        html.element("p", "", "class", "sl-shown", "role", "status", "aria-live", "polite")
                .line();
        html.close().line();
    }

    private void rules() {
        Map<String, Long> rules = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.finding().rule().id(), TreeMap::new, Collectors.counting()));
        html.open("p", "class", "sl-field").element("label", "Rule", "for", "sl-rule");
        html.open("select", "id", "sl-rule", "name", "rule").element("option", "all rules", "value", "");
        rules.forEach((rule, count) -> html.element("option", rule + " (" + count + ")", "value", rule));
        html.close().close().line();
    }

    private void servers() {
        Set<String> names = new TreeSet<>();
        entries.forEach(entry -> entry.finding().server().ifPresent(names::add));
        html.open("p", "class", "sl-field").element("label", "Server", "for", "sl-server");
        html.raw("<input id=\"sl-server\" name=\"server\" type=\"search\" list=\"sl-servers\""
                + " placeholder=\"part of a name\" aria-keyshortcuts=\"/\"/>");
        html.open("datalist", "id", "sl-servers");
        names.forEach(name -> html.element("option", "", "value", name));
        html.close().close().line();
    }

    private long count(Predicate<Finding> what) {
        return entries.stream().map(ReportedFinding::finding).filter(what).count();
    }

    private void checkbox(String name, String word, long count, boolean chosen, String style) {
        html.open("label", "class", "sl-chip " + style);
        html.raw("<input type=\"checkbox\" name=\"" + name + "\" value=\"" + word + "\"");
        html.raw(chosen ? " checked=\"\"/>" : "/>").text(" " + word + " ");
        html.element("span", "(" + count + ")", "class", "sl-count").close();
    }
}
