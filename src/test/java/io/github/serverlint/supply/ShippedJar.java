package io.github.serverlint.supply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Looks into the jar as it is shipped for what should not be there, or differs from machine to machine. */
public final class ShippedJar {
    /** No user's name, no path and no time. */
    private static final Set<String> MANIFEST =
            Set.of("Manifest-Version", "Created-By", "Build-Jdk-Spec", "Java-Version");

    private ShippedJar() {}

    /**
     * What is wrong with it, or nothing.
     *
     * @param foreign texts that only this machine would bring in
     */
    public static List<String> faults(Path jar, List<String> foreign) throws IOException {
        List<String> faults = new ArrayList<>();
        Set<Long> times = new HashSet<>();
        Set<String> names = new TreeSet<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                names.add(entry.getName());
                times.add(entry.getTime());
                if (!entry.getName().matches("(META-INF|io/github/serverlint)/.*|io/|io/github/")) {
                    faults.add("is not its own: " + entry.getName());
                }
                faults.addAll(foreignIn(file, entry, foreign));
            }
            Manifest manifest = file.getManifest();
            manifest.getMainAttributes().keySet().stream()
                    .map(Object::toString)
                    .filter(name -> !MANIFEST.contains(name))
                    .forEach(name -> faults.add("is not for a manifest: " + name));
            if (!manifest.getEntries().isEmpty()) {
                faults.add("is not for a manifest: sections");
            }
        }
        for (String name : List.of("META-INF/LICENSE", "META-INF/maven/plugin.xml")) {
            if (!names.contains(name)) {
                faults.add("is missing: " + name);
            }
        }
        if (times.size() != 1) {
            faults.add("has files of several times");
        }
        return faults;
    }

    private static List<String> foreignIn(JarFile file, JarEntry entry, List<String> foreign) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            // One character for each byte: a path in a class file is found as well as in a text.
            String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return foreign.stream()
                    .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                    .filter(bytes::contains)
                    .map(text -> "names " + text + ": " + entry.getName())
                    .toList();
        }
    }
}
