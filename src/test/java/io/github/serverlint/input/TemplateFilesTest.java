package io.github.serverlint.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.text.SourceFile;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFilesTest {
    private static List<Finding> findings(String... texts) {
        LintResult result = new TextLinter(Sample.CATALOG)
                .lint(
                        IntStream.range(0, texts.length)
                                .mapToObj(i -> new SourceFile("t" + i + ".yaml", texts[i]))
                                .toList(),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF);
        return result.findings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{% for s in servers %}\\n{{ s }}: {os: W2K}\\n{% endfor %} ; Jinja ; 1:2",
                "servers:\\n  <% nodes.each do |n| %>\\n  x: {}\\n  <% end %> ; ERB ; 2:4",
                "servers:\\n{{- range .Values.machines }}\\n  a: {os: W2K}\\n{{- end }} ; Go or Jinja ; 2:3",
                "servers:\\n  {{ toYaml .Values.servers }}\\n  b: {} ; Go or Jinja ; 2:4",
            })
    void areSaidToBeTemplates(String text, String language, String mark) {
        List<Finding> findings = findings(text.replace("\\n", "\n") + "\n");
        assertThat(findings).hasSize(1);
        Finding finding = findings.get(0);
        assertThat(finding.rule().id()).isEqualTo("yaml-syntax");
        assertThat(finding.message()).isEqualTo("This is no YAML but looks like a template of " + language + ".");
        // What the parser says is not lost.
        assertThat(finding.reason()).doesNotEndWith("known here.");
        assertThat(
                        finding.related().isEmpty()
                                ? finding.span().toString()
                                : finding.related().get(0).span().toString())
                .isEqualTo("t0.yaml:" + mark);
    }

    @Test
    void manyAreOneFinding() {
        String template = "{% if x %}\nservers: {a: {os: W2K}}\n{% endif %}\n";
        List<Finding> findings = findings(
                template, template, "servers: {b: {os: W2K}}\n", template, "servers: {\n", "servers:\n  <% x %>\n");
        assertThat(findings)
                .extracting(Finding::message)
                .filteredOn(message -> message.startsWith("This is no YAML"))
                .satisfiesExactlyInAnyOrder(
                        message -> assertThat(message)
                                .isEqualTo(
                                        "This is no YAML but looks like a template of Jinja, and so do 2 other files."),
                        message -> assertThat(message).isEqualTo("This is no YAML but looks like a template of ERB."),
                        message -> assertThat(message).startsWith("This is no YAML: "));
    }

    /** Valid YAML is none, whatever its texts hold. */
    @Test
    void whatCanBeReadIsNoTemplate() {
        assertThat(findings("servers:\n  a: {os: W2K, x-note: '<% {% {{- x }}'}\n"))
                .isEmpty();
    }
}
