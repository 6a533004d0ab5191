package io.github.serverlint.layout.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.source.Located;
import io.github.serverlint.source.SourceFile;
import io.github.serverlint.source.Span;
import io.github.serverlint.yaml.Node.Scalar;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("large")
class ProvenanceTest {
    private static final int SERVERS = 20_000;
    private static final SourceFile FILE = new SourceFile("hosts.yml", "");
    private static final Span SHARED = Span.at(FILE, 1, 1);

    private static ServerRecord server(int number) {
        Scalar value = new Scalar("2019", true, SHARED, SHARED, Optional.empty());
        return new ServerRecord(
                Located.of("mx" + number, Span.at(FILE, number + 2, 1)),
                List.of(new Field(
                        "exchange", State.KNOWN, Optional.of(value), SHARED, "var " + number, "", List.of())));
    }

    @Test
    void aValueOfThousandsIsFoundForEachOfThemWithoutALookAtTheOthers() {
        Provenance provenance = Provenance.of(
                IntStream.range(0, SERVERS).mapToObj(ProvenanceTest::server).toList());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < SERVERS; i++) {
            assertThat(provenance.at(SHARED, Optional.of("MX" + i)).get(0).attempt())
                    .isEqualTo("var " + i);
        }
        // In processor time; a look at every server for each of them takes several times as long.
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(provenance.at(SHARED, Optional.of("dc01")))
                .extracting(Field::attempt)
                .containsExactly("var 0");
        assertThat(provenance.at(Span.at(FILE, 2, 1), Optional.of("mx0"))).isEmpty();
    }
}
