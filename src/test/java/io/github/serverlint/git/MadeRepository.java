package io.github.serverlint.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A repository that a test makes with the git command, which sees no settings of the machine. The {@code prebuild.groovy} of
 * integration tests make theirs with it too.
 */
public record MadeRepository(Path folder, Path home) {

    public static MadeRepository init(Path folder, Path home, String... options) throws IOException {
        Files.createDirectories(folder);
        MadeRepository made = new MadeRepository(folder, home);
        List<String> arguments = new ArrayList<>(List.of("init", "--quiet"));
        arguments.addAll(List.of(options));
        made.git(arguments.toArray(String[]::new));
        made.git("symbolic-ref", "HEAD", "refs/heads/main");
        return made;
    }

    /** What git is started with, in the tests and by the code that is tested. */
    static Map<String, String> environment(Path home) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("HOME", home.toString());
        environment.put("XDG_CONFIG_HOME", home.toString());
        return environment;
    }

    public Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    void link(String path, String target) throws IOException {
        Path link = folder.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    /** All changes as a commit, whose id is given. */
    public String commit() {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", "change");
        return git("rev-parse", "HEAD");
    }

    public String git(String... arguments) {
        return git(new byte[0], arguments);
    }

    String git(byte[] input, String... arguments) {
        List<String> line =
                new ArrayList<>(List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org"));
        line.addAll(List.of("-c", "protocol.file.allow=always", "-c", "commit.gpgSign=false"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment(home));
        try {
            Process process = builder.start();
            process.getOutputStream().write(input);
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s: %s", line, output).isZero();
            return output.strip();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("git could not be run", e);
        }
    }
}
