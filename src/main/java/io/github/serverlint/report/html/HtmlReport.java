package io.github.serverlint.report.html;

import io.github.serverlint.report.ReportModel;

/**
 * {@code serverlint.html}: one page without anything beside it. Its style sheet and its script are in it, and a policy in
 * its head forbids the browser everything else.
 */
public final class HtmlReport {
    /** What people know the report by. */
    public static final String NAME = "Serverlint";

    /** What the report is, in one sentence. */
    public static final String DESCRIPTION = "What serverlint has found in the definitions of servers.";

    private HtmlReport() {}

    /** The whole page. */
    public static String render(ReportModel reportModel) {
        PageAsset style = style();
        PageAsset script = script();
        HtmlWriter page = new HtmlWriter(1);
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        page.open("head").line();
        page.single("meta", "charset", "UTF-8").line();
        page.single(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src '" + style.hash() + "'; script-src '" + script.hash()
                                + "'; img-src data:; base-uri 'none'; form-action 'none'")
                .line();
        page.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        page.single("meta", "name", "color-scheme", "content", "light dark").line();
        page.single("meta", "name", "referrer", "content", "no-referrer").line();
        page.element("title", PageSummary.title(reportModel)).line();
        // A browser that is given no icon asks the host for one.
        page.single("link", "rel", "icon", "href", "data:,").line();
        page.open("style").raw(style.text()).close().line();
        page.close().line();
        page.open("body", "class", "sl-page").line();
        page.element("a", "Skip to the findings", "href", "#findings", "class", "sl-skip")
                .line();
        page.open("div", "class", "serverlint").line();
        write(page, reportModel, "header", "main", "footer");
        page.close().line();
        page.open("script").raw(script.text()).close().line();
        page.close().line().close().line();
        return page.toString();
    }

    /**
     * The same content for a page that has a head, a look and a first heading of its own. The style sheet is in it,
     * because a site takes no style into its head; it touches nothing else on the page.
     */
    public static String body(ReportModel reportModel) {
        HtmlWriter body = new HtmlWriter(1);
        body.open("style").raw(style().text()).close().line();
        body.open("div", "class", "serverlint").line();
        // That page has its own landmarks, of which there may be one each.
        write(body, reportModel, "div", "div", "div");
        body.close().line();
        body.open("script").raw(script().text()).close().line();
        return body.toString();
    }

    private static void write(
            HtmlWriter htmlWriter, ReportModel reportModel, String header, String main, String footer) {
        FindingIndex findingIndex = new FindingIndex(reportModel);
        htmlWriter.open(header, "class", "sl-head").line();
        new PageSummary(htmlWriter, reportModel, findingIndex).write();
        htmlWriter.close().line();
        htmlWriter.open(main, "class", "sl-main").line();
        new EstateMatrix(htmlWriter, reportModel, findingIndex).write();
        new MigrationDiagrams(htmlWriter, reportModel, findingIndex).write();
        new FindingList(htmlWriter, reportModel, findingIndex).write();
        new RuleHelp(htmlWriter, findingIndex).write();
        new RunRemarks(htmlWriter, reportModel).write();
        htmlWriter.close().line();
        htmlWriter
                .open(footer, "class", "sl-foot")
                .element("p", "Written by serverlint " + reportModel.version() + ".")
                .close()
                .line();
    }

    private static PageAsset style() {
        return PageAsset.of("serverlint.css");
    }

    private static PageAsset script() {
        return PageAsset.of("serverlint.js");
    }
}
