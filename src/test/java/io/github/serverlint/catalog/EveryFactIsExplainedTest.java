package io.github.serverlint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.report.ReleaseReport;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of a release says every fact that mentions the release, whatever kind of fact it is. */
class EveryFactIsExplainedTest {
    private static final Map<Release, List<String>> PAGES = new HashMap<>();

    static List<Class<?>> kinds() {
        return Stream.of(Fact.class.getPermittedSubclasses())
                .filter(kind -> !kind.equals(Release.class))
                .toList();
    }

    private static List<Fact> facts(Class<?> kind) {
        return Sample.CATALOG.content().facts().stream()
                .filter(kind::isInstance)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPageLacksSomethingWithoutAFactThatMentionsItsRelease(Class<?> kind) throws ReflectiveOperationException {
        assertThat(facts(kind)).isNotEmpty();
        for (Fact fact : facts(kind)) {
            Catalog without = CatalogFiles.without(Sample.CATALOG, fact);
            for (Release release : mentioned(fact)) {
                List<String> page = PAGES.computeIfAbsent(release, of -> page(Sample.CATALOG, of));
                assertThat(page(without, release))
                        .as("the page of %s without the row at %s", release, fact.place())
                        .isNotEqualTo(page);
                String text = String.join("\n", page);
                assertThat(text)
                        .as("the note of the row at %s", fact.place())
                        .contains(fact.evidence().note());
                fact.evidence().citations().forEach(citation -> assertThat(text).contains("] " + citation));
            }
        }
    }

    /** The releases in the components of a row, so that a new component counts by itself. */
    private static Set<Release> mentioned(Object row) throws ReflectiveOperationException {
        Set<Release> found = new HashSet<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            collect(component.getAccessor().invoke(row), found);
        }
        return found;
    }

    private static void collect(Object value, Set<Release> found) {
        if (value instanceof Release release) {
            found.add(release);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(content -> collect(content, found));
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(item -> collect(item, found));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                collect(key, found);
                collect(item, found);
            });
        }
    }

    @Test
    void thePageOfAReleaseListsItsLevelsWithTheirDays() {
        for (Product product : Sample.CATALOG.products()) {
            for (Release release : product.releases()) {
                List<String> page = page(Sample.CATALOG, release);
                for (Level level : release.levels()) {
                    assertThat(page)
                            .anySatisfy(line -> assertThat(line.split("\\s\\s+"))
                                    .containsSubsequence(Stream.of(
                                                    Optional.of(level.name()),
                                                    level.build().map(build -> "build " + build),
                                                    level.released().map(day -> "released " + day))
                                            .flatMap(Optional::stream)
                                            .toArray(String[]::new)));
                }
            }
        }
    }

    /** The page of a level is about that level: it differs from those of its neighbours in what is special to it. */
    @Test
    void thePageOfALevelSaysWhatBeginsAndEndsWithIt() {
        Release exchange = Sample.CATALOG.product(Product.EXCHANGE).orElseThrow().releases().stream()
                .filter(release -> release.id().equals("exchange-2019"))
                .findFirst()
                .orElseThrow();
        assertThat(special(exchange, "CU14"))
                .anyMatch(line -> line.startsWith("  begins with it: Runs on: Windows Server 2025"))
                .anyMatch(line -> line.startsWith("  ends with it: Lives in one forest with: Exchange Server 2013"))
                .anyMatch(line -> line.startsWith("  begins with it: Upgrades in place: to Exchange Server Sub"));
        assertThat(special(exchange, "CU15"))
                .anyMatch(line -> line.startsWith("  ended before it: Lives in one forest with: Exchange Server 2013"))
                .anyMatch(line -> line.startsWith("  begins with it: New enough for the features: TLS 1.3"));
        assertThat(special(exchange, "CU9")).containsExactly("  nothing that the catalog knows");
    }

    private static List<String> special(Release release, String level) {
        List<String> page = ReleaseReport.lines(
                Sample.CATALOG,
                new Recognized(release, release.level(level), Optional.empty(), Optional.empty()),
                Sample.AS_OF);
        int from = page.indexOf("Special to " + level) + 1;
        return page.subList(from, from + page.subList(from, page.size()).indexOf(""));
    }

    private static List<String> page(Catalog catalog, Release release) {
        return ReleaseReport.lines(
                catalog, new Recognized(release, Optional.empty(), Optional.empty(), Optional.empty()), Sample.AS_OF);
    }
}
