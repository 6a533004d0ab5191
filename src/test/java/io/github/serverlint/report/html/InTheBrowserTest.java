package io.github.serverlint.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.serverlint.Slow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The page in a Chromium. Without one on the path these tests are left out; {@code -Dchromium=/path} names another.
 */
@Slow
class InTheBrowserTest {
    private static final int FINDINGS = 13;
    private static final int TAB = 9;
    private static final int ROUNDS = Slow.WHOLE ? 3 : 1;

    private static final String SHOWN =
            "[...document.querySelectorAll('.sl-finding')].filter(n => n.checkVisibility())";
    private static final String FOCUSED = "document.activeElement";

    /** A browser may still write into its folder while it ends. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path folder;

    private static Browser browser;
    private static String small;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> executable = Browser.onThisMachine();
        assumeTrue(
                executable.isPresent(),
                "No chromium, chromium-browser or google-chrome on the path, and no -Dchromium: the HTML report is not"
                        + " tried in a browser.");
        small = page("small.html", HtmlReport.render(MadeReports.small()));
        browser = new Browser(executable.get(), folder.resolve("profile"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void asEver() {
        browser.size(1280, 900);
        browser.media("screen", "light");
        browser.script(true);
    }

    private static String page(String name, String html) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, html.getBytes(StandardCharsets.UTF_8));
        return file.toUri().toString();
    }

    private static int shown() {
        return (int) browser.number(SHOWN + ".length");
    }

    private static String hash() {
        return browser.text("location.hash");
    }

    @Test
    void asksForNothingAndComplainsOfNothing() {
        browser.open(small);
        browser.click("[name=status][value=suppressed]");
        assertThat(browser.requests)
                .isNotEmpty()
                .allMatch(address -> address.equals(small) || address.equals("data:,"));
        assertThat(browser.complaints).isEmpty();
        assertThat(browser.is("document.styleSheets.length === 1")).isTrue();
        assertThat(browser.text("getComputedStyle(document.querySelector('.sl-step')).position"))
                .isEqualTo("relative");
    }

    @Test
    void showsWhatCountsUntilMoreIsAskedFor() {
        browser.open(small);
        assertThat(shown()).isEqualTo(8);
        assertThat(browser.texts(SHOWN + ".map(n => n.dataset.status)")).containsOnly("open");
        assertThat(browser.text("document.querySelector('[role=status]').textContent"))
                .isEqualTo("8 of 13 findings shown.");
        browser.click("[name=status][value=suppressed]");
        assertThat(shown()).isEqualTo(11);
        assertThat(hash()).isEqualTo("#status=open,suppressed");
        assertThat(browser.text("document.querySelector('[role=status]').textContent"))
                .isEqualTo("11 of 13 findings shown.");
    }

    @Test
    void filtersBySeverityWithTheMouseAndByServerWithTheKeys() {
        browser.open(small);
        browser.click("[name=severity][value=error]");
        assertThat(browser.texts(SHOWN + ".map(n => n.dataset.severity)"))
                .hasSize(3)
                .doesNotContain("error");
        assertThat(hash()).isEqualTo("#severity=warning,note");
        browser.press("/", 191);
        assertThat(browser.text(FOCUSED + ".name")).isEqualTo("server");
        browser.type("MAIL0");
        assertThat(browser.text(FOCUSED + ".value")).isEqualTo("MAIL0");
        assertThat(browser.texts(SHOWN + ".map(n => n.dataset.server)")).containsExactly("mail02", "mail03");
        // In a text field a slash is a slash.
        browser.type("/");
        assertThat(browser.text(FOCUSED + ".value")).isEqualTo("MAIL0/");
        assertThat(shown()).isZero();
        browser.click(".sl-filter button");
        assertThat(shown()).isEqualTo(8);
        assertThat(browser.text("location.href")).isEqualTo(small);
    }

    @Test
    void filtersByRuleWithTheKeys() {
        browser.open(small);
        browser.evaluate("document.getElementById('sl-rule').focus()");
        browser.type("unsupported-p");
        assertThat(browser.texts(SHOWN + ".map(n => n.dataset.rule)")).containsExactly("unsupported-platform");
        assertThat(hash()).isEqualTo("#rule=unsupported-platform");
    }

    @Test
    void anAddressRestoresTheChoice() {
        browser.open(small + "#rule=unsupported-platform&severity=error,note&status=suppressed,baselined&server=L");
        assertThat(browser.texts(SHOWN + ".map(n => n.dataset.server)")).containsExactly("portal01", "lab01");
        assertThat(browser.text("document.getElementById('sl-rule').value")).isEqualTo("unsupported-platform");
        assertThat(browser.text("document.getElementById('sl-server').value")).isEqualTo("L");
        assertThat(browser.texts(
                        "[...document.querySelectorAll('.sl-filter :checked[type=checkbox]')].map(n => n.value)"))
                .containsExactly("error", "note", "suppressed", "baselined");
        assertThat(hash()).contains("status=suppressed,baselined");
        browser.open(small + "#rule=nonsense&status=open");
        assertThat(shown()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "suppressed"})
    void theAddressOfAFindingLeadsToIt(String status) {
        String id = MadeReports.small().entries().stream()
                .filter(reportedFinding ->
                        reportedFinding.finding().status().word().equals(status))
                .reduce((first, last) -> last)
                .map(reportedFinding -> "f-" + reportedFinding.key())
                .orElseThrow();
        browser.open(small + "#" + id);
        String node = "document.getElementById('" + id + "')";
        assertThat(browser.is(node + ".checkVisibility()")).isTrue();
        assertThat(browser.text(FOCUSED + ".id")).isEqualTo(id);
        assertThat(browser.number(node + ".getBoundingClientRect().top")).isBetween(0.0, 300.0);
        assertThat(browser.text("getComputedStyle(" + node + ").outlineStyle")).isEqualTo("solid");
        assertThat(hash()).isEqualTo("#" + id);
    }

    @Test
    void aCellOpensToItsServersWhichLeadToTheirFindings() {
        browser.open(small);
        browser.evaluate("document.querySelector('.sl-matrix .sl-error summary').focus()");
        browser.press("Enter", 13);
        browser.settle();
        browser.click(".sl-matrix .sl-error[open] a");
        assertThat(browser.text(FOCUSED + ".dataset.server")).isEqualTo("mail04");
        browser.click(".sl-finding:target .sl-rule");
        assertThat(browser.is("document.querySelector('details:target').open")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"screen, light", "screen, dark", "print, light"})
    void everyTextCanBeReadInFrontOfWhatIsBehindIt(String medium, String scheme) {
        browser.media(medium, scheme);
        browser.open(small + "#status=open,suppressed,baselined,known");
        browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        browser.settle();
        assertThat(browser.number("(" + CONTRAST + ")().seen")).isGreaterThan(300);
        assertThat(browser.texts("(" + CONTRAST + ")().faint")).isEmpty();
        boolean dark = scheme.equals("dark");
        assertThat(browser.text("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(
                        dark ? "rgb(20, 24, 28)" : medium.equals("print") ? "rgba(0, 0, 0, 0)" : "rgb(251, 251, 250)");
    }

    /** By the rule of WCAG 2: 4.5 to 1, and 3 to 1 for what is large. */
    private static final String CONTRAST = """
            () => {
              const parse = (c) => { const n = c.match(/[0-9.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
              const light = (c) => c.slice(0, 3).map(v => v / 255)
                  .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = (node) => {
                for (let n = node; n; n = n.parentElement) {
                  const c = parse(getComputedStyle(n).backgroundColor);
                  if (c[3] === 1) return c;
                  if (c[3] !== 0) throw new Error('half transparent: ' + n.outerHTML);
                }
                return [255, 255, 255, 1];
              };
              const faint = [];
              let seen = 0;
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const node = texts.currentNode.parentElement;
                if (!texts.currentNode.data.trim() || !node.checkVisibility() || node.matches('.sl-sr, script, option')) continue;
                const style = getComputedStyle(node);
                const size = parseFloat(style.fontSize);
                const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
                const [a, b] = [light(parse(style.color)), light(behind(node))].sort((x, y) => y - x);
                const ratio = (a + 0.05) / (b + 0.05);
                seen++;
                if (ratio < (large ? 3 : 4.5)) faint.push(ratio.toFixed(2) + ' ' + node.outerHTML.slice(0, 120));
              }
              return { seen, faint };
            }""";

    @Test
    void onPaperThereIsNothingToPressAndNothingClosed() {
        browser.media("print", "light");
        browser.open(small);
        assertThat(browser.is("document.querySelector('.sl-filter').checkVisibility()"))
                .isFalse();
        assertThat(browser.is("document.querySelector('.sl-anchor').checkVisibility()"))
                .isFalse();
        assertThat(browser.number("document.querySelectorAll('details[open]').length"))
                .isZero();
        assertThat(
                        browser.texts(
                                "[...document.querySelectorAll('details p, details li')]"
                                        + ".filter(n => !n.checkVisibility() || n.getBoundingClientRect().height === 0).map(n => n.outerHTML)"))
                .isEmpty();
    }

    @Test
    void withoutItsScriptEverythingIsThere() {
        browser.script(false);
        browser.open(small);
        assertThat(shown()).isEqualTo(FINDINGS);
        assertThat(browser.is("document.querySelector('.sl-filter').checkVisibility()"))
                .isFalse();
        browser.click(".sl-matrix .sl-error summary");
        assertThat(browser.is("document.querySelector('.sl-matrix .sl-error li').checkVisibility()"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 800, 1920})
    void aNarrowScreenIsWideEnough(int width) {
        browser.size(width, 740);
        browser.open(small + "#status=open,suppressed,baselined,known");
        browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        browser.settle();
        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        assertThat(browser.number("document.querySelector('.serverlint').getBoundingClientRect().right"))
                .isLessThanOrEqualTo(width);
    }

    @Test
    void theKeysLeadThroughThePageInItsOrderAndOneSeesWhere() {
        browser.open(small);
        List<String> wanted = browser.texts(
                "[...document.querySelectorAll('a[href], summary, select, input, button, [tabindex=\"0\"]')]"
                        + ".filter(n => n.checkVisibility()).map((n, i) => { n.dataset.way = i; return String(i); })");
        assertThat(wanted).hasSizeGreaterThan(60);
        browser.press("Tab", TAB);
        assertThat(browser.text(FOCUSED + ".textContent")).isEqualTo("Skip to the findings");
        for (String step : wanted) {
            assertThat(browser.text(FOCUSED + ".dataset.way")).isEqualTo(step);
            assertThat(
                            browser.is(
                                    "[" + FOCUSED + ", " + FOCUSED + ".parentElement]"
                                            + ".some(n => getComputedStyle(n).outlineStyle !== 'none' && n.getBoundingClientRect().left >= 0)"))
                    .as("one sees that the focus is on %s", browser.text(FOCUSED + ".outerHTML"))
                    .isTrue();
            browser.press("Tab", TAB);
        }
    }

    @Test
    void theSkipLinkLeadsToTheFindings() {
        browser.open(small);
        browser.press("Tab", TAB);
        browser.press("Enter", 13);
        browser.settle();
        assertThat(browser.text(FOCUSED + ".id")).isEqualTo("findings");
    }

    @Test
    void tenThousandServersAreThereAtOnce() throws IOException {
        int servers = Slow.WHOLE ? 10_000 : 2_000;
        String large = page("large.html", HtmlReport.render(MadeReports.large(servers, servers / 10)));
        double ready = ready(large);
        assertThat(shown()).isEqualTo(servers / 10);
        double filtered = DoubleStream.generate(InTheBrowserTest::filtering)
                .limit(ROUNDS)
                .min()
                .orElseThrow();
        // For 10,000 well below a second, and a few hundredths of one.
        assertThat(ready).isPositive().isLessThan(0.6 * servers);
        assertThat(filtered).isPositive().isLessThan(0.05 * servers);
        assertThat(browser.complaints).isEmpty();
    }

    /** The processor time from the opening of a page until it is there: the least of several. */
    private static double ready(String page) {
        return DoubleStream.generate(() -> {
                    browser.open("about:blank");
                    double before = browser.milliseconds();
                    browser.open(page);
                    return browser.milliseconds() - before;
                })
                .limit(ROUNDS)
                .min()
                .orElseThrow();
    }

    /** The processor time from a keystroke to what is drawn then: the mean of several. */
    private static double filtering() {
        double before = browser.milliseconds();
        browser.evaluate("""
                (async () => {
                  const field = document.getElementById('sl-server');
                  field.scrollIntoView();
                  for (const text of ['server-0', 'server-00', 'server-001', 'nothing', '']) {
                    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                    field.value = text;
                    field.dispatchEvent(new Event('input', { bubbles: true }));
                    await new Promise(done => requestAnimationFrame(done));
                    document.body.getBoundingClientRect();
                  }
                })()""");
        return (browser.milliseconds() - before) / 5;
    }

    @Test
    void aMigrationOfFiveThousandStepsStaysUsable() throws IOException {
        int steps = Slow.WHOLE ? 5_000 : 1_000;
        String lasting = page("long.html", HtmlReport.render(MadeReports.longMigration(steps, 149)));
        assertThat(ready(lasting)).isPositive().isLessThan(1.2 * steps);
        assertThat(browser.number("[...document.querySelectorAll('.sl-step')].filter(n => n.checkVisibility()).length"))
                .isEqualTo(100);
        browser.click(".sl-step.sl-error .sl-links a");
        assertThat(browser.text(FOCUSED + ".dataset.rule")).isEqualTo("upgrade-without-backup");
    }
}
