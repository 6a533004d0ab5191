package io.github.serverlint.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.BuildLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the profile {@code maven-matrix} leaves behind: that each project was built by the Maven and the Java that its
 * folder is named after, and that neither had a complaint about the plugin.
 */
class EveryHostIT {
    private static final Path MATRIX = Path.of("target/matrix");
    private static final Pattern HOST = Pattern.compile("<id>maven-(\\S+)-jdk-(\\d+)</id>");

    @TestFactory
    Stream<DynamicTest> hosts() throws IOException {
        List<Host> hosts = HOST.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(host -> new Host(host.group(1), Integer.parseInt(host.group(2))))
                .filter(Host::isOnThisMachine)
                .toList();
        assertThat(hosts).hasSizeGreaterThanOrEqualTo(4);
        return hosts.stream().map(host -> DynamicTest.dynamicTest(host.toString(), host::check));
    }

    private record Host(String maven, int java) {
        boolean isOnThisMachine() {
            return FoundJdk.of(java, System.getenv(), Path.of(System.getProperty("java.home")))
                    .isPresent();
        }

        void check() throws IOException {
            Path folder = MATRIX.resolve(toString());
            Set<String> complaints = new TreeSet<>();
            Set<String> mavens = new TreeSet<>();
            for (String project : projects()) {
                Path log = folder.resolve(project).resolve("build.log");
                assertThat(log).exists();
                if (isLeftOut(log)) {
                    continue;
                }
                for (BuildLog run : BuildLog.of(log.getParent().toFile())) {
                    Complaints.of(run).forEach(complaint -> complaints.add(project + ": " + complaint));
                    mavens.add("maven-" + run.maven() + "-jdk-" + (run.java().isEmpty() ? java : run.java()));
                }
            }
            assertThat(mavens).containsExactly(toString());
            assertThat(complaints).isEmpty();
        }

        /** Those of this run: all, or those that it was asked for. */
        private static Set<String> projects() throws IOException {
            String asked = System.getProperty("projects.asked", "").replace("${invoker.test}", "");
            try (Stream<Path> entries = Files.list(Path.of("src/it"))) {
                Set<String> all = new TreeSet<>(entries.filter(Files::isDirectory)
                        .map(project -> project.getFileName().toString())
                        .toList());
                if (!asked.isEmpty()) {
                    all.retainAll(List.of(asked.split(",")));
                }
                assertThat(all).isNotEmpty();
                return all;
            }
        }

        /** By its own script, for want of something on this machine. */
        private static boolean isLeftOut(Path log) throws IOException {
            Matcher refused =
                    Pattern.compile("^\\S+ is left out: ", Pattern.MULTILINE).matcher(Files.readString(log));
            return refused.find();
        }

        @Override
        public String toString() {
            return "maven-" + maven + "-jdk-" + java;
        }
    }
}
