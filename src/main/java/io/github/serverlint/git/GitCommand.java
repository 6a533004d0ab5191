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
 * Read-only invocation of the installed {@code git} command. No hook, monitor, filter or pager of the repository is
 * run, nothing is fetched, no lock is taken, and no password prompt appears.
 *
 * <p>The variables are those of <a href="https://git-scm.com/docs/git#_environment_variables">git's documentation</a>.
 *
 * @param directory the working directory of the process
 * @param folder the argument of {@code -C}, relative to the directory
 * @param executable the executable file
 * @param environment the complete environment of the process
 */
record GitCommand(Path directory, String folder, Path executable, Map<String, String> environment) {

    /** Result of a command. The errors serve to recognize a failure and are never shown. */
    record GitOutput<T>(int exit, T output, String errors) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    /** Parser of the standard output. */
    interface OutputReader<T> {
        T read(InputStream output) throws IOException;
    }

    /**
     * @param environment the parent's environment, which may hold variables of a hook that point git to another
     *     repository or index
     */
    static GitCommand in(Path directory, Map<String, String> environment) {
        Path executable = findOnPath(environment, isWindows(directory))
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

    /** Returns the same command for another folder. */
    GitCommand inFolder(String other) {
        return new GitCommand(directory, other, executable, environment);
    }

    GitOutput<String> run(String... arguments) {
        return run(new byte[0], output -> new String(output.readAllBytes(), StandardCharsets.UTF_8), arguments);
    }

    /**
     * Runs the command and waits for it.
     *
     * @param input the standard input
     * @throws ConfigurationException if the command cannot be started, or the thread is interrupted
     */
    <T> GitOutput<T> run(byte[] input, OutputReader<T> reading, String... arguments) {
        Process process = start(arguments);
        try {
            // Each stream has its own thread, so that a full pipe cannot block the others.
            FutureTask<Boolean> written = inBackground(() -> write(input, process.getOutputStream()));
            FutureTask<String> errors =
                    inBackground(() -> new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            FutureTask<T> output = inBackground(() -> reading.read(process.getInputStream()));
            T read = output.get();
            written.get();
            return new GitOutput<>(process.waitFor(), read, errors.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (ExecutionException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw cancelled(e);
            }
            throw new ConfigurationException(
                    "baseRef: what git wrote could not be read to its end. Start the run again.", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static ConfigurationException cancelled(Exception e) {
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

    /** @return false if the command ended before it read everything; its exit code tells why */
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

    private static Optional<Path> findOnPath(Map<String, String> environment, boolean windows) {
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
            // A relative folder would be resolved inside the repository.
            return file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
