package io.github.serverlint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.text.SourceFile;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one rule says of a few servers, of a change or of a migration. The definition is put together first, and judged by
 * the rule alone when a test says what it expects.
 *
 * <pre>{@code
 * RULE.servers("mail01: {os: Windows Server 2003, exchange: Exchange 2000 SP3}").finds("error servers.mail01.exchange");
 * RULE.servers("mail01: {os: Windows 2000, exchange: Exchange 2000 SP3}").isSilent();
 * }</pre>
 *
 * @param asOf the day of the run
 * @param base the definition that the other one is a change of; empty if there is none
 * @param asOf the day of the run
 */
public record RuleTester(Rule rule, LocalDate asOf, String base, String definition) {

    public static RuleTester of(Rule rule) {
        return new RuleTester(rule, Sample.AS_OF, "", "");
    }

    /** Judges on another day. */
    public RuleTester asOf(String day) {
        return new RuleTester(rule, LocalDate.parse(day), base, definition);
    }

    /** Adds the forest corp.example.com, in which all servers stand, by its keys: {@code domain-mode: native, prepared: []}. */
    public RuleTester forest(String keys) {
        return with("forests: {corp.example.com: {" + keys + "}}\n");
    }

    /** Adds two forests, so that the one of a server that names none is unknown. */
    public RuleTester twoForests() {
        return with("forests: {north.example.com: {}, south.example.com: {}}\n");
    }

    /** Adds servers, each as {@code mail01: {os: Windows Server 2019}}. */
    public RuleTester servers(String... servers) {
        return with(Arrays.stream(servers)
                .map(server -> "  " + server + "\n")
                .collect(Collectors.joining("", servers.length == 0 ? "servers: {}\n" : "servers:\n", "")));
    }

    /** Adds a migration by its steps, each as {@code back-up: mail01}. */
    public RuleTester steps(String... steps) {
        return with(Arrays.stream(steps)
                .map(step -> "      - {" + step + "}\n")
                .collect(Collectors.joining("", "migrations:\n  rollout:\n    steps:\n", "")));
    }

    /** What has been added is the base, and what is added from here on is what it has become. */
    public RuleTester becomes() {
        return new RuleTester(rule, asOf, definition, "");
    }

    private RuleTester with(String more) {
        return new RuleTester(rule, asOf, base, definition + more);
    }

    /** Requires these findings, each as {@code error servers.mail01.exchange} or {@code error step 1}, in their order. */
    public RuleTester finds(String... expected) {
        assertThat(judged().findings())
                .extracting(finding -> finding.severity().word() + " " + where(finding))
                .as(definition)
                .containsExactly(expected);
        return this;
    }

    /** Requires that the one finding says something. */
    public void says(String part) {
        assertThat(judged().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(part));
    }

    /** Requires that the one finding gives a reason. */
    public void explains(String part) {
        assertThat(judged().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains(part));
    }

    /** Requires that there is nothing to say, and everything could be judged. */
    public void isSilent() {
        finds().lacks();
    }

    /** Requires that the rule finds nothing, because it would have to know something that the definition does not say. */
    public void isNotJudgedFor(String... missing) {
        assertThat(missing).isNotEmpty();
        finds().lacks(missing);
    }

    private void lacks(String... missing) {
        assertThat(judged().undecided())
                .extracting(notJudged -> notJudged.missing() + " of " + notJudged.server())
                .as(definition)
                .containsExactly(missing);
    }

    /** The key path; of steps, which share one, the number. */
    private String where(Finding finding) {
        long before =
                definition.lines().takeWhile(line -> !line.endsWith("steps:")).count() + 1;
        return finding.keyPath().startsWith("migrations")
                ? "step " + (finding.span().line() - before)
                : finding.keyPath();
    }

    private LintResult judged() {
        RuleSeverities severities =
                RuleSeverities.DEFAULT.with(rule.info(), rule.info().defaultSeverity());
        TextLinter linter = new TextLinter(Sample.CATALOG, List.of(rule));
        List<SourceFile> now = List.of(new SourceFile("a.yaml", definition));
        LintResult result = base.isEmpty()
                ? linter.lint(now, severities, asOf)
                : linter.lint(List.of(new SourceFile("a.yaml", base)), now, false, severities, asOf);
        assertThat(result.findings())
                .as(definition)
                .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo(rule.info()));
        return result;
    }
}
