package io.github.serverlint.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundJdkTest {
    @TempDir
    Path folder;

    @Test
    void theJdkThatRunsThisIsFound() {
        Path running = Path.of(System.getProperty("java.home"));

        assertThat(FoundJdk.of(Runtime.version().feature(), Map.of(), running)).contains(running);
    }

    @Test
    void aVariableComesFirstThenTheRunningOneThenItsNeighbours() throws IOException {
        Path running = jdk("jvm/a", "25.0.1");
        Path neighbour = jdk("jvm/b", "17.0.15");
        Path named = jdk("elsewhere", "25.0.3");

        assertThat(FoundJdk.of(25, Map.of("JAVA25_HOME", named.toString()), running))
                .contains(named);
        assertThat(FoundJdk.of(25, Map.of("JAVA_HOME_25_X64", named.toString()), running))
                .contains(named);
        assertThat(FoundJdk.of(25, Map.of("JAVA_HOME", named.toString()), running))
                .contains(running);
        assertThat(FoundJdk.of(17, Map.of("JAVA25_HOME", named.toString()), running))
                .contains(neighbour);
    }

    @Test
    void anotherVersionIsNotTakenForIt() throws IOException {
        Path other = jdk("jvm/a", "2.5");
        Files.createDirectories(folder.resolve("jvm/jdk-25"));
        Path early = jdk("early", "26-ea");

        assertThat(FoundJdk.of(25, Map.of("JAVA25_HOME", early.toString()), other))
                .isEmpty();
        assertThat(FoundJdk.of(26, Map.of("JAVA26_HOME", early.toString()), other))
                .contains(early);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createFile(Files.createDirectories(home.resolve("lib")).resolve("modules"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
