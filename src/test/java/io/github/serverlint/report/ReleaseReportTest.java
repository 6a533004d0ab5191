package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Golden;
import io.github.serverlint.Sample;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.SupportFact;
import java.io.IOException;
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
        "os, Windows Server 2003, release-windows-2003.txt",
        "os, Windows Server 2008 R2, release-windows-2008-r2.txt",
    })
    void aReleaseIsExplained(String key, String text, String golden) throws IOException {
        Product product = Sample.CATALOG.product(key).orElseThrow();
        Recognized recognized = (Recognized) Sample.CATALOG.recognize(product, text);
        Golden.check(golden, String.join("\n", ReleaseReport.lines(Sample.CATALOG, recognized, Sample.AS_OF)) + "\n");
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
