package io.github.serverlint.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDK of a given version on this machine, for the builds of the profile {@code maven-matrix}. It is looked for in the
 * variables that name one (such as {@code JAVA25_HOME} or the {@code JAVA_HOME_25_X64} of a runner), in the JDK that runs
 * this, and in the folders beside that one.
 */
final class FoundJdk {
    private FoundJdk() {}

    /**
     * Prints the folder of a JDK, or nothing; what it finds is printed to the other stream.
     *
     * @param arguments the version, such as 25
     */
    public static void main(String[] arguments) {
        int version = Integer.parseInt(arguments[0]);
        Optional<Path> home = of(version, System.getenv(), Path.of(System.getProperty("java.home")));
        home.ifPresentOrElse(
                found -> System.out.print(found),
                () -> System.err.println(
                        "There is no JDK " + version + " on this machine: no build of this profile runs on"
                                + " it. Name its folder in JAVA" + version + "_HOME."));
    }

    /** @param running the folder of the JDK that runs this */
    static Optional<Path> of(int version, Map<String, String> environment, Path running) {
        Pattern variable = Pattern.compile("(JAVA_?|JDK_?)" + version + "(_HOME)?|JAVA_HOME_" + version + "(_.*)?");
        Stream<Path> named = new TreeMap<>(environment)
                .entrySet().stream()
                        .filter(each -> variable.matcher(each.getKey()).matches())
                        .map(each -> Path.of(each.getValue()));
        return Stream.of(named, Stream.of(running), neighbours(running))
                .flatMap(each -> each)
                .filter(home -> isJdk(home, version))
                .findFirst();
    }

    private static Stream<Path> neighbours(Path running) {
        Path folder = running.toAbsolutePath().getParent();
        if (folder == null) {
            return Stream.empty();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean isJdk(Path home, int version) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.exists(home.resolve("lib/modules"))) {
            return false;
        }
        Properties facts = new Properties();
        try (var in = Files.newBufferedReader(release)) {
            facts.load(in);
        } catch (IOException e) {
            return false;
        }
        // Such as "25.0.3", in quotes.
        String said = facts.getProperty("JAVA_VERSION", "").replace("\"", "");
        return said.split("[.+-]", 2)[0].equals(String.valueOf(version));
    }
}
