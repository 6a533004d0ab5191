package io.github.serverlint.catalog.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Release;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts made of products, years, levels and words yield no level but one that the text gives to the product. What a text
 * gives to which product is known here from how it was made.
 */
class AttachedLevelsTest {
    private static final List<String> WINDOWS = List.of("Windows", "Windows Server", "win", "Microsoft Windows Server");
    private static final List<String> EXCHANGE = List.of("Exchange", "Exchange Server", "MSExchange", "Ex");
    private static final List<String> OTHERS =
            List.of("SQL", "SQL Server", "SharePoint", "Office", "Lync", "Dynamics", "Visual Studio", "acme");
    private static final List<String> YEARS_OF_WINDOWS =
            List.of("2000", "2003", "2003 R2", "2008", "2008 R2", "2012", "2012 R2", "2016", "2019");
    private static final List<String> YEARS_OF_OTHERS =
            List.of("2000", "2003", "2007", "2008", "2010", "2013", "2016", "2019");
    private static final List<String> WORDS =
            List.of("Standard", "Enterprise", "x64", "Edition", "64-bit", "Datacenter");
    private static final List<String> FOREIGN =
            List.of("SQL", "hotfix", "acme", "tools", "for", "and", "client", "rollup", "KB", "+");
    private static final List<String> UPDATES = List.of("KB5066367", "+ KB5066367", "(KB5066367)", "Oct25SU", "SU3");

    /** A made-up text, and the levels that it gives to the product that is asked for. */
    private record Text(String words, Set<String> attached) {}

    @ParameterizedTest
    @Slow
    @ValueSource(strings = {Product.WINDOWS, Product.EXCHANGE})
    void noLevelIsTakenFromAnotherProduct(String key) {
        ReleaseNameParser parser =
                new ReleaseNameParser(Sample.CATALOG.product(key).orElseThrow(), Sample.CATALOG.architectures());
        Random random = new Random(20_261_201);
        int found = 0;
        int withheld = 0;
        for (int i = 0; i < (Slow.WHOLE ? 100_000 : 4_000); i++) {
            Text text = text(random, key);
            if (parser.recognize(text.words) instanceof Recognized recognized) {
                Optional<Level> level = recognized.level();
                if (level.isPresent()) {
                    found++;
                    assertThat(levels(recognized.release(), text.attached, key))
                            .as(text.words)
                            .contains(level.get());
                } else if (text.words.matches("(?is).*(?:sp|cu|ru)[-_ ]?[0-9].*")) {
                    withheld++;
                }
            }
        }
        assertThat(found).as("texts with a level").isGreaterThan(100);
        assertThat(withheld).as("texts whose levels are those of others").isGreaterThan(30);
    }

    private static List<Level> levels(Release release, Set<String> names, String key) {
        // Windows has no rollups, so that what follows its service pack is another word to it.
        return names.stream()
                .map(name -> key.equals(Product.WINDOWS) ? name.replaceFirst(" RU.*", "") : name)
                .flatMap(name -> release.level(name).stream())
                .toList();
    }

    private static Text text(Random random, String key) {
        Set<String> attached = new HashSet<>();
        List<String> parts = new ArrayList<>();
        int products = 1 + random.nextInt(random.nextInt(3) + 1);
        for (int i = 0; i < products; i++) {
            int kind = random.nextInt(5);
            boolean wanted = kind < 4 && (kind < 2 ? Product.WINDOWS : Product.EXCHANGE).equals(key);
            String name = pick(random, kind < 2 ? WINDOWS : kind < 4 ? EXCHANGE : OTHERS);
            String year = pick(random, kind < 2 ? YEARS_OF_WINDOWS : YEARS_OF_OTHERS);
            // "CU12 for Exchange 2019"; further on it would stand behind another product.
            String leading = i == 0 && random.nextInt(4) == 0 ? level(random, kind < 2 ? "windows" : year) : "";
            if (!leading.isEmpty()) {
                parts.add(leading + (random.nextBoolean() ? " for" : ""));
            }
            parts.add(name + " " + year);
            if (random.nextInt(3) == 0) {
                parts.add(pick(random, WORDS));
            }
            boolean broken = random.nextInt(4) == 0;
            if (broken) {
                parts.add(pick(random, FOREIGN));
            }
            String following = random.nextInt(3) > 0 ? level(random, kind < 2 ? "windows" : year) : "";
            if (!following.isEmpty()) {
                parts.add(following);
            }
            if (random.nextInt(4) == 0) {
                parts.add(pick(random, UPDATES));
            }
            if (wanted) {
                attached.addAll(given(leading, broken ? "" : following));
            }
        }
        String separator = pick(random, List.of(" ", " ", "-", "_"));
        String words = String.join(" ", parts).replace(" ", separator);
        return new Text(random.nextInt(5) == 0 ? words.toLowerCase(Locale.ROOT) : words, attached);
    }

    /** What a level before a product and one after it are together: a rollup counts from a service pack. */
    private static Set<String> given(String leading, String following) {
        Set<String> names = new HashSet<>(List.of(leading, following));
        names.remove("");
        for (String rollup : Set.copyOf(names)) {
            if (rollup.startsWith("RU")) {
                names.add("RTM " + rollup);
                names.add(leading + " " + following);
                names.add(following + " " + leading);
            }
        }
        return names;
    }

    /** A level that a product of that year may have, and one in four that it may not. */
    private static String level(Random random, String year) {
        String kind = random.nextInt(4) > 0 ? year : pick(random, List.of("2003", "2010", "2019"));
        return switch (kind) {
            case "2013", "2016", "2019" -> "CU" + (1 + random.nextInt(15));
            case "2007", "2010" ->
                pick(random, List.of("SP1", "SP2", "SP3", "RTM", "RU1", "RU4", "RU5", "SP3 RU1", "SP1 RU2"));
            default -> pick(random, List.of("SP1", "SP1", "SP2", "SP2", "SP3", "SP4"));
        };
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
