package io.github.serverlint.report;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.LintResult.BaseComparison;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.RelatedLocation;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.UnjudgedServer;
import io.github.serverlint.rule.NotJudged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Console report of a run. */
public final class ConsoleReport {
    private static final int MOST_SOURCES = 2;
    private static final int MOST_REPEATED = 5;
    private static final int MOST_UNDECIDED = 3;
    private static final int MOST_UNJUDGED = 20;
    private static final int MOST_NOTICES = 3;
    private static final int COMMIT_SHOWN = 10;

    private final AnsiStyle ansiStyle;
    private final String explainCommand;

    /**
     * Creates a report for a terminal.
     *
     * @param explainCommand the command line of the goal that explains a rule
     */
    public ConsoleReport(AnsiStyle ansiStyle, String explainCommand) {
        this.ansiStyle = ansiStyle;
        this.explainCommand = explainCommand;
    }

    /** Line of the console with its severity. */
    public record Line(Severity severity, String text) {}

    public List<Line> lines(LintResult result) {
        List<Line> lines = new ArrayList<>();
        result.findings().stream().filter(ConsoleReport::isShown).forEach(finding -> lines.addAll(lines(finding)));
        byQuestion(result.unjudged())
                .forEach((unknown, servers) -> lines.add(new Line(Severity.WARNING, unjudged(unknown, servers))));
        if (!result.undecided().isEmpty()) {
            lines.add(new Line(Severity.NOTE, undecided(result.undecided())));
        }
        if (!result.notices().isEmpty()) {
            lines.add(new Line(Severity.NOTE, noticed(result.notices())));
        }
        result.comparison()
                .ifPresent(
                        base -> lines.add(new Line(base.isWhole() ? Severity.NOTE : Severity.WARNING, compared(base))));
        lines.add(summary(result));
        return lines;
    }

    /** Suppressed and baselined findings are only counted here; the report files list them. */
    private static boolean isShown(Finding finding) {
        return finding.isOpen() || finding.status() == Status.KNOWN;
    }

    /** Returns the lines of one finding. */
    List<Line> lines(Finding finding) {
        List<String> texts = new ArrayList<>();
        texts.add(ansiStyle.bold(OutputSanitizer.message(finding.span().toString())) + ": "
                + ansiStyle.severity(finding.severity(), finding.severity().word()) + ": "
                + brief(finding)
                + (finding.isOpen() ? "" : " (known: " + finding.standing().note() + ")"));
        List<String> snippet = Snippet.of(finding.span());
        if (!snippet.isEmpty()) {
            texts.add(snippet.get(0));
            texts.add(ansiStyle.severity(finding.severity(), snippet.get(1)));
        }
        for (RelatedLocation related : finding.related()) {
            texts.add(OutputSanitizer.finding(related.span() + ": note: " + related.note()));
        }
        if (!finding.reason().isEmpty()) {
            texts.add("      = why: " + OutputSanitizer.finding(finding.reason()) + cited(finding.sources()));
        }
        if (!finding.fix().isEmpty()) {
            texts.add("      = fix: " + OutputSanitizer.finding(finding.fix()));
        }
        Severity shown = finding.isOpen() ? finding.severity() : Severity.NOTE;
        return texts.stream().map(text -> new Line(shown, text)).toList();
    }

    /** Returns titles without addresses, which are in the report files. */
    static String cited(List<String> sources) {
        if (sources.isEmpty()) {
            return "";
        }
        int more = sources.size() - MOST_SOURCES;
        return sources.stream()
                .limit(MOST_SOURCES)
                .map(citation -> citation.replaceFirst(", https?://\\S+$", ""))
                .collect(Collectors.joining("; ", " [", (more > 0 ? "; " + more + " more" : "") + "]"));
    }

    /** Returns servers that are not judged, by what is not known of them. */
    public static Map<String, List<UnjudgedServer>> byQuestion(List<UnjudgedServer> unjudged) {
        return unjudged.stream()
                .collect(Collectors.groupingBy(UnjudgedServer::unknown, TreeMap::new, Collectors.toList()));
    }

    /** Returns one line about servers of which the same is not known, such as {@code Windows release}. */
    public static String unjudged(String unknown, List<UnjudgedServer> servers) {
        int more = servers.size() - MOST_UNJUDGED;
        String named = servers.stream()
                .limit(MOST_UNJUDGED)
                .map(server -> OutputSanitizer.finding(
                        server.name().value().quoted() + " (" + server.name().place() + ")"))
                .collect(Collectors.joining(", "));
        return "Not judged: " + counted(servers.size(), "server") + " whose " + unknown + " is not known: " + named
                + (more > 0 ? ", and " + more + " more." : ".");
    }

    private static String undecided(List<NotJudged> undecided) {
        // Several rules may miss the same value.
        List<String> missing = undecided.stream()
                .map(value -> value.missing() + " of " + value.serverName().quoted() + " (" + value.span() + ")")
                .distinct()
                .toList();
        int more = missing.size() - MOST_UNDECIDED;
        String found = missing.stream()
                .limit(MOST_UNDECIDED)
                .map(OutputSanitizer::finding)
                .collect(Collectors.joining(", "));
        return "Not judged, because the definition does not say it: " + found
                + (more > 0 ? ", and " + more + " more." : ".");
    }

    private static String noticed(List<Notice> notices) {
        int more = notices.size() - MOST_NOTICES;
        String found = notices.stream()
                .limit(MOST_NOTICES)
                .map(notice -> OutputSanitizer.message(notice.toString()))
                .map(text -> text.endsWith(".") ? text.substring(0, text.length() - 1) : text)
                .collect(Collectors.joining("; "));
        return "Left out or never used (" + notices.size() + "): " + found
                + (more > 0 ? "; and " + more + " more: the goal servers shows all." : ".");
    }

    private static String compared(BaseComparison base) {
        String places = base.unreadable().stream()
                .limit(MOST_UNDECIDED)
                .map(OutputSanitizer::message)
                .collect(Collectors.joining(", "));
        String elsewhere = base.unreadable().size() > MOST_UNDECIDED ? " and elsewhere" : "";
        String unreadable = base.unreadable().isEmpty()
                ? ""
                : " What the base says at " + places + elsewhere
                        + " could not be read, so what has changed there was not judged.";
        String commit =
                base.commit().substring(0, Math.min(COMMIT_SHOWN, base.commit().length()));
        if (base.servers() == 0 && base.unreadable().isEmpty()) {
            return "The base, " + commit
                    + ", defines no server where this run looks for them, so no change was judged. If they lay elsewhere"
                    + " then, move them in a change of its own.";
        }
        return "Compared with " + commit
                + ", where the history parts from " + OutputSanitizer.message(base.ref()) + ": "
                + counted(base.changed(), "server") + " of " + base.servers() + " changed or gone."
                + unreadable
                + (base.isUncertain() ? " " + BaseComparison.UNCERTAIN : "");
    }

    private Line summary(LintResult result) {
        int migrations = result.estate().migrations().size();
        String counts = counted(result.files(), "file") + ", "
                + counted(result.estate().servers().size(), "server")
                + (migrations == 0 ? "" : ", " + counted(migrations, "migration"))
                + (result.unjudged().isEmpty() ? "" : ", " + result.unjudged().size() + " not judged") + ": "
                + found(result::count, result::count) + ".";
        Severity highest = result.findings().stream()
                .filter(Finding::isOpen)
                .map(Finding::severity)
                .max(Severity::compareTo)
                .orElse(Severity.NOTE);
        String next = result.findings().stream()
                .filter(finding -> finding.severity() == highest && finding.isOpen())
                .findFirst()
                .map(first -> " For the whole story: " + explainCommand + " -Dserverlint.rule="
                        + first.rule().id())
                .orElseGet(() -> withoutFindings(result));
        return new Line(highest, counts + next);
    }

    /** What is next where no finding is open: nothing, but only if all was judged. */
    private static String withoutFindings(LintResult result) {
        if (!result.undecided().isEmpty() || !result.unjudged().isEmpty()) {
            return " Next: say what is not said, so that it can be judged.";
        }
        if (!result.isWhole()) {
            return result.findings().isEmpty()
                    ? " Nothing found in what was judged."
                    : " Nothing new in what was judged.";
        }
        return result.findings().isEmpty() ? " Nothing to do." : " Nothing new.";
    }

    /** Returns the numbers of findings by severity, and of those that do not count by status. */
    public static String found(ToLongFunction<Severity> open, ToLongFunction<Status> excused) {
        String counts = Severity.GRAVEST_FIRST.stream()
                .map(severity -> counted(open.applyAsLong(severity), severity.word()))
                .collect(Collectors.joining(", "));
        String words = Stream.of(Status.SUPPRESSED, Status.BASELINED, Status.KNOWN)
                .filter(status -> excused.applyAsLong(status) > 0)
                .map(status -> excused.applyAsLong(status) + " " + status.word())
                .collect(Collectors.joining(", "));
        return counts + (words.isEmpty() ? "" : "; besides " + words);
    }

    /** Returns the first violations for the failure message, which may be all that is seen of a build. */
    public static String failureMessage(List<Finding> violations) {
        int more = violations.size() - MOST_REPEATED;
        return violations.stream()
                .limit(MOST_REPEATED)
                .map(finding -> OutputSanitizer.message(
                                finding.span() + ": " + finding.severity().word() + ": ")
                        + brief(finding))
                .collect(Collectors.joining("\n  ", "\n  ", more > 0 ? "\n  and " + more + " more." : ""));
    }

    /** Returns the finding in one line, without its location. */
    public static String brief(Finding finding) {
        return FindingText.sentence(finding) + " [" + finding.rule().id() + "]";
    }

    /** {@code 1 violation}, {@code 2 violations}. */
    public static String counted(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
