package io.github.serverlint.files;

import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.TextDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finder and reader of definition files below a base directory.
 *
 * <p>Folders are searched recursively and links are followed as far as they stay inside the repository; folders whose name begins with a dot are skipped. A file
 * that is named itself is read even if the patterns exclude it. Each file is read once, however many paths lead to it.
 *
 * @param baseDirectory absolute; paths are shown relative to it
 * @param scope what is searched for
 * @param excludes Ant patterns of excluded files
 * @param linkedDirectories folders outside the repository that links may lead to
 */
public record SourceTree(Path baseDirectory, FileScope scope, List<String> excludes, List<Path> linkedDirectories) {
    /** Limit on the size of a file: 64 MiB. No definition that a person maintains is larger. */
    public static final int MAX_BYTES = 64 << 20;

    private static final char UNKNOWN_LETTER = '\uFFFD';

    /** A tree of files that hold only definitions. */
    public SourceTree(Path baseDirectory, List<String> includes, List<String> excludes) {
        this(baseDirectory, FileScope.of(includes), excludes);
    }

    /** A tree whose links stay inside the repository. */
    public SourceTree(Path baseDirectory, FileScope scope, List<String> excludes) {
        this(baseDirectory, scope, excludes, List.of());
    }

    /**
     * A file that was found.
     *
     * @param below the path relative to the searched folder
     * @param isOutside whether it is a link that leaves the repository, or a folder that is one
     */
    private record FoundFile(Path file, String below, boolean isOutside) {}

    /** Finds and reads files, sorted by their shown path. */
    public List<SourceFile> files(String parameter, List<Path> places, RunMonitor monitor) {
        Map<String, FoundFile> found = findFiles(parameter, places);
        RunMonitor.Part reading = monitor.part("files read", found.size());
        try {
            return found.entrySet().parallelStream()
                    .map(each -> reading.one(() -> read(each)))
                    .toList();
        } catch (ConfigurationException e) {
            // Of several unreadable files report the first in order, not the one that some thread met first.
            RunMonitor.Part again = monitor.part("files read", found.size());
            return found.entrySet().stream()
                    .map(each -> again.one(() -> read(each)))
                    .toList();
        }
    }

    private SourceFile read(Map.Entry<String, FoundFile> found) {
        Path file = found.getValue().file();
        if (found.getValue().isOutside()) {
            return SourceFile.outside(found.getKey()).foundAt(found.getValue().below(), scope.confidential());
        }
        SourceFile read = read(found.getKey(), file).foundAt(found.getValue().below(), scope.confidential());
        return isBesideFolder(file) ? read.besideFolder() : read;
    }

    /** Whether a folder of the same name matters and exists: in the folders that are read beside a file. */
    private boolean isBesideFolder(Path file) {
        Path folder = folderOf(file).getFileName();
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0
                && folder != null
                && scope.beside().contains(folder.toString())
                && Files.isDirectory(file.resolveSibling(name.substring(0, dot)));
    }

    /** Files to read, by the path that is shown for them. */
    public Map<String, Path> find(List<Path> places) {
        return find("sourceDirectories", places);
    }

    /**
     * Files to read, by the path that is shown for them.
     *
     * @param parameter the one that names the places, for messages
     */
    public Map<String, Path> find(String parameter, List<Path> places) {
        Map<String, Path> byShownPath = new TreeMap<>();
        findFiles(parameter, places).forEach((shownPath, foundFile) -> byShownPath.put(shownPath, foundFile.file()));
        return byShownPath;
    }

    private Map<String, FoundFile> findFiles(String parameter, List<Path> places) {
        Map<Path, FoundFile> found = new LinkedHashMap<>();
        LinkBorder around = LinkBorder.of(
                baseDirectory, linkedDirectories.stream().map(this::resolve).toList());
        for (Path place : places) {
            Path start = resolve(place);
            LinkBorder border = around.with(start);
            Path folder = Files.isDirectory(start) ? start : folderOf(start);
            Map<Path, Path> files;
            if (Files.isDirectory(start)) {
                files = filesBelow(start, start, selection(), border);
            } else if (Files.exists(start)) {
                files = withFilesBeside(start, border);
            } else {
                throw new ConfigurationException(parameter + ": there is no file or folder " + place
                        + ". Name the folder that holds the definitions, relative to the base directory or absolute.");
            }
            files.forEach((file, real) ->
                    found.putIfAbsent(real, new FoundFile(file, below(folder, file), !border.contains(real))));
        }
        Map<String, FoundFile> byShownPath = new TreeMap<>();
        found.values().forEach(each -> byShownPath.put(requireReadable(shown(each.file())), each));
        return byShownPath;
    }

    /** Java puts U+FFFD where the locale cannot decode a file name; then no report could name the file. */
    private static String requireReadable(String shownPath) {
        if (shownPath.indexOf(UNKNOWN_LETTER) >= 0) {
            throw new ConfigurationException("The name of the file " + shownPath + " holds letters that the locale of"
                    + " this build cannot show. Run it in one that has them, such as LC_ALL=C.UTF-8, or rename the"
                    + " file.");
        }
        return shownPath;
    }

    /** The filter for files in a searched folder. */
    public FileFilter selection() {
        return new FileFilter(scope.includes(), excludes);
    }

    /** The filter for files in the folders beside a named file; paths are relative to the file's folder. */
    public FileFilter selectionBeside() {
        return new FileFilter(List.of("**"), excludes);
    }

    /** Tells whether there is a file or folder to lint. */
    public boolean has(Path place) {
        return Files.exists(resolve(place));
    }

    /** Resolves a file or folder to lint against the base directory. */
    public Path resolve(Path place) {
        return baseDirectory.resolve(place).normalize();
    }

    /** The shown paths of files or folders to lint. */
    public List<String> shown(List<Path> places) {
        return places.stream().map(place -> shown(place, "")).toList();
    }

    /**
     * The shown path of a file or folder.
     *
     * @param place a file or folder to lint
     * @param below the path of a file in it, with {@code /}; empty for the place itself
     */
    public String shown(Path place, String below) {
        Path start = resolve(place);
        if (below.isEmpty() || !baseDirectory.startsWith(start)) {
            return below.isEmpty() ? shown(start) : shown(start) + "/" + below;
        }
        // Drop the part that leads up to the place and down again towards the base directory.
        String prefix = slashed(start.relativize(baseDirectory));
        Deque<String> up = new ArrayDeque<>(prefix.isEmpty() ? List.of() : List.of(prefix.split("/")));
        Deque<String> down = new ArrayDeque<>(List.of(below.split("/")));
        while (!up.isEmpty() && down.size() > 1 && up.getFirst().equals(down.getFirst())) {
            up.removeFirst();
            down.removeFirst();
        }
        return "../".repeat(up.size()) + String.join("/", down);
    }

    /**
     * Reads one file.
     *
     * @param shownPath a path from {@link #find}
     * @throws ConfigurationException if the file cannot be read
     */
    public static SourceFile read(String shownPath, Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new ConfigurationException("Cannot read " + shownPath
                        + ": it is not a regular file. Remove it, or leave it out with excludes.");
            }
            if (attributes.size() > MAX_BYTES) {
                throw tooLarge(shownPath);
            }
            byte[] bytes;
            try (InputStream content = Files.newInputStream(file)) {
                // It may grow while it is read.
                bytes = content.readNBytes(MAX_BYTES + 1);
            }
            if (bytes.length > MAX_BYTES) {
                throw tooLarge(shownPath);
            }
            return decode(shownPath, bytes);
        } catch (IOException e) {
            throw unreadable(shownPath, e);
        }
    }

    private static ConfigurationException tooLarge(String shownPath) {
        return new ConfigurationException("Cannot read " + shownPath + ": it is larger than " + (MAX_BYTES >> 20)
                + " MiB. Split it, or leave it out with excludes.");
    }

    /** Decodes a file that is not on disk, such as one of a commit. */
    public static SourceFile decode(String shownPath, byte[] bytes) {
        return new SourceFile(shownPath, TextDecoder.decode(bytes));
    }

    /** A file and the selected files in the folders beside it, each mapped to its real path. */
    private Map<Path, Path> withFilesBeside(Path file, LinkBorder border) {
        Path folder = folderOf(file);
        Map<Path, Path> files = new LinkedHashMap<>(Map.of(file, realPath(file)));
        scope.beside().stream()
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .forEach(start -> files.putAll(filesBelow(folder, start, selectionBeside(), border)));
        return files;
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }

    /**
     * The selected files in a folder, each mapped to its real path.
     *
     * @param root what the selected paths are relative to
     * @param border what links must not leave; a link to a folder outside stands for what is in it
     */
    private Map<Path, Path> filesBelow(Path root, Path start, FileFilter fileFilter, LinkBorder border) {
        Map<Path, Path> files = new TreeMap<>();
        try {
            Files.walkFileTree(
                    start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        /** Resolved once per folder: the walk visits the files of a folder one after the other. */
                        private Path folder = start;

                        private Path realFolder = realPath(start);

                        @Override
                        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                            Path name = folder.getFileName();
                            boolean searched =
                                    folder.equals(start) || name == null || FileFilter.descendsInto(name.toString());
                            return searched && isInside(folder)
                                    ? FileVisitResult.CONTINUE
                                    : FileVisitResult.SKIP_SUBTREE;
                        }

                        /** What is behind a link that leads outside is not even listed. */
                        private boolean isInside(Path folder) {
                            if (folder.equals(start) || !Files.isSymbolicLink(folder)) {
                                return true;
                            }
                            Path real = realPath(folder);
                            if (!border.contains(real) && !fileFilter.excludes(below(root, folder) + "/x")) {
                                files.put(folder, real);
                            }
                            return border.contains(real);
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            RunMonitor.checkInterrupted();
                            if (fileFilter.selects(below(root, file))) {
                                files.put(file, Files.isSymbolicLink(file) ? realPath(file) : realPathBeside(file));
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        private Path realPathBeside(Path file) {
                            Path parent = file.getParent();
                            if (parent != null && !parent.equals(folder)) {
                                folder = parent;
                                realFolder = realPath(parent);
                            }
                            return realFolder.resolve(file.getFileName());
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            if (fileFilter.excludes(below(root, file))) {
                                return FileVisitResult.CONTINUE;
                            }
                            throw unreadable(shown(file), e);
                        }
                    });
        } catch (IOException e) {
            throw unreadable(shown(start), e);
        }
        // The file system's order is arbitrary, that of the map is not.
        return files;
    }

    private static ConfigurationException unreadable(String shownPath, IOException e) {
        return new ConfigurationException(
                "Cannot read " + shownPath + ": " + ConfigurationException.reason(e)
                        + ". Mend it, or leave it out with excludes.",
                e);
    }

    private static Path realPath(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            // Reading the file reports the error.
            return file;
        }
    }

    private String shown(Path file) {
        if (file.startsWith(baseDirectory) && file.getNameCount() > baseDirectory.getNameCount()) {
            return below(baseDirectory, file);
        }
        boolean comparable = file.getRoot() != null && file.getRoot().equals(baseDirectory.getRoot());
        Path relative = comparable ? baseDirectory.relativize(file) : file;
        return relative.toString().isEmpty() ? "." : slashed(relative);
    }

    /**
     * The path of a file relative to a folder that contains it. Compares strings, since comparing paths is slow for
     * many files.
     */
    private static String below(Path folder, Path file) {
        if (file.equals(folder)) {
            return "";
        }
        String prefix = slashed(folder);
        return slashed(file).substring(prefix.endsWith("/") ? prefix.length() : prefix.length() + 1);
    }

    private static String slashed(Path path) {
        String separator = path.getFileSystem().getSeparator();
        return separator.equals("/") ? path.toString() : path.toString().replace(separator, "/");
    }
}
