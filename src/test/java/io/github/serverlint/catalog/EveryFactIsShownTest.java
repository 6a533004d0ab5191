package io.github.serverlint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.report.ReleaseReport;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the catalog knows of a release stands on its page, whatever kind of fact it is. */
class EveryFactIsShownTest {
    private static final Catalog CATALOG = Sample.CATALOG;
    private final Map<Release, String> pages = new HashMap<>();

    @Test
    void aFactStandsOnThePageOfEachReleaseThatItIsAbout() throws ReflectiveOperationException {
        List<String> missing = new ArrayList<>();
        for (Fact fact : CATALOG.content().facts()) {
            List<Release> about = releases(fact);
            assertThat(about).as(fact.toString()).isNotEmpty();
            for (Release release : about) {
                String page = page(release);
                about.stream()
                        .filter(other -> !other.equals(release) && !page.contains(other.name()))
                        .forEach(other -> missing.add(fact.getClass().getSimpleName() + " at " + fact.place()
                                + " on the page of " + release + " lacks " + other));
                String because = because(fact);
                if (!page.contains(because)) {
                    missing.add(fact.getClass().getSimpleName() + " at " + fact.place() + " on the page of " + release
                            + " lacks: " + because);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private String page(Release release) {
        return pages.computeIfAbsent(
                release,
                key -> ReleaseReport.lines(
                                CATALOG,
                                new Recognized(key, Optional.empty(), Optional.empty(), Optional.empty()),
                                Sample.AS_OF)
                        .stream()
                        .map(String::strip)
                        .collect(Collectors.joining("\n")));
    }

    private static String because(Fact fact) throws ReflectiveOperationException {
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            if (component.getName().equals("because")) {
                component.getAccessor().setAccessible(true);
                return (String) component.getAccessor().invoke(fact);
            }
        }
        return "";
    }

    /** The releases that the components of a fact name, alone, in lists and as keys. */
    private static List<Release> releases(Fact fact) throws ReflectiveOperationException {
        List<Release> found = new ArrayList<>();
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            collect(component.getAccessor().invoke(fact), found);
        }
        return found;
    }

    private static void collect(Object value, List<Release> found) {
        if (value instanceof Release release) {
            found.add(release);
        } else if (value instanceof Collection<?> values) {
            values.forEach(one -> collect(one, found));
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(one -> collect(one, found));
        } else if (value instanceof Optional<?> one) {
            one.ifPresent(it -> collect(it, found));
        }
    }
}
