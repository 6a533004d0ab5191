package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.fuzz.Fuzzed;
import io.github.serverlint.fuzz.MadeEstate;
import io.github.serverlint.fuzz.Round;
import io.github.serverlint.fuzz.Typist;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.yaml.Node;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

/** What is found depends on what the definitions say, and not on how they are written or where they stand. */
class AnyFormTest {
    private static final List<String> CHARSETS =
            List.of("UTF-8", "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE");
    private static final RuleSeverities SEVERITIES = RuleSeverities.parse(List.of("end-of-support=note"));

    private static final String BYSTANDER = "servers: {bystander: {os: Windows Server 2022}}";
    /** Where there is one forest, or none, another one would be more than a server. */
    private static final String STRANGER =
            "forests: {elsewhere: {}}\nservers: {stranger: {os: Windows Server 2022, forest: elsewhere}}";

    private final ForkJoinPool many = new ForkJoinPool(8);
    private final ForkJoinPool alone = new ForkJoinPool(1);
    private int clean;
    private int faulty;
    private int undecided;

    @AfterEach
    void close() {
        many.shutdown();
        alone.shutdown();
    }

    private static LintResult lint(List<SourceFile> files) {
        return new TextLinter(Sample.CATALOG).lint(files, SEVERITIES, Sample.AS_OF);
    }

    /** What is the same wherever it stands. */
    private static List<String> found(LintResult result) {
        List<String> found = new ArrayList<>();
        result.findings().stream()
                // The keys of what is no definition are reported unchanged.
                .filter(finding -> !finding.rule().equals(ParseRule.UNRECOGNIZED_DOCUMENT.info()))
                .forEach(finding -> found.add(finding.severity().word() + " " + finding.identity() + " "
                        + finding.message() + " " + finding.fix() + " " + finding.sources()));
        result.undecided().forEach(open -> found.add("undecided " + open.server() + " " + open.missing()));
        Collections.sort(found);
        return found;
    }

    private static List<SourceFile> written(List<Node> documents, Random random) {
        List<List<String>> files = new ArrayList<>();
        for (Node document : documents) {
            if (files.isEmpty() || random.nextBoolean()) {
                files.add(new ArrayList<>());
            }
            files.get(random.nextInt(files.size())).add(new Typist(random).document(document));
        }
        List<SourceFile> written = new ArrayList<>();
        for (List<String> texts : files) {
            if (!texts.isEmpty()) {
                String path = (char) ('a' + random.nextInt(26)) + "" + written.size() + ".yaml";
                written.add(file(path, texts, random));
            }
        }
        Collections.shuffle(written, random);
        return written;
    }

    private static SourceFile file(String path, List<String> documents, Random random) {
        StringBuilder text = new StringBuilder();
        for (String document : documents) {
            boolean marked = !text.isEmpty() || random.nextInt(3) == 0;
            text.append(marked ? (random.nextInt(4) == 0 ? "--- # next\n" : "---\n") : "")
                    .append(document);
            text.append(random.nextInt(5) == 0 ? "...\n" : "");
        }
        String lineBreak = List.of("\n", "\n", "\r\n", "\r").get(random.nextInt(4));
        String whole = (random.nextInt(5) == 0 ? "%YAML 1.1\n" + (text.indexOf("---") == 0 ? "" : "---\n") : "") + text;
        Charset charset = Charset.forName(CHARSETS.get(random.nextInt(CHARSETS.size())));
        boolean mark = !charset.name().equals("UTF-8") || random.nextBoolean();
        String body = whole.replace("\n", lineBreak);
        return SourceTree.decode(path, ((mark ? "\uFEFF" : "") + body).getBytes(charset));
    }

    private static String shown(List<SourceFile> files) {
        StringBuilder shown = new StringBuilder();
        files.forEach(
                file -> shown.append("\n=== ").append(file.path()).append('\n').append(file.text()));
        return shown.toString();
    }

    private void count(LintResult result) {
        // What cannot be read is no fault of the servers.
        boolean isFaulty =
                result.findings().stream().anyMatch(finding -> finding.rule().excusable());
        clean += isFaulty ? 0 : 1;
        faulty += isFaulty ? 1 : 0;
        undecided += result.undecided().isEmpty() ? 0 : 1;
    }

    /** A round that time has cut short has not seen all. */
    private void assertSomethingWasFound(Round round) {
        if (round.isWhole()) {
            assertThat(List.of(clean, faulty, undecided)).doesNotContain(0);
        }
    }

    @Fuzzed(seeds = 100)
    void theSameIsFoundHoweverItIsWritten(Round round) {
        round.eachDrawn(random -> {
            MadeEstate estate = new MadeEstate(random);
            List<Node> documents = estate.documents();
            List<SourceFile> one = written(documents, random);
            List<SourceFile> other = written(
                    documents.stream()
                            .flatMap(document -> estate.divided(document).stream())
                            .toList(),
                    random);
            LintResult first = lint(one);
            LintResult second = lint(other);
            assertSame(found(second), found(first), () -> shown(one) + "\n####" + shown(other));
            assertBaselineHolds(first, other);
            count(first);
        });
        assertSomethingWasFound(round);
    }

    private static void assertSame(List<String> actual, List<String> expected, Supplier<String> shown) {
        List<String> more = new ArrayList<>(actual);
        expected.forEach(more::remove);
        List<String> missing = new ArrayList<>(expected);
        actual.forEach(missing::remove);
        assertThat(more)
                .as(() -> "found besides " + missing + " in " + shown.get())
                .isEmpty();
        assertThat(missing).as(() -> "missing in " + shown.get()).isEmpty();
    }

    /** What was recorded of one form excuses what is found in the other. */
    private static void assertBaselineHolds(LintResult recorded, List<SourceFile> files) {
        List<Finding> violations = recorded.findings().stream()
                .filter(finding -> finding.isOpen() && finding.rule().excusable())
                .toList();
        SourceFile baseline =
                new SourceFile("known.json", Baseline.of(violations).text());
        LintResult result = new TextLinter(Sample.CATALOG).lint(files, baseline, SEVERITIES, Sample.AS_OF);
        assertThat(result.findings().stream()
                        .filter(finding -> finding.isOpen() && finding.rule().excusable()))
                .as(() -> shown(files) + baseline.text())
                .isEmpty();
        assertThat(result.count(Status.BASELINED)).isEqualTo(violations.size());
    }

    @Fuzzed(seeds = 25)
    void theSameIsFoundAgainByAnyNumberOfThreadsAndBesideAnotherServer(Round round) {
        round.eachDrawn(random -> {
            MadeEstate estate = new MadeEstate(random);
            List<SourceFile> files = written(
                    estate.documents().stream()
                            .flatMap(document -> estate.divided(document).stream())
                            .toList(),
                    random);
            LintResult once = lint(files);
            assertThat(lint(files).findings()).isEqualTo(once.findings());
            assertThat(many.submit(() -> lint(files)).get().findings()).isEqualTo(once.findings());
            assertThat(alone.submit(() -> lint(files)).get().findings()).isEqualTo(once.findings());
            List<SourceFile> more = new ArrayList<>(files);
            more.add(new SourceFile("z9.yaml", once.estate().forests().size() < 2 ? BYSTANDER : STRANGER));
            assertSame(found(lint(more)), found(once), () -> shown(more));
            count(once);
        });
        assertSomethingWasFound(round);
    }
}
