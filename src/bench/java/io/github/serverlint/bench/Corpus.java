package io.github.serverlint.bench;

import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Definitions made for measuring: six or seven lines a server, one server in a hundred with a violation.
 *
 * @param files how many
 * @param serversPerFile how many servers each defines
 */
public record Corpus(int files, int serversPerFile) {
    public static final Corpus S = new Corpus(20, 10);
    public static final Corpus M = new Corpus(2_000, 10);
    public static final Corpus L = new Corpus(20_000, 10);
    public static final Corpus ONE = new Corpus(1, 20_000);

    private static final String[] ROLES = {"mailbox", "mailbox, public-folder", "bridgehead", "back-end"};

    /** S, M, L or ONE, or files and servers a file such as {@code 1x500}. */
    public static Corpus named(String name) {
        return switch (name) {
            case "S" -> S;
            case "M" -> M;
            case "L" -> L;
            case "ONE" -> ONE;
            default -> {
                String[] numbers = name.split("x", 2);
                yield new Corpus(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
            }
        };
    }

    public int servers() {
        return files * serversPerFile;
    }

    /** The same texts at every call. */
    public List<SourceFile> sources() {
        List<SourceFile> sources = new ArrayList<>(files);
        for (int file = 0; file < files; file++) {
            sources.add(new SourceFile("servers/" + name(file), text(file)));
        }
        return sources;
    }

    /** The same with something at the end of each file that is not plain, so that all of it is read twice. */
    public List<SourceFile> sourcesNotPlain() {
        return sources().stream()
                .map(source -> new SourceFile(source.path(), source.text() + "x-note: >-\n  not\n  plain\n"))
                .toList();
    }

    /** Writes the files below a folder, unless they are there. */
    public Path write(Path folder) {
        try {
            Path servers = folder.resolve("servers");
            if (!Files.exists(servers.resolve(name(files - 1)))) {
                for (int file = 0; file < files; file++) {
                    Path path = servers.resolve(name(file));
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, text(file));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(int file) {
        return String.format("site%04d/rack%06d.yaml", file / 100, file);
    }

    private String text(int file) {
        Random random = new Random(file);
        StringBuilder text = new StringBuilder("# The servers of rack " + file + "\nservers:\n");
        for (int i = 0; i < serversPerFile; i++) {
            server(file * serversPerFile + i, random, text);
        }
        return text.toString();
    }

    private static void server(int number, Random random, StringBuilder text) {
        boolean old = random.nextBoolean();
        boolean wrong = number % 100 == 57;
        text.append("  mail").append(String.format("%07d", number)).append(":\n");
        if (random.nextBoolean()) {
            text.append("    # rack ")
                    .append(number / 40)
                    .append(", unit ")
                    .append(number % 40)
                    .append('\n');
        }
        text.append("    os: ")
                .append(old && !(wrong && number % 200 == 57) ? "Windows 2000 Server SP4" : "Windows Server 2003 SP1")
                .append('\n');
        text.append("    exchange: ")
                .append(old ? "Exchange 2000 SP3" : "Exchange Server 2003 SP1")
                .append('\n');
        text.append("    roles: [").append(ROLES[random.nextInt(ROLES.length)]).append("]\n");
        boolean tooEarly = wrong && old && number % 200 != 57;
        text.append("    features: [")
                .append(tooEarly ? "volume-shadow-copy" : old ? "" : "rpc-over-http, volume-shadow-copy")
                .append("]\n");
        text.append("    notes: \"Moved in ").append(1 + random.nextInt(12)).append("/2004, owner: team ");
        text.append(random.nextInt(30)).append("\"\n");
        if (wrong && !old) {
            text.append("    components: [instant-messaging]\n");
        }
    }
}
