package io.github.serverlint.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.CatalogReader;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Faults;
import io.github.serverlint.source.SourceFile;
import io.github.serverlint.yaml.YamlReader;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that is known by its words is the same, to the last place, as if it had been read by itself. */
class ServersAlikeTest {
    private static final Catalog CATALOG = CatalogReader.shipped();
    private static final int NONE = 0;

    private static final List<List<String>> LINES = List.of(
            List.of(
                    "os: Windows 2000 Server SP4",
                    "os: 'Windows 2000 Server SP4'",
                    "os: Windows 2003 SP1",
                    "os: Windows 95"),
            List.of("os: {release: Windows 2003, service-pack: 1}", "os: {release: Windows 2003, service-pack: 2}"),
            List.of("exchange: Exchange 2000 SP3", "exchange: Exchange 2003", "exchange: null", "exchange: 'null'"),
            List.of(
                    "roles: [mailbox]",
                    "roles: mailbox",
                    "roles: [mailbox, bridgehead]",
                    "roles: [bridgehead, mailbox]"),
            List.of("features: {rpc-over-http: yes}", "features: {rpc-over-http: no}", "features: [rpc-over-http]"),
            List.of("features: [rpc-over-http, rpc-over-http]", "features: []", "features: !Ref x"),
            List.of("components: [instant-messaging]", "components: [nonsense]"),
            List.of("cluster: MAIL", "cluster: {name: MAIL, nodes: 2}"),
            List.of("forest: corp.example", "forest: Corp.example"),
            List.of("notes: moved", "notes: 'moved again'", "notes:", "notes: {by: me}", "notes: !note x"),
            List.of("x-owner: me", "x-owner: [me, you]", "x-owner:", "owner: me"));

    static List<Integer> seeds() {
        return new Random(1997).ints(150).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aServerThatIsKnownIsTheSameAsOneThatIsRead(int seed) {
        String text = text(new Random(seed));
        compare(text);
        // The parser of all of YAML has no lines that are known, so each word is compared.
        compare(text + "x-note: &note y\n");
    }

    /** Few drawn lines, so that some of the servers are alike. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(3) == 0) {
            text.append("defaults:\n").append(settings(random, 2, 2));
        }
        String base = random.nextInt(4) == 0 ? "&base" : "";
        text.append("servers:\n");
        for (int i = 0; i < 30; i++) {
            boolean isAlias = i > 0 && !base.isEmpty() && random.nextInt(6) == 0;
            text.append("  mail")
                    .append(i)
                    .append(": ")
                    .append(isAlias ? "*base" : i == 0 ? base : "")
                    .append('\n');
            if (!isAlias) {
                text.append(random.nextInt(8) == 0 ? "    # moved\n" : "").append(settings(random, 4, 1));
            }
        }
        return text.toString();
    }

    private static String settings(Random random, int most, int variants) {
        StringBuilder settings = new StringBuilder();
        int first = random.nextInt(2) * random.nextInt(LINES.size() - most);
        for (int i = 0; i < most; i++) {
            List<String> lines = LINES.get(first + i);
            settings.append("    ")
                    .append(lines.get(random.nextInt(Math.min(lines.size(), variants + 1))))
                    .append('\n');
        }
        return settings.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roles: [mailbox]|roles: [bridgehead]",
                "roles: [mailbox]|roles: [mailbox, bridgehead]",
                "roles: [mailbox]|roles: mailbox",
                "roles: [mailbox, bridgehead]|roles: {mailbox: bridgehead}",
                "roles: [mailbox, bridgehead]|roles: [[mailbox], bridgehead]",
                "roles: [mailbox, bridgehead]|roles: [[mailbox, bridgehead]]",
                "os: {release: Windows 2003}|os: {release: Windows 2000}",
                "os: {release: Windows 2003}|os: {release: Windows 2003, service-pack: 1}",
                "os: {release: Windows 2003, service-pack: 1}|os: {release: Windows 2003, edition: Enterprise}",
                "os: {release: Windows 2003}|os: [release, Windows 2003]",
                "forest: 'null'|forest: null",
                "forest: a|forest: b",
                "notes: a|x-notes: a",
            })
    void serversWithOneOtherWordAreNotAlike(String lines) {
        String[] two = lines.split("\\|");
        String text = notPlain(two[0], two[1]);
        compare(text);
        List<Server> servers =
                read(new SourceFile("a.yaml", text), ServersAlike.MOST_MODELS).servers();
        assertThat(servers.get(1).model()).isSameAs(servers.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"roles: [mailbox, bridgehead]", "os: {release: Windows 2003}", "forest: a"})
    void serversInTheSameWordsAreAlikeWhereNoLineIsKnown(String line) {
        String text = notPlain(line, line);
        compare(text);
        List<Server> servers =
                read(new SourceFile("a.yaml", text), ServersAlike.MOST_MODELS).servers();
        assertThat(servers.get(1).model()).isSameAs(servers.get(0));
    }

    /** Two servers, of which the first is without fault, in a file that has no lines that are known. */
    private static String notPlain(String one, String other) {
        String os = one.startsWith("os:") ? "" : "os: Windows 2003\n    ";
        return "servers:\n  mail01:\n    " + os + one + "\n  mail02:\n    " + os + other + "\nx-note: &note y\n";
    }

    private static void compare(String text) {
        SourceFile file = new SourceFile("servers/mail.yaml", text);
        Contribution read = read(file, NONE);
        Contribution known = read(file, ServersAlike.MOST_MODELS);
        assertThat(known.findings()).as(text).isEqualTo(read.findings());
        assertThat(known.servers()).as(text).isEqualTo(read.servers());
    }

    private static Contribution read(SourceFile file, int most) {
        ServerReader servers = new ServerReader(CATALOG, new ServersAlike(most));
        return NativeReader.read(YamlReader.read(file), servers, CATALOG);
    }

    @Test
    void serversInTheSameWordsHaveOneModel() {
        String text = """
                servers:
                  mail01:
                    os: Windows 2003 SP1
                    roles: [mailbox]
                    notes: the old one
                  mail02:
                    # A comment is none of its words.
                    os: Windows 2003 SP1
                    roles: [mailbox]
                    notes: the new one
                  mail03:
                    roles: [mailbox]
                    os: Windows 2003 SP1
                """;
        List<Server> servers =
                read(new SourceFile("a.yaml", text), ServersAlike.MOST_MODELS).servers();
        assertThat(servers.get(1).model()).isSameAs(servers.get(0));
        assertThat(servers.get(2).model()).isSameAs(servers.get(2));
        assertThat(servers.get(1).roles().get(0).place().line()).isEqualTo(9);
        assertThat(servers.get(1).windows().orElseThrow().text().place().line()).isEqualTo(8);
    }

    @Test
    void wordsOfOneHashAreNotTheSame() {
        compare("""
                servers:
                  mail01: {os: Windows 2003, forest: Aa}
                  mail02: {os: Windows 2003, forest: BB}
                """);
    }

    @Test
    void nothingIsNotTheWordForIt() {
        compare("""
                servers:
                  mail01: {os: Windows 2003, forest: 'null'}
                  mail02: {os: Windows 2003, forest: null}
                """);
    }

    @Test
    void whatIsWrongIsSaidOfEachServer() {
        String text = """
                servers:
                  mail01: {os: Windows 95}
                  mail02: {os: Windows 95}
                """;
        assertThat(read(new SourceFile("a.yaml", text), ServersAlike.MOST_MODELS)
                        .findings())
                .hasSize(2);
    }

    /** A file of very many faults shows the first of them only. */
    @Test
    void whatIsNotShownIsNotTakenForRight() {
        StringBuilder many = new StringBuilder("servers:\n");
        for (int i = 0; i <= Faults.MOST_ERRORS; i++) {
            many.append("  mail").append(i).append(": {os: Windows 95}\n");
        }
        ServerReader servers = new ServerReader(CATALOG);
        NativeReader.read(
                YamlReader.read(new SourceFile("a.yaml", many + "  last: {os: Windows 98}\n")), servers, CATALOG);
        SourceFile other = new SourceFile("b.yaml", "servers:\n  mail: {os: Windows 98}\n");
        assertThat(NativeReader.read(YamlReader.read(other), servers, CATALOG).findings())
                .hasSize(1);
    }
}
