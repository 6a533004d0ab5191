package io.github.serverlint.catalog.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.ProcessorTime;
import io.github.serverlint.Sample;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition.Recognized;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that must not pass for a known release, and texts that are made to take long. */
class RefusedNamesTest {
    /** More than any name has, and less than a second of work by far. */
    private static final int SECONDS = 5;

    private static ReleaseNameParser parser(String key) {
        return new ReleaseNameParser(Sample.CATALOG.product(key).orElseThrow(), Sample.CATALOG.architectures());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/refused-names.csv", delimiter = ';', commentCharacter = '#')
    void aTextThatIsNoNameOfOneReleaseIsRefused(String key, String text) {
        assertThat(parser(key).recognize(text)).isNotInstanceOf(Recognized.class);
    }

    /** A value may be as long as a file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019 ", "windows ", "+ ", "+", "and ", "kb", "kb ", "kb123456 ", "may 20", "security update ",
                "sp1-", "cu1 ", "update ", "ru1 v", "{{", "{{ssm:", "{{ssm:x}}", "*", "-and-", "windows-2008-",
                "(r)", "2k", "0", "0.", "1.", "1809 ", "17763.", "h2 ", "exchange-2019-cu1-", "sp1-win2008r2-"
            })
    void aTextAsLongAsAFileTakesNoTime(String piece) throws Exception {
        String likeAFile = piece.repeat(1_000_000 / piece.length());
        String likeAName = piece.repeat(235 / piece.length());
        for (String key : List.of(Product.WINDOWS, Product.EXCHANGE)) {
            ReleaseNameParser parser = parser(key);
            assertThat(ProcessorTime.within(SECONDS, () -> parser.recognize(likeAFile)))
                    .isNotInstanceOf(Recognized.class);
            for (String begin : List.of("", "windows-2019-", "Exchange 2019 ")) {
                assertThat(ProcessorTime.within(SECONDS, () -> parser.recognize(begin + likeAName)))
                        .isNotNull();
            }
        }
    }
}
