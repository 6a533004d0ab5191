package io.github.serverlint.git;

import io.github.serverlint.run.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

/**
 * The machine's {@code git} command, set up so that it only reads: no hook, monitor, filter or pager of the repository is
 * run, nothing is fetched, no lock is taken, and nobody is asked for a password.
 *
 * @param directory where the command is started
 * @param folder where it goes before it begins, relative to the directory
 * @param executable the command's file
 * @param environment all that the command sees of its surroundings
 */
record GitCommand(Path directory, String folder, Path executable, Map<String, String> environment) {

    /** What the command said; the errors are for recognising what went wrong, never for showing. */
    record GitOutput<T>(int exit, T output, String errors) {
        boolean isGood() {
            return exit == 0;
        }
    }

    /** Makes something of what the command writes. */
    interface Reading<T> {
        T read(InputStream output) throws IOException;
    }

    /** @param environment where a hook may have left variables that point git to another repository or index */
    static GitCommand in(Path directory, Map<String, String> environment) {
        Path executable = onThePath(environment, isWindows(directory))
                .orElseThrow(() -> new ConfigurationException("baseRef: there is no git on the path, and the base is"
                        + " read by it. Install git, or leave baseRef out."));
        Map<String, String> clean = new TreeMap<>(environment);
        clean.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("GIT_") || name.equals("LANGUAGE"));
        clean.put("LC_ALL", "C");
        clean.put("GIT_OPTIONAL_LOCKS", "0");
        clean.put("GIT_TERMINAL_PROMPT", "0");
        clean.put("GIT_NO_REPLACE_OBJECTS", "1");
        clean.put("GIT_NO_LAZY_FETCH", "1");
        // A repository may allow one protocol although all are forbidden by protocol.allow, but not against this.
        clean.put("GIT_ALLOW_PROTOCOL", "none");
        return new GitCommand(directory, ".", executable, clean);
    }

    /** The same command in another folder. */
    GitCommand below(String other) {
        return new GitCommand(directory, other, executable, environment);
    }

    GitOutput<String> ask(String... arguments) {
        return ask(new byte[0], output -> new String(output.readAllBytes(), StandardCharsets.UTF_8), arguments);
    }

    /**
     * Runs the command to its end.
     *
     * @param input what the command reads
     * @throws ConfigurationException if it cannot be started, or somebody interrupts the wait
     */
    <T> GitOutput<T> ask(byte[] input, Reading<T> reading, String... arguments) {
        Process process = start(arguments);
        try {
            // Each of the three on its own, so that no full pipe stops the others.
            FutureTask<Boolean> written = inBackground(() -> write(input, process.getOutputStream()));
            FutureTask<String> errors =
                    inBackground(() -> new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            FutureTask<T> output = inBackground(() -> reading.read(process.getInputStream()));
            T read = output.get();
            written.get();
            return new GitOutput<>(process.waitFor(), read, errors.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(e);
        } catch (ExecutionException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw stopped(e);
            }
            throw new ConfigurationException(
                    "baseRef: what git wrote could not be read to its end. Start the run again.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static ConfigurationException stopped(Exception e) {
        return new ConfigurationException(
                "baseRef: the run was stopped while git was reading the base. Start it again.", e);
    }

    private Process start(String... arguments) {
        List<String> line = new ArrayList<>(List.of(executable.toString(), "--no-pager", "-C", folder));
        line.addAll(List.of("-c", "core.fsmonitor=false", "-c", "protocol.allow=never"));
        line.addAll(List.of("-c", "core.hooksPath=" + (isWindows(directory) ? "NUL" : "/dev/null")));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ConfigurationException(
                    "baseRef: git could not be started in the base directory. See that the folder is there and that"
                            + " git runs in it, or leave baseRef out.",
                    e);
        }
    }

    private static <T> FutureTask<T> inBackground(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "serverlint-git");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** @return whether the command took all; if not, it has ended, and its exit code says why */
    private static boolean write(byte[] input, OutputStream pipe) {
        try (pipe) {
            pipe.write(input);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isWindows(Path directory) {
        return directory.getFileSystem().getSeparator().equals("\\");
    }

    private static Optional<Path> onThePath(Map<String, String> environment, boolean windows) {
        String path = environment.entrySet().stream()
                .filter(variable -> variable.getKey().equals("PATH")
                        || (windows && variable.getKey().equalsIgnoreCase("PATH")))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        return Pattern.compile(windows ? ";" : ":")
                .splitAsStream(path)
                .flatMap(folder -> executable(folder, windows ? "git.exe" : "git").stream())
                .findFirst();
    }

    private static Optional<Path> executable(String folder, String name) {
        try {
            Path file = Path.of(folder).resolve(name);
            // A relative folder would mean one of the repository.
            return file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
