package io.github.serverlint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.catalog.Catalog.CatalogContent;
import io.github.serverlint.catalog.Recognition.Candidates;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.names.ReleaseNameParser;
import io.github.serverlint.rule.RulePage;
import io.github.serverlint.rules.RuleRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No row of the catalog is there for nothing: without it some sample is judged otherwise. */
@Tag("large")
class EveryFactIsNeededTest {
    private static final List<Sample> SAMPLES = Sample.all();
    private static final List<String> VERDICTS = SAMPLES.stream()
            .map(sample -> verdict(sample, new TextLinter(Sample.CATALOG)))
            .toList();

    private static final List<Set<String>> WORDS = IntStream.range(0, SAMPLES.size())
            .mapToObj(i -> words(SAMPLES.get(i).text() + VERDICTS.get(i)))
            .toList();

    static List<Fact> facts() {
        return CatalogFiles.facts(Sample.CATALOG);
    }

    /** Samples are in the native format, and many names are those of other tools. */
    static List<Fact> judgedFacts() {
        return facts().stream().filter(fact -> !(fact instanceof SharedName)).toList();
    }

    static List<SharedName> sharedNames() {
        return facts().stream()
                .filter(SharedName.class::isInstance)
                .map(SharedName.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sharedNames")
    void aNameMeansSomethingElseWithoutIt(SharedName fact) {
        Catalog without = CatalogFiles.without(Sample.CATALOG, fact);
        Product product = Sample.CATALOG.product(fact.releases().get(0));
        assertThat(fact.names()).isNotEmpty().allSatisfy(name -> {
            Recognition meant = Sample.CATALOG.recognize(product, name, fact.wordsOf());
            assertThat(meant)
                    .isInstanceOfSatisfying(
                            Candidates.class,
                            candidates -> assertThat(candidates.releases())
                                    .extracting(Recognized::release)
                                    .isEqualTo(fact.releases()));
            assertThat(without.recognize(product, name, fact.wordsOf())).isNotEqualTo(meant);
        });
    }

    @ParameterizedTest
    @MethodSource("judgedFacts")
    void someSampleIsJudgedOtherwiseWithoutIt(Fact fact) {
        TextLinter linter = new TextLinter(without(fact));
        assertThat(nearestFirst(fact))
                .as("nothing notices that the row at %s is gone", fact.place())
                .anyMatch(i -> !verdict(SAMPLES.get(i), linter).equals(VERDICTS.get(i)));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void itHasSourcesAndWasChecked(Fact fact) {
        assertThat(fact.evidence().sources()).isNotEmpty();
        assertThat(fact.evidence().checked()).isNotNull();
        boolean fromMemory = fact.evidence().sources().stream()
                .allMatch(source -> source.id().equals("recalled"));
        assertThat(fact.evidence().isRecalled()).isEqualTo(fromMemory);
    }

    @Test
    void everySourceIsUsed() {
        Set<Source> used = Stream.concat(
                        CatalogFiles.facts(Sample.CATALOG).stream().map(Fact::evidence),
                        Sample.CATALOG.products().stream()
                                .flatMap(product -> product.otherBuilds().evidence().stream()))
                .flatMap(evidence -> evidence.sources().stream())
                .collect(Collectors.toCollection(HashSet::new));
        String pages = RuleRegistry.all().stream()
                .map(rule -> RulePage.of(rule).sections().get("Sources"))
                .collect(Collectors.joining());
        assertThat(Sample.CATALOG.sources())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(used.contains(source) || pages.contains("`" + source.id() + "`"))
                        .isTrue());
    }

    /** The numbers of the samples. Those that share the most words with a fact are the likeliest to notice it. */
    private static Stream<Integer> nearestFirst(Fact fact) {
        Set<String> words = words(fact.toString());
        List<Long> shared = WORDS.stream()
                .map(of -> of.stream().filter(words::contains).count())
                .toList();
        return IntStream.range(0, SAMPLES.size())
                .boxed()
                .sorted(Comparator.comparing(shared::get, Comparator.reverseOrder()));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.split("\\W+")));
    }

    private static String verdict(Sample sample, TextLinter linter) {
        LintResult result = sample.lint(linter);
        return result.findings().stream()
                .map(finding -> finding.span()
                        + finding.rule().id()
                        + finding.severity()
                        + finding.message()
                        + finding.reason()
                        + finding.sources())
                .collect(Collectors.joining("\n"));
    }

    private static Catalog without(Fact fact) {
        CatalogContent all = Sample.CATALOG.content();
        List<Product> products = all.products();
        if (fact instanceof Release release) {
            products = products.stream()
                    .map(product -> new Product(
                            product.id(),
                            product.name(),
                            product.words(),
                            product.buildWords(),
                            product.directoryBuilds(),
                            product.editionSpellings(),
                            product.imageNames(),
                            product.otherBuilds(),
                            product.hasLaterReleases(),
                            except(product.releases(), release)))
                    .toList();
        }
        return new Catalog(
                new CatalogContent(all.sources(), products, all.vocabularies(), except(all.facts(), fact)),
                ReleaseNameParser::new);
    }

    private static <T> List<T> except(List<T> rows, Object row) {
        List<T> others = new ArrayList<>(rows);
        others.remove(row);
        return others;
    }
}
