package io.github.serverlint.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.serverlint.Golden;
import io.github.serverlint.ProcessorTime;
import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.RunScope;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.finding.SuppressionRule;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which findings a baseline has, what it says of those it has in vain, and what its file looks like. */
class BaselineTest {
    private static final RuleInfo PLATFORM =
            RuleRegistry.find("unsupported-platform").orElseThrow();
    private static final RuleInfo LEVEL =
            RuleRegistry.find("service-pack-too-low").orElseThrow();
    private static final RuleInfo VANISHED =
            RuleRegistry.find("vanished-server").orElseThrow();
    private static final SourceFile DEFINITIONS = new SourceFile("servers/mail.yaml", "");

    /** Text that some tool between two runs might read as something else. */
    private static final List<String> NASTY = List.of(
            "",
            " blanks around ",
            "two\nlines",
            "windows\r\nlines\r",
            "tab\there",
            "\"quotes\" and 'others' and \\ and / and \\u0041",
            "\0\u0001\u0007\u001b[31m\u007f\u0080\u009f",
            "next\u0085line\u2028separators\u2029",
            "\ufeffmark\u200b\u202etfel\u2066\u2069",
            "emoji \ud83d\ude00 and \ud83d\udc68\u200d\ud83d\udc69",
            "lone \ud83d high and low \ude00 and twisted \ude00\ud83d",
            "none \ufffe \uffff \ufdd0 \ud83f\udffe",
            "private \ue000 tag \udb40\udc41",
            "<![CDATA[x]]> & <b>",
            "# no comment: [a, {b: c}], *d &e !f %g @h `i | > - ? ~",
            "null",
            "true",
            "1",
            "<<",
            "=======",
            "ÄÖÜ ß İ ı",
            "x".repeat(100_000));

    private static Finding finding(RuleInfo rule, String server, String keyPath, String value, int line) {
        return Finding.at(rule, Located.of(value, Span.at(DEFINITIONS, line, 1)), "\"" + server + "\" is wrong.")
                .about(server)
                .keyPath(keyPath)
                .build();
    }

    private static Finding pair(String server, String value, int line) {
        return finding(PLATFORM, server, "servers." + server + ".exchange", value, line);
    }

    private static SourceFile file(String text) {
        return new SourceFile("known.json", text);
    }

    private static Baseline read(Baseline written) {
        return Baseline.read(file(written.text()));
    }

    private static RunScope scrutiny(RuleSeverities severities, boolean everythingRead, boolean changeJudged) {
        return new RunScope(Sample.AS_OF, severities::of, RuleRegistry::isChangeRule, everythingRead, changeJudged);
    }

    private static List<String> apply(Baseline baseline, List<Finding> findings) {
        return shown(baseline.apply(findings, scrutiny(RuleSeverities.DEFAULT, true, false)));
    }

    private static List<String> shown(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.span() + " " + finding.rule().id() + " "
                        + finding.status().word())
                .toList();
    }

    private static List<Finding.Identity> identities(List<Finding> findings) {
        return findings.stream().map(Finding::identity).toList();
    }

    @Test
    void theFileHasAnEntryALine() throws IOException {
        List<Finding> findings = new ArrayList<>(List.of(
                pair("mail02", "Exchange 2000 SP3", 9),
                pair("Mail02", "Exchange 2000 SP3", 4),
                pair("mail01", "Exchange 5.5", 30),
                finding(LEVEL, "büro", "servers.büro.os", "W2K", 2),
                Finding.at(
                                VANISHED,
                                Located.of("tab\t, \u202e, \u0085, \ud800 and 😀", Span.at(DEFINITIONS, 1, 1)),
                                "Gone.")
                        .keyPath("servers.\"lab\"")
                        .build()));
        String text = Baseline.of(findings).text();
        Golden.check("baseline.json", text);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(findings, new Random(seed));
            assertThat(Baseline.of(findings).text()).isEqualTo(text);
        }
        assertThat(read(Baseline.of(findings)).text()).isEqualTo(text);
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        List<Finding> findings = new ArrayList<>();
        for (String nasty : NASTY) {
            findings.add(finding(PLATFORM, nasty, nasty, nasty, findings.size() + 1));
        }
        String text = Baseline.of(findings).text();
        assertThat(text.lines()).hasSize(NASTY.size() + 2);
        assertThat(text.replace("\n", "").codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        // Every fault of the round trip would leave a finding open and an entry stale.
        List<Finding> marked = Baseline.read(file(text)).apply(findings, scrutiny(RuleSeverities.DEFAULT, true, false));
        assertThat(marked).hasSize(NASTY.size()).allMatch(finding -> finding.status() == Status.BASELINED);
        assertThat(identities(marked)).containsExactlyElementsOf(identities(findings));
    }

    @Test
    void whatIsNoCharacterStandsEscapedAndItsNeighboursDoNot() {
        assertThat(Baseline.of(List.of(pair("mail01", "\ufdcf\ufdd0\ufdef\ufdf0", 4)))
                        .text())
                .contains("\"\ufdcf\\ufdd0\\ufdef\ufdf0\"");
    }

    @Test
    void theOrderIsThatOfTheServersBeforeThatOfTheirValues() {
        List<Finding> inOrder = List.of(
                finding(PLATFORM, "a", "z", "x", 1),
                finding(PLATFORM, "B", "a", "x", 2),
                finding(PLATFORM, "b", "a", "x", 3),
                finding(PLATFORM, "c", "a", "x", 4));
        List<Finding> turned = new ArrayList<>(inOrder);
        Collections.reverse(turned);
        for (Baseline baseline : List.of(Baseline.of(inOrder), Baseline.of(turned))) {
            assertThat(baseline.text().lines().filter(line -> line.contains("server")))
                    .extracting(line -> line.replaceAll(".*\"server\": \"(.).*", "$1"))
                    .containsExactly("a", "B", "b", "c");
        }
    }

    @Test
    void aFileWrittenByHandIsReadAsWell() {
        Baseline baseline = Baseline.read(file("""
                { "entries" : [ { "value":"exchange 2000 sp3",
                      "keyPath":"SERVERS.mail01.exchange","server":"MAIL01","rule":"unsupported-platform" } , ],
                  "version":1
                }"""));
        assertThat(apply(baseline, List.of(pair("mail01", "Exchange 2000 SP3", 4))))
                .containsExactly("servers/mail.yaml:4:1 unsupported-platform baselined");
    }

    @Test
    void aFindingThatItHasSaysSo() {
        List<Finding> findings = List.of(pair("mail01", "Exchange 2000", 4));
        Finding known = read(Baseline.of(findings))
                .apply(findings, scrutiny(RuleSeverities.DEFAULT, true, false))
                .get(0);
        assertThat(known.standing()).isEqualTo(new Finding.Standing(Status.BASELINED, "recorded in known.json"));
    }

    @Test
    void eachEntryExcusesOneFinding() {
        Finding first = pair("mail01", "Exchange 2000", 4);
        Finding second = pair("mail01", "Exchange 2000", 9);
        Baseline one = read(Baseline.of(List.of(first)));
        Baseline two = read(Baseline.of(List.of(first, second)));
        assertThat(apply(one, List.of(second, first)))
                .containsExactly(
                        "servers/mail.yaml:4:1 unsupported-platform baselined",
                        "servers/mail.yaml:9:1 unsupported-platform open");
        assertThat(apply(two, List.of(second, first)))
                .containsExactly(
                        "servers/mail.yaml:4:1 unsupported-platform baselined",
                        "servers/mail.yaml:9:1 unsupported-platform baselined");
        assertThat(apply(two, List.of(second)))
                .containsExactly(
                        "servers/mail.yaml:9:1 unsupported-platform baselined", "known.json:3:3 stale-baseline open");
    }

    @Test
    void anEntryThatStandsOnceTooOftenDoesNotClaimThatNothingIsFound() {
        Finding found = pair("mail01", "Exchange 2000", 4);
        List<Finding> marked = read(Baseline.of(List.of(found, found)))
                .apply(List.of(found), scrutiny(RuleSeverities.DEFAULT, true, false));
        assertThat(marked).hasSize(2);
        assertThat(marked.get(1).message()).endsWith("with the value \"Exchange 2000\", once more than it is found.");
    }

    @Test
    void anEntryLeftOverSaysWhatIsNotFoundAnyMore() {
        Finding stale = onlyStale(List.of(pair("mail01", "Exchange 2000 SP3", 4)), List.of());
        assertThat(stale.message())
                .isEqualTo("The baseline still has \"unsupported-platform\" for \"mail01\" at servers.mail01.exchange"
                        + " with the value \"Exchange 2000 SP3\", which is not found any more.");
        assertThat(stale.server()).contains("mail01");
        assertThat(stale.keyPath()).isEqualTo("servers.mail01.exchange");
        assertThat(stale.value()).isEqualTo("Exchange 2000 SP3");
        assertThat(stale.severity()).isEqualTo(Severity.ERROR);
        // The whole entry, from brace to brace.
        assertThat(stale.span().column()).isEqualTo(3);
        assertThat(stale.span().endColumn())
                .isEqualTo(stale.span().file().line(2).length() + 1);
        assertThat(stale.fix()).contains("goal baseline", "-Dserverlint.baseline.prune", "sourceDirectories");
    }

    @Test
    void anotherValueAtItsPlaceIsANewViolation() {
        Finding now = pair("MAIL01", "Exchange 2000 SP2", 7);
        Finding stale = onlyStale(List.of(pair("mail01", "Exchange 2000 SP3", 4)), List.of(now));
        assertThat(stale.message())
                .endsWith("which is not found any more; what is found there now has the value \"Exchange 2000 SP2\","
                        + " and is a new violation.");
        assertThat(stale.related())
                .singleElement()
                .satisfies(place -> assertThat(place.span()).isEqualTo(now.span()));
    }

    @Test
    void anotherValueElsewhereHasNothingToDoWithIt() {
        Finding stale = onlyStale(
                List.of(pair("mail01", "Exchange 2000 SP3", 4)), List.of(pair("mail02", "Exchange 2000 SP2", 7)));
        assertThat(stale.message()).endsWith(" \"Exchange 2000 SP3\", which is not found any more.");
        assertThat(stale.related()).isEmpty();
    }

    @Test
    void aCommentComesBeforeTheBaseline() {
        Finding excused = pair("mail01", "Exchange 2000 SP3", 4).suppressed("lab machine");
        Finding stale = onlyStale(List.of(pair("mail01", "Exchange 2000 SP3", 4)), List.of(excused));
        assertThat(stale.message()).endsWith(" \"Exchange 2000 SP3\", which a comment excuses already.");
        assertThat(stale.related())
                .extracting(place -> place.span() + " " + place.note())
                .containsExactly(excused.span() + " this is what the comment excuses");
    }

    @Test
    void someEntriesCanBeTakenOut() {
        Baseline both =
                read(Baseline.of(List.of(pair("mail01", "Exchange 2000", 4), pair("mail02", "Exchange 5.5", 9))));
        Set<Span> first = both.apply(List.of(), scrutiny(RuleSeverities.DEFAULT, true, false)).stream()
                .map(Finding::span)
                .limit(1)
                .collect(Collectors.toSet());
        assertThat(both.at(first).text()).contains("mail01").doesNotContain("mail02");
        assertThat(both.without(first).text()).contains("mail02").doesNotContain("mail01");
        assertThat(List.of(
                        both.size(),
                        both.at(first).size(),
                        both.without(first).size(),
                        both.at(Set.of()).size()))
                .containsExactly(2, 1, 1, 0);
    }

    private static Finding onlyStale(List<Finding> recorded, List<Finding> found) {
        List<Finding> marked = read(Baseline.of(recorded)).apply(found, scrutiny(RuleSeverities.DEFAULT, true, false));
        assertThat(marked).hasSize(found.size() + 1);
        assertThat(marked.subList(0, found.size())).isEqualTo(found);
        Finding stale = marked.get(found.size());
        assertThat(stale.rule()).isEqualTo(SuppressionRule.STALE_BASELINE.info());
        return stale;
    }

    @Test
    void nothingIsStaleWhereTheRunHasNotLooked() {
        Finding change = finding(VANISHED, "mail09", "servers.mail09", "mail09", 1);
        Finding step = finding(
                RuleRegistry.find("downgrade").orElseThrow(), "mail01", "migrations.back.steps", "upgrade: mail01", 1);
        Baseline baseline = read(Baseline.of(List.of(pair("mail01", "Exchange 2000", 4), change, step)));
        assertThat(baseline.apply(List.of(), scrutiny(RuleSeverities.DEFAULT, false, true)))
                .isEmpty();
        assertThat(staleRules(baseline, RuleSeverities.DEFAULT, true))
                .containsExactly("migrations.back.steps", "servers.mail01.exchange", "servers.mail09");
        assertThat(staleRules(baseline, RuleSeverities.DEFAULT, false))
                .containsExactly("migrations.back.steps", "servers.mail01.exchange");
        assertThat(staleRules(baseline, RuleSeverities.parse(List.of("unsupported-platform=off")), true))
                .containsExactly("migrations.back.steps", "servers.mail09");
        assertThat(staleRules(baseline, RuleSeverities.parse(List.of("stale-baseline=off")), true))
                .isEmpty();
    }

    private static List<String> staleRules(Baseline baseline, RuleSeverities severities, boolean changeJudged) {
        return baseline.apply(List.of(), scrutiny(severities, true, changeJudged)).stream()
                .map(Finding::keyPath)
                .toList();
    }

    @Test
    void theSeverityOfItsOwnRuleIsTheUsers() {
        Baseline baseline = read(Baseline.of(List.of(pair("mail01", "Exchange 2000", 4))));
        assertThat(baseline.apply(
                        List.of(), scrutiny(RuleSeverities.parse(List.of("stale-baseline=note")), true, false)))
                .extracting(Finding::severity)
                .containsExactly(Severity.NOTE);
    }

    @Test
    void whatCannotBeExcusedIsNotRecorded() {
        Finding unread = Finding.reading(ParseRule.UNKNOWN_KEY, Span.at(DEFINITIONS, 1, 1), "What?")
                .build();
        assertThatThrownBy(() -> Baseline.of(List.of(unread)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown-key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# A new first line.\n\nservers:\n  mail01: {exchange: Exchange 2000 SP3, os: Windows Server 2003}",
                "x-note: 1\nservers:\n  MAIL01:\n    os: W2K3\n    exchange: exchange 2000 sp3",
            })
    void movingADefinitionChangesNoEntry(String moved) {
        String before = "servers:\n  mail01:\n    os: Windows Server 2003\n    exchange: Exchange 2000 SP3\n";
        List<Finding> found = new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("servers/a.yaml", before)), RuleSeverities.DEFAULT, Sample.AS_OF)
                .findings();
        assertThat(found).hasSize(1);
        LintResult after = new TextLinter(Sample.CATALOG)
                .lint(
                        List.of(new SourceFile("servers/elsewhere/b.yaml", moved)),
                        file(Baseline.of(found).text()),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF);
        assertThat(after.findings()).extracting(Finding::status).containsExactly(Status.BASELINED);
    }

    @Test
    void twoBaselinesAreComparedEntryByEntry() {
        Finding one = pair("mail01", "Exchange 2000", 4);
        Finding other = pair("mail02", "Exchange 2000", 9);
        Baseline before = Baseline.of(List.of(one, one));
        Baseline now = Baseline.of(List.of(other, one));
        assertThat(now.missingIn(before)).isEqualTo(1);
        assertThat(before.missingIn(now)).isEqualTo(1);
        assertThat(now.missingIn(now)).isZero();
        assertThat(now.countsByRule()).containsOnly(Map.entry("unsupported-platform", 2L));
    }

    @Test
    @Slow
    @Tag("large")
    void aLargeOneTakesNoLongerThanItsSizeAsks() throws Exception {
        int count = Slow.WHOLE ? 20_000 : 4_000;
        List<Finding> findings = IntStream.range(0, count)
                .mapToObj(i -> pair("mail" + i / 2, "Exchange 2000 SP" + i % 4, i + 1))
                .toList();
        List<Finding> others = IntStream.range(0, count)
                .mapToObj(i -> pair("mail" + i / 2, "Exchange 5.5 SP" + i % 4, i + 1))
                .toList();
        // A comparison of each with each would take minutes.
        ProcessorTime.within(count / 1_000, () -> {
            Baseline baseline = read(Baseline.of(findings));
            assertThat(baseline.apply(findings, scrutiny(RuleSeverities.DEFAULT, true, false)))
                    .hasSize(count);
            assertThat(baseline.apply(others, scrutiny(RuleSeverities.DEFAULT, true, false)))
                    .hasSize(2 * count);
            assertThat(baseline.missingIn(Baseline.of(others))).isEqualTo(count);
            return true;
        });
    }

    @Test
    void findingsOfNoServerAreNamedByTheirPlaceAlone() {
        Baseline baseline = Baseline.read(file("""
                {"version": 1, "entries": [
                  {"rule": "forest-not-prepared", "keyPath": "forests.corp", "value": ""}
                ]}
                """));
        List<Finding> stale = baseline.apply(List.of(), scrutiny(RuleSeverities.DEFAULT, true, false));
        assertThat(stale).extracting(Finding::server).containsExactly(Optional.empty());
        assertThat(stale)
                .extracting(Finding::message)
                .containsExactly("The baseline still has \"forest-not-prepared\" at forests.corp, which is not found"
                        + " any more.");
    }
}
