package io.github.serverlint.rules.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.TextDecoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A base that cannot be read is not green. */
class UnreadableBaseTest {
    private static final String GOOD = "servers:\n  mail01: {os: Windows Server 2019}\n  mail02: {os: W2K19}\n";
    private static final String BROKEN = "servers:\n  mail01: {os: Windows Server 2019\n";
    private static final SourceFile OTHER =
            new SourceFile("other.yaml", "servers: {dc01: {os: Windows Server 2019}}\n");

    private static List<String> found(SourceFile base, List<SourceFile> today, boolean onlyNew, String... rules) {
        LintResult result = new TextLinter(Sample.CATALOG)
                .lint(List.of(base, OTHER), today, onlyNew, RuleSeverities.parse(List.of(rules)), Sample.AS_OF);
        return result.findings().stream()
                .filter(finding -> finding.rule().id().equals("unreadable-base") && finding.isOpen())
                .map(finding -> finding.span() + " " + finding.severity().word() + ": " + finding.message())
                .toList();
    }

    private static SourceFile mail(String text) {
        return new SourceFile("mail.yaml", text);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileThatIsMendedIsAWarningThatNamesItsServers(boolean onlyNew) {
        assertThat(found(mail(BROKEN), List.of(mail(GOOD), OTHER), onlyNew))
                .containsExactly(
                        "mail.yaml:1:1 warning: What the base says at mail.yaml:2:11 could not be read, so that no"
                                + " change of \"mail01\", \"mail02\" was judged.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileThatIsGoneIsAnError(boolean onlyNew) {
        assertThat(found(mail(BROKEN), List.of(OTHER), onlyNew))
                .containsExactly(
                        "other.yaml:1:1 error: What the base says at mail.yaml:2:11 could not be read, and the file"
                                + " is gone now, so that what has changed there was not judged.");
    }

    /** Its own errors are known to the base, and would be green with onlyNew. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileThatStillCannotBeReadIsAnError(boolean onlyNew) {
        for (String today : List.of(BROKEN, BROKEN + "# more\n")) {
            assertThat(found(mail(BROKEN), List.of(mail(today), OTHER), onlyNew))
                    .containsExactly("mail.yaml:1:1 error: What the base says at mail.yaml:2:11 could not be read, and"
                            + " neither can it be read now, so that what has changed there was not judged.");
        }
    }

    @Test
    void bytesThatAreNoTextAreNoBase() {
        byte[] encrypted = {0, 'G', 'I', 'T', 'C', 'R', 'Y', 'P', 'T', 0, (byte) 0xC3, (byte) 0x28};
        SourceFile base = new SourceFile("mail.yaml", TextDecoder.decode(encrypted));
        assertThat(found(base, List.of(mail(GOOD), OTHER), true)).hasSize(1).allMatch(text -> text.contains("warning"));
        assertThat(found(base, List.of(OTHER), true)).hasSize(1).allMatch(text -> text.contains("error"));
    }

    /** A value that the catalog does not know hides the change of its server alone. */
    @Test
    void ofAValueOnlyItsServerIsNamed() {
        String unknown = GOOD.replace("W2K19", "WinNope");
        assertThat(found(mail(unknown), List.of(mail(GOOD), OTHER), true))
                .containsExactly(
                        "mail.yaml:1:1 warning: What the base says at mail.yaml:3:16 could not be read, so that no"
                                + " change of \"mail02\" was judged.");
        assertThat(found(mail(unknown), List.of(OTHER), true)).hasSize(1).allMatch(text -> text.contains("error"));
        // What is still unknown is said by itself, and a file that only moved has not changed.
        assertThat(found(mail(unknown), List.of(mail(unknown + "# more\n"), OTHER), true))
                .isEmpty();
        assertThat(found(mail(unknown), List.of(new SourceFile("moved.yaml", unknown), OTHER), true))
                .isEmpty();
    }

    @Test
    void aTeamMayAcceptIt() {
        assertThat(found(mail(BROKEN), List.of(OTHER), true, "unreadable-base=warning"))
                .hasSize(1)
                .allMatch(text -> text.contains("warning"));
        assertThat(found(mail(BROKEN), List.of(OTHER), true, "unreadable-base=off"))
                .isEmpty();
    }

    @Test
    void aBaseThatCanBeReadIsSilent() {
        assertThat(found(mail(GOOD), List.of(OTHER), true)).isEmpty();
        assertThat(found(mail(GOOD), List.of(mail(BROKEN), OTHER), true)).isEmpty();
    }
}
