package io.github.serverlint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.fuzz.Fuzzed;
import io.github.serverlint.fuzz.Round;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.yaml.YamlFile.ParsedContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reader of plain files gives what the reader of all YAML gives, or nothing: for every file of this repository, for
 * documents that are made up, and for these with something changed in them.
 */
class BlockYamlReaderTest {
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    /** Shared by all texts, as by the files of a run. */
    private final StringPool texts = new StringPool();

    private long compared;
    private long plain;

    private Optional<List<Node>> read(String text) {
        return BlockYamlReader.read(new SourceFile("a.yaml", text), texts, new RunMonitor());
    }

    /** Fails where the two readers differ. */
    private void compare(String text) {
        SourceFile file = new SourceFile("a.yaml", text);
        Optional<List<Node>> documents = BlockYamlReader.read(file, texts, new RunMonitor());
        compared++;
        if (documents.isPresent()) {
            plain++;
            ParsedContent read = new ParsedContent(documents.get(), List.of(), true);
            ParsedContent all = SnakeYamlReader.content(file, new RunMonitor(), RepeatedKeys.REFUSED);
            if (!read.equals(all)) {
                assertThat(read.toString()).as(text).isEqualTo(all.toString());
                assertThat(read).as(text).isEqualTo(all);
            }
        }
    }

    private static List<String> textsOfThisRepository() throws IOException {
        List<Path> paths;
        try (Stream<Path> walk =
                Stream.of("src", "examples", "README.md").map(Path::of).flatMap(BlockYamlReaderTest::below)) {
            paths = walk.filter(path -> path.toString().matches(".*\\.(yaml|yml|md)"))
                    .sorted()
                    .toList();
        }
        List<String> texts = new ArrayList<>();
        for (Path path : paths) {
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            if (path.toString().endsWith(".md")) {
                Matcher block = BLOCK.matcher(text);
                while (block.find()) {
                    texts.add(block.group(1));
                }
            } else {
                texts.add(text);
            }
        }
        return texts;
    }

    private static Stream<Path> below(Path folder) {
        try {
            return Files.walk(folder).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyFileOfThisRepositoryIsReadAlike() throws IOException {
        textsOfThisRepository().forEach(this::compare);
        assertThat(compared).isGreaterThan(150);
        assertThat(plain).isGreaterThan(compared * 8 / 10);
    }

    @Fuzzed(seeds = 300)
    void whatIsMadeUpIsReadAlike(Round round) throws IOException {
        List<String> texts = textsOfThisRepository();
        round.each(seed -> {
            MadeYaml made = new MadeYaml(seed);
            List<String> variants = new ArrayList<>();
            String text = made.pick(4) == 0 ? texts.get(made.pick(texts.size())) : made.documents();
            variants.add(text);
            for (int i = 0; i < 8; i++) {
                // Small changes may add up, but a text that is changed all over is given up for the first of them.
                variants.add(made.changed(made.pick(3) == 0 ? variants.get(made.pick(variants.size())) : text));
            }
            for (String variant : variants) {
                try {
                    compare(variant);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("where this differs:\n" + variant, e);
                }
            }
        });
        assertThat(plain).isGreaterThan(round.isWhole() ? compared * 3 / 10 : 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "a: b",
                "a: b\r\nc:\r\n  - d\r\n",
                "a:\n- b\n- c: d\n  e: [f, {g: 'h'}]\nz:",
                "--- # first\na: b\n...\n---\n- c\n- - d\n  - e\n",
                "  a: 'it''s'\n  b: \"x: y # z\"   # note\n",
                "Zürich: Exchange 2000#1 http://a:b\n",
                "{a: b}",
                "just text",
                "a: [ ]\nb: { }\nc: [d , 'e' ]\n",
            })
    void whatDefinitionsLookLikeIsPlain(String text) {
        compare(text);
        assertThat(plain).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:\tb",
                "a: &x b",
                "a: *x",
                "a: !t b",
                "a: |\n  b",
                "a: >\n  b",
                "a: b\n  c",
                "a: 'b\n  c'",
                "? a\n: b",
                "a: 1\n b: 2",
                "a:\n    b: 1\n  c: 2",
                "a: \"\\x41\"",
                "a: \"b\"\"c\"",
                "a: 😀",
                "a: b\u0085",
                "a: b\u2028c: d",
                "a: \uFEFF",
                "\uFEFFa: b",
                "a: \u0007",
                "a: b\rc: d",
                "%YAML 1.1\n---\na: b",
                "a: 1\na: 2",
                "<<: {a: b}",
                "a: b: c",
                "a: @b",
                "a: `b",
                "a: %b",
                "a: [b",
                "a: [b,]",
                "a: [b: c]",
                "a: {b}",
                "a: {b: }",
                "a: {b:c}",
                "a: [b]c",
                "a: 'b'#c",
                "a: - b",
                "a:\n- b\n  - c",
                "-",
                "- a\nb: c",
                "a: b\n---\n",
                "a: b\n... c",
                "...",
                "a: b\n...\nc: d",
                "--- a",
                "a\nb",
                "a: b\n- c",
            })
    void whatIsNotSureIsGivenUp(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void whatIsVeryLongOrDeepIsGivenUp() {
        assertThat(read("a".repeat(1100) + ": b")).isEmpty();
        assertThat(read("- ".repeat(110) + "b")).isEmpty();
        assertThat(read("[".repeat(110) + "]".repeat(110))).isEmpty();
    }

    @Test
    void oneOfManyKeysThatStandsTwiceIsFound() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            keys.append("key").append(i).append(":\n");
        }
        compare(keys.toString());
        assertThat(plain).isEqualTo(1);
        for (int i = 0; i < 30; i++) {
            assertThat(read(keys + "key" + i + ": x")).isEmpty();
        }
    }

    @Test
    void aLineOfAMergeKeyIsNeverPlain() {
        assertThat(read("<<: {a: b}")).isEmpty();
    }
}
