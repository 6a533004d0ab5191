package io.github.serverlint;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How far the plugin reaches out of the build that it runs in: to no network, into no other document that an XML text
 * names, and to no file that another user could have put in its place. Each test looks first at a class that does it.
 */
class ReachTest {
    private static final JavaClasses CLASSES = ArchitectureTest.CLASSES;
    private static final JavaClasses PLANTED = new ClassFileImporter().importClasses(Planted.class);

    /** What goes out, or finds the way there. {@code java.net} holds two classes that only encode text, too. */
    private static final Pattern NETWORK = Pattern.compile(
            "java\\.net\\.(?!URL(En|De)coder$).*|javax\\.net\\..*|java\\.rmi\\..*|javax\\.naming\\..*|javax\\.management\\.remote\\..*"
                    + "|java\\.nio\\.channels\\.(spi\\..*|.*(Socket|Datagram|Network|Selector).*)"
                    + "|(com\\.)?sun\\..*|jdk\\..*|org\\.apache\\.maven\\.(wagon|repository)\\..*|org\\.eclipse\\.aether\\..*");

    /** What reads XML or objects: a text of either can name others that are then read, or run. */
    private static final Pattern READS_MORE_THAN_ITS_TEXT = Pattern.compile(
            "javax\\.xml\\.(?!stream\\.XML(OutputFactory|StreamWriter|StreamException)$).*|org\\.xml\\..*|org\\.w3c\\..*"
                    + "|org\\.codehaus\\.plexus\\.util\\..*|java\\.beans\\..*|java\\.io\\.Object(In|Out)putStream|javax\\.script\\..*");

    /** A way to make or write a file. */
    private static final Pattern WRITES = Pattern.compile(
            "java\\.nio\\.file\\.Files\\.(write|writeString|newOutputStream|newBufferedWriter|newByteChannel|copy|move|create\\w+)\\(.*"
                    + "|java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile|PrintWriter|PrintStream)\\.<init>\\(.*"
                    + "|java\\.nio\\.channels\\.\\w*FileChannel\\.open\\(.*"
                    + "|java\\.io\\.File\\.(createNewFile|createTempFile|mkdirs?|renameTo|deleteOnExit)\\(.*");

    private static final Pattern IN_A_SHARED_FOLDER =
            Pattern.compile("java\\.io\\.File\\.(createTempFile|deleteOnExit)\\(.*"
                    + "|java\\.nio\\.file\\.Files\\.createTemp(File|Directory)\\(java\\.lang\\.String.*");

    @Test
    void noClassKnowsTheNetwork() {
        BiPredicate<JavaClass, String> network =
                (from, name) -> NETWORK.matcher(name).matches();
        assertThat(dependencies(PLANTED, network)).hasSizeGreaterThanOrEqualTo(4);

        assertThat(dependencies(CLASSES, network)).isEmpty();
    }

    @Test
    void onlyGitIsStartedAsAProcess() {
        BiPredicate<JavaClass, String> processes = (from, name) ->
                name.matches("java\\.lang\\.(ProcessBuilder|Runtime)\\.(start|exec|load|loadLibrary)\\(.*");
        assertThat(accesses(PLANTED, processes)).hasSize(1);

        assertThat(accesses(CLASSES, processes)).containsExactly("GitCommand: java.lang.ProcessBuilder.start()");
    }

    @Test
    void noXmlAndNoObjectIsRead() {
        BiPredicate<JavaClass, String> readers =
                (from, name) -> READS_MORE_THAN_ITS_TEXT.matcher(name).matches();
        assertThat(dependencies(PLANTED, readers)).hasSizeGreaterThanOrEqualTo(2);

        assertThat(dependencies(CLASSES, readers)).isEmpty();
    }

    /** And what writes it is the JDK's, not what another plugin has brought along. */
    @Test
    void xmlIsWrittenByTheJdk() {
        BiPredicate<JavaClass, String> factories =
                (from, name) -> name.startsWith("javax.xml.stream.XMLOutputFactory.new");

        assertThat(accesses(CLASSES, factories))
                .containsExactly("XmlOutput: javax.xml.stream.XMLOutputFactory.newDefaultFactory()");
    }

    @Test
    void noFileIsMadeInASharedFolder() throws IOException {
        BiPredicate<JavaClass, String> shared =
                (from, name) -> IN_A_SHARED_FOLDER.matcher(name).matches();
        assertThat(accesses(PLANTED, shared)).hasSize(2);

        assertThat(accesses(CLASSES, shared)).isEmpty();
        Pattern named = Pattern.compile("java\\.io\\.tmpdir|\"/tmp|\"/var|TMPDIR|%TEMP%");
        assertThat(named.matcher("System.getProperty(\"java.io.tmpdir\")").find())
                .isTrue();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> files = sources.filter(Files::isRegularFile).toList();
            assertThat(files).hasSizeGreaterThan(100);
            for (Path file : files) {
                assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern(named);
            }
        }
    }

    @Test
    void filesAreWrittenWhole() {
        BiPredicate<JavaClass, String> writes =
                (from, name) -> WRITES.matcher(name).matches();
        assertThat(accesses(PLANTED, writes)).hasSize(3);

        Set<String> others = accesses(
                CLASSES,
                writes.and((from, name) -> !from.getSimpleName().equals("AtomicFileWriter")
                        && !from.getSimpleName().equals("GithubActionsRunner")));
        assertThat(others).isEmpty();
        // The summary of a step belongs to the runner, which other tools write to as well, and so does the output.
        assertThat(accesses(
                        CLASSES, writes.and((from, name) -> from.getSimpleName().equals("GithubActionsRunner"))))
                .hasSize(2);
    }

    private static Set<String> dependencies(JavaClasses classes, BiPredicate<JavaClass, String> found) {
        assertThat(classes).isNotEmpty();
        Set<String> all = new TreeSet<>();
        for (JavaClass each : classes) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getName();
                if (found.test(each, target)) {
                    all.add(each.getSimpleName() + ": " + target);
                }
            }
        }
        return all;
    }

    private static Set<String> accesses(JavaClasses classes, BiPredicate<JavaClass, String> found) {
        assertThat(classes).isNotEmpty();
        Set<String> all = new TreeSet<>();
        for (JavaClass each : classes) {
            for (JavaCodeUnitAccess<?> access : each.getCodeUnitAccessesFromSelf()) {
                String target = access.getTarget().getFullName();
                if (found.test(each, target)) {
                    all.add(each.getSimpleName() + ": " + target);
                }
            }
        }
        return all;
    }

    /** Everything that is forbidden. It is only looked at, never run. */
    @SuppressWarnings({"unused", "try"})
    private static final class Planted {
        static void net() throws Exception {
            try (java.net.Socket socket = new java.net.Socket("example.com", 443);
                    var channel = java.nio.channels.SocketChannel.open();
                    var page = new java.net.URL("https://example.com").openStream()) {
                java.net.http.HttpClient.newHttpClient();
            }
        }

        static void process() throws IOException {
            new ProcessBuilder("curl").start();
        }

        static Object xml() throws Exception {
            return List.of(
                    javax.xml.parsers.DocumentBuilderFactory.newInstance(),
                    javax.xml.stream.XMLInputFactory.newInstance());
        }

        static void files() throws IOException {
            java.io.File.createTempFile("a", "b");
            Files.createTempDirectory("a");
            Stream.of(Path.of("a")).forEach(Planted::write);
        }

        private static void write(Path path) {
            try {
                Files.writeString(path, "");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
