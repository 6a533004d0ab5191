package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.stream.JsonReader;
import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.report.formats.JsonReport;
import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reports say of servers that another layout has found. */
class RecordedServersTest {
    private static final InputFormat LAB = MappedFormat.read(new SourceFile("lab-mapping.yaml", """
            version: 1
            files: ['**/*.yaml']
            fields:
              name: {at: $.host}
              os: {at: $.image}
              exchange: {at: $.mail}
              exchange.cumulative-update: {at: $.update}
              features: {at: $.features}
              cluster: {at: $.dag}
              cluster.nodes: {at: $.nodes}
              cluster.mode: {at: $.mode}
              forest: {at: $.domain}
              forest.functional-level: {at: $.level}
            """), Sample.CATALOG);

    private static LintResult lint(InputFormat inputFormat, String text) {
        SourceFile file = new SourceFile("lab/hosts.yaml", text)
                .foundAt("hosts.yaml", inputFormat.scope().confidential());
        return new TextLinter(Sample.CATALOG)
                .lint(inputFormat, List.of("lab"), List.of(file), RuleSeverities.DEFAULT, Sample.AS_OF);
    }

    @Test
    void everyPartOfAClusterAndOfAForestIsUnderstood() {
        LintResult result = lint(LAB, """
                host: mx01
                image: Windows Server 2003 Enterprise
                dag: west
                nodes: 4
                mode: active-passive
                domain: corp.example
                level: Windows Server 2003
                """);
        assertThat(ServersReport.lines(result, "check"))
                .filteredOn(line -> line.contains("  known  "))
                .extracting(line ->
                        line.strip().split(" {2,}")[0] + ": " + line.strip().split(" {2,}")[2])
                .contains(
                        "cluster: west",
                        "cluster.nodes: 4",
                        "cluster.mode: active-passive",
                        "forest.functional-level: windows-2003");
    }

    @Test
    void whatIsNotUnderstoodIsNotCalledKnown() {
        LintResult result = lint(LAB, """
                host: mx01
                image: Windows Server 2022
                mail: Exchange Server 2019 CU12
                update: 99
                features: [ReFS, -VSS]
                """);
        List<String> lines = ServersReport.lines(result, "check");
        assertThat(lines)
                .map(line -> line.strip().replaceAll(" {2,}", " | "))
                .contains(
                        "exchange | Exchange Server 2019 CU12 | Exchange Server 2019 CU12 | known | lab/hosts.yaml:3:7 | at $.mail",
                        "exchange.cumulative-update | 99 | - | not understood | lab/hosts.yaml:4:9 | at $.update",
                        "features | ReFS, -VSS | refs-volumes | known | lab/hosts.yaml:5:12 | at $.features")
                .anyMatch(line -> line.contains(": 3 known, 0 weak") && line.contains(" missing, 1 not understood."));
        assertThat(lines).anyMatch(line -> line.contains("\"-VSS\" in \"features\""));
    }

    @Test
    void aListOfWhichItemsAreNotKnownStandsOnceInTheJson() throws IOException {
        LintResult result = lint(LAB, """
                host: mx01
                image: Windows Server 2022
                features: ['{{ a }}', ReFS, '{{ b }}']
                """);
        JsonReader json = new JsonReader(new StringReader(JsonReport.render(new ReportModel(
                List.of(new ReportModel.ModuleResult("", result, Severity.ERROR)),
                "",
                Sample.CATALOG.sources(),
                "1"))));
        assertThat(names(json, "values")).doesNotHaveDuplicates().contains("features");
    }

    /** The names in the first object of a name, wherever it stands. */
    private static List<String> names(JsonReader json, String wanted) throws IOException {
        while (true) {
            switch (json.peek()) {
                case BEGIN_OBJECT -> json.beginObject();
                case BEGIN_ARRAY -> json.beginArray();
                case END_OBJECT -> json.endObject();
                case END_ARRAY -> json.endArray();
                case NAME -> {
                    if (json.nextName().equals(wanted)) {
                        json.beginObject();
                        List<String> names = new ArrayList<>();
                        while (json.hasNext()) {
                            names.add(json.nextName());
                            json.skipValue();
                        }
                        return names;
                    }
                }
                default -> json.skipValue();
            }
        }
    }
}
