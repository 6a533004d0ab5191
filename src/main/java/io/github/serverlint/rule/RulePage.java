package io.github.serverlint.rule;

import io.github.serverlint.finding.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Documentation page of a rule: why it exists, a bad and a good example, the fix, the sources. It is Markdown, with
 * these five headings below the rule's name.
 *
 * @param text the whole page
 */
public record RulePage(RuleInfo rule, String text) {
    private static final String SECTION = "## ";

    /** The headings of every page, in their order. */
    public static final List<String> SECTIONS = List.of("Why", "Bad", "Good", "Fix", "Sources");

    public static RulePage of(RuleInfo rule) {
        String resource = "/io/github/serverlint/rules/" + rule.id() + ".md";
        try (InputStream in = RulePage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the rule " + rule.id() + " has no page");
            }
            return new RulePage(rule, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text below each heading. */
    public Map<String, String> sections() {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder current = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith(SECTION)) {
                current = new StringBuilder();
                sections.put(line.substring(SECTION.length()).strip(), current);
            } else {
                current.append(line).append('\n');
            }
        }
        return sections.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        section -> section.getValue().toString().strip(),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }
}
