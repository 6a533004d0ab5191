package io.github.serverlint.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedJarTest {
    @TempDir
    Path folder;

    @Test
    void everyFaultIsFound() throws IOException {
        Path jar = folder.resolve("bad.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Built-By", "somebody");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            add(out, "org/yaml/snakeyaml/Yaml.class", "", 1);
            add(out, "io/github/serverlint/notes.txt", "built in /home/somebody/serverlint", 2);
        }

        assertThat(ShippedJar.faults(jar, List.of("/home/somebody", "/opt/jdk")))
                .containsExactlyInAnyOrder(
                        "is not its own: org/yaml/snakeyaml/Yaml.class",
                        "names /home/somebody: io/github/serverlint/notes.txt",
                        "is not for a manifest: Built-By",
                        "is missing: META-INF/LICENSE",
                        "is missing: META-INF/maven/plugin.xml",
                        "has files of several times");
    }

    private static void add(JarOutputStream out, String name, String text, int day) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(day * 86_400_000L + 1_000_000_000_000L);
        out.putNextEntry(entry);
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
