package io.github.serverlint.fuzz;

import io.github.serverlint.Sample;
import io.github.serverlint.baseline.Baseline;
import io.github.serverlint.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this repository holds that a goal can read: the samples, the pages of the rules, the integration tests. */
public final class Scenes {
    private static final Path PROJECTS = Path.of("src/it");
    private static final Path MODULES = PROJECTS.resolve("check");
    private static final Path LAYOUTS = Path.of("src/main/resources/io/github/serverlint/layouts");
    private static final Path INVENTORIES = Path.of("src/test/resources/ansible/inventories");
    /** {@code -Dfuzz.seeds=target/fuzz} tries again what has failed. */
    private static final Path SEEDS = Path.of(System.getProperty("fuzz.seeds", "src/test/resources/seeds"));

    private static final Pattern PART = Pattern.compile("(?m)^=== (.+)\n");
    private static final Pattern SOURCES = Pattern.compile("(?m)^sources: (.+)$");

    private Scenes() {}

    /** Those that were found to be something special once, by the names of their folders. */
    public static Map<String, Scene> seeds() {
        return folders(SEEDS).stream()
                .collect(Collectors.toMap(
                        folder -> folder.getFileName().toString(), Scene::read, (one, other) -> one, TreeMap::new));
    }

    /** All that this repository holds, and the seeds. */
    public static List<Scene> all() {
        List<Scene> scenes = new ArrayList<>(seeds().values());
        Sample.all().forEach(sample -> scenes.addAll(ofSample(sample)));
        Stream.concat(folders(PROJECTS).stream(), folders(MODULES).stream())
                .map(Scene::read)
                .map(Scenes::definitions)
                .filter(scene -> scene.files().keySet().stream().anyMatch(path -> path.startsWith("servers/")))
                .forEach(scenes::add);
        scenes.add(part(Path.of("examples"), "servers/"));
        scenes.addAll(ofOtherLayouts());
        scenes.add(Scene.read(MODULES.resolve("own-catalog")).with("catalogs", "databases.yaml"));
        scenes.add(ofPlan());
        return scenes;
    }

    private static List<Scene> ofSample(Sample sample) {
        Scene alone = Scene.of(Map.of("servers/a.yaml", sample.file().text()), Map.of());
        List<Finding> violations = sample.lint().findings().stream()
                .filter(finding -> finding.isOpen() && finding.rule().excusable())
                .toList();
        return violations.isEmpty()
                ? List.of(alone)
                : List.of(
                        alone,
                        Scene.of(
                                Map.of(
                                        "servers/a.yaml",
                                        sample.file().text(),
                                        "serverlint-baseline.json",
                                        Baseline.of(violations).text()),
                                Map.of()));
    }

    private static Scene ofPlan() {
        return definitions(Scene.read(PROJECTS.resolve("plan"))).with("target", "wanted");
    }

    private static List<Scene> ofOtherLayouts() {
        List<Scene> scenes = new ArrayList<>();
        for (String layout : List.of("cloudformation", "datum", "kubevirt", "ludus")) {
            scenes.addAll(ofLayout(
                    part(MODULES.resolve("layout-shipped"), layout + "/").with("sourceDirectories", layout), layout));
        }
        scenes.addAll(ofLayout(
                part(MODULES.resolve("layout-ansible"), "inventory/").with("sourceDirectories", "inventory"),
                "ansible"));
        Scene mapped = definitions(Scene.read(MODULES.resolve("layout-mapping")));
        scenes.add(mapped.with("layout", "lab-mapping.yaml").with("sourceDirectories", "lab,directory.yaml"));
        for (Path file : files(INVENTORIES)) {
            scenes.add(ofInventory(read(file)));
        }
        return scenes;
    }

    /** As it ships, and with the mapping as a file of the user's own. */
    private static List<Scene> ofLayout(Scene scene, String layout) {
        return List.of(
                scene.with("layout", layout),
                scene.with("layout", "own.yaml").with("own.yaml", bytes(LAYOUTS.resolve(layout + ".yaml"))));
    }

    /** The parts of a recorded inventory, which begin with their paths. */
    private static Scene ofInventory(String text) {
        Matcher sources = SOURCES.matcher(text);
        Map<String, String> parts = new TreeMap<>();
        Matcher part = PART.matcher(text);
        int from = -1;
        String name = "";
        while (part.find()) {
            if (from >= 0) {
                parts.put(name, text.substring(from, part.start()));
            }
            from = part.end();
            name = part.group(1).strip();
        }
        if (from >= 0) {
            parts.put(name, text.substring(from));
        }
        String places = sources.find() ? sources.group(1).strip().replaceAll("[ ,]+", ",") : "inv";
        return Scene.of(parts, Map.of("layout", "ansible", "sourceDirectories", places));
    }

    private static Scene definitions(Scene scene) {
        return only(scene, path -> path.matches(".*\\.(yaml|yml|json)"));
    }

    private static Scene part(Path folder, String below) {
        return only(Scene.read(folder), path -> path.startsWith(below));
    }

    private static Scene only(Scene scene, Predicate<String> wanted) {
        Map<String, byte[]> files = new TreeMap<>(scene.files());
        files.keySet().removeIf(path -> !wanted.test(path));
        return new Scene(files, scene.parameters());
    }

    private static List<Path> folders(Path folder) {
        return list(folder).filter(Files::isDirectory).toList();
    }

    private static List<Path> files(Path folder) {
        return list(folder).filter(Files::isRegularFile).toList();
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        return new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
