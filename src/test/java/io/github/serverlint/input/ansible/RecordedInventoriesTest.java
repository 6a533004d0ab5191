package io.github.serverlint.input.ansible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.serverlint.finding.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inventories that {@code ansible-inventory} has read too: its output was recorded with ansible-core 2.14.18 of Debian
 * 12. To record again, after a change of an inventory or with another Ansible:
 *
 * <p><pre>{@code apt-get install ansible-core cd src/test/resources/ansible && ./record.py inventories/*.txt > outcomes.jsonl mvn test -Dtest=RecordedInventoriesTest -Drandom.inventories=/tmp/random       # writes them ./record.py /tmp/random/*.txt > random-outcomes.jsonl }</pre>
 *
 * <p>Where Ansible fails, something has to be found; where it does not, nothing but warnings may be, unless the inventory says that
 * we are stricter and why.
 */
class RecordedInventoriesTest {
    private static final Path FOLDER = Path.of("src/test/resources/ansible");
    private static final int RANDOM = 240;

    static List<InventoryCase> inventories() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("inventories"))) {
            return files.sorted().map(RecordedInventoriesTest::read).toList();
        }
    }

    private static InventoryCase read(Path path) {
        try {
            return InventoryCase.read(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("inventories")
    void isReadAsAnsibleReadsIt(InventoryCase each) throws IOException {
        RecordedOutcome outcome =
                RecordedOutcome.in(FOLDER.resolve("outcomes.jsonl")).get(each.name());
        assertThat(outcome).as("recorded").isNotNull();
        assertAgrees(each, outcome);
        if (outcome.json().has("rendered")) {
            outcome.assertSameRendering(each.inventory());
        }
    }

    @Test
    void randomInventoriesAreReadAsAnsibleReadsThem() throws IOException {
        List<InventoryCase> inventories =
                IntStream.range(0, RANDOM).mapToObj(RandomInventory::of).toList();
        String folder = System.getProperty("random.inventories");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
            for (InventoryCase each : inventories) {
                Files.writeString(Path.of(folder, each.name() + ".txt"), each.text());
            }
        }
        Map<String, RecordedOutcome> outcomes = RecordedOutcome.in(FOLDER.resolve("random-outcomes.jsonl"));
        assertThat(outcomes).hasSize(RANDOM);
        long comparable =
                outcomes.values().stream().filter(outcome -> !outcome.failed()).count();
        assertThat(comparable).isGreaterThan(RANDOM * 3 / 4);
        for (InventoryCase each : inventories) {
            assertThatCode(() -> assertAgrees(each, outcomes.get(each.name())))
                    .as(
                            "%s, recorded as %s%n%s",
                            each, outcomes.get(each.name()).json(), each.text())
                    .doesNotThrowAnyException();
        }
    }

    private static void assertAgrees(InventoryCase each, RecordedOutcome outcome) {
        Inventory inventory = each.inventory();
        if (outcome.failed() || each.isStricter()) {
            assertThat(inventory.findings()).isNotEmpty();
            assertThat(inventory.complete()).isFalse();
        } else {
            assertThat(inventory.findings())
                    .allMatch(finding -> finding.severity() == Severity.WARNING)
                    .allMatch(finding -> finding.message().contains("Ansible"));
            assertThat(inventory.complete()).isTrue();
            outcome.assertSame(inventory);
        }
    }
}
