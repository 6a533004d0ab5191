package io.github.serverlint.analysis;

import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Configured severities of rules, which override their defaults. */
public final class RuleSeverities {
    /** No overrides. */
    public static final RuleSeverities DEFAULT = new RuleSeverities(Map.of());

    private static final String OFF = "off";
    private static final List<String> WORDS = List.of(OFF, "note", "warning", "error");

    private final Map<String, Optional<Severity>> changed;

    private RuleSeverities(Map<String, Optional<Severity>> changed) {
        this.changed = changed;
    }

    /**
     * Parses the configuration.
     *
     * @param entries {@code rule-id=off|note|warning|error}, each
     * @throws ConfigurationException if a rule or a severity is unknown, or a rule may not be changed
     */
    public static RuleSeverities parse(List<String> entries) {
        Map<String, Optional<Severity>> changed = new LinkedHashMap<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            if (equals < 0) {
                throw new ConfigurationException("rules: \"" + entry
                        + "\" has no severity. Write rule-id=severity, such as " + entry.strip() + "=warning.");
            }
            String id = entry.substring(0, equals).strip();
            String word = entry.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
            RuleInfo rule = RuleRegistry.find(id)
                    .orElseThrow(() -> new ConfigurationException(
                            "rules: there is no rule \"" + id + "\". " + Suggestions.advice(id, RuleRegistry.ids())));
            if (rule.reading()) {
                throw new ConfigurationException(
                        "rules: the severity of " + id
                                + " cannot be changed, because what could not be read was not judged. Leave files that are not meant for serverlint out with excludes.");
            }
            if (changed.containsKey(id)) {
                throw new ConfigurationException("rules: " + id + " is given two severities. Keep one of them.");
            }
            changed.put(id, OFF.equals(word) ? Optional.empty() : Optional.of(severity("rules", word, WORDS)));
        }
        return new RuleSeverities(changed);
    }

    /**
     * Parses a severity.
     *
     * @throws ConfigurationException naming the parameter, if it is none
     */
    public static Severity severity(String parameter, String word) {
        return severity(parameter, word, WORDS.subList(1, WORDS.size()));
    }

    private static Severity severity(String parameter, String word, List<String> accepted) {
        for (Severity severity : Severity.values()) {
            if (severity.word().equalsIgnoreCase(word.strip())) {
                return severity;
            }
        }
        throw new ConfigurationException(
                parameter + ": \"" + word + "\" is no severity. Accepted: " + String.join(", ", accepted) + ".");
    }

    /** The same, but for one rule. */
    public RuleSeverities with(RuleInfo rule, Severity severity) {
        Map<String, Optional<Severity>> others = new LinkedHashMap<>(changed);
        others.put(rule.id(), Optional.of(severity));
        return new RuleSeverities(others);
    }

    /** The severity of a rule in this run; empty if it is off. */
    public Optional<Severity> of(RuleInfo rule) {
        return changed.getOrDefault(
                rule.id(), rule.onByDefault() ? Optional.of(rule.defaultSeverity()) : Optional.empty());
    }
}
