package io.github.serverlint.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTreeTest {
    @TempDir
    Path base;

    private Path write(String path) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "servers:\n");
    }

    private List<String> find(List<String> includes, List<String> excludes, String... places) {
        SourceTree tree = new SourceTree(base, includes, excludes);
        return List.copyOf(
                tree.find(java.util.Arrays.stream(places).map(Path::of).toList())
                        .keySet());
    }

    @Test
    void findsFilesInFoldersAndSubfoldersSortedByPath() throws IOException {
        write("servers/b.yaml");
        write("servers/a/z.yml");
        write("servers/a.txt");
        write("servers/.hidden/x.yaml");
        assertThat(find(List.of("**/*.yaml", "**/*.yml"), List.of(), "servers"))
                .containsExactly("servers/a/z.yml", "servers/b.yaml");
    }

    @Test
    void aNameThatTheLocaleCannotShowIsRefused() throws IOException {
        assumeTrue(Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode('\uFFFD'));
        write("servers/\uFFFDmlaut.yaml");
        assertThatThrownBy(() -> find(List.of("**/*.yaml"), List.of(), "servers"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("servers/\uFFFDmlaut.yaml")
                .hasMessageContaining("LC_ALL=C.UTF-8");
    }

    @Test
    void ofManyFilesThatCannotBeReadTheFirstIsNamed() throws IOException {
        // A thread that begins in the middle meets one before the first thread reaches the first of them.
        for (int i = 100; i < 180; i++) {
            write("servers/fine" + i + ".yaml");
        }
        for (int i = 100; i < 420; i++) {
            Files.createSymbolicLink(base.resolve("servers/lost" + i + ".yaml"), base.resolve("nowhere"));
        }
        SourceTree tree = new SourceTree(base, List.of("**/*.yaml"), List.of());
        assertThatThrownBy(() -> tree.files("sourceDirectories", List.of(Path.of("servers")), new RunMonitor()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("servers/lost100.yaml");
    }

    @Test
    void bytesAreTextWhereAStrictDecoderSaysSo() {
        byte[] parts = {
            'a',
            '\n',
            (byte) 0xC3,
            (byte) 0xA4,
            (byte) 0xEF,
            (byte) 0xBF,
            (byte) 0xBD,
            (byte) 0xED,
            (byte) 0xA0,
            (byte) 0x80,
            (byte) 0xF0,
            (byte) 0x9F,
            (byte) 0x98,
            (byte) 0xC0
        };
        Random random = new Random(8);
        int whole = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(5)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = parts[random.nextInt(parts.length)];
            }
            SourceFile file = SourceTree.decode("a.yaml", bytes);
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                assertThat(file.isWhole()).as(text).isTrue();
                assertThat(file.text()).isEqualTo(text);
                whole++;
            } catch (CharacterCodingException e) {
                assertThat(file.isWhole()).as(java.util.Arrays.toString(bytes)).isFalse();
            }
        }
        assertThat(whole).isBetween(100, 19_000);
    }

    @Test
    void excludesWinAndANamedFileIsReadWhateverThePatternsSay() throws IOException {
        write("servers/a.yaml");
        write("servers/old/b.yaml");
        write("estate.txt");
        assertThat(find(List.of("**/*.yaml"), List.of("old/**"), "servers", "estate.txt", "./servers/a.yaml"))
                .containsExactly("estate.txt", "servers/a.yaml");
    }

    @Test
    void aFileReachedOnTwoWaysIsReadOnce() throws IOException {
        Path file = write("servers/a.yaml");
        Files.createSymbolicLink(base.resolve("servers/b.yaml"), file);
        Files.createSymbolicLink(base.resolve("servers/loop"), base.resolve("servers"));
        assertThatThrownBy(() -> find(List.of("**/*.yaml"), List.of(), "servers"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("servers/loop");
        assertThat(find(List.of("**/*.yaml"), List.of("loop/**"), "servers")).containsExactly("servers/a.yaml");
        Files.delete(base.resolve("servers/loop"));
        assertThat(find(List.of("**/*.yaml"), List.of(), "servers", "servers/a.yaml"))
                .containsExactly("servers/a.yaml");
    }

    @Test
    void whatBelongsToASingleFileIsReadFromTheFoldersBesideIt() throws IOException {
        write("inventory/hosts.yml");
        write("inventory/other.yml");
        write("inventory/group_vars/exchange/main");
        write("inventory/group_vars/all.json");
        write("inventory/host_vars/old/mx01.yml");
        write("inventory/roles/vars.yml");
        FileScope fileScope = new FileScope(List.of("**"), List.of("group_vars", "host_vars", "absent"), true);
        SourceTree tree = new SourceTree(base, fileScope, List.of("host_vars/old/**"));
        List<SourceFile> files =
                tree.files("sourceDirectories", List.of(Path.of("inventory/hosts.yml")), new RunMonitor());
        assertThat(files)
                .extracting(SourceFile::path)
                .containsExactly(
                        "inventory/group_vars/all.json", "inventory/group_vars/exchange/main", "inventory/hosts.yml");
        assertThat(files)
                .extracting(SourceFile::below)
                .containsExactly("group_vars/all.json", "group_vars/exchange/main", "hosts.yml");
        assertThat(files).allMatch(SourceFile::isConfidential);
        assertThat(tree.files("sourceDirectories", List.of(Path.of("inventory")), new RunMonitor()))
                .extracting(SourceFile::below)
                .contains("hosts.yml", "group_vars/all.json", "roles/vars.yml");
    }

    @Test
    void aFileKnowsTheFolderOfItsNameWhereThatMatters() throws IOException {
        for (String file :
                List.of("group_vars/all.yml", "group_vars/web.json", "host_vars/mx1.corp.yml", "plain/all.yml")) {
            write("lab/" + file);
        }
        for (String folder : List.of("group_vars/all", "group_vars/web.js", "host_vars/mx1.corp", "plain/all")) {
            Files.createDirectories(base.resolve("lab").resolve(folder));
        }
        FileScope scope = new FileScope(List.of("**"), List.of("group_vars", "host_vars"), true);
        assertThat(new SourceTree(base, scope, List.of())
                        .files("sourceDirectories", List.of(Path.of("lab")), new RunMonitor()))
                .filteredOn(SourceFile::isBesideFolder)
                .allMatch(SourceFile::isConfidential)
                .extracting(SourceFile::path)
                .containsExactly("lab/group_vars/all.yml", "lab/host_vars/mx1.corp.yml");
    }

    @Test
    void aFileThatIsNotOnTheDiskIsShownAsIfItWere() {
        SourceTree tree = new SourceTree(base.resolve("sites/one"), List.of("**"), List.of());
        assertThat(tree.shown(Path.of("servers"), "")).isEqualTo("servers");
        assertThat(tree.shown(Path.of("servers"), "a/b.yaml")).isEqualTo("servers/a/b.yaml");
        assertThat(tree.shown(Path.of("."), "a.yaml")).isEqualTo("a.yaml");
        assertThat(tree.shown(Path.of("../.."), "sites/one/a.yaml")).isEqualTo("a.yaml");
        assertThat(tree.shown(Path.of("../.."), "sites/two/a.yaml")).isEqualTo("../two/a.yaml");
        assertThat(tree.shown(Path.of("../.."), "sites")).isEqualTo("../../sites");
        assertThat(tree.shown(Path.of("../two"), "a.yaml")).isEqualTo("../two/a.yaml");
    }

    @Test
    void aPlaceThatIsNotThereIsAMistake() {
        assertThatThrownBy(() -> find(List.of("**"), List.of(), "sevrers"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("sourceDirectories: there is no file or folder sevrers."
                        + " Name the folder that holds the definitions, relative to the base directory or absolute.");
    }

    @Test
    void aFileThatMayNotBeReadIsAMistake() throws IOException {
        Path file = write("servers/a.yaml");
        assumeFalse(System.getProperty("user.name").equals("root"), "root may read everything");
        assertThat(file.toFile().setReadable(false)).isTrue();
        assertThatThrownBy(() -> SourceTree.read("servers/a.yaml", file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Cannot read servers/a.yaml: permission denied");
    }

    @Test
    void aFolderThatMayNotBeReadIsAMistake() throws IOException {
        Path folder = write("servers/a.yaml").getParent();
        assumeFalse(System.getProperty("user.name").equals("root"), "root may read everything");
        assertThat(folder.toFile().setReadable(false)).isTrue();
        try {
            assertThatThrownBy(() -> find(List.of("**"), List.of(), "servers"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("Cannot read servers: permission denied");
        } finally {
            assertThat(folder.toFile().setReadable(true)).isTrue();
        }
    }

    @Test
    void whatIsNoFileIsAMistake() throws IOException {
        Path folder = Files.createDirectories(base.resolve("servers/a.yaml"));
        assertThatThrownBy(() -> SourceTree.read("servers/a.yaml", folder))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not a regular file");
        assertThatThrownBy(() -> SourceTree.read("servers/gone.yaml", base.resolve("gone.yaml")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Cannot read servers/gone.yaml");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,''", "UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF", "UTF-32LE,FFFE0000", "UTF-32BE,0000FEFF"})
    void readsWhatTheByteOrderMarkSays(String charset, String mark) throws IOException {
        byte[] text = "Zürich 😀".getBytes(Charset.forName(charset));
        byte[] bytes = java.util.HexFormat.of().parseHex(mark);
        byte[] all = java.util.Arrays.copyOf(bytes, bytes.length + text.length);
        System.arraycopy(text, 0, all, bytes.length, text.length);
        Path file = Files.write(base.resolve("a.yaml"), all);
        assertThat(SourceTree.read("a.yaml", file).text()).isEqualTo("Zürich 😀");
    }

    @Test
    void bytesThatAreNoTextAreNotGuessedAt() throws IOException {
        Path file = Files.write(base.resolve("a.yaml"), "Zürich".getBytes(StandardCharsets.ISO_8859_1));
        SourceFile read = SourceTree.read("a.yaml", file);
        assertThat(read.isWhole()).isFalse();
        assertThat(read.end().toString()).isEqualTo("a.yaml:1:2");
    }

    @ParameterizedTest
    @CsvSource({
        "**/*.yaml, a.yaml, true",
        "**/*.yaml, x/y/a.yaml, true",
        "*.yaml, x/a.yaml, false",
        "x/**, x/y/a.yaml, true",
        "x/**, x, true",
        "x/, x/y/a.yaml, true",
        "**/old/**, a/old/b.yaml, true",
        "**/old/**, old/b.yaml, true",
        "**/old/**, older/b.yaml, false",
        "mail?.yaml, mail1.yaml, true",
        "mail?.yaml, mail12.yaml, false",
        "a+b.yaml, a+b.yaml, true",
        "x\\*.yaml, x/a.yaml, true",
    })
    void patternsMeanWhatMavenUsersExpect(String pattern, String path, boolean matches) {
        assertThat(new AntPattern(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void aPlaceThatCannotExistIsRefused() {
        SourceFile file = new SourceFile("a.yaml", "");
        assertThatThrownBy(() -> new Span(file, 0, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(file, 1, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(file, 2, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Span(file, 1, 5, 1, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void linesAreThoseOfTheParser() {
        SourceFile file = new SourceFile("a.yaml", "one\r\ntwo\rthree\n\nfive");
        assertThat(java.util.stream.IntStream.rangeClosed(1, file.lines()).mapToObj(file::line))
                .containsExactly("one", "two", "three", "", "five");
        assertThat(file.line(3)).isEqualTo("three");
        assertThat(file.line(6)).isEmpty();
    }
}
