package io.github.serverlint.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.serverlint.files.SourceTree;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A baseline that cannot be understood: each fault with its line, its column and what to do. */
class BaselineReaderTest {
    private static final String ENTRY =
            "{\"rule\": \"unsupported-platform\", \"server\": \"a\", \"keyPath\": \"servers.a.exchange\", \"value\": \"x\"}";

    private static void refused(String text, String... faults) {
        refused(new SourceFile("known.json", text), faults);
    }

    private static void refused(SourceFile file, String... faults) {
        ConfigurationException refusal = catchThrowableOfType(ConfigurationException.class, () -> Baseline.read(file));
        assertThat(refusal).isNotNull();
        assertThat(refusal.getMessage())
                .isEqualTo("baselineFile: known.json cannot be used:\n" + String.join("\n", faults)
                        + "\nMend it, or delete it and record the violations anew with the goal baseline.");
    }

    private static String of(String... entries) {
        return "{\"version\": 1, \"entries\": [\n  " + String.join(",\n  ", entries) + "\n]}\n";
    }

    @Test
    void nothing() {
        refused("", "known.json:1:1: The file is empty.");
        refused("\n \n", "known.json:1:1: The file is empty.");
    }

    @Test
    void whatIsNoJson() {
        refused(
                "known violations",
                "known.json:1:1: A baseline is a mapping with \"version\" and \"entries\", not the text \"known"
                        + " violations\".");
        refused("[]", "known.json:1:1: A baseline is a mapping with \"version\" and \"entries\", not a list.");
        refused("{}\n---\n{}", "known.json:1:1: A baseline is one document, not several.");
    }

    @Test
    void whatEndsTooEarly() {
        refused(
                "{\"version\": 1, \"entries\": [\n  " + ENTRY + "\n",
                "known.json:1:27: This is no YAML: while parsing a flow sequence, expected ',' or ']', but got <stream"
                        + " end>. Close what is opened here.");
    }

    @Test
    void aCommaThatAMergeHasLost() {
        refused(
                "{\"version\": 1, \"entries\": [\n  " + ENTRY + "\n  " + ENTRY + "\n]}\n",
                "known.json:3:3: This is no YAML: while parsing a flow sequence, expected ',' or ']', but got {."
                        + " Write a comma between one item and the next.");
    }

    @Test
    void theMarksOfAMergeThatWasNotFinished() {
        String advice = ": This is the mark of a merge that was not finished."
                + " Keep the lines of both sides that still hold, and remove the marks.";
        refused(
                of(ENTRY).replace("\n  {", "\n<<<<<<< HEAD\n  {").replace("}\n]", "}\n=======\n>>>>>>> other\n]"),
                "known.json:2:1" + advice);
        refused(of(ENTRY).replace("\n]", "\n=======\n]"), "known.json:3:1" + advice);
        refused(of(ENTRY).replace("\n]", "\n>>>>>>> other\n]"), "known.json:3:1" + advice);
        refused(of(ENTRY).replace("\n]", "\r\n||||||| base\r\n]"), "known.json:3:1" + advice);
    }

    @Test
    void whatIsNotText() {
        byte[] bytes = of(ENTRY).getBytes(StandardCharsets.UTF_8);
        bytes[of(ENTRY).indexOf("\"x\"") + 1] = (byte) 0xE4;
        refused(
                SourceTree.decode("known.json", bytes),
                "known.json:2:94: From here on the file is neither UTF-8 nor marked as UTF-16 or UTF-32. Save it as"
                        + " UTF-8.");
    }

    @Test
    void aMissingKey() {
        refused(
                "{}",
                "known.json:1:1: The key \"entries\" is missing in the baseline. Add it.",
                "known.json:1:1: The key \"version\" is missing in the baseline. Add it.");
        refused(
                of("{}"),
                "known.json:2:3: The key \"keyPath\" is missing in an entry. Add it.",
                "known.json:2:3: The key \"rule\" is missing in an entry. Add it.",
                "known.json:2:3: The key \"value\" is missing in an entry. Add it.");
    }

    @Test
    void anotherKind() {
        refused(
                "{\"version\": 1, \"entries\": {}}",
                "known.json:1:27: \"entries\" in the baseline takes a list, not a mapping.");
        refused(
                "{\"version\": [1], \"entries\": []}",
                "known.json:1:13: \"version\" in the baseline takes text, not a list.");
        refused(of("1"), "known.json:2:3: \"entries\" in the baseline takes a list of mappings, not the text \"1\".");
        refused(of(ENTRY.replace("\"x\"", "[x]")), "known.json:2:93: \"value\" in an entry takes text, not a list.");
        refused(
                of(ENTRY.replace("\"x\"", "null")),
                "known.json:2:84: The key \"value\" in an entry has no value. Give it one, or remove the key.");
    }

    @Test
    void anUnknownKey() {
        refused(
                of(ENTRY.replace("\"server\"", "\"sever\"")),
                "known.json:2:36: \"sever\" is not a key of an entry. Did you mean \"server\"?");
        refused(
                "{\"version\": 1, \"entires\": [], \"entries\": []}",
                "known.json:1:16: \"entires\" is not a key of the baseline. Did you mean \"entries\"?");
    }

    @Test
    void aKeyTwice() {
        refused(
                of(ENTRY.replace("\"server\"", "\"rule\"")),
                "known.json:2:36: The key \"rule\" stands twice in this mapping. Keep one of them.");
    }

    @Test
    void anotherVersion() {
        refused(
                of("{\"what\": \"ever\"}").replace("1", "3"),
                "known.json:1:13: This serverlint reads versions 1 and 2 of a baseline, not \"3\". Use the serverlint that has"
                        + " written it.");
    }

    @Test
    void aRuleThatIsNone() {
        refused(
                of(ENTRY, ENTRY.replace("platform", "platfrom")),
                "known.json:3:12: There is no rule \"unsupported-platfrom\". Did you mean \"unsupported-platform\"?");
    }

    @Test
    void aRuleThatNothingExcuses() {
        refused(
                of(
                        ENTRY.replace("unsupported-platform", "yaml-syntax"),
                        ENTRY.replace("unsupported-platform", "stale-baseline")),
                "known.json:2:12: What \"yaml-syntax\" finds cannot be recorded. Remove the entry, and mend what it is"
                        + " about.",
                "known.json:3:12: What \"stale-baseline\" finds cannot be recorded. Remove the entry, and mend what it"
                        + " is about.");
    }

    @Test
    void ofManyFaultsTheFirst() {
        refused(of(lists(13)), faultsOfTen() + "\nand 3 more.");
        refused(of(lists(10)), faultsOfTen());
    }

    private static String[] lists(int count) {
        return Collections.nCopies(count, "[]").toArray(String[]::new);
    }

    private static String faultsOfTen() {
        return IntStream.range(2, 12)
                .mapToObj(line ->
                        "known.json:" + line + ":3: \"entries\" in the baseline takes a list of mappings, not a list.")
                .collect(Collectors.joining("\n"));
    }
}
