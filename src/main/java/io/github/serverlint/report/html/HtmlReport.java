package io.github.serverlint.report.html;

import io.github.serverlint.report.ReportModel;
import java.util.Locale;

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
        String policy = "default-src 'none'; style-src '" + style.hash() + "'; script-src '" + script.hash()
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
        // Without an icon a browser would request one from the host.
        return String.format(
                Locale.ROOT,
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="UTF-8"/>
                <meta http-equiv="Content-Security-Policy" content="%s"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="referrer" content="no-referrer"/>
                <title>%s</title>
                <link rel="icon" href="data:,"/>
                <style>%s</style>
                </head>
                <body class="sl-page">
                <a href="#findings" class="sl-skip">Skip to the findings</a>
                <div class="serverlint">
                %s</div>
                <script>%s</script>
                </body>
                </html>
                """,
                HtmlWriter.escape(policy),
                HtmlWriter.escape(PageSummary.title(reportModel)),
                style.text(),
                content(reportModel, "header", "main", "footer"),
                script.text());
    }

    /**
     * Returns the content for a page of a site. The style sheet is inline, because a site does not add styles to its
     * head; it applies to the content only.
     */
    public static String body(ReportModel reportModel) {
        // The page of the site has its own landmarks, which must be unique.
        return String.format(
                Locale.ROOT, """
                <style>%s</style>
                <div class="serverlint">
                %s</div>
                <script>%s</script>
                """, style().text(), content(reportModel, "div", "div", "div"), script().text());
    }

    private static String content(ReportModel reportModel, String header, String main, String footer) {
        HtmlWriter html = new HtmlWriter();
        FindingIndex findingIndex = new FindingIndex(reportModel);
        html.block(header, "class", "sl-head");
        new PageSummary(html, reportModel, findingIndex).write();
        html.close().line().block(main, "class", "sl-main");
        new EstateMatrix(html, reportModel, findingIndex).write();
        new MigrationDiagrams(html, reportModel, findingIndex).write();
        new FindingList(html, findingIndex).write();
        new RuleHelp(html, findingIndex).write();
        new RunRemarks(html, reportModel).write();
        html.close().line().open(footer, "class", "sl-foot");
        html.element("p", "Written by serverlint " + reportModel.version() + ".");
        return html.close().line().toString();
    }

    private static PageAsset style() {
        return PageAsset.of("serverlint.css");
    }

    private static PageAsset script() {
        return PageAsset.of("serverlint.js");
    }
}
