package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintRequest;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.Linter;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.input.nativeformat.NativeFormat;
import io.github.serverlint.report.formats.AnnotationQuota;
import io.github.serverlint.report.formats.GithubReport;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.run.RunMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports depend on the definitions alone: not on the machine, its folders, its language, or who was first. */
class SameBytesTest {
    private static final int FILES = 12;

    private final Locale language = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    Path folder;

    @BeforeEach
    void plain() {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterEach
    void asItWas() {
        Locale.setDefault(language);
        TimeZone.setDefault(zone);
    }

    /** What is printed, and each report. */
    private record Output(List<String> console, String failure, Map<ReportFormat, String> reports, String github) {}

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>(OneOfEachKind.FILES);
        for (int i = 0; i < FILES; i++) {
            texts.put("servers/sites/Site" + i + ".yaml", """
                    servers:
                      İI%1$s: {os: W2K3 SP1, exchange: Exchange 2000 SP3, roles: [mailbox]}
                      i%1$s:
                        os: Windows Server 2003
                        exchange: Exchange 2003
                        features: [TLS-1-3, dag, IPv6]
                        title: I
                    """.formatted(i));
        }
        return texts;
    }

    private static void write(Path folder, List<Map.Entry<String, String>> texts) throws IOException {
        for (Map.Entry<String, String> text : texts) {
            Path file = folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }

    private static Output output(Path folder, int threads) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> output(folder)).get();
        } finally {
            pool.shutdown();
        }
    }

    private static Output output(Path folder) {
        SourceTree tree = new SourceTree(folder, List.of("**/*.yaml"), List.of());
        LintResult result = OneOfEachKind.excused(new Linter(Sample.CATALOG)
                .lint(new LintRequest(
                        tree,
                        NativeFormat.INSTANCE,
                        List.of(Path.of("servers")),
                        OneOfEachKind.SEVERITIES,
                        Sample.AS_OF,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        new RunMonitor())));
        ReportModel reportModel = OneOfEachKind.reported("", result);
        Map<ReportFormat, String> reports = new EnumMap<>(ReportFormat.class);
        for (ReportFormat reportFormat : ReportFormat.values()) {
            reports.put(reportFormat, reportFormat.render(reportModel));
        }
        return new Output(
                new ConsoleReport(AnsiStyle.ANSI, "mvn")
                        .lines(result).stream().map(ConsoleReport.Line::text).toList(),
                ConsoleReport.failureMessage(result.findings()),
                reports,
                GithubReport.commands(reportModel, new AnnotationQuota(new HashMap<>()), "the log").stream()
                                .collect(Collectors.joining("\n"))
                        + GithubReport.summary(reportModel, 1 << 20));
    }

    @Test
    void anyNumberOfThreadsAndAnyFolder() throws Exception {
        List<Map.Entry<String, String>> texts = new ArrayList<>(texts().entrySet());
        Path here = Files.createDirectories(folder.resolve("here"));
        Path elsewhere = Files.createDirectories(folder.resolve("a longer way/Elsewhere"));
        write(here, texts);
        Collections.reverse(texts);
        write(elsewhere, texts);
        Output alone = output(here, 1);
        assertThat(alone.console()).hasSizeGreaterThan(10 * FILES);
        assertThat(alone.reports().toString() + alone.console()).doesNotContain(folder.toString());
        for (int run = 0; run < 3; run++) {
            assertSame(output(elsewhere, 8), alone);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Europe/Istanbul",
        "ar-EG-u-nu-arab, Pacific/Kiritimati",
        "th-TH-u-ca-buddhist-nu-thai, Pacific/Pago_Pago",
        "hi-IN-u-nu-deva, Asia/Kolkata"
    })
    void anyLanguageAndAnyTimeZone(String tag, String zoneId) throws Exception {
        write(folder, new ArrayList<>(texts().entrySet()));
        Output plain = output(folder);
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone(zoneId));
        assertThat(TimeZone.getDefault().getID()).isEqualTo(zoneId);
        assertSame(output(folder), plain);
    }

    private static void assertSame(Output actual, Output expected) {
        assertThat(actual.console()).isEqualTo(expected.console());
        assertThat(actual.failure()).isEqualTo(expected.failure());
        assertThat(actual.github()).isEqualTo(expected.github());
        assertThat(actual.reports()).isEqualTo(expected.reports());
    }
}
