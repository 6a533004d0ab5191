package io.github.serverlint;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one Maven printed, which has to say its version first. The {@code verify.groovy} of each integration test looks through it at the lines that are the
 * plugin's own; Maven's differ from version to version.
 */
public final class BuildLog {
    /** A quiet Maven 4 says the bare number. */
    private static final Pattern START = Pattern.compile("(?:Apache Maven )?(\\d+\\.\\d+\\.\\d+[^\\s:]*)(?: \\(.*)?");

    private static final Pattern JAVA = Pattern.compile("Java version: (\\d+).*");
    private static final Pattern OF_THE_HOST = Pattern.compile("(Maven home|Default locale|OS name): .*");
    /** Such as what a JVM has to say of an older Maven. */
    private static final String OF_THE_JVM = "WARNING: ";

    private static final Pattern PREPARED = Pattern.compile("Finished (selector|pre-build) script: .*");
    private static final String END = "Running post-build script:";
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final Pattern PREFIX = Pattern.compile("\\[(INFO|WARNING|ERROR)\\] ?");
    /** Where the lines of a goal have come to an end. */
    private static final String BETWEEN = "[INFO] ---";

    private static final Pattern FINDING =
            Pattern.compile("(\\S+:\\d+:\\d+): (error|warning|note): (.+) \\[([a-z0-9-]+)\\]");
    private static final Pattern GOAL =
            Pattern.compile("\\[INFO\\] --- (?:serverlint|serverlint-maven-plugin):\\S+:[a-z]+ "
                    + "(?:\\((?<execution>[^)]+)\\) )?@ (?<module>\\S+) .*");
    private static final Pattern FAILURE = Pattern.compile("Failed to execute goal \\S+ "
            + "(?:\\((?<execution>[^)]*)\\) )?on project (?<module>[^:\\s]+): (?<message>.*)");
    private static final Pattern END_OF_FAILURE = Pattern.compile(" *-> (?<help>\\[Help \\d+\\])");
    private static final Pattern KIND = Pattern.compile("(?<help>\\[Help \\d+\\]) \\S+/(?<kind>\\w+Exception)");

    private final String maven;
    private final boolean isPart;
    private String java = "";
    private final List<String> lines = new ArrayList<>();

    private BuildLog(String maven, boolean isPart) {
        this.maven = maven;
        this.isPart = isPart;
    }

    /** A line {@code path:line:column: severity: message [rule-id]}. */
    public record Found(String place, String severity, String message, String rule) {
        @Override
        public String toString() {
            return place + ": " + severity + ": ... [" + rule + "]";
        }
    }

    /** What the Mavens of a project printed, one after the other. */
    public static List<BuildLog> of(File project) throws IOException {
        // Not readAllLines, which stops where a Maven with another encoding wrote a name that is not ASCII.
        byte[] log = Files.readAllBytes(project.toPath().resolve("build.log"));
        List<String> said = saidByMaven(new String(log, StandardCharsets.UTF_8));
        List<BuildLog> runs = new ArrayList<>();
        for (String line : said) {
            Matcher start = START.matcher(line);
            if (start.matches()) {
                runs.add(new BuildLog(start.group(1), false));
            } else if (!runs.isEmpty()) {
                runs.get(runs.size() - 1).add(line);
            }
        }
        if (runs.isEmpty()) {
            throw new IllegalStateException("no Maven has said its version in the log of " + project.getName());
        }
        return runs;
    }

    private static List<String> saidByMaven(String log) {
        List<String> said = new ArrayList<>();
        for (String line : log.lines().toList()) {
            String text = COLOUR.matcher(line).replaceAll("");
            if (text.startsWith(END)) {
                break;
            }
            if (PREPARED.matcher(text).matches()) {
                said.clear();
            } else if (!text.isBlank() && !text.startsWith(OF_THE_JVM)) {
                said.add(text);
            }
        }
        return said;
    }

    private void add(String line) {
        Matcher version = JAVA.matcher(line);
        if (version.matches()) {
            java = version.group(1);
        } else if (!OF_THE_HOST.matcher(line).matches()) {
            lines.add(line);
        }
    }

    /** The version of the Maven that ran. */
    public String maven() {
        return maven;
    }

    /** The number of the Java that it ran on, such as 17, or nothing where a quiet Maven did not say it. */
    public String java() {
        return java;
    }

    /** What belongs to one module, by its artifact id: the lines of the plugin's goals, and why it failed. */
    public BuildLog module(String artifactId) {
        return part("module", artifactId);
    }

    /** What belongs to one execution of a goal, such as {@code default-cli}: its lines, and why it failed. */
    public BuildLog execution(String id) {
        return part("execution", id);
    }

    /** @throws IllegalArgumentException if no goal of the plugin ran there */
    private BuildLog part(String what, String name) {
        BuildLog part = new BuildLog(maven, true);
        part.java = java;
        boolean inside = false;
        for (String line : lines) {
            Matcher goal = GOAL.matcher(line);
            if (goal.matches()) {
                inside = name.equals(goal.group(what));
            } else if (line.startsWith(BETWEEN)) {
                inside = false;
            }
            if (inside) {
                part.lines.add(line);
            }
        }
        if (part.lines.isEmpty()) {
            throw new IllegalArgumentException("no goal ran in the " + what + " " + name);
        }
        part.lines.add(BETWEEN);
        part.lines.addAll(linesOfFailure(what, name));
        return part;
    }

    /** From the failure to the number of Maven's help for it, and that help. */
    private List<String> linesOfFailure(String what, String name) {
        List<String> found = new ArrayList<>();
        String help = "";
        boolean inside = false;
        for (String line : lines) {
            String text = withoutPrefix(line);
            Matcher failure = FAILURE.matcher(text);
            Matcher kind = KIND.matcher(text);
            Matcher end = END_OF_FAILURE.matcher(text);
            inside |= failure.matches() && name.equals(failure.group(what));
            if (inside || (kind.matches() && kind.group("help").equals(help))) {
                found.add(line);
            }
            if (inside && end.find()) {
                help = end.group("help");
                inside = false;
            }
        }
        return found;
    }

    /** The findings, in the order of their lines. */
    public List<Found> findings() {
        return unprefixed().flatMap(BuildLog::found).toList();
    }

    /** The findings that the message of the failure repeats. */
    public List<Found> repeated() {
        return failures().values().stream()
                .flatMap(String::lines)
                .map(String::strip)
                .flatMap(BuildLog::found)
                .toList();
    }

    /** Returns each line that contains the words, such as the line of counts that follows the findings. */
    public List<String> saying(String words) {
        return unprefixed().filter(line -> line.contains(words)).toList();
    }

    /** Everything that the plugin's goals printed, without what Maven printed in between; blank lines are left out. */
    public List<String> goalOutput() {
        List<String> output = new ArrayList<>();
        boolean inGoal = false;
        for (String line : lines) {
            if (GOAL.matcher(line).matches()) {
                inGoal = true;
            } else if (line.startsWith(BETWEEN)) {
                inGoal = false;
            } else if (inGoal
                    && !isDownload(line)
                    && !isOfTheResolver(line)
                    && !withoutPrefix(line).isBlank()) {
                output.add(line);
            }
        }
        return output;
    }

    /** What the first build says while it fills its repository from one that keeps no checksums. */
    private static boolean isOfTheResolver(String line) {
        return line.startsWith("[WARNING] Could not validate integrity of download")
                || line.startsWith("[WARNING] Checksum validation failed")
                || line.startsWith("org.eclipse.aether.")
                || line.startsWith("    at ");
    }

    /** Why each module failed, by its artifact id. */
    public Map<String, String> failures() {
        Map<String, String> failures = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher failure = FAILURE.matcher(withoutPrefix(lines.get(i)));
            if (failure.matches()) {
                StringBuilder message = new StringBuilder(failure.group("message"));
                while (!END_OF_FAILURE.matcher(message).find()) {
                    message.append('\n').append(withoutPrefix(lines.get(++i)));
                }
                String whole = END_OF_FAILURE.matcher(message).replaceFirst("").strip();
                failures.putIfAbsent(failure.group("module"), whole);
            }
        }
        return failures;
    }

    /** The kinds of exception that Maven points to its help for: whether it took a fault for the user's or for ours. */
    public List<String> kindsOfFailure() {
        return unprefixed()
                .map(KIND::matcher)
                .filter(Matcher::matches)
                .map(kind -> kind.group("kind"))
                .toList();
    }

    /** Whether some line belongs to a stack trace. */
    public boolean hasStackTrace() {
        return unprefixed()
                .anyMatch(line -> line.matches("\\s+at \\S+ ?\\(.*\\)|Caused by: .*|[\\w.]+(Exception|Error): .*"));
    }

    /** Whether the build ended well; of a part of it, whether it is not the one that failed. */
    public boolean isSuccess() {
        return isPart ? failures().isEmpty() : lines.contains("[INFO] BUILD SUCCESS");
    }

    public List<String> getLines() {
        return lines;
    }

    /** Short, because a failed assertion shows every value that it has met. */
    @Override
    public String toString() {
        return "log of " + lines.size() + " lines";
    }

    private Stream<String> unprefixed() {
        return lines.stream().map(BuildLog::withoutPrefix);
    }

    private static Stream<Found> found(String line) {
        Matcher found = FINDING.matcher(line);
        return found.matches()
                ? Stream.of(new Found(found.group(1), found.group(2), found.group(3), found.group(4)))
                : Stream.empty();
    }

    private static String withoutPrefix(String line) {
        return PREFIX.matcher(line).lookingAt() ? PREFIX.matcher(line).replaceFirst("") : line;
    }

    private static boolean isDownload(String line) {
        return line.startsWith("[INFO] Download");
    }
}
