package io.github.serverlint.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the profile {@code supply-chain} makes is reproducible from the same sources. */
class SupplyChainIT {
    private static final Path TARGET = Path.of("target");
    private static final String NAME = "serverlint-maven-plugin-" + System.getProperty("plugin.version");
    private static final String JAR = NAME + ".jar";
    private static final String BILL = NAME + "-cyclonedx.json";

    @TempDir
    Path elsewhere;

    @Test
    void anotherFolderTimeZoneLanguageAndUmaskMakeTheSameFiles() throws Exception {
        copySources(elsewhere.resolve("a folder"));
        build(elsewhere.resolve("a folder"));
        Path again = elsewhere.resolve("a folder").resolve(TARGET);

        // First by their names, so that the message says more than that something differs.
        assertThat(contents(again.resolve(JAR))).isEqualTo(contents(TARGET.resolve(JAR)));
        // What is in no entry is beside them, such as permissions.
        assertThat(again.resolve(JAR)).hasSameBinaryContentAs(TARGET.resolve(JAR));
        assertThat(again.resolve(BILL)).hasSameBinaryContentAs(TARGET.resolve(BILL));
    }

    @Test
    void theBillOfMaterialsListsWhatIsShippedWithItsLicences() throws IOException {
        JsonObject bill =
                JsonParser.parseString(Files.readString(TARGET.resolve(BILL))).getAsJsonObject();
        Set<String> components = new TreeSet<>();
        bill.getAsJsonArray("components").forEach(each -> {
            JsonObject component = each.getAsJsonObject();
            JsonObject licence = component
                    .getAsJsonArray("licenses")
                    .get(0)
                    .getAsJsonObject()
                    .getAsJsonObject("license");
            components.add(component.get("group").getAsString() + ":"
                    + component.get("name").getAsString() + " "
                    + licence.get("id").getAsString());
        });

        assertThat(components)
                .containsExactly(
                        "com.google.code.gson:gson Apache-2.0",
                        "org.apache.maven.doxia:doxia-sink-api Apache-2.0",
                        "org.apache.maven.reporting:maven-reporting-api Apache-2.0",
                        "org.yaml:snakeyaml Apache-2.0");
        assertThat(bill.has("serialNumber")).isFalse();
        assertThat(bill.getAsJsonObject("metadata").has("timestamp")).isFalse();
    }

    private static void copySources(Path to) throws IOException {
        Path from = Path.of("").toAbsolutePath();
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String name = folder.getFileName().toString();
                if (name.equals("target") || name.equals(".git")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !file.getFileName().toString().equals(".git")) {
                    Path copy = Files.copy(file, to.resolve(from.relativize(file)));
                    // As the umask of the second build would have checked it out.
                    copy.toFile().setReadable(false, false);
                    copy.toFile().setReadable(true, true);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Checks are left out: they change nothing of what is made. */
    private void build(Path folder) throws IOException, InterruptedException {
        boolean windows = File.separatorChar == '\\';
        Path maven = Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn");
        List<String> line = new ArrayList<>();
        if (!windows) {
            line.addAll(List.of("sh", "-c", "umask 077; exec \"$0\" \"$@\""));
        }
        line.addAll(List.of(maven.toString(), "-B", "-Psupply-chain", "-Dquick", "-DskipTests"));
        line.add("-Dmaven.repo.local=" + System.getProperty("local.repository"));
        line.add("package");
        ProcessBuilder process = new ProcessBuilder(line).directory(folder.toFile());
        process.environment()
                .putAll(Map.of(
                        "TZ", "Pacific/Chatham",
                        "LC_ALL", "C",
                        "MAVEN_OPTS", "-Duser.timezone=Pacific/Chatham -Duser.language=tr -Duser.country=TR"));
        File log = elsewhere.resolve("build.log").toFile();
        process.redirectErrorStream(true).redirectOutput(log);
        assertThat(process.start().waitFor())
                .as(() -> "exit code of the second build, which said:\n" + text(log))
                .isZero();
    }

    private static String text(File log) {
        try {
            return Files.readString(log.toPath());
        } catch (IOException e) {
            return "nothing that can be read";
        }
    }

    /** The number of each file's bytes and their checksum, by name. */
    private static Map<String, String> contents(Path jar) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                contents.put(entry.getName(), entry.getSize() + " " + entry.getCrc() + " " + entry.getTime());
            }
        }
        assertThat(contents).isNotEmpty();
        return contents;
    }
}
