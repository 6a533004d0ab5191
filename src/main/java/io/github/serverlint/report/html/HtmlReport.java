package io.github.serverlint.report.html;

import io.github.serverlint.report.Reported;

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
    public static String render(Reported reported) {
        Asset style = style();
        Asset script = script();
        Html page = new Html(1);
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
        page.element("title", Summary.title(reported)).line();
        // A browser that is given no icon asks the host for one.
        page.single("link", "rel", "icon", "href", "data:,").line();
        page.open("style").raw(style.text()).close().line();
        page.close().line();
        page.open("body", "class", "sl-page").line();
        page.element("a", "Skip to the findings", "href", "#findings", "class", "sl-skip")
                .line();
        page.open("div", "class", "serverlint").line();
        write(page, reported, "header", "main", "footer");
        page.close().line();
        page.open("script").raw(script.text()).close().line();
        page.close().line().close().line();
        return page.toString();
    }

    /**
     * The same content for a page that has a head, a look and a first heading of its own. The style sheet is in it,
     * because a site takes no style into its head; it touches nothing else on the page.
     */
    public static String body(Reported reported) {
        Html body = new Html(1);
        body.open("style").raw(style().text()).close().line();
        body.open("div", "class", "serverlint").line();
        // That page has its own landmarks, of which there may be one each.
        write(body, reported, "div", "div", "div");
        body.close().line();
        body.open("script").raw(script().text()).close().line();
        return body.toString();
    }

    private static void write(Html html, Reported reported, String header, String main, String footer) {
        Judged judged = new Judged(reported);
        html.open(header, "class", "sl-head").line();
        new Summary(html, reported, judged).write();
        html.close().line();
        html.open(main, "class", "sl-main").line();
        new Matrix(html, reported, judged).write();
        new Migrations(html, reported, judged).write();
        new Findings(html, reported, judged).write();
        new RuleHelp(html, judged).write();
        new Remarks(html, reported).write();
        html.close().line();
        html.open(footer, "class", "sl-foot")
                .element("p", "Written by serverlint " + reported.version() + ".")
                .close()
                .line();
    }

    private static Asset style() {
        return Asset.of("serverlint.css");
    }

    private static Asset script() {
        return Asset.of("serverlint.js");
    }
}
