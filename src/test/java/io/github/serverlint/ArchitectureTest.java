package io.github.serverlint;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each package may import. What is not listed is forbidden. */
class ArchitectureTest {
    private static final String ROOT = "io.github.serverlint.";
    private static final Path SOURCES = Path.of("src/main/java/io/github/serverlint");

    /** Own packages, and packages of others, by package. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("finding", Set.of("text")),
            Map.entry("catalog", Set.of("text")),
            Map.entry("estate", Set.of("text", "catalog")),
            Map.entry("change", Set.of("text", "catalog", "estate")),
            Map.entry("rule", Set.of("text", "finding", "catalog", "estate", "change")),
            Map.entry("rules.change", Set.of("text", "finding", "catalog", "estate", "change", "rule")),
            Map.entry("rules.forest", Set.of("text", "finding", "catalog", "estate", "rule")),
            Map.entry("rules.server", Set.of("text", "finding", "catalog", "estate", "rule")),
            Map.entry("rules", Set.of("finding", "rule", "rules.change", "rules.forest", "rules.server")),
            Map.entry("run", Set.of()),
            Map.entry("yaml", Set.of("text", "finding", "run", "org.yaml.snakeyaml")),
            Map.entry("baseline", Set.of("text", "finding", "rules", "run", "yaml", "com.google.gson.stream")),
            Map.entry("files", Set.of("text", "run")),
            Map.entry("git", Set.of("text", "run", "files")),
            Map.entry("input.provenance", Set.of("text", "yaml")),
            Map.entry(
                    "input",
                    Set.of("text", "finding", "catalog", "estate", "run", "yaml", "files", "input.provenance")),
            Map.entry("suppression", Set.of("text", "finding", "rules", "yaml")),
            Map.entry(
                    "analysis",
                    Set.of(
                            "text",
                            "finding",
                            "catalog",
                            "estate",
                            "change",
                            "rule",
                            "rules",
                            "run",
                            "yaml",
                            "baseline",
                            "files",
                            "git",
                            "input.provenance",
                            "input",
                            "suppression")),
            Map.entry("catalog.names", Set.of("finding", "catalog", "run")),
            Map.entry("catalog.read", Set.of("text", "finding", "catalog", "run", "yaml", "catalog.names")),
            Map.entry("input.ansible", Set.of("text", "finding", "run", "yaml", "input.provenance")),
            Map.entry("input.jsonpath", Set.of("text", "yaml")),
            Map.entry(
                    "input.nativeformat",
                    Set.of("text", "finding", "catalog", "estate", "run", "yaml", "files", "input", "catalog.names")),
            Map.entry(
                    "input.mapping",
                    Set.of(
                            "text",
                            "finding",
                            "catalog",
                            "estate",
                            "run",
                            "yaml",
                            "files",
                            "input.provenance",
                            "input",
                            "input.ansible",
                            "input.jsonpath",
                            "input.nativeformat")),
            Map.entry(
                    "plan",
                    Set.of(
                            "text",
                            "finding",
                            "catalog",
                            "estate",
                            "change",
                            "rule",
                            "rules",
                            "run",
                            "files",
                            "input",
                            "input.provenance",
                            "analysis")),
            Map.entry(
                    "report",
                    Set.of("text", "finding", "catalog", "estate", "rule", "input.provenance", "analysis", "plan")),
            Map.entry(
                    "report.html", Set.of("text", "finding", "catalog", "estate", "rule", "run", "analysis", "report")),
            Map.entry(
                    "report.formats",
                    Set.of(
                            "text",
                            "finding",
                            "catalog",
                            "estate",
                            "rule",
                            "rules",
                            "run",
                            "input.provenance",
                            "analysis",
                            "report",
                            "report.html",
                            "com.google.gson.stream",
                            "javax.xml.stream")),
            Map.entry(
                    "maven",
                    Set.of(
                            "text",
                            "finding",
                            "catalog",
                            "rule",
                            "rules",
                            "run",
                            "baseline",
                            "files",
                            "input",
                            "analysis",
                            "catalog.read",
                            "input.nativeformat",
                            "input.mapping",
                            "plan",
                            "report",
                            "report.html",
                            "report.formats",
                            "javax.inject",
                            "org.apache.maven",
                            "org.codehaus.plexus",
                            "org.fusesource.jansi")));

    /** The only packages that touch the disk: one reads, one writes; what comes out of the jar is neither. */
    private static final Map<String, Set<String>> MAY_USE_FILES = Map.of(
            "files", Set.of("java.nio.file.Files"),
            "maven", Set.of("java.nio.file.Files", "java.io.File"),
            // Reads no file: it looks for the command itself, since Windows would first take a git.exe of the checked
            // folder, and a process is told its folder as a File.
            "git", Set.of("java.nio.file.Files", "java.io.File"));

    /** What is shipped. Reading it takes longer than a test of it. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.serverlint")
            // Written by the build; the XML that it reads lies in the jar beside it.
            .that(DescribedPredicate.not(HasName.Predicates.nameEndingWith(".HelpMojo")));

    @Test
    void packagesImportOnlyWhatTheyMay() {
        assertThat(CLASSES).isNotEmpty();
        Set<String> forbidden = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            String room = room(each);
            assertThat(MAY_IMPORT).as("a package that the table does not have").containsKey(room);
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (!mayImport(room, target)) {
                    forbidden.add(room + " -> " + target + " in " + each.getSimpleName());
                }
            }
        }
        assertThat(forbidden).isEmpty();
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        SlicesRuleDefinition.slices()
                .matching("io.github.serverlint.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** A name that stands for two things has to be looked up each time. */
    @Test
    void noSimpleNameStandsForTwoTypes() throws IOException {
        Map<String, Long> shipped = CLASSES.stream()
                .filter(each -> !each.isAnonymousClass() && !each.isLocalClass())
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.isEmpty() && !name.equals("package-info"))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertThat(shipped).allSatisfy((name, times) -> assertThat(times).isEqualTo(1));
        List<String> files = new ArrayList<>();
        for (String sources : List.of("src/main/java", "src/test/java", "src/bench/java")) {
            javaFiles(Path.of(sources))
                    .forEach(file -> files.add(file.getFileName().toString()));
        }
        files.removeIf("package-info.java"::equals);
        assertThat(files).doesNotHaveDuplicates();
    }

    /** Comments say it in the usual words; what users read is not looked at. */
    @Test
    void commentsSpeakPlainly() throws IOException {
        Pattern riddle = Pattern.compile("(?i)\\b(nobody|somebody|anybody|everybody|whoever|heed(s|ed)?)\\b");
        Pattern comment = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*'"
                + "|(?<comment>//.*|/\\*[\\s\\S]*?\\*/)");
        for (String sources : List.of("src/main/java", "src/test/java", "src/bench/java")) {
            for (Path file : javaFiles(Path.of(sources))) {
                Matcher part = comment.matcher(Files.readString(file));
                while (part.find()) {
                    if (part.group("comment") != null) {
                        assertThat(part.group("comment")).as("%s", file).doesNotContainPattern(riddle);
                    }
                }
            }
        }
    }

    @Test
    void onlyTwoPackagesTouchTheDisk() {
        Set<String> forbidden = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getName();
                boolean touches = target.equals("java.nio.file.Files") || target.equals("java.io.File");
                if (touches && !MAY_USE_FILES.getOrDefault(room(each), Set.of()).contains(target)) {
                    forbidden.add(each.getName() + " -> " + target);
                }
            }
        }
        assertThat(forbidden).isEmpty();
    }

    /** What is linted is read once, by the run; only what stands beside it is read where it is used. */
    @Test
    void onlyWhatIsNotLintedIsReadByItself() {
        assertThat(CLASSES.stream()
                        .filter(each -> each.getMethodCallsFromSelf().stream()
                                .map(call -> call.getTarget().getFullName())
                                .anyMatch(name -> name.startsWith(ROOT + "yaml.YamlReader.read(")))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("BaselineReader", "CatalogReader", "MappingFile");
    }

    @Test
    void nothingInsideReadsTheClockOrTheEnvironment() {
        Set<String> forbidden = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            if (!room(each).equals("maven")) {
                each.getMethodCallsFromSelf().stream()
                        .map(call -> call.getTarget().getFullName())
                        .filter(name -> name.matches(
                                ".*(System\\.(getenv|getProperty|currentTimeMillis|nanoTime)|\\.now)\\(.*"))
                        .forEach(name -> forbidden.add(each.getSimpleName() + " calls " + name));
            }
        }
        assertThat(forbidden).isEmpty();
    }

    /** A machine that is busy makes no test fail: bounds are of processor time, or of what is counted. */
    @Test
    void noTestReadsTheClock() throws IOException {
        Pattern clock = Pattern.compile(
                "nanoTime|currentTimeMillis|\\.now\\(|Thread\\.sleep|assertTimeout|@Timeout|java\\.time\\.Duration"
                        + "|orTimeout|completeOnTimeout|TimeUnit\\.(?!DAYS)");
        assertThat(clock.matcher("task.get(1, TimeUnit.SECONDS)").find()).isTrue();
        List<Path> sources = javaFiles(Path.of("src/test/java"));
        assertThat(sources).hasSizeGreaterThan(100);
        for (Path source : sources) {
            // Which looks at a task from time to time.
            if (!source.endsWith("ProcessorTime.java") && !source.endsWith("ArchitectureTest.java")) {
                assertThat(Files.readString(source)).as("%s", source).doesNotContainPattern(clock);
            }
        }
    }

    @Test
    void nothingDependsOnTheLanguageOfTheMachine() {
        Set<String> forbidden = new TreeSet<>();
        for (JavaClass each : CLASSES) {
            each.getMethodCallsFromSelf().stream()
                    .map(call -> call.getTarget().getFullName())
                    .filter(name -> name.matches("java\\.lang\\.String\\.(format\\(java\\.lang\\.String,.*"
                            + "|formatted\\(.*|to(Lower|Upper)Case\\(\\))"))
                    .forEach(name -> forbidden.add(each.getSimpleName() + " calls " + name));
        }
        assertThat(forbidden).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> folders = Files.walk(SOURCES)) {
            List<Path> packages = folders.filter(Files::isDirectory)
                    .filter(ArchitectureTest::holdsClasses)
                    .toList();
            assertThat(packages)
                    .hasSize(MAY_IMPORT.size())
                    .allSatisfy(folder -> assertThat(Files.readString(folder.resolve("package-info.java")))
                            .contains("/**")
                            .contains("@NullMarked"));
        }
    }

    @Test
    void noFileIsLongerThanAPersonReads() throws IOException {
        assertThat(javaFiles(SOURCES))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(400));
    }

    @Test
    void noRuleHoldsAVersion() throws IOException {
        Pattern literal = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
        List<Path> rules = javaFiles(SOURCES.resolve("rules"));
        assertThat(rules).isNotEmpty();
        for (Path rule : rules) {
            Matcher text = literal.matcher(Files.readString(rule));
            while (text.find()) {
                assertThat(text.group()).as("a literal in %s", rule).doesNotContainPattern("[0-9]");
            }
        }
    }

    private static boolean mayImport(String room, String target) {
        if (target.startsWith("java.") || target.isEmpty() || target.equals("org.jspecify.annotations")) {
            return true;
        }
        Set<String> allowed = MAY_IMPORT.get(room);
        return target.startsWith(ROOT)
                ? target.equals(ROOT + room) || allowed.contains(target.substring(ROOT.length()))
                : allowed.stream().anyMatch(library -> library.contains(".") && target.startsWith(library));
    }

    private static String room(JavaClass each) {
        return each.getPackageName().substring(ROOT.length());
    }

    private static boolean holdsClasses(Path folder) {
        String[] names = folder.toFile().list((parent, name) -> name.endsWith(".java"));
        return names != null && Arrays.stream(names).findAny().isPresent();
    }

    private static List<Path> javaFiles(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList());
        }
    }
}
