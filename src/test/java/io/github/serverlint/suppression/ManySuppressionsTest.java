package io.github.serverlint.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.ProcessorTime;
import io.github.serverlint.Sample;
import io.github.serverlint.Slow;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.finding.RunScope;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.YamlFile;
import io.github.serverlint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many comments there are, each is looked at once; a comparison of each with each would take minutes. */
@Slow
@Tag("large")
class ManySuppressionsTest {
    private static final int SERVERS = Slow.WHOLE ? 20_000 : 4_000;
    private static final int MOST_SECONDS = Slow.WHOLE ? 5 : 1;
    private static final RuleInfo RULE =
            RuleRegistry.find("unsupported-platform").orElseThrow();
    private static final String COMMENT = "# serverlint:ignore unsupported-platform -- lab\n";
    private static final String OLD = "# serverlint:ignore unsupported-platform until=2000-01-01 -- lab\n";

    /** Behind each value, at each name, beside each value, and in flow style from the middle of one server into the next. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "  lab%1$s:\n    os: W2K3\n    exchange: @Exchange 2000 " + COMMENT,
                "  lab%1$s: " + COMMENT + "    os: W2K3\n    exchange: @Exchange 2000\n",
                "  lab%1$s: {os: W2K3, " + COMMENT + "    exchange: @Exchange 2000}\n",
            })
    void eachServerMayHaveOne(String server) throws Exception {
        List<Finding> findings = apply("servers:\n", server);

        assertThat(findings).hasSizeGreaterThanOrEqualTo(SERVERS);
        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals(RULE))
                .allMatch(finding -> finding.status() == Status.SUPPRESSED);
    }

    @Test
    void eachMayCoverNothing() throws Exception {
        List<Finding> findings =
                apply("servers:\n", "  lab%s:\n    os: W2K3 " + COMMENT + "    exchange: @Exchange 2000\n");

        assertThat(findings).hasSize(2 * SERVERS).allMatch(Finding::isOpen);
    }

    @Test
    void allMayStandAboveOneServer() throws Exception {
        String server = "  lab%s:\n    os: W2K3\n    exchange: @Exchange 2000\n";

        assertThat(apply(OLD.repeat(SERVERS) + COMMENT.repeat(SERVERS) + "servers:\n", server))
                .hasSize(3 * SERVERS - 1)
                .filteredOn(finding -> finding.status() == Status.SUPPRESSED)
                .hasSize(SERVERS);
        assertThat(apply(OLD.repeat(SERVERS) + "servers:\n", server)).hasSize(2 * SERVERS);
    }

    @Test
    void flowStyleMayInterlockThem() throws Exception {
        String server =
                "lab%s: {os: W2K3, # serverlint:ignore unsupported-platform -- lab\n" + "exchange: @Exchange 2000}, ";

        List<Finding> findings = apply("servers: {\n", server);

        // The comment of the next line is the nearer one for each value, so that the first is left over.
        assertThat(findings)
                .hasSize(SERVERS + 1)
                .filteredOn(finding -> finding.status() == Status.SUPPRESSED)
                .hasSize(SERVERS);
    }

    /** A finding where each sign stands that shows its place. */
    private static List<Finding> apply(String head, String server) throws Exception {
        StringBuilder text = new StringBuilder(head);
        for (int i = 0; i < SERVERS; i++) {
            text.append(server.replace("%s", "" + i).replace("%1$s", "" + i));
        }
        text.append(head.endsWith("{\n") ? "}\n" : "");
        SourceFile file = new SourceFile("a.yaml", text.toString().replace("@", ""));
        List<Finding> findings = places(text.toString(), file);
        YamlFile yaml = YamlReader.read(file);
        assertThat(yaml.findings()).isEmpty();
        Predicate<RuleInfo> ofChanges = RuleRegistry::isChangeRule;
        RunScope runScope =
                new RunScope(Sample.AS_OF, rule -> Optional.of(rule.defaultSeverity()), ofChanges, true, false);
        return ProcessorTime.within(
                MOST_SECONDS, () -> Suppressions.apply(List.of(yaml), findings, name -> Optional.empty(), runScope));
    }

    private static List<Finding> places(String text, SourceFile file) {
        List<Finding> findings = new ArrayList<>();
        int line = 1;
        for (String each : text.split("\n")) {
            if (each.contains("@")) {
                Span span = Span.at(file, line, each.indexOf('@') + 1);
                findings.add(Finding.at(RULE, Located.of("Exchange 2000", span), "It fails.")
                        .build());
            }
            line++;
        }
        return findings;
    }
}
