package io.github.serverlint.suppression;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.text.SourceFile;
import java.util.Arrays;
import java.util.List;

/** Findings of a run on definitions given as text. */
record Linted(LintResult result) {

    static Linted of(String... texts) {
        return with(List.of(), texts);
    }

    static Linted with(List<String> severities, String... texts) {
        List<SourceFile> files = Arrays.stream(texts)
                .map(text -> new SourceFile((char) ('a' + Arrays.asList(texts).indexOf(text)) + ".yaml", text))
                .toList();
        return new Linted(new TextLinter(Sample.CATALOG).lint(files, RuleSeverities.parse(severities), Sample.AS_OF));
    }

    List<Finding> findings() {
        return result.findings();
    }

    /** {@code line:column rule status} of each finding. */
    List<String> statuses() {
        return findings().stream()
                .map(finding -> finding.span().line() + ":" + finding.span().column() + " "
                        + finding.rule().id() + " " + finding.status().word())
                .toList();
    }

    /** Findings about the comments: place, message and fix. */
    List<String> complaints() {
        return findings().stream()
                .filter(finding -> finding.rule().id().endsWith("suppression")
                        || finding.rule().id().startsWith("suppression"))
                .map(finding -> finding.span().line() + ":" + finding.span().column() + " " + finding.message() + " "
                        + finding.fix())
                .toList();
    }
}
