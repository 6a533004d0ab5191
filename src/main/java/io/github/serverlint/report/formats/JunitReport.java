package io.github.serverlint.report.formats;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.report.FindingText;
import io.github.serverlint.report.OutputSanitizer;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import io.github.serverlint.report.ReportModel.ReportedServer;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * JUnit report {@code TEST-serverlint.xml}, which follows the <a
 * href="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd">schema of Maven
 * Surefire</a>, and adds the attributes {@code file} and {@code line} to tests: GitLab links the one, and actions of
 * GitHub annotate the other. The xUnit plugin of Jenkins refuses them, so {@code xunit-serverlint.xml} is without. It has
 * one test for each server and rule, including passed ones, so that a fixed finding shows as such.
 * Names contain no line numbers, so that edits elsewhere do not rename a test.
 */
public final class JunitReport {
    private static final String NO_TIME = "0.000";

    private final ReportModel reportModel;
    private final boolean isStrict;
    private final Map<String, Test> tests = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> duplicates = new HashMap<>();

    private JunitReport(ReportModel reportModel, boolean isStrict) {
        this.reportModel = reportModel;
        this.isStrict = isStrict;
    }

    /**
     * @param place where it is about, if it has no findings
     * @param notJudged why nothing was tested
     */
    private record Test(
            String group,
            String name,
            ModuleResult part,
            Span place,
            List<ReportedFinding> entries,
            Optional<String> notJudged) {
        /** Where its first violation is, or else its first finding. */
        Span shown() {
            return entries.stream()
                    .filter(ReportedFinding::isViolation)
                    .findFirst()
                    .or(() -> entries.stream().findFirst())
                    .map(entry -> entry.finding().span())
                    .orElse(place);
        }

        boolean fails() {
            return entries.stream().anyMatch(ReportedFinding::isViolation);
        }

        boolean isSkipped() {
            return notJudged.isPresent() || (!fails() && !entries.stream().allMatch(ReportedFinding::isOpen));
        }
    }

    /** Returns the report with the places of tests. */
    public static String render(ReportModel reportModel) {
        return render(reportModel, false);
    }

    /** Returns the report without what the schema of Surefire does not have. */
    public static String renderStrictly(ReportModel reportModel) {
        return render(reportModel, true);
    }

    private static String render(ReportModel reportModel, boolean isStrict) {
        JunitReport report = new JunitReport(reportModel, isStrict);
        report.reportModel.parts().forEach(report::addServers);
        report.reportModel.entries().forEach(report::add);
        return XmlOutput.document(report::write);
    }

    /** Adds the tests of all servers, except for rules about changes, which do not check unchanged servers. */
    private void addServers(ModuleResult moduleResult) {
        List<RuleInfo> rules = moduleResult.result().rules().stream()
                .filter(rule -> !RuleRegistry.isChangeRule(rule))
                .toList();
        for (Server server : moduleResult.result().estate().servers()) {
            RunMonitor.checkInterrupted();
            // A rule that has looked at nothing has passed nothing.
            if (server.hasKnownWindows()) {
                rules.forEach(rule ->
                        test(moduleResult, server.name().value(), server.name().place(), rule));
            }
        }
        moduleResult.unjudged().forEach(this::add);
    }

    /** Adds a skipped test in the place of those of the rules, which could not judge the server. */
    private void add(ReportedServer server) {
        String name = server.name();
        Test test = named(
                server.part(),
                server.span(),
                group(server.part(), name),
                of(name, ReportModel.NOT_JUDGED),
                Optional.of(server.sentence()));
        tests.put("\n" + test.group() + "\n" + test.name(), test);
    }

    private String group(ModuleResult moduleResult, String server) {
        return (reportModel.parts().size() > 1 ? moduleResult.folder() : "") + server;
    }

    private void add(ReportedFinding entry) {
        Finding finding = entry.finding();
        finding.server()
                .map(server -> test(entry.part(), server, finding.span(), finding.rule()))
                .orElseGet(() -> testOfFile(entry))
                .entries()
                .add(entry);
    }

    private Test test(ModuleResult moduleResult, String server, Span place, RuleInfo rule) {
        String key = String.join("\n", moduleResult.folder(), Estate.folded(server), rule.id());
        return tests.computeIfAbsent(
                key,
                absent -> named(
                        moduleResult, place, group(moduleResult, server), of(server, rule.id()), Optional.empty()));
    }

    /** Creates a test for a finding that is not about a server. */
    private Test testOfFile(ReportedFinding entry) {
        Finding finding = entry.finding();
        String where = finding.keyPath().isEmpty() ? "" : " " + finding.keyPath();
        String path = reportModel.inRepository(entry.path());
        Test test = named(
                entry.part(), finding.span(), path, of(path, finding.rule().id() + where), Optional.empty());
        tests.put("\n" + test.group() + "\n" + test.name(), test);
        return test;
    }

    /** Returns the name of a test. Some readers show nothing else. */
    private static String of(String subject, String rule) {
        return subject + ": " + rule;
    }

    /** Creates a test with a unique name, because GitLab drops tests with duplicate names. */
    private Test named(ModuleResult part, Span place, String group, String name, Optional<String> notJudged) {
        String safeGroup = OutputSanitizer.finding(group);
        String safeName = OutputSanitizer.finding(name);
        String unique = safeName;
        while (!names.add(safeGroup + "\n" + unique)) {
            unique = safeName + " " + duplicates.merge(safeGroup + "\n" + safeName, 2, (number, two) -> number + 1);
        }
        return new Test(safeGroup, unique, part, place, new ArrayList<>(), notJudged);
    }

    private void write(XmlOutput xml) throws XMLStreamException {
        List<String> attributes = new ArrayList<>(List.of("name", "serverlint", "time", NO_TIME));
        attributes.addAll(List.of("tests", Integer.toString(tests.size()), "errors", "0"));
        attributes.addAll(List.of("skipped", count(Test::isSkipped), "failures", count(Test::fails)));
        xml.element("testsuite", attributes, suite -> {
            for (Test test : tests.values()) {
                write(suite, test);
            }
        });
    }

    private String count(Predicate<Test> what) {
        return Long.toString(tests.values().stream().filter(what).count());
    }

    private List<String> attributes(Test test) {
        List<String> attributes =
                new ArrayList<>(List.of("name", test.name(), "classname", test.group(), "time", NO_TIME));
        if (!isStrict) {
            attributes.addAll(List.of(
                    "file",
                    reportModel.inRepository(test.part().path(test.shown())),
                    "line",
                    Integer.toString(test.shown().line())));
        }
        return attributes;
    }

    private void write(XmlOutput suite, Test test) throws XMLStreamException {
        RunMonitor.checkInterrupted();
        List<String> attributes = attributes(test);
        if (test.notJudged().isPresent()) {
            List<String> why = List.of("message", test.notJudged().get());
            suite.line();
            suite.element("testcase", attributes, testcase -> testcase.child("skipped", why));
            return;
        }
        if (test.entries().isEmpty()) {
            suite.child("testcase", attributes);
            return;
        }
        List<ReportedFinding> violations =
                test.entries().stream().filter(ReportedFinding::isViolation).toList();
        List<ReportedFinding> excused =
                test.entries().stream().filter(entry -> !entry.isOpen()).toList();
        suite.line();
        suite.element("testcase", attributes, testcase -> {
            if (test.fails()) {
                Finding first = violations.get(0).finding();
                String message = FindingText.sentence(first) + andMore(violations.size() - 1);
                testcase.child(
                        "failure",
                        List.of("type", first.rule().id(), "message", message),
                        violations.stream().flatMap(this::lines).toArray(String[]::new));
            } else if (test.isSkipped()) {
                testcase.child(
                        "skipped",
                        List.of("message", standing(excused.get(0).finding()) + andMore(excused.size() - 1)),
                        excused.stream().map(this::line).toArray(String[]::new));
            }
            String[] rest = test.entries().stream()
                    .filter(entry -> !entry.isViolation() && (test.fails() || entry.isOpen()))
                    .map(this::line)
                    .toArray(String[]::new);
            if (rest.length > 0) {
                testcase.child("system-out", List.of(), rest);
            }
        });
    }

    private Stream<String> lines(ReportedFinding entry) {
        return Stream.concat(Stream.of(line(entry)), FindingText.explanation(entry.finding()).stream());
    }

    private String line(ReportedFinding entry) {
        Finding finding = entry.finding();
        return reportModel.inRepository(entry.path()) + ":"
                + finding.span().line() + ":"
                + finding.span().column() + ": " + finding.severity().word() + ": " + FindingText.sentence(finding)
                + (finding.isOpen() ? "" : " (" + standing(finding) + ")");
    }

    private static String standing(Finding finding) {
        return finding.status().word() + ": "
                + OutputSanitizer.finding(finding.standing().note());
    }

    private static String andMore(int more) {
        return more == 0 ? "" : " (and " + more + " more)";
    }
}
