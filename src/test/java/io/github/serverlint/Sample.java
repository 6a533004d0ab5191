package io.github.serverlint;

import io.github.serverlint.analysis.LintRequest;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.Linter;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.read.CatalogReader;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.input.nativeformat.NativeFormat;
import io.github.serverlint.rule.Rule;
import io.github.serverlint.rule.RulePage;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A definition that says on its own lines what is to be found there: {@code # expect: rule-id, rule-id}. Lines without
 * such a mark have to be silent. It is a sample of the rules that it names, of those alone: a new rule changes nothing of it.
 */
public record Sample(String name, String text) {
    /** The samples, each with its expected wording in a {@code .txt} beside it; that of the pages is in {@code pages}. */
    public static final Path FOLDER = Path.of("src/test/resources/samples");

    private static final Pattern MARK = Pattern.compile("# expect: ([a-z, -]+)");
    /** A mark behind a comment that is read itself, which would otherwise be the end of it. */
    private static final Pattern MARK_IN_COMMENT = Pattern.compile("(?m)(serverlint.*?) *# expect: .*$");

    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    /** Where an example of a change goes over from the base to what it has become. */
    private static final String TODAY = "# Today:";
    /** Where the text of a baseline follows the definitions. */
    private static final String BASELINE = "# Baseline:";

    /** A day on which the tests are always run. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    /** Read once: it never changes. */
    public static final Catalog CATALOG = CatalogReader.shipped();

    @Override
    public String toString() {
        return name;
    }

    /** The definitions, without a baseline that follows them. */
    public SourceFile file() {
        int baseline = text.indexOf(BASELINE);
        String definitions = baseline < 0 ? text : text.substring(0, baseline);
        return new SourceFile(name, MARK_IN_COMMENT.matcher(definitions).replaceAll("$1"));
    }

    /** The judging rules whose ids stand in the name or the text: the rule of the page, of a mark, of a suppression. */
    public List<Rule> rules() {
        return RuleRegistry.judging().stream().filter(this::names).toList();
    }

    private boolean names(Rule rule) {
        return Pattern.compile("(?<![\\w-])" + rule.info().id() + "(?![\\w-])")
                .matcher(name + "\n" + text)
                .find();
    }

    /** What every rule says. */
    public LintResult lint() {
        return lint(new TextLinter(CATALOG));
    }

    /** What the rules that it names say. */
    public LintResult lintByItsRules(Catalog catalog) {
        return lint(new TextLinter(catalog, rules()));
    }

    /** A rule that is off by default is on where it is named. */
    public LintResult lint(TextLinter linter) {
        RuleSeverities severities = RuleSeverities.parse(RuleRegistry.judging().stream()
                .filter(rule -> !rule.info().onByDefault() && names(rule))
                .map(rule -> rule.info().id() + "=error")
                .toList());
        int baseline = text.indexOf(BASELINE);
        if (baseline >= 0) {
            return linter.lint(List.of(file()), behind(baseline), severities, AS_OF);
        }
        int today = text.indexOf(TODAY);
        if (today < 0) {
            return linter.lint(List.of(file()), severities, AS_OF);
        }
        return linter.lint(
                List.of(new SourceFile(name, text.substring(0, today))),
                List.of(behind(today)),
                false,
                severities,
                AS_OF);
    }

    /** What follows a mark. The lines before it are left blank, so that the others keep their numbers. */
    private SourceFile behind(int mark) {
        String blank = text.substring(0, mark).replaceAll("[^\n]", "");
        return new SourceFile(name, blank + text.substring(mark));
    }

    /** {@code line: rule-id} of each mark, in order. */
    public List<String> expected() {
        List<String> expected = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (mark.find()) {
                for (String rule : mark.group(1).split(",")) {
                    expected.add((i + 1) + ": " + rule.strip());
                }
            }
        }
        return expected.stream().sorted().toList();
    }

    /** {@code line: rule-id} of each finding that counts, in order. */
    public static List<String> found(LintResult result) {
        return result.findings().stream()
                .filter(Finding::isOpen)
                .map(Sample::lineAndRule)
                .sorted()
                .toList();
    }

    private static String lineAndRule(Finding finding) {
        return finding.span().line() + ": " + finding.rule().id();
    }

    /** The YAML blocks of a section of a page. */
    public static List<Sample> of(RuleInfo rule, String section) {
        List<Sample> samples = new ArrayList<>();
        Matcher block = BLOCK.matcher(RulePage.of(rule).sections().get(section));
        while (block.find()) {
            samples.add(new Sample(
                    rule.id() + "/" + section.toLowerCase() + (samples.size() + 1) + ".yaml", block.group(1)));
        }
        return samples;
    }

    /** What every rule says of the estate that the README shows, read as a run of Maven in {@code examples} does. */
    public static LintResult lintExamples() {
        SourceTree tree = new SourceTree(Path.of("examples").toAbsolutePath(), List.of("**/*.yaml"), List.of());
        return new Linter(CATALOG)
                .lint(new LintRequest(
                        tree,
                        NativeFormat.INSTANCE,
                        List.of(Path.of("servers")),
                        RuleSeverities.DEFAULT,
                        AS_OF,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        new RunMonitor()));
    }

    /** Every example of every page. */
    public static List<Sample> ofPages(String section) {
        return RuleRegistry.all().stream()
                .flatMap(rule -> of(rule, section).stream())
                .toList();
    }

    /** The samples beside the pages: one for each thing that no page shows. */
    public static List<Sample> ofFolder() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Sample::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Sample> all() {
        return Stream.of(ofPages("Bad"), ofPages("Good"), ofFolder())
                .flatMap(List::stream)
                .toList();
    }

    private static Sample read(Path path) {
        try {
            return new Sample(path.getFileName().toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
