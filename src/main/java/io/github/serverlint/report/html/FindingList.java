package io.github.serverlint.report.html;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.RelatedLocation;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import io.github.serverlint.report.Snippet;
import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Optional;

/** List of all findings in full, those that count first. */
record FindingList(HtmlWriter html, ReportModel model, FindingIndex index) {

    /** Returns the link to a finding in the page. */
    static String address(ReportedFinding reportedFinding) {
        return "#" + id(reportedFinding);
    }

    private static String id(ReportedFinding reportedFinding) {
        return "f-" + reportedFinding.key();
    }

    void write() {
        List<ReportedFinding> entries = index.entries();
        html.open("section", "class", "sl-section", "aria-labelledby", "findings")
                .line();
        html.heading(1, "Findings", "id", "findings", "tabindex", "-1");
        if (entries.isEmpty()) {
            html.element("p", "Nothing is found.").line();
        } else {
            new FindingFilter(html, entries).write();
            list(entries.stream()
                    .filter(reportedFinding -> reportedFinding.finding().isOpen())
                    .toList());
        }
        html.close().line();
        List<ReportedFinding> excused = entries.stream()
                .filter(reportedFinding -> !reportedFinding.finding().isOpen())
                .toList();
        if (!excused.isEmpty()) {
            html.open("section", "class", "sl-section sl-apart", "aria-labelledby", "excused")
                    .line();
            html.heading(1, "Findings that do not count", "id", "excused");
            html.element("p", "Somebody has given a reason for each, or it was there before.", "class", "sl-hint")
                    .line();
            list(excused);
            html.close().line();
        }
    }

    private void list(List<ReportedFinding> entries) {
        entries.forEach(this::write);
    }

    private void write(ReportedFinding reportedFinding) {
        Finding finding = reportedFinding.finding();
        String id = id(reportedFinding);
        html.open(
                        "article",
                        "class",
                        "sl-finding " + WorstFinding.of(finding).style(),
                        "id",
                        id,
                        "tabindex",
                        "-1",
                        "aria-labelledby",
                        id + "-h",
                        "data-rule",
                        finding.rule().id(),
                        "data-server",
                        finding.server().orElse(""),
                        "data-severity",
                        finding.severity().word(),
                        "data-status",
                        finding.status().word())
                .line();
        head(reportedFinding, id + "-h");
        html.open("p", "class", "sl-where")
                .element("code", place(reportedFinding.path(), finding.span()))
                .close()
                .line();
        code(finding.span());
        status(finding);
        if (!finding.related().isEmpty()) {
            html.open("ul", "class", "sl-related").line();
            for (RelatedLocation related : finding.related()) {
                html.open("li")
                        .element("code", place(reportedFinding.path(related), related.span()))
                        .text(" " + related.note());
                code(related.span());
                html.close().line();
            }
            html.close().line();
        }
        html.open("dl", "class", "sl-reasons").line();
        reason("Why", finding.reason());
        reason("Fix", finding.fix());
        sources(finding.sources());
        html.close().line();
        html.close().line();
    }

    private void head(ReportedFinding reportedFinding, String id) {
        Finding finding = reportedFinding.finding();
        String rule = finding.rule().id();
        html.open("p", "class", "sl-kind")
                .open("span", "class", "sl-badge")
                .element(
                        "span", WorstFinding.of(finding.severity()).symbol(), "class", "sl-mark", "aria-hidden", "true")
                .text(finding.severity().word())
                .close()
                .text(" ")
                .element("a", rule, "href", "#" + RuleHelp.id(rule), "class", "sl-rule");
        if (!finding.isOpen()) {
            html.text(" ").element("span", finding.status().word(), "class", "sl-badge sl-quiet");
        }
        html.text(" ")
                .element(
                        "a",
                        "Link",
                        "href",
                        address(reportedFinding),
                        "class",
                        "sl-anchor",
                        "aria-label",
                        "Link to this finding: " + rule + " at " + place(reportedFinding.path(), finding.span()))
                .close()
                .line();
        html.heading(2, finding.message(), "id", id);
    }

    private void status(Finding finding) {
        if (finding.status() != Status.OPEN) {
            html.element(
                            "p",
                            "Does not count, because it is " + finding.status().word() + ": "
                                    + finding.standing().note(),
                            "class",
                            "sl-status")
                    .line();
        }
    }

    /** Writes the source line. Lines around it are not shown, because such files may contain passwords. */
    private void code(Span span) {
        Optional<Snippet.Excerpt> excerpt = Snippet.excerpt(span);
        if (excerpt.isEmpty()) {
            return;
        }
        html.open("pre", "class", "sl-code", "tabindex", "0")
                .element("span", String.valueOf(excerpt.get().line()), "class", "sl-line")
                .open("code")
                .code(excerpt.get().before())
                .open("mark")
                .code(excerpt.get().marked())
                .close()
                .code(excerpt.get().after())
                .close()
                .close()
                .line();
    }

    private void reason(String name, String text) {
        if (!text.isEmpty()) {
            html.element("dt", name).element("dd", text).line();
        }
    }

    private void sources(List<String> sources) {
        if (sources.isEmpty()) {
            return;
        }
        html.element("dt", sources.size() == 1 ? "Source" : "Sources").open("dd");
        html.open("ul");
        sources.forEach(source -> Citation.of(source).write(html.open("li")).close());
        html.close().close().line();
    }

    private static String place(String path, Span span) {
        return path + ":" + span.line() + ":" + span.column();
    }
}
