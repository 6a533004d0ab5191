package io.github.serverlint.report.html;

import io.github.serverlint.report.ReportModel;

/**
 * HTML report {@code serverlint.html}, a single page. Its style sheet and its script are inline, and a <a
 * href="https://www.w3.org/TR/CSP3/">content security policy</a> forbids everything else.
 */
public final class HtmlReport {
    /** Name of the report. */
    public static final String NAME = "Serverlint";

    /** Description of the report in one sentence. */
    public static final String DESCRIPTION = "What serverlint has found in the definitions of servers.";

    private HtmlReport() {}

    /** Returns the page. */
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
        // Without an icon a browser would request one from the host.
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
     * Returns the content for a page of a site. The style sheet is inline, because a site does not add styles to its
     * head; it applies to the content only.
     */
    public static String body(ReportModel reportModel) {
        HtmlWriter body = new HtmlWriter(1);
        body.open("style").raw(style().text()).close().line();
        body.open("div", "class", "serverlint").line();
        // The page of the site has its own landmarks, which must be unique.
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
