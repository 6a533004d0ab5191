package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.serverlint.Sample;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.SourceFile;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors of mapping files that are not valid: one message, with the place and what would be right. */
class BadMappingsTest {
    /** A mapping that is right but for one line. */
    private static String with(String line) {
        return "version: 1\nfiles: ['*.yaml']\nfields:\n  name: {at: $.name}\n" + line + "\n";
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "",
                        "1:1: A mapping file is one document, and that a mapping."
                                + " Write version: 1 into its first line, and copy the rest from a layout that ships with"
                                + " serverlint."),
                Arguments.of(
                        "version: 1\n---\nversion: 1\n",
                        "3:1: A mapping file is one document, and that a mapping."
                                + " Write version: 1 into its first line, and copy the rest from a layout that ships with"
                                + " serverlint."),
                Arguments.of(
                        "files: ['*.yaml']\nfields: {name: {at: $.name}}\n",
                        "1:1: The key \"version\" is missing in a mapping file. Add it."),
                Arguments.of(
                        "version: 2\nfiles: ['*.yaml']\nfields: {name: {at: $.name}}\n",
                        "1:10: \"2\" is no version of the mapping language that is known. It is version: 1."),
                Arguments.of(
                        "version: 1\nfields: {name: {at: $.name}}\n",
                        "1:1: The key \"files\" is missing in a mapping file. Add it."),
                Arguments.of(
                        "version: 1\nfiles: ['*.yaml']\n",
                        "1:1: The key \"fields\" is missing in a mapping file. Add it."),
                Arguments.of(
                        "version: 1\nfiles: ['*.yaml']\nfields: {os: {at: $.os}}\n",
                        "3:1: No field says the name of a server. Add the field \"name\"."),
                Arguments.of(
                        "version: 1\nsources:\n  - {reader: yaml, fields: {name: {at: $.name}}}\n",
                        "3:5: The key \"files\" is missing in a source. Add it."),
                Arguments.of(
                        with("selct: $.servers[*]"),
                        "5:1: \"selct\" is not a key of a mapping file. Did you mean \"select\"?"),
                Arguments.of(
                        with("select: $.servers[*"),
                        "5:20: \"$.servers[*\" is no selector: here \"]\" or \",\" has to stand."),
                Arguments.of(
                        with("select: '$[''a'']b'"),
                        "5:18: \"$['a']b\" is no selector: here a segment has to begin, with \".\" or \"[\"."),
                Arguments.of(
                        with("select: \"$['a\\\\\\\\b'] .b-c\""),
                        "5:24: \"$['a\\\\b'] .b-c\" is no selector: a name with this sign is written as ['name']."),
                Arguments.of(
                        with("select: $[?length(@) > 1]"),
                        "5:12: \"$[?length(@) > 1]\" is no selector: \"length\" is no function that is supported; match"
                                + " and search are."),
                Arguments.of(
                        with("path: '^(?<env>[a-z+)$'"),
                        "5:22: This is no regular expression: unclosed character class."
                                + " Put it into single quotes, where a backslash is just that."),
                Arguments.of(with("reader: yml"), "5:9: \"yml\" is no reader. Did you mean \"yaml\"?"),
                Arguments.of(with("  ox: {at: $.os}"), "5:3: \"ox\" is no field of a server. Did you mean \"os\"?"),
                Arguments.of(
                        with("  exchange.cu: {at: $.cu}"),
                        "5:3: \"exchange.cu\" is no field of a server. Accepted: name, os, exchange, ad-connector,"),
                Arguments.of(
                        with("  os: {strip: x}"),
                        "5:7: Nothing says where to look. Add one of at, above, root, key, file, var, group, field, const, side, join."),
                Arguments.of(
                        with("  os: {at: $.os, key: 1}"),
                        "5:18: \"at\" and \"key\" both say where to look."
                                + " Make two attempts of it, in the order in which they count."),
                Arguments.of(
                        with("  os: {at: $.os, tabel: images}"),
                        "5:18: \"tabel\" is not a key of an attempt of \"os\". Did you mean \"table\"?"),
                Arguments.of(
                        with("  os: {at: $.os, table: images}"),
                        "5:25: \"images\" is no table of this mapping. There is none."),
                Arguments.of(
                        with("  os: {at: $.os, table: imagse}\ntables: {images: {a: b}}"),
                        "5:25: \"imagse\" is no table of this mapping. Did you mean \"images\"?"),
                Arguments.of(
                        with("tables: {images: {A: b, a: c}}"),
                        "5:28: \"a\" stands twice in the table \"images\"."
                                + " Capital and small letters make no difference; keep one."),
                Arguments.of(
                        with("  os: {at: $.os, capture: '(2019'}"),
                        "5:33: This is no regular expression: unclosed group."
                                + " Put it into single quotes, where a backslash is just that."),
                Arguments.of(
                        with("  os: {at: $.os, present: ['+']}"),
                        "5:18: \"present\" is for lists, and \"os\" is one value."
                                + " The lists are roles, features and components."),
                Arguments.of(with("  os: {var: os}"), "5:8: The reader yaml has no variables; use \"at\"."),
                Arguments.of(with("  os: {group: win}"), "5:8: The reader yaml has no groups; use \"at\" or \"key\"."),
                Arguments.of(
                        with("  os: {key: up}"),
                        "5:13: \"up\" is no number of levels. 0 is the record's own key, 1 that of what it stands in."),
                Arguments.of(
                        with("  os: {file: env}"),
                        "5:14: \"env\" is no part of a file's path. Accepted: stem, folder, path."),
                Arguments.of(
                        with("  os: {field: exchange}"),
                        "5:15: \"exchange\" is no field that stands above. Accepted: name."),
                Arguments.of(
                        with("  os: {at: [$.os, {a: b}]}"),
                        "5:19: \"at\" in an attempt of \"os\" takes text, not a mapping."),
                Arguments.of(
                        with("where: {at: $.os, equal: x}"),
                        "5:19: \"equal\" is not a key of a test of \"where\". Did you mean \"equals\"?"),
                Arguments.of(
                        with("layers: [a.yaml]"),
                        "5:1: The reader yaml has no use for \"layers\". That is for the reader layered."),
                Arguments.of(
                        "version: 1\nreader: ansible\nfiles: ['*']\nfields: {os: {var: os}}\n",
                        "3:1: The reader ansible has no use for \"files\"."
                                + " It reads the whole inventory; \"where\" says which hosts are servers."),
                Arguments.of(
                        "version: 1\nreader: ansible\nfields: {os: {at: $.os}}\n",
                        "3:15: The reader ansible has no records; use \"var\"."),
                Arguments.of(
                        "version: 1\nreader: ansible\nfields: {os: {var: '$..os'}}\n",
                        "3:20: \"$..os\" does not begin with the name of a variable."
                                + " Write $.variable, or $['variable'], and then what is inside it."),
                Arguments.of(
                        "version: 1\nreader: layered\nfiles: ['*.yaml']\npath: '(?<node>.*)'\n"
                                + "layers: ['roles/${file.nod}.yaml']\nfields: {name: {file: node}}\n",
                        "5:10: ${file.nod} names nothing. There is ${node.KEY}, and ${file.stem}, ${file.folder},"
                                + " ${file.path}, ${file.node}."),
                Arguments.of(
                        "version: 1\nreader: layered\nfiles: ['*.yaml']\nmerge: {a: deeper}\n"
                                + "fields: {name: {file: stem}}\n",
                        "4:12: \"deeper\" is no way to merge. Accepted: first, deep, unique."),
                Arguments.of(with("inherit: {root: $.all, fiel: defaults.yaml}"), "5:24: \"fiel\" is not a key of"),
                Arguments.of(
                        with("  os: {at: $.os, follow: {in: $.images, at: $.os, tga: '!Ref'}}"),
                        "5:51: \"tga\" is not a key of"),
                Arguments.of(
                        with("  os: {at: $.os, follow: [{in: $.images, at: $.os}, cloudfront]}"),
                        "5:53: \"cloudfront\" is no way to follow a value. Accepted: cloudformation."),
                Arguments.of(
                        with("datum: Datum.yml"),
                        "5:1: The reader yaml has no use for \"datum\". That is for the reader layered."),
                Arguments.of(
                        "version: 1\nsources:\n  - {reader: yaml, files: ['*'], fields: {name: {at: $.name}}, feilds: x}\n",
                        "3:64: \"feilds\" is not a key of a source."),
                Arguments.of(
                        with("  os: [$.os]"),
                        "5:8: \"os\" in an attempt of \"os\" takes a mapping or a list of them, not the text \"$.os\"."),
                Arguments.of(
                        with("  roles: {at: $.roles, present: [[x]]}"),
                        "5:34: \"present\" in an attempt of \"roles\" takes text, not a list."),
                Arguments.of(
                        with("  os: {join: [{at: $.os}]}"), "5:8: \"join\" takes a list of two or more parts. Each is"),
                Arguments.of(
                        with("  os: {at: $.a, join: [{at: $.os}, {at: $.b}]}"),
                        "5:17: \"at\" and \"join\" both say where to look."),
                Arguments.of(
                        with("  roles: {join: [{at: $.os}, {at: $.b}]}"),
                        "5:11: \"join\" makes one text, and \"roles\" is a list. Make an attempt of each value."),
                Arguments.of(
                        with("  os: {join: [{at: $.os}, {at: $.b, feld: x}]}"),
                        "5:37: \"feld\" is not a key of a part of \"join\"."),
                Arguments.of(
                        with("where: {join: [{at: $.os}, {at: $.b}], equals: x}"),
                        "5:9: A test looks at one value. Make a field of what is joined"),
                Arguments.of(
                        with("  exchange: {at: $.mail, release: 2019}"),
                        "5:35: \"2019\" is no thing to say of a release. Accepted: unknown."),
                Arguments.of(
                        with("  forest: {at: $.mail, release: unknown}"),
                        "5:24: \"release\" is for products, and \"forest\" is none. Remove it."),
                Arguments.of(with("scope: {at: $.site, tabel: x}"), "5:21: \"tabel\" is not a key of"),
                Arguments.of(with("scope: {field: name}"), "5:16: \"name\" is no field that stands above."),
                Arguments.of(
                        "version: 1\nfiles: ['*.yaml']\nfields: {name: {side: names.yaml}}\n",
                        "3:17: A file of names and values cannot yield the name itself or its scope."));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void areRefusedWithPlaceAndAdvice(String mapping, String message) {
        SourceFile file = new SourceFile("my.yaml", mapping);
        ConfigurationException refusal =
                catchThrowableOfType(ConfigurationException.class, () -> MappingFile.read(file, Sample.CATALOG));
        assertThat(refusal).isNotNull();
        assertThat(refusal).hasMessageStartingWith("The mapping cannot be used:\nmy.yaml:" + message);
        assertThat(refusal.getMessage().lines()).hasSize(2);
    }

    @Test
    void severalFaultsAreToldTogether() {
        SourceFile file = new SourceFile("my.yaml", with("  ox: {at: $.os}\nselct: $"));
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> MappingFile.read(file, Sample.CATALOG)))
                .hasMessage("""
                        The mapping cannot be used:
                        my.yaml:5:3: "ox" is no field of a server. Did you mean "os"?
                        my.yaml:6:1: "selct" is not a key of a mapping file. Did you mean "select"?""");
    }

    @Test
    void anExpressionThatDoesNotComeToAnEndIsNamedWithTheValue() {
        String mapping = with("  os: {at: $.os, capture: '^(([a-z])+.)+[A-Z]([a-z])+$'}");
        Map<String, String> files = Map.of("a.yaml", "name: mx1\nos: " + "a".repeat(5_000) + "\n");
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> Mapped.by(mapping, files)))
                .hasMessage(
                        "The mapping my.yaml cannot be used: \"^(([a-z])+.)+[A-Z]([a-z])+$\" does not come to an end on"
                                + " what stands at lab/a.yaml:2:5. Write it so that no part of a text can be matched in two ways,"
                                + " or leave that file out with excludes.");
    }

    @Test
    void aFileOfDefaultsThatIsNotThereIsNamed() {
        String mapping = with("inherit: {file: defaults.yaml, root: $.all}");
        Map<String, String> files = Map.of("a.yaml", "name: mx1\n");
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> Mapped.by(mapping, files)))
                .hasMessage("my.yaml:5:10: there is no file defaults.yaml in lab/."
                        + " Name one relative to the folder that is linted.");
    }
}
