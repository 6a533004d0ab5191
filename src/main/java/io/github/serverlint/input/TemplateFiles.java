package io.github.serverlint.input;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognition of files that are no YAML because they are templates, which become YAML when their tool renders them. A
 * chart or a role has many of them, so one finding stands for all of a kind.
 */
final class TemplateFiles {
    private static final int MOST_NAMED = 3;

    /** Languages of templates that people write around YAML, by what only they have. */
    private enum TemplateLanguage {
        ERB("ERB", "<%"),
        JINJA("Jinja", "\\{%"),
        /** Helm and others; {@code {{ x }}} at the start of a line is Jinja's too. */
        GO("Go or Jinja", "(?m)\\{\\{-|^[ \\t]*\\{\\{");

        private final String title;
        private final Pattern mark;

        TemplateLanguage(String title, String mark) {
            this.title = title;
            this.mark = Pattern.compile(mark);
        }
    }

    private TemplateFiles() {}

    /** Returns findings of which those about the syntax of templates are one for each language. */
    static List<Finding> named(List<Finding> findings) {
        Map<TemplateLanguage, List<Finding>> ofTemplates = new EnumMap<>(TemplateLanguage.class);
        List<Finding> named = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<TemplateLanguage> language = language(finding);
            language.ifPresentOrElse(
                    found -> ofTemplates
                            .computeIfAbsent(found, key -> new ArrayList<>())
                            .add(finding),
                    () -> named.add(finding));
        }
        ofTemplates.forEach((language, faults) -> named.add(finding(language, faults)));
        return named;
    }

    /** The language of the file that a finding is about, if that is why it was found. */
    private static Optional<TemplateLanguage> language(Finding finding) {
        SourceFile file = finding.span().file();
        if (finding.rule().equals(ParseRule.YAML_SYNTAX.info())) {
            return language(language -> language.mark.matcher(file.text()).find());
        }
        // A line of a template may be a text of YAML by chance.
        return finding.rule().reading() && finding.severity() == Severity.ERROR
                ? language(language -> language.mark
                        .matcher(file.line(finding.span().line()).strip())
                        .lookingAt())
                : Optional.empty();
    }

    private static Optional<TemplateLanguage> language(Predicate<TemplateLanguage> isUsed) {
        return Stream.of(TemplateLanguage.values()).filter(isUsed).findFirst();
    }

    private static Finding finding(TemplateLanguage language, List<Finding> faults) {
        List<Finding> inOrder = faults.stream()
                .sorted(Comparator.comparing(Finding::span, Span.READING_ORDER))
                .toList();
        Finding first = inOrder.get(0);
        FindingBuilder finding = Finding.reading(
                        ParseRule.YAML_SYNTAX,
                        first.span(),
                        "This is no YAML but looks like a template of " + language.title + others(inOrder))
                .because("A template becomes YAML when its tool renders it; what it says then is not known here."
                        + (first.span().file().isConfidential() ? "" : " " + first.message()))
                .fix("Lint what the tool renders, or leave the templates out with excludes.")
                .related(mark(language, first.span().file()), "this is of the template");
        inOrder.stream()
                .filter(other -> other.span().file() != first.span().file())
                .limit(MOST_NAMED)
                .forEach(other -> finding.related(other.span(), "so is this"));
        return finding.build();
    }

    private static String others(List<Finding> inOrder) {
        long others =
                inOrder.stream().map(fault -> fault.span().file()).distinct().count() - 1;
        return others == 0
                ? "."
                : ", and so " + (others == 1 ? "does 1 other file." : "do " + others + " other files.");
    }

    /** Where the file first has what only templates have. */
    private static Span mark(TemplateLanguage language, SourceFile file) {
        for (int line = 1; line <= file.lines(); line++) {
            Matcher mark = language.mark.matcher(file.line(line));
            if (mark.find()) {
                return Span.at(file, line, file.line(line).codePointCount(0, mark.end()));
            }
        }
        return Span.at(file, 1, 1);
    }
}
