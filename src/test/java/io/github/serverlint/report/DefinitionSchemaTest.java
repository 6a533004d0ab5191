package io.github.serverlint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.serverlint.Sample;
import io.github.serverlint.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The schema and the reader say the same of the structure of a definition. */
class DefinitionSchemaTest {
    private static final Path SHIPPED = Path.of("src/main/resources/META-INF/serverlint/serverlint.schema.json");
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(DefinitionSchema.render(Sample.CATALOG));

    static List<Sample> samples() {
        return Sample.all().stream().filter(DefinitionSchemaTest::isYaml).toList();
    }

    /** What is no YAML, or YAML that tools read in different ways, no schema ever sees. */
    private static boolean isYaml(Sample sample) {
        return sample.lint().findings().stream()
                .noneMatch(finding -> finding.rule().id().equals("yaml-syntax")
                        || finding.rule().id().equals("duplicate-key"));
    }

    @Test
    void theShippedOneIsMadeFromTheCatalog() throws IOException {
        String made = DefinitionSchema.render(Sample.CATALOG);
        if (System.getProperty("golden.update") != null) {
            Files.writeString(SHIPPED, made);
        }
        assertThat(made).isEqualTo(Files.readString(SHIPPED));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsValidExactlyWhenTheReaderAcceptsItsStructure(Sample sample) {
        agree(sample);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "servers: {a: {os: W2K}}",
                "servers: {a: {os: 2003, exchange: 2003}}",
                "servers: {a: {os: {release: W2K, setup: complete}}}",
                "servers: {a: {os: W2K, roles: mailbox, features: VSS, components: chat, cluster: one}}",
                "servers: {a: {os: W2K, features: {VSS: yes, rpc-over-http: off}, x-note: [1, 2]}}",
                "x-a: 1\nservers: {a: {os: W2K, notes: {any: thing}}}",
                "forests: {f: , g: {functional-level: 2003, prepared: adprep}}",
                "migrations: {m: {steps: [{back-up: a}]}}\nservers: {a: {os: W2K}}",
                "defaults: {os: W2K}\nservers: {a: }",
                "servers: {a: {os: W2K, exchnage: E2K}}",
                "servers: {a: {os: [W2K]}}",
                "servers: {a: {os: {service-pack: SP4}}}",
                "servers: {a: {os: {release: W2K, pack: SP4}}}",
                "servers: {a: {os: W2K, exchange: {release: E2K, setup: complete}}}",
                "servers: {a: {os: W2K, features: {VSS: perhaps}}}",
                "servers: {a: {os: W2K, roles: {mailbox: yes}}}",
                "servers: {a: {os: W2K, roles: [[mailbox]]}}",
                "servers: {a: {os: W2K, exchange: }}",
                "servers: {a: {os: W2K, cluster: [one]}}",
                "servers: {a: {os: W2K, cluster: {nodes: 0}}}",
                "servers: {a: W2K}",
                "servers: [a]",
                "servers: {}",
                "forests: {f: mixed}",
                "forests: {f: {level: 2003}}",
                "migrations: {m: {}}",
                "migrations: {m: {steps: []}}",
                "migrations: {m: {steps: back-up}}",
                "services: {web: {image: x}}",
                "[a, b]",
                "text",
            })
    void everyKindOfStructureIsSeenAlike(String definition) {
        agree(new Sample("a.yaml", definition));
    }

    private static void agree(Sample sample) {
        boolean valid = true;
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        for (Object document : yaml.loadAll(sample.file().text())) {
            valid &= SCHEMA.validate(new ObjectMapper().valueToTree(document)).isEmpty();
        }
        List<Finding> structure = sample.lint().findings().stream()
                .filter(DefinitionSchemaTest::isAboutStructure)
                .toList();
        assertThat(valid).as("%s; the reader says %s", sample.text(), structure).isEqualTo(structure.isEmpty());
    }

    /** Keys and kinds of values. Which words are accepted, and what other documents say, is beyond a schema. */
    private static boolean isAboutStructure(Finding finding) {
        return switch (finding.rule().id()) {
            case "unknown-key", "unrecognized-document" -> true;
            case "invalid-value", "missing-value" ->
                finding.message()
                        .matches(
                                "(?s).*( takes | has no value| has an empty value| is missing in | names nothing| has no steps| is no number of nodes).*");
            default -> false;
        };
    }
}
