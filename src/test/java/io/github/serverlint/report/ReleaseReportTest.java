package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Golden;
import io.github.serverlint.Sample;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.SupportFact;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseReportTest {

    @ParameterizedTest
    @CsvSource({
        "exchange, Exchange 2019 CU12, release-exchange-2019-cu12.txt",
        "exchange, Exchange 2000, release-exchange-2000.txt",
        "exchange, Exchange SE, release-exchange-se.txt",
        "exchange, Exchange 2016 CU23, release-exchange-2016-cu23.txt",
        "exchange, Exchange 2019 CU9, release-exchange-2019-cu9.txt",
        "exchange, Exchange 2013, release-exchange-2013.txt",
        "dotnet, .NET Framework 4.8, release-dotnet-4.8.txt",
        "ad-connector, ADC 2000, release-ad-connector-2000.txt",
        "os, Windows Server 2003, release-windows-2003.txt",
        "os, Windows Server 2019, release-windows-2019.txt",
        "os, Windows Server 2025, release-windows-2025.txt",
        "os, Windows Server 2008 R2, release-windows-2008-r2.txt",
    })
    void aReleaseIsExplained(String key, String text, String golden) throws IOException {
        Product product = Sample.CATALOG.product(key).orElseThrow();
        Recognized recognized = (Recognized) Sample.CATALOG.recognize(product, text);
        Golden.check(golden, String.join("\n", ReleaseReport.lines(Sample.CATALOG, recognized, Sample.AS_OF)) + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Exchange 2019 CU13 | 2025-02-10 | security updates for CU13 end on 2025-02-10, because of CU15 of 2025-02-10
            Exchange 2019 CU13 | 2025-02-11 | security updates for CU13 ended on 2025-02-10, because of CU15 of 2025-02-10
            Exchange 2019 CU9  | 2026-11-22 | security updates for CU9 ended on 2021-09-28, because of CU11 of 2021-09-28
            Exchange 2019 CU9  | 2026-01-01 | paid security updates for CU14 or later end on 2026-10-31, and there are none for CU9
            Exchange 2019 CU14 | 2026-11-01 | paid security updates for CU14 or later ended on 2026-10-31
            Exchange 2013 CU20 | 2026-11-22 | security updates for CU20 ended on 2018-09-19, because of CU21 of 2018-06-19
            Exchange 2010 SP1 RU3 | 2026-11-22 | security updates for SP1 RU3 ended on 2013-01-08
            Exchange 2019      | 2024-01-09 | mainstream support ends on 2024-01-09
            Exchange 2019      | 2024-01-10 | mainstream support ended on 2024-01-09
            Exchange 2019      | 2026-11-22 | security updates for a level end when the next but one comes out, at the latest with those for the release
            Exchange 2013      | 2026-11-22 | security updates for a level end 3 months after the next one, at the latest with those for the release
            Exchange SE        | 2026-11-22 | security updates at least until 2035-12-31 (Modern Lifecycle Policy: at a recent update only, with no fixed end)
            Exchange SE CU7    | 2026-11-22 | newer than the catalog of 2026-12-01: every minimum counts as met; what it changes and when its support ends is not known
            """)
    void datesAreInTheTenseOfTheDay(String text, LocalDate asOf, String line) {
        Product exchange = Sample.CATALOG.product(Product.EXCHANGE).orElseThrow();
        Recognized recognized = (Recognized) Sample.CATALOG.recognize(exchange, text);
        assertThat(ReleaseReport.lines(Sample.CATALOG, recognized, asOf)).contains("  " + line);
    }

    @Test
    void aDayThatIsOnlyRecalledSaysSo() {
        Product windows = Sample.CATALOG.product(Product.WINDOWS).orElseThrow();
        Recognized recognized = (Recognized) Sample.CATALOG.recognize(windows, "Windows Server 2016");
        assertThat(ReleaseReport.lines(Sample.CATALOG, recognized, Sample.AS_OF))
                .contains("  paid security updates end on 2030-01-12 [recalled]");
    }

    @Test
    void theMatrixShowsEveryExchangeOnEveryWindows() throws IOException {
        Product exchange = Sample.CATALOG.product(Product.EXCHANGE).orElseThrow();
        List<String> matrix = SupportMatrix.lines(Sample.CATALOG, exchange);
        Golden.check("matrix.txt", String.join("\n", matrix) + "\n");
        for (Release release : exchange.releases()) {
            String row = matrix.stream()
                    .filter(line -> line.startsWith(release.name() + " "))
                    .findFirst()
                    .orElseThrow();
            String[] cells = row.substring(release.name().length()).strip().split("\\s+");
            List<Release> platforms =
                    Sample.CATALOG.product(Product.WINDOWS).orElseThrow().releases();
            assertThat(cells).hasSameSizeAs(platforms);
            for (int i = 0; i < cells.length; i++) {
                boolean supported = Sample.CATALOG.support(release, platforms.get(i)).stream()
                        .anyMatch(SupportFact::supported);
                assertThat(cells[i].equals("no") || cells[i].equals("-")).isNotEqualTo(supported);
            }
        }
    }
}
