package io.github.serverlint.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.IssueParser;
import edu.hm.hafner.analysis.Severity;
import edu.hm.hafner.analysis.parser.CheckStyleParser;
import edu.hm.hafner.analysis.parser.violations.CodeClimateAdapter;
import edu.hm.hafner.analysis.parser.violations.JUnitAdapter;
import edu.hm.hafner.analysis.parser.violations.SarifAdapter;
import io.github.serverlint.Sample;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.rules.RuleRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.bjurr.violations.lib.ViolationsLogger;
import se.bjurr.violations.lib.model.SEVERITY;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.parsers.CodeClimateParser;
import se.bjurr.violations.lib.parsers.JUnitParser;
import se.bjurr.violations.lib.parsers.SarifParser;
import se.bjurr.violations.lib.parsers.ViolationsParser;

/**
 * Programs that read reports show what the console shows. The readers are those of Jenkins (analysis-model) and of the bots
 * that comment on merge requests (violations-lib), which both keep findings that are alike in all that they read only once.
 */
class RealReadersTest {
    private static final ReportModel MODEL = model();

    @TempDir
    private Path folder;

    /** A finding of every rule, a module a page. */
    private static ReportModel model() {
        List<ModuleResult> parts = new ArrayList<>();
        for (Sample sample : Sample.ofPages("Bad")) {
            parts.add(new ModuleResult(
                    "m" + parts.size() + "/", sample.lint(), io.github.serverlint.finding.Severity.WARNING));
        }
        return new ReportModel(parts, "", Sample.CATALOG.sources(), "1");
    }

    /** What all of them read of a finding. */
    private record Read(String file, int line, String severity) implements Comparable<Read> {
        @Override
        public int compareTo(Read other) {
            return toString().compareTo(other.toString());
        }
    }

    private static Read read(ReportModel model, ReportedFinding entry) {
        Finding finding = entry.finding();
        return new Read(
                OutputSanitizer.finding(model.inRepository(entry.path())),
                finding.span().line(),
                finding.severity().word());
    }

    private static List<Read> sorted(Stream<Read> found) {
        return found.sorted().toList();
    }

    /** The findings of the console, of those that are alike in all that a format keeps one. */
    private static List<Read> expected(ReportFormat reportFormat, ReportModel model) {
        Set<String> seen = new TreeSet<>();
        Stream<Read> found = model.unexcused().stream()
                .filter(entry -> seen.add(read(model, entry) + kept(reportFormat, entry.finding())))
                .map(entry -> read(model, entry));
        Stream<Read> unjudged = reportFormat == ReportFormat.SARIF
                ? Stream.of()
                : model.unjudgedWithoutFinding().stream()
                        .map(server -> new Read(server.path(), server.span().line(), "note"));
        return sorted(Stream.concat(found, unjudged));
    }

    private static String kept(ReportFormat reportFormat, Finding finding) {
        return switch (reportFormat) {
            case CHECKSTYLE -> finding.span().column() + FindingText.paragraph(finding);
            case SARIF -> FindingText.paragraph(finding) + finding.related();
            default -> FindingText.sentence(finding);
        };
    }

    @Test
    void theReportsHaveAFindingOfEveryRule() {
        assertThat(MODEL.unexcused().stream()
                        .map(entry -> entry.finding().rule().id()))
                .containsAll(RuleRegistry.all().stream().map(rule -> rule.id()).toList());
    }

    private enum Jenkins {
        CHECKSTYLE(new CheckStyleParser()),
        SARIF(new SarifAdapter()),
        GITLAB(new CodeClimateAdapter());

        private final IssueParser parser;

        Jenkins(IssueParser parser) {
            this.parser = parser;
        }

        List<Read> read(Path file) {
            return sorted(parser.parse(new FileReaderFactory(file, UTF_8)).stream()
                    .map(issue -> new Read(issue.getFileName(), issue.getLineStart(), word(issue.getSeverity()))));
        }

        private static String word(Severity severity) {
            if (severity.equals(Severity.ERROR) || severity.equals(Severity.WARNING_HIGH)) {
                return "error";
            }
            return severity.equals(Severity.WARNING_NORMAL) ? "warning" : "note";
        }
    }

    @ParameterizedTest
    @EnumSource
    void jenkinsShowsEachAtItsPlace(Jenkins reader) throws IOException {
        ReportFormat reportFormat = ReportFormat.valueOf(reader.name());
        assertThat(reader.read(written(reportFormat, MODEL))).isEqualTo(expected(reportFormat, MODEL));
    }

    private Path written(ReportFormat reportFormat, ReportModel model) throws IOException {
        return Files.writeString(folder.resolve(reportFormat.file().orElseThrow()), reportFormat.render(model));
    }

    private enum Bots {
        CHECKSTYLE(new se.bjurr.violations.lib.parsers.CheckStyleParser()),
        SARIF(new SarifParser()),
        GITLAB(new CodeClimateParser());

        private final ViolationsParser parser;

        Bots(ViolationsParser parser) {
            this.parser = parser;
        }

        List<Read> read(String report) throws Exception {
            return sorted(parser.parseReportOutput(report, new SilentLogger()).stream()
                    .map(found -> new Read(file(found), found.getStartLine(), word(found.getSeverity()))));
        }

        private String file(Violation found) {
            return this == SARIF ? URI.create(found.getFile()).getPath() : found.getFile();
        }

        private static String word(SEVERITY severity) {
            return switch (severity) {
                case ERROR -> "error";
                case WARN -> "warning";
                case INFO -> "note";
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void botsShowEachAtItsPlace(Bots reader) throws Exception {
        ReportFormat reportFormat = ReportFormat.valueOf(reader.name());
        assertThat(reader.read(reportFormat.render(MODEL))).isEqualTo(expected(reportFormat, MODEL));
    }

    /** The names of files are spelled differently where they cannot be shown. */
    @ParameterizedTest
    @EnumSource
    void hostileTextsTakeNothingAway(Jenkins reader) throws IOException {
        ReportFormat reportFormat = ReportFormat.valueOf(reader.name());
        ReportModel model = HostileTextTest.reported();
        assertThat(reader.read(written(reportFormat, model)))
                .extracting(Read::line, Read::severity)
                .containsExactlyInAnyOrderElementsOf(expected(reportFormat, model).stream()
                        .map(read -> tuple(read.line(), read.severity()))
                        .toList());
    }

    /** Both read a failing test as one violation, at the place that its text begins with. */
    @Test
    void failingTestsAreViolationsAtTheirPlaces() throws Exception {
        ReportModel model = new ReportModel(
                List.of(new ModuleResult("", Sample.lintExamples(), io.github.serverlint.finding.Severity.WARNING)),
                "",
                Sample.CATALOG.sources(),
                "1");
        List<String> places = model.unexcused().stream()
                .filter(ReportedFinding::isViolation)
                .map(entry -> entry.path() + ":" + entry.finding().span().line())
                .toList();
        assertThat(places).hasSizeGreaterThan(2);
        assertThat(new JUnitAdapter()
                        .parse(new FileReaderFactory(written(ReportFormat.JUNIT, model), UTF_8)).stream()
                                .map(issue -> issue.getFileName() + ":" + issue.getLineStart()))
                .isNotEmpty()
                .allMatch(places::contains);
        assertThat(new JUnitParser()
                        .parseReportOutput(ReportFormat.JUNIT.render(model), new SilentLogger()).stream()
                                .map(found -> found.getFile() + ":" + found.getStartLine()))
                .isNotEmpty()
                .allMatch(places::contains);
    }

    private static final class SilentLogger implements ViolationsLogger {
        @Override
        public void log(Level level, String text) {}

        @Override
        public void log(Level level, String text, Throwable cause) {
            throw new AssertionError(text, cause);
        }
    }
}
