package io.github.serverlint.report.html;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RelatedLocation;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import io.github.serverlint.report.Snippet;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.List;

/** List of all findings in full, those that count first. */
record FindingList(HtmlWriter html, FindingIndex index) {

    /** Returns the link to a finding in the page. */
    static String address(ReportedFinding entry) {
        return "#" + id(entry);
    }

    private static String id(ReportedFinding entry) {
        return "f-" + entry.key();
    }

    void write() {
        List<ReportedFinding> entries = index.entries();
        html.block("section", "class", "sl-section", "aria-labelledby", "findings");
        html.element("h2", "Findings", "id", "findings", "tabindex", "-1").line();
        if (entries.isEmpty()) {
            html.element("p", "Nothing is found.").line();
        } else {
            new FindingFilter(html, entries).write();
            entries.stream().filter(ReportedFinding::isOpen).forEach(this::write);
        }
        html.close().line();
        if (!entries.stream().allMatch(ReportedFinding::isOpen)) {
            html.block("section", "class", "sl-section sl-apart", "aria-labelledby", "excused");
            html.element("h2", "Findings that do not count", "id", "excused").line();
            html.element("p", "Somebody has given a reason for each, or it was there before.", "class", "sl-hint");
            html.line();
            entries.stream().filter(entry -> !entry.isOpen()).forEach(this::write);
            html.close().line();
        }
    }

    private void write(ReportedFinding entry) {
        Finding finding = entry.finding();
        String id = id(entry);
        List<String> attributes = new ArrayList<>();
        attributes.addAll(
                List.of("class", "sl-finding " + WorstFinding.of(finding).style()));
        attributes.addAll(List.of("id", id, "tabindex", "-1", "aria-labelledby", id + "-h"));
        attributes.addAll(List.of("data-rule", finding.rule().id()));
        attributes.addAll(List.of("data-server", finding.server().orElse("")));
        attributes.addAll(List.of("data-severity", finding.severity().word()));
        attributes.addAll(List.of("data-status", finding.status().word()));
        html.block("article", attributes.toArray(String[]::new));
        head(entry, id + "-h");
        html.open("p", "class", "sl-where").element("code", place(entry.path(), finding.span()));
        html.close().line();
        code(finding.span());
        if (!finding.isOpen()) {
            String why = "Does not count, because it is " + finding.status().word() + ": "
                    + finding.standing().note();
            html.element("p", why, "class", "sl-status").line();
        }
        if (!finding.related().isEmpty()) {
            html.block("ul", "class", "sl-related");
            for (RelatedLocation related : finding.related()) {
                html.open("li").element("code", place(entry.path(related), related.span()));
                html.text(" " + related.note());
                code(related.span());
                html.close().line();
            }
            html.close().line();
        }
        html.block("dl", "class", "sl-reasons");
        reason("Why", finding.reason());
        reason("Fix", finding.fix());
        sources(finding.sources());
        html.close().line().close().line();
    }

    private void head(ReportedFinding entry, String id) {
        Finding finding = entry.finding();
        String rule = finding.rule().id();
        String label = "Link to this finding: " + rule + " at " + place(entry.path(), finding.span());
        html.open("p", "class", "sl-kind").open("span", "class", "sl-badge");
        html.symbol(WorstFinding.of(finding.severity())).text(finding.severity().word());
        html.close().text(" ").element("a", rule, "href", "#" + RuleHelp.id(rule), "class", "sl-rule");
        if (!finding.isOpen()) {
            html.text(" ").element("span", finding.status().word(), "class", "sl-badge sl-quiet");
        }
        html.text(" ").element("a", "Link", "href", address(entry), "class", "sl-anchor", "aria-label", label);
        html.close().line();
        html.element("h3", finding.message(), "id", id).line();
    }

    /** Writes the source line. Lines around it are not shown, because such files may contain passwords. */
    private void code(Span span) {
        Snippet.excerpt(span).ifPresent(excerpt -> {
            html.open("pre", "class", "sl-code", "tabindex", "0");
            html.element("span", String.valueOf(excerpt.line()), "class", "sl-line");
            html.open("code").code(excerpt.before()).open("mark").code(excerpt.marked());
            html.close().code(excerpt.after()).close().close().line();
        });
    }

    private void reason(String name, String text) {
        if (!text.isEmpty()) {
            html.element("dt", name).element("dd", text).line();
        }
    }

    private void sources(List<String> sources) {
        if (!sources.isEmpty()) {
            html.element("dt", sources.size() == 1 ? "Source" : "Sources");
            html.open("dd").open("ul");
            sources.forEach(source -> Citation.of(source).write(html.open("li")).close());
            html.close().close().line();
        }
    }

    private static String place(String path, Span span) {
        return path + ":" + span.line() + ":" + span.column();
    }
}
