package io.github.serverlint.catalog.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Recognition.Unrecognized;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels and releases that came out after the catalog, and numbers that belong to nothing. */
class LaterReleasesTest {

    @ParameterizedTest
    @CsvSource({
        "exchange, 15.2.3000.10, exchange-se | build 15.2.3000",
        "exchange, 15.02.3000.010, exchange-se | build 15.2.3000",
        "exchange, Version 15.2 (Build 33000.10), exchange-se | build 15.2.3000",
        "exchange, 15.1.9999.1, exchange-2016 | build 15.1.9999",
        "exchange, 15.0.1600.3, exchange-2013 | build 15.0.1600",
        "exchange, Exchange SE CU1, exchange-se | CU1",
        "exchange, Exchange Server SE Cumulative Update 2, exchange-se | CU2",
        "exchange, Exchange SE CU1 (15.2.3000.10), exchange-se | CU1",
        "exchange, Exchange 2019 CU16, exchange-2019 | CU16",
        "exchange, Exchange 2016 CU24, exchange-2016 | CU24",
        "exchange, ExchangeServer2019-x64-CU16.ISO, exchange-2019 | CU16",
    })
    void aLevelAboveAllThatAreKnownIsNewerThanTheCatalog(String product, String text, String meaning) {
        assertThat(meaning(product, text)).isEqualTo(meaning);
        assertThat(((Recognized) recognize(product, text)).level())
                .hasValueSatisfying(
                        level -> assertThat(level.isNewerThanCatalog()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "15.2.2562.46, exchange-se | RTM",
        "15.2.1748.9999, exchange-2019 | CU15",
        "15.1.2507.99, exchange-2016 | CU23",
        "14.3.513.9, exchange-2010 | SP3 RU32",
        "6.5.7638.2, exchange-2003 | SP2",
    })
    void aSecurityUpdateIsNoNewLevel(String text, String meaning) {
        assertThat(meaning("exchange", text)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "os, 10.0.28500, 'Windows Server (build 10.0.28500)'",
        "os, 10.0.28500.1234, 'Windows Server (build 10.0.28500)'",
        "os, Windows Server 10.0.29000, 'Windows Server (build 10.0.29000)'",
        "os, 29000, 'Windows Server (build 10.0.29000)'",
        "os, 29000.1234, 'Windows Server (build 10.0.29000)'",
        "os, OS Build 29000.1234, 'Windows Server (build 10.0.29000)'",
        "os, Version 26H2 (OS Build 29000.1234), 'Windows Server (build 10.0.29000)'",
        "os, 10.0.29000 N/A Build 29000, 'Windows Server (build 10.0.29000)'",
        "os, 29000.1.amd64fre.br_release.270331-1435, 'Windows Server (build 10.0.29000)'",
        "os, 29000.1.270331-1435.br_release_SERVER_EVAL_x64FRE_en-us.iso, 'Windows Server (build 10.0.29000)'",
        "os, mcr.microsoft.com/windows/servercore:10.0.29000.1234, 'Windows Server (build 10.0.29000)'",
    })
    void aWindowsBuildAboveAllThatAreKnownIsAServerReleaseThatIsNewer(String product, String text, String name) {
        assertThat(recognize(product, text)).isInstanceOfSatisfying(Recognized.class, found -> {
            assertThat(found.release().name()).isEqualTo(name);
            assertThat(found.release().isNewerThanCatalog()).isTrue();
            assertThat(windows("Windows Server 2025").release().isOlderThan(found.release()))
                    .isTrue();
        });
        assertThat(windows("10.0.28500")
                        .release()
                        .isOlderThan(windows("10.0.29000").release()))
                .isTrue();
        assertThat(windows("10.0.28500.7").release())
                .isEqualTo(windows("10.0.28500.8").release());
    }

    @ParameterizedTest
    @CsvSource({
        "exchange, 15.2.2000.1, lies between Exchange Server 2019 CU15 (15.2.1748.10) and Exchange Server Subscription Edition RTM",
        "exchange, 15.1.2400.1, lies between Exchange Server 2016 CU22",
        "exchange, Version 15.2 (Build 31200.1), lies between Exchange Server 2019 CU12",
        "exchange, 15.1.225.16, that of the preview of Exchange Server 2016",
        "exchange, 15.2.196.0, that of the preview of Exchange Server 2019",
        "exchange, 15.7.1.1, which is none of Exchange Server",
        "exchange, Exchange 2003 SP5, which Exchange Server 2003 does not have",
        "exchange, Exchange 2010 SP3 RU33, which Exchange Server 2010 does not have",
        "exchange, Exchange 2019 SP1, which Exchange Server 2019 does not have",
        "exchange, Exchange 2019 CU51, which Exchange Server 2019 does not have",
        "exchange, Exchange 2019 CU160, which Exchange Server 2019 does not have",
        "exchange, Exchange SE RTM (15.2.3000.10), gives two answers",
        "exchange, Exchange SE CU1 (15.2.2562.17), gives two answers",
        "os, Windows 2000 SP7, which Windows 2000 Server does not have",
        "os, 10.0.22631.3007, 'that of Windows 11, version 23H2'",
        "os, 10.0.26200, 'that of Windows 11, version 25H2'",
        "os, 10.0.25398, 'version 23H2, of the Annual Channel'",
        "os, 10.0.20000, which is none of Windows Server",
        "os, 20000, is no release of Windows Server",
        "os, 6.0.6500, which is none of Windows Server",
        "os, 19045, 'that of Windows 10, version 22H2'",
        "os, Version 22H2 (OS Build 19045.3803), 'that of Windows 10, version 22H2'",
        "os, 28000, 'that of Windows 11, version 26H1'",
        "os, 290000, is no release of Windows Server",
        "os, Windows Server 2025 build 29000, gives two answers",
        "os, servercore:1809, is a Semi-Annual Channel release",
        "os, Windows Server 1803, is a Semi-Annual Channel release",
        "os, win10-win2019, gives two answers: Windows Server 2019 and a Windows for clients",
        "os, win2019-win10, gives two answers: Windows Server 2019 and a Windows for clients",
        "os, Windows Server 2025 10.0.29000, gives two answers",
    })
    void aNumberThatBelongsToNothingStaysAnError(String product, String text, String part) {
        assertThat(recognize(product, text))
                .isInstanceOfSatisfying(
                        Unrecognized.class,
                        problem -> assertThat(problem.problem()).contains(part));
    }

    @Test
    void twoLevelsThatAreNewerAreComparedWhereTheyCanBe() {
        assertThat(level("Exchange SE CU1").isBefore(level("Exchange SE CU2"))).isTrue();
        assertThat(level("Exchange SE CU2").isBefore(level("Exchange SE CU1"))).isFalse();
        assertThat(level("15.2.3000.1").isBefore(level("15.2.3100.1"))).isTrue();
        assertThat(level("15.2.3100.1").isBefore(level("15.2.3000.1"))).isFalse();
        assertThat(level("15.2.3000.1")).isEqualTo(level("15.2.3000.7"));
        assertThat(level("Exchange SE CU1").isBefore(level("15.2.3000.1"))).isFalse();
        assertThat(level("15.2.3000.1").isBefore(level("Exchange SE CU1"))).isFalse();
        assertThat(level("Exchange SE RTM").isBefore(level("Exchange SE CU1"))).isTrue();
        assertThat(level("Exchange SE CU1").isBefore(level("Exchange SE RTM"))).isFalse();
    }

    private static Level level(String text) {
        return ((Recognized) recognize(Product.EXCHANGE, text)).level().orElseThrow();
    }

    private static Recognized windows(String text) {
        return (Recognized) recognize(Product.WINDOWS, text);
    }

    private static Recognition recognize(String product, String text) {
        Catalog catalog = Sample.CATALOG;
        return catalog.recognize(catalog.product(product).orElseThrow(), text);
    }

    private static String meaning(String product, String text) {
        return recognize(product, text) instanceof Recognized found
                ? found.release().id()
                        + found.level().map(level -> " | " + level).orElse("")
                : String.valueOf(recognize(product, text));
    }
}
