package io.github.serverlint.input.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.serverlint.text.SourceFile;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import io.github.serverlint.yaml.YamlReader;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {
    private static final String RACK = """
            name: rack
            hosts:
              - {id: mx1, ram: 64, os: '2019', up: yes, disks: [c, d, e]}
              - {id: mx2, ram: 8, os: 2022, note: ~, disks: []}
              - {id: dc1, ram: 16.0, os: "2019", parent: {id: mx1, ram: 64}}
            odd keys:
              a.b/c: dotted
              it's: quoted
              "tab\\there": escaped
              dash-ed: 1
              _azAZ09: plain
            list: [p, q, r, s, t]
            nested: {id: n0, below: {id: n1, below: {id: n2}}}
            """;

    private static String select(String yaml, String selector) throws JsonPathSyntaxException {
        Node document =
                YamlReader.read(new SourceFile("rack.yaml", yaml)).documents().get(0);
        return JsonPath.of(selector).select(JsonPathMatch.root(document)).stream()
                .map(jsonPathMatch -> shown(jsonPathMatch.node()))
                .collect(Collectors.joining(" "));
    }

    private static String shown(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().stream().map(Node.Entry::name).collect(Collectors.joining(",", "{", "}"));
        }
        return node instanceof Sequence sequence
                ? sequence.items().stream().map(JsonPathTest::shown).collect(Collectors.joining(",", "[", "]"))
                : ((Scalar) node).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            emptyValue = "",
            value = {
                // Segments.
                "$; {name,hosts,odd keys,list,nested}",
                "$.name; rack",
                "$['name']; rack",
                "$[\"name\"]; rack",
                "$ .name; rack",
                "$.absent; ``",
                "$.name.id; ``",
                "$['odd keys']['a.b/c']; dotted",
                "$['odd keys']['it\\'s']; quoted",
                "$['odd keys'][\"it's\"]; quoted",
                "$['odd keys']['tab\\there']; escaped",
                "$['odd keys']['\\u0061.b\\/c']; dotted",
                "$['odd keys']['dash-ed']; 1",
                "$['odd keys']._azAZ09; plain",
                "$[ 'name' , 'list' ]; rack [p,q,r,s,t]",
                "$.hosts[?match( @.id , 'mx.' )].id; mx1 mx2",
                "$['name','list']; rack [p,q,r,s,t]",
                "$['name', 'name']; rack rack",
                "$.nested.*; n0 {id,below}",
                "$.nested[*]; n0 {id,below}",
                "$.list[*]; p q r s t",
                "$.name[*]; ``",
                // Indexes and slices.
                "$.list[0]; p",
                "$.list[-1]; t",
                "$.list[5]; ``",
                "$.list[-6]; ``",
                "$.list[0, 2]; p r",
                "$.nested[0]; ``",
                "$.list['0']; ``",
                "$.list[1:3]; q r",
                "$.list[:2]; p q",
                "$.list[3:]; s t",
                "$.list[-2:]; s t",
                "$.list[::2]; p r t",
                "$.list[::-1]; t s r q p",
                "$.list[3:1:-1]; s r",
                "$.list[10:1:-2]; t r",
                "$.list[1:3:0]; ``",
                "$.list[ 1 : 3 ]; q r",
                "$.hosts[1:]['id', 'os']; mx2 2022 dc1 2019",
                // Descendants.
                "$..id; mx1 mx2 dc1 mx1 n0 n1 n2",
                "$.nested..id; n0 n1 n2",
                "$.nested..[\"id\"]; n0 n1 n2",
                "$.nested..*; n0 {id,below} n1 {id} n2",
                "$.hosts..[0]; {id,ram,os,up,disks} c",
                // Filters: existence.
                "$.hosts[?@.parent].id; dc1",
                "$.hosts[?!@.parent].id; mx1 mx2",
                "$.hosts[?@.note].id; mx2",
                "$.hosts[?@.disks[0]].id; mx1",
                "$.hosts[?@..below]; ``",
                "$.nested[?@.below].id; n1",
                "$.hosts[?$.name].id; mx1 mx2 dc1",
                "$.hosts[?$.none].id; ``",
                // Comparisons.
                "$.hosts[?@.id == 'mx1'].ram; 64",
                "$.hosts[?'mx1' == @.id].ram; 64",
                "$.hosts[?@['id'] != \"mx1\"].id; mx2 dc1",
                "$.hosts[?@.ram > 10].id; mx1 dc1",
                "$.hosts[?@.ram == 16].id; dc1",
                "$.hosts[?@.ram >= 1.6e1].id; mx1 dc1",
                "$.hosts[?@.ram < 9].id; mx2",
                "$.hosts[?@.ram <= 8].id; mx2",
                "$.hosts[?@.id < 'mx'].id; dc1",
                "$.hosts[?@.up == true].id; mx1",
                "$.hosts[?@.up != true].id; mx2 dc1",
                "$.hosts[?@.note == null].id; mx2",
                "$.hosts[?@.parent == null].id; ``",
                "$.hosts[?@.none == @.neither].id; mx1 mx2 dc1",
                "$.hosts[?@.id == $.hosts[0].id].ram; 64",
                "$.hosts[?@.parent.id == @.id].id; ``",
                "$.hosts[?@.disks == $.hosts[1].disks].id; mx2",
                "$.hosts[?@.id > 5].id; ``",
                "$.hosts[?@.id < 5].id; ``",
                "$.hosts[?5 < @.id].id; ``",
                "$.hosts[?@.ram > 16].id; mx1",
                "$.hosts[?@.ram < 16].id; mx2",
                "$.list[?@ > 's']; t",
                "$.list[?@ == 'q']; q",
                "$.list[?@ >= 's']; s t",
                // Text is compared as it is written, in quotes or not; a number is one only without quotes.
                "$.hosts[?@.os == '2022'].id; mx2",
                "$.hosts[?@.os == 2022].id; mx2",
                "$.hosts[?@.os == '2019'].id; mx1 dc1",
                "$.hosts[?@.os == 2019].id; ``",
                "$.hosts[?@.os < 2030].id; mx2",
                // Logic.
                "$.hosts[?@.ram > 10 && @.disks].id; mx1",
                "$.hosts[?@.ram < 10 || @.parent].id; mx2 dc1",
                "$.hosts[?@.id=='mx1'||@.id=='mx2'&&@.ram>10].id; mx1",
                "$.hosts[?(@.id=='mx1'||@.id=='mx2')&&@.ram>10].id; mx1",
                "$.hosts[?!(@.id == 'mx1')].id; mx2 dc1",
                "$.hosts[? ! ( @.ram < 10 ) ].id; mx1 dc1",
                // Functions.
                "$.hosts[?match(@.id, 'mx[0-9]')].id; mx1 mx2",
                "$.hosts[?match(@.id, 'mx')].id; ``",
                "$.hosts[?search(@.id, '[0-9]$')].id; mx1 mx2 dc1",
                "$.hosts[?!search(@.id, \"^mx\")].id; dc1",
                "$.hosts[?search(@.disks, 'c')].id; ``",
                "$.list[?search(@, '\\\\x70|q')]; p q"
            })
    void selects(String selector, String expected) throws JsonPathSyntaxException {
        assertThat(select(RACK, selector)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "name # 1 # A selector begins with $.",
                "`$.name ` # 7 # Here a segment has to begin, with \".\" or \"[\".",
                "$. # 3 # Here a name or * has to stand; a name with other signs is written as ['name'].",
                "$.. # 4 # Here a name or * has to stand; a name with other signs is written as ['name'].",
                "$.1a # 3 # Here a name or * has to stand; a name with other signs is written as ['name'].",
                "$.a-b # 4 # A name with this sign is written as ['name'].",
                "$.a.'b' # 5 # Here a name or * has to stand; a name with other signs is written as ['name'].",
                "$[] # 3 # Here a name in quotes, a number, * or ? has to stand.",
                "$[a] # 3 # Here a name in quotes, a number, * or ? has to stand.",
                "$['a' # 6 # Here \"]\" or \",\" has to stand.",
                "$['a] # 3 # The quote that is opened here is not closed.",
                "$['\\x'] # 4 # This is no escape that is known; a backslash itself is written as \\\\.",
                "$['\\u12'] # 4 # Behind \\u four digits have to stand.",
                "$['\\ud800'] # 4 # This is no escape that is known; a backslash itself is written as \\\\.",
                "$[01] # 3 # \"01\" is no index.",
                "$[-0] # 3 # \"-0\" is no index.",
                "$[9007199254740992] # 3 # \"9007199254740992\" is no index.",
                "$[1:2:3:4] # 8 # Here \"]\" or \",\" has to stand.",
                "$[?] # 4 # Here a query that begins with @ or $, a text in quotes, a number, true, false or null has to stand.",
                "$[?'a'] # 4 # A literal alone is no test; compare it with something.",
                "$[?@.a == ] # 11 # Here a query that begins with @ or $, a text in quotes, a number, true, false or null has to stand.",
                "$[?@.* == 1] # 4 # What is compared must be one value: only names and indexes can lead to it.",
                "$[?1 == @..a] # 9 # What is compared must be one value: only names and indexes can lead to it.",
                "$[?!@.a == 1] # 5 # Behind ! a comparison has to stand in parentheses.",
                "$[?(@.a] # 8 # Here \")\" has to stand.",
                "$[?@.a &&] # 10 # Here a query that begins with @ or $, a text in quotes, a number, true, false or null has to stand.",
                "$[?length(@) == 1] # 4 # \"length\" is no function that is supported; match and search are.",
                "$[?match(@.a, 'x') == true] # 20 # What match says is true or false already and cannot be compared.",
                "$[?match(@.a, @.b)] # 15 # The second argument of match has to be an expression in quotes.",
                "$[?match('a', 'b')] # 10 # The first argument of match has to begin with @ or $.",
                "$[?search(@.a, 'x(')] # 19 # This is no regular expression: unclosed group.",
                "$.a=b # 4 # Here a segment has to begin, with \".\" or \"[\"."
            })
    void refuses(String selector, int column, String problem) {
        JsonPathSyntaxException fault =
                catchThrowableOfType(JsonPathSyntaxException.class, () -> JsonPath.of(selector));
        assertThat(fault).isNotNull();
        assertThat(fault.column() + ": " + fault.problem()).isEqualTo(column + ": " + problem);
    }

    @Test
    void knowsTheKeysOfWhatItFindsAndOfWhatIsAboveIt() throws JsonPathSyntaxException {
        Node document = YamlReader.read(new SourceFile("r.yaml", "nodes: {mx1: {os: {name: x}}}"))
                .documents()
                .get(0);
        JsonPathMatch jsonPathMatch = JsonPath.of("$.nodes.*.os.name")
                .select(JsonPathMatch.root(document))
                .get(0);
        assertThat(List.of(jsonPathMatch.key(0), jsonPathMatch.key(1), jsonPathMatch.key(2), jsonPathMatch.key(3)))
                .map(key -> key.map(Scalar::text).orElse("none"))
                .containsExactly("name", "os", "mx1", "nodes");
        assertThat(jsonPathMatch.key(4)).isEmpty();
        assertThat(jsonPathMatch.key(50)).isEmpty();
    }

    @Test
    void aValueKeepsThePlaceWhereTheDocumentUsesIt() throws JsonPathSyntaxException {
        Node document = YamlReader.read(new SourceFile("r.yaml", "base: &b {os: w2k}\nmx1: *b\n"))
                .documents()
                .get(0);
        Node os = JsonPath.of("$.mx1.os")
                .select(JsonPathMatch.root(document))
                .get(0)
                .node();
        assertThat(os.place()).hasToString("r.yaml:2:6");
        assertThat(os.written()).hasToString("r.yaml:1:15");
    }

    @Test
    void aDocumentWhoseAliasesMultiplyIsGivenUp() throws JsonPathSyntaxException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= 4; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(String.join(", ", java.util.Collections.nCopies(10, alias)))
                    .append("]\n");
        }
        JsonPath jsonPath = JsonPath.of("$..*..*..id");
        JsonPathMatch root = JsonPathMatch.root(YamlReader.read(new SourceFile("bomb.yaml", bomb.toString()))
                .documents()
                .get(0));
        assertThatThrownBy(() -> jsonPath.select(root)).isInstanceOfSatisfying(LimitExceeded.class, e -> {
            assertThat(e.what()).isEqualTo("$..*..*..id");
            assertThat(e.value()).hasToString("bomb.yaml:1:1");
        });
    }

    @Test
    void aDocumentWhoseAliasesNestWithoutEndIsGivenUp() throws JsonPathSyntaxException {
        StringBuilder deep = new StringBuilder("a0: &a0 x\n");
        for (int i = 1; i <= 1_100; i++) {
            deep.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append("]\n");
        }
        JsonPath jsonPath = JsonPath.of("$.a1100..id");
        JsonPathMatch root = JsonPathMatch.root(YamlReader.read(new SourceFile("deep.yaml", deep.toString()))
                .documents()
                .get(0));
        assertThatThrownBy(() -> jsonPath.select(root)).isInstanceOf(LimitExceeded.class);
    }

    @ParameterizedTest
    @CsvSource({"a, true, true, true", "b, false, false, true", "c, false, false, false", "d, true, true, true"})
    void listsAndMappingsAreTheSameIfAllInThemIs(String id, boolean lists, boolean mappings, boolean flags)
            throws JsonPathSyntaxException {
        String text = """
                - {id: a, l: [1, x], r: [1, x], m: {k: 1, j: [2]}, n: {j: [2], k: 1}, f: true, g: yes}
                - {id: b, l: [1, x], r: [1, y], m: {k: 1}, n: {k: 2}, f: no, g: false}
                - {id: c, l: [1], r: [1, x], m: {k: 1}, n: {j: 1}, f: true, g: false}
                - {id: d, l: [], r: [], m: {}, n: {}, f: false, g: false}
                """;
        JsonPathMatch root = JsonPathMatch.root(
                YamlReader.read(new SourceFile("a.yaml", text)).documents().get(0));
        String same = "$[?@.id == '" + id + "' && @.%s == @.%s]";
        assertThat(JsonPath.of(same.formatted("l", "r")).select(root)).hasSize(lists ? 1 : 0);
        assertThat(JsonPath.of(same.formatted("m", "n")).select(root)).hasSize(mappings ? 1 : 0);
        assertThat(JsonPath.of(same.formatted("f", "g")).select(root)).hasSize(flags ? 1 : 0);
    }
}
