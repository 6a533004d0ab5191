package io.github.serverlint.maven;

import static io.github.serverlint.report.WellFormed.assertHarmless;
import static io.github.serverlint.report.WellFormed.assertWellFormed;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.serverlint.ProcessorTime;
import io.github.serverlint.Sample;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.fuzz.Fuzzed;
import io.github.serverlint.fuzz.Mangler;
import io.github.serverlint.fuzz.Round;
import io.github.serverlint.fuzz.Scene;
import io.github.serverlint.fuzz.Scenes;
import io.github.serverlint.fuzz.Shrinker;
import io.github.serverlint.report.formats.ReportFormat;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.SourceFile;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.fusesource.jansi.Ansi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the files say that a goal reads, it ends soon, and with findings, with success or with an error in words of
 * its own; its reports can be read by those they are for, and name only places that there are.
 *
 * <p>What fails is made smaller and kept in {@code target/fuzz}; its folder can be moved to {@code
 * src/test/resources/seeds} as it is.
 */
@MojoTest
@Basedir("/unit/gate")
class AnyInputTest {
    /** Number of abandoned runs that still go on; they have folders of their own. */
    private static final AtomicInteger LATE = new AtomicInteger();

    private static final int MOST_SECONDS = 10;
    /** All reports and all goals are tried with one input of so many. */
    private static final int TURNS = 5;

    private static final List<String> ALL_FILES =
            List.of("sarif", "json", "junit", "xunit", "checkstyle", "gitlab", "html");
    private static final Pattern JAVA_WORDS =
            Pattern.compile("\\b(java|org\\.yaml|io\\.github\\.serverlint|com\\.google)\\.[a-zA-Z]+");
    private static final List<String> LISTS =
            List.of("sourceDirectories", "includes", "excludes", "catalogs", "rules", "formats");
    private static final List<Scene> SCENES = Scenes.all();

    @TempDir
    Path folder;

    private CheckMojo template = new CheckMojo();

    @BeforeAll
    static void withoutColours() {
        // Those of its own are no text of the input.
        Ansi.setEnabled(false);
    }

    @Fuzzed(seeds = 20)
    @InjectMojo(goal = "check", pom = "pom.xml")
    void endsWell(Round round, CheckMojo injected) {
        template = injected;
        round.each(seed -> {
            Scene scene = new Mangler(seed, SCENES).scene();
            try {
                run(scene, seed % TURNS == 0);
            } catch (AssertionError | Exception e) {
                Scene smallest =
                        new Shrinker(smaller -> reason(e).equals(reasonOf(smaller, seed % TURNS == 0))).shrunk(scene);
                Path kept = Path.of("target/fuzz", "input-" + seed);
                smallest.keep(kept);
                throw new AssertionError("the input in " + kept + " makes " + start(e.toString()), e);
            }
        });
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void endsWellForWhatDidNotOnce(CheckMojo injected) throws Exception {
        template = injected;
        List<String> failures = new ArrayList<>();
        for (Map.Entry<String, Scene> seed : Scenes.seeds().entrySet()) {
            try {
                run(seed.getValue(), true);
            } catch (AssertionError | Exception e) {
                failures.add("the seed " + seed.getKey() + " makes " + start(e.toString()) + " at " + reason(e));
            }
        }
        assertThat(Scenes.seeds()).isNotEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void endsWellForLongValues(CheckMojo injected) throws Exception {
        template = injected;
        // Expressions that Java matches by a call for each repetition would fill its stack.
        for (String part : List.of("1.", "1:1", "1_1", "a-", "x ", "(")) {
            String many = part.repeat(5_000);
            String quoted = "'" + many + "'";
            String server = "servers: {a: {os: %1$s, exchange: {release: Exchange 2003, service-pack: %1$s}}}";
            run(Scene.of(Map.of("servers/a.yaml", server.formatted(quoted)), Map.of()), false);
            String host = "all: {hosts: {win1: {windows_version: 'x {{ a | int }} {{ a }}', a: %s}}}";
            Map<String, String> files = Map.of("hosts.yml", host.formatted(part.startsWith("1") ? many : quoted));
            run(Scene.of(files, Map.of("layout", "ansible", "sourceDirectories", "hosts.yml")), false);
        }
    }

    private static String start(String message) {
        return message.substring(0, Math.min(message.length(), 500));
    }

    /** What fails for the same reason fails at the same place. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass()
                + Arrays.stream(cause.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith("io.github.serverlint."))
                        .limit(1)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining());
    }

    private String reasonOf(Scene scene, boolean withAll) {
        try {
            run(scene, withAll);
            return "";
        } catch (AssertionError | Exception e) {
            return reason(e);
        }
    }

    /** @param withAll whether all reports and goals are tried, which takes its time */
    private void run(Scene scene, boolean withAll) throws Exception {
        Path base = folder.resolve(LATE + "/base");
        Path reports = folder.resolve(LATE + "/reports");
        scene.put(base);
        new Scene(Map.of(), Map.of()).put(reports);
        List<String> formats = withAll ? ALL_FILES : List.of("json");
        boolean checked = run(new CheckMojo(), scene, base, reports, formats);
        Map<String, SourceFile> known = new HashMap<>();
        for (ReportFormat reportFormat : ReportFormat.values()) {
            if (checked && formats.contains(reportFormat.name().toLowerCase(Locale.ROOT))) {
                String text =
                        Files.readString(reports.resolve(reportFormat.file().orElseThrow()));
                assertWellFormed(reportFormat, text);
                if (reportFormat == ReportFormat.JSON || reportFormat == ReportFormat.SARIF) {
                    assertPlacesExist(
                            JsonParser.parseString(text),
                            path -> known.computeIfAbsent(path, each -> file(each, scene)));
                }
            }
        }
        if (scene.parameters().containsKey("target")) {
            run(new PlanMojo(), scene, base, reports, ALL_FILES);
        }
        if (withAll) {
            run(new ServersMojo(), scene, base, reports, ALL_FILES);
            run(new BaselineMojo(), scene, base, reports, ALL_FILES);
            run(new ExplainMojo(), scene, base, reports, ALL_FILES);
            Path site = reports.resolve("site");
            if (run(new ReportMojo(), scene, base, site, ALL_FILES)) {
                assertWellFormed(ReportFormat.HTML, Files.readString(site.resolve("serverlint.html")));
            }
        }
    }

    /** Whether the goal came to its end, with violations or without any, and not to an error. */
    private boolean run(Mojo goal, Scene scene, Path base, Path reports, List<String> formats) throws Exception {
        set(goal, "session", template.session);
        set(goal, "mojoExecution", template.mojoExecution);
        set(goal, "baseDirectory", base.toFile());
        set(goal, "outputDirectory", reports.toFile());
        set(goal, "reportOutputDirectory", reports.toFile());
        set(goal, "release", "exchange");
        set(goal, "asOf", Sample.AS_OF.toString());
        set(goal, "skip", "false");
        set(goal, "failOnViolation", "true");
        set(goal, "failIfNoServers", "false");
        set(goal, "onlyNew", "false");
        set(goal, "prune", "false");
        set(goal, "violationSeverity", "note");
        set(goal, "layout", "native");
        set(goal, "formats", formats);
        set(goal, "commands", OutputStream.nullOutputStream());
        for (Map.Entry<String, String> given : scene.parameters().entrySet()) {
            String value = given.getValue();
            boolean elsewhere = value.contains("..") || value.contains("/") && !value.matches("[\\w-]+/.*");
            if (!elsewhere) {
                set(goal, given.getKey(), LISTS.contains(given.getKey()) ? Arrays.asList(value.split(",")) : value);
            }
        }
        if (!scene.parameters().containsKey("catalogs")) {
            // Read once for all.
            set(goal, "catalog", Sample.CATALOG);
        }
        StringBuilder said = new StringBuilder();
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                said.append(content).append('\n');
            }

            @Override
            public void warn(CharSequence content) {
                info(content);
            }

            @Override
            public void error(CharSequence content) {
                info(content);
            }
        });
        boolean ended = true;
        try {
            inTime(goal);
        } catch (MojoFailureException e) {
            said.append(e.getMessage()).append('\n').append(e.getLongMessage());
        } catch (MojoExecutionException e) {
            assertThat(e).hasCauseInstanceOf(ConfigurationException.class);
            assertThat(e.getMessage()).isNotBlank();
            said.append(e.getMessage());
            ended = false;
        }
        assertHarmless(said.toString());
        assertThat(JAVA_WORDS.matcher(said).find())
                .as(() -> "words of Java in " + said)
                .isFalse();
        return ended;
    }

    private static void set(Mojo goal, String name, Object value) throws IllegalAccessException {
        // A goal has no parameters but its own.
        if (MojoExtension.getVariablesAndValuesFromObject(goal).containsKey(name)) {
            MojoExtension.setVariableValueToObject(goal, name, value);
        }
    }

    private static void inTime(Mojo goal) throws Exception {
        try {
            ProcessorTime.within(MOST_SECONDS, () -> {
                goal.execute();
                return true;
            });
        } catch (ProcessorTime.Exceeded e) {
            LATE.incrementAndGet();
            throw e;
        }
    }

    /** Every object that has a path, with its lines and columns. */
    private static void assertPlacesExist(JsonElement json, Function<String, SourceFile> files) {
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(each -> assertPlacesExist(each, files));
        } else if (json.isJsonObject()) {
            JsonObject object = json.getAsJsonObject();
            object.asMap().values().forEach(each -> assertPlacesExist(each, files));
            if (object.has("artifactLocation") && object.has("region")) {
                String uri =
                        object.getAsJsonObject("artifactLocation").get("uri").getAsString();
                SourceFile file = files.apply(URI.create(uri).getPath());
                JsonObject region = object.getAsJsonObject("region");
                assertPlaceExists(file, region, "startLine", "startColumn");
                assertPlaceExists(file, region, "endLine", "endColumn");
            }
            if (object.has("path") && object.has("line")) {
                SourceFile file = files.apply(object.get("path").getAsString());
                assertPlaceExists(file, object, "line", "column");
                if (object.has("endLine")) {
                    assertPlaceExists(file, object, "endLine", "endColumn");
                }
            }
        }
    }

    private static SourceFile file(String shown, Scene scene) {
        // From the top-level project of the test's own build.
        String path = shown.replaceFirst("^.*?/base/", "");
        return SourceTree.decode(path, Objects.requireNonNull(scene.files().get(path), path));
    }

    private static void assertPlaceExists(SourceFile file, JsonObject place, String lineKey, String columnKey) {
        int line = place.get(lineKey).getAsInt();
        int column = place.get(columnKey).getAsInt();
        assertThat(line).as(place.toString()).isBetween(1, file.lines());
        String text = file.line(line);
        assertThat(column).as(place.toString()).isBetween(1, text.codePointCount(0, text.length()) + 1);
    }
}
