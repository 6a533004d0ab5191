package io.github.serverlint.report.html;

import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Filter form of the findings. It is hidden unless the script runs. */
record FindingFilter(HtmlWriter html, List<ReportedFinding> entries) {

    void write() {
        html.open("form", "class", "sl-filter", "hidden", "", "aria-label", "Filter", "autocomplete", "off")
                .line();
        rules();
        servers();
        chips("Severity", "severity", severities());
        chips("Status", "status", statuses());
        html.element("button", "Reset", "type", "reset").line();
        html.open("p", "class", "sl-shown", "role", "status", "aria-live", "polite")
                .close()
                .line();
        html.close().line();
    }

    private void rules() {
        Map<String, Long> rules = entries.stream()
                .collect(Collectors.groupingBy(
                        reportedFinding -> reportedFinding.finding().rule().id(), TreeMap::new, Collectors.counting()));
        html.open("p", "class", "sl-field").element("label", "Rule", "for", "sl-rule");
        html.open("select", "id", "sl-rule", "name", "rule").element("option", "all rules", "value", "");
        rules.forEach((rule, count) -> html.element("option", rule + " (" + count + ")", "value", rule));
        html.close().close().line();
    }

    private void servers() {
        Set<String> names = new TreeSet<>();
        entries.forEach(reportedFinding -> reportedFinding.finding().server().ifPresent(names::add));
        html.open("p", "class", "sl-field").element("label", "Server", "for", "sl-server");
        html.single(
                "input",
                "id",
                "sl-server",
                "name",
                "server",
                "type",
                "search",
                "list",
                "sl-servers",
                "placeholder",
                "part of a name",
                "aria-keyshortcuts",
                "/");
        html.open("datalist", "id", "sl-servers");
        names.forEach(name -> html.open("option", "value", name).close());
        html.close().close().line();
    }

    /** A checkbox. */
    private record Chip(String word, long count, boolean chosen, String style) {}

    private List<Chip> severities() {
        return Severity.GRAVEST_FIRST.stream()
                .map(severity -> new Chip(
                        severity.word(),
                        entries.stream()
                                .filter(reportedFinding ->
                                        reportedFinding.finding().severity() == severity)
                                .count(),
                        true,
                        WorstFinding.of(severity).style()))
                .toList();
    }

    /** Only open findings are selected at first. */
    private List<Chip> statuses() {
        return Arrays.stream(Status.values())
                .map(status -> new Chip(
                        status.word(),
                        entries.stream()
                                .filter(reportedFinding ->
                                        reportedFinding.finding().status() == status)
                                .count(),
                        status == Status.OPEN,
                        "sl-quiet"))
                .toList();
    }

    private void chips(String title, String name, List<Chip> chips) {
        html.open("fieldset", "class", "sl-chips").element("legend", title);
        for (Chip chip : chips) {
            List<String> attributes = new ArrayList<>(List.of("type", "checkbox", "name", name, "value", chip.word()));
            if (chip.chosen()) {
                attributes.addAll(List.of("checked", ""));
            }
            html.open("label", "class", "sl-chip " + chip.style())
                    .single("input", attributes.toArray(String[]::new))
                    .text(" " + chip.word() + " ")
                    .element("span", "(" + chip.count() + ")", "class", "sl-count")
                    .close();
        }
        html.close().line();
    }
}
