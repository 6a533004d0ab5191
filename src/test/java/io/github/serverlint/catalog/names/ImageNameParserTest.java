package io.github.serverlint.catalog.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition.Recognized;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** A year, an R2 and a service pack in the name of an image belong to the product before them. */
class ImageNameParserTest {
    private static final List<String> PACKS = List.of("SP1", "SP2", "SP3", "sp1", "sp2");
    private static final List<String> OTHERS =
            List.of("SQL", "SharePoint", "Office", "lync", "dynamics", "acme", "visualstudio", "hotfix", "project");

    private static final Map<String, ReleaseNameParser> PARSERS = new ConcurrentHashMap<>();

    private static Optional<Recognized> recognized(String key, String text) {
        return PARSERS.computeIfAbsent(
                                        key,
                                        id -> new ReleaseNameParser(
                                                Sample.CATALOG.product(id).orElseThrow(),
                                                Sample.CATALOG.architectures()))
                                .recognize(text)
                        instanceof Recognized recognized
                ? Optional.of(recognized)
                : Optional.empty();
    }

    private static String meaning(String key, String text) {
        return recognized(key, text)
                .map(found -> found.release().id()
                        + found.level().map(level -> " | " + level).orElse(""))
                .orElse("unknown");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/amazon-image-names.csv", delimiter = ';', commentCharacter = '#')
    void namesOfAmazonMean(String text, String meaning) {
        assertThat(meaning(Product.WINDOWS, text)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-2008r2-exchange2010-sp1, windows-2008-r2, exchange-2010 | SP1",
        "exchange2010-windows2008r2-sp1, windows-2008-r2 | SP1, exchange-2010",
        "windows2008r2-sp1-exchange2010-sp3, windows-2008-r2 | SP1, exchange-2010 | SP3",
        "windows2008r2-sp1-exchange2010, windows-2008-r2 | SP1, exchange-2010",
        "Windows_Server-2008-R2-English-64Bit-SQL_2008_SP1_Express, windows-2008-r2, unknown",
        "Windows_Server-2019-English-Full-SQL_2016_SP3_Standard-2024.05.15, windows-2019, unknown",
        "Windows_Server-2008-English-64Bit-SQL_2008_R2_SP3_Web, windows-2008, unknown",
        "win2008r2-standard-x64-en-us-sp1, windows-2008-r2 | SP1, unknown",
        "win2008r2-acme-sp1, windows-2008-r2, unknown",
        "sp1-win2008r2-acme, windows-2008-r2 | SP1, unknown",
        "acme-sp1-win2008r2, windows-2008-r2, unknown",
        "win2016-exchange-2013-sql-2014-sp2, windows-2016, exchange-2013",
        "windows-2008-acme-r2, unknown, unknown",
    })
    void aServicePackBelongsToTheProductBeforeIt(String text, String windows, String exchange) {
        assertThat(meaning(Product.WINDOWS, text)).isEqualTo(windows);
        assertThat(meaning(Product.EXCHANGE, text)).isEqualTo(exchange);
    }

    @ParameterizedTest
    @CsvSource({"os", "exchange"})
    void aTextThatIsMadeUpYieldsNoLevelThatItGivesToAnotherProduct(String key) {
        Random random = new Random(20_080_831);
        int found = 0;
        int withheld = 0;
        for (int i = 0; i < (Slow.WHOLE ? 20_000 : 4_000); i++) {
            Set<String> attached = new HashSet<>();
            String text = madeUp(random, key, attached);
            Optional<Recognized> recognized = recognized(key, text);
            Optional<String> level = recognized.flatMap(Recognized::level).map(Level::name);
            if (level.isPresent()) {
                found++;
                assertThat(attached).as(text).contains(level.get());
            } else if (recognized.isPresent() && text.toUpperCase(Locale.ROOT).contains("SP")) {
                withheld++;
            }
        }
        assertThat(found).as("texts with a level").isGreaterThan(20);
        assertThat(withheld)
                .as("texts whose service packs are those of other products")
                .isGreaterThan(20);
    }

    /** Products with years and service packs in any order; a service pack may also follow on a word of its own. */
    private static String madeUp(Random random, String key, Set<String> attached) {
        List<String> words = new ArrayList<>();
        for (int products = 1 + random.nextInt(3); products > 0; products--) {
            int kind = random.nextInt(3);
            boolean wanted = kind < 2 && key.equals(kind == 0 ? "os" : "exchange");
            words.add(
                    switch (kind) {
                        case 0 ->
                            pick(random, List.of("windows", "Win", "Windows_Server"))
                                    + pick(random, List.of("-", "", "_"))
                                    + pick(random, List.of("2003", "2008", "2008r2", "2008-R2", "2016", "2019"));
                        case 1 ->
                            pick(random, List.of("exchange", "ExchangeServer"))
                                    + pick(random, List.of("-", "", "_"))
                                    + pick(random, List.of("2003", "2007", "2010", "2013", "2016"));
                        default ->
                            pick(random, OTHERS)
                                    + pick(random, List.of("-", "_"))
                                    + pick(random, List.of("2003", "2008", "2008_R2", "2010", "2016"));
                    });
            if (random.nextBoolean()) {
                words.add(pick(random, List.of("x64", "Standard", "en-us", "64Bit", "Full")));
            }
            if (random.nextInt(4) == 0) {
                words.add(pick(random, OTHERS));
                wanted = false;
            }
            if (random.nextBoolean()) {
                String pack = pick(random, PACKS);
                words.add(pack);
                if (wanted) {
                    attached.add(pack.toUpperCase(Locale.ROOT));
                }
            }
        }
        return String.join(pick(random, List.of("-", "_")), words);
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
