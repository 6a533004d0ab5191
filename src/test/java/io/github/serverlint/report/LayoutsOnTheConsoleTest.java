package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Golden;
import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.input.mapping.MappingFile;
import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run of each shipped layout shows of its sample. */
class LayoutsOnTheConsoleTest {
    private static final Path SAMPLES = Sample.FOLDER.resolve("layouts");

    static Iterable<String> names() {
        return MappingFile.shippedNames();
    }

    @ParameterizedTest
    @MethodSource("names")
    void sayWhatIsWrongAndWhatWasNotLookedAt(String name) throws IOException {
        LintResult result = new TextLinter(Sample.CATALOG)
                .lint(
                        MappedFormat.shipped(name, Sample.CATALOG).orElseThrow(),
                        List.of(name),
                        files(SAMPLES.resolve(name)),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF);
        assertThat(result.servers()).isPositive();
        String console = new ConsoleReport(AnsiStyle.NONE, "explain")
                .lines(result).stream()
                        .map(line -> line.severity().word() + ": " + line.text())
                        .collect(Collectors.joining("\n", "", "\n"));
        Golden.check(SAMPLES.resolve(name + ".console.txt"), console);
    }

    private static List<SourceFile> files(Path folder) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String below = folder.relativize(path).toString().replace('\\', '/');
                files.add(new SourceFile(folder.getFileName() + "/" + below, Files.readString(path))
                        .foundAt(below, true));
            }
        }
        return files;
    }
}
