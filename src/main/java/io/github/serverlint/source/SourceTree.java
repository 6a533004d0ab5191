package io.github.serverlint.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds and reads files of definitions.
 *
 * <p>A folder is searched with its subfolders, through links; folders whose name begins with a dot are left out. A file
 * that is named itself is read whatever the patterns say. Each file is read once, however often it is reached.
 *
 * @param baseDirectory absolute; paths are shown relative to it
 * @param includes Ant patterns, relative to the folder that is searched
 * @param excludes Ant patterns that win over {@code includes}
 */
public record SourceTree(Path baseDirectory, List<String> includes, List<String> excludes) {
    /** A larger file is no definition that a person maintains: 64 MiB. */
    private static final long MAX_BYTES = 64L << 20;

    /** Files to read, by the path that is shown for them. */
    public Map<String, Path> find(List<Path> places) {
        Predicate<String> wanted = anyOf(includes).and(anyOf(excludes).negate());
        Map<Path, Path> found = new TreeMap<>();
        for (Path place : places) {
            Path start = baseDirectory.resolve(place).normalize();
            if (Files.isDirectory(start)) {
                filesBelow(start, wanted).forEach(file -> found.putIfAbsent(realPath(file), file));
            } else if (Files.exists(start)) {
                found.putIfAbsent(realPath(start), start);
            } else {
                throw new ConfigurationException("sourceDirectories: there is no file or folder " + place
                        + ". Name the folder that holds the definitions, relative to the base directory or absolute.");
            }
        }
        Map<String, Path> byShownPath = new TreeMap<>();
        found.values().forEach(file -> byShownPath.put(shown(file), file));
        return byShownPath;
    }

    private static Predicate<String> anyOf(List<String> patterns) {
        List<AntPattern> compiled = patterns.stream().map(AntPattern::new).toList();
        return path -> compiled.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /**
     * Reads one file.
     *
     * @param shownPath a path from {@link #find}
     * @throws ConfigurationException if the file cannot be read
     */
    public static SourceFile read(String shownPath, Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new ConfigurationException("Cannot read " + shownPath
                    + ": it is not a regular file. Remove it, or leave it out with excludes.");
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new ConfigurationException("Cannot read " + shownPath + ": it is larger than " + (MAX_BYTES >> 20)
                        + " MiB. Split it, or leave it out with excludes.");
            }
            TextDecoder.Decoded decoded = TextDecoder.decode(Files.readAllBytes(file));
            return new SourceFile(shownPath, decoded.text(), decoded.whole());
        } catch (IOException e) {
            throw unreadable(shownPath, e);
        }
    }

    private List<Path> filesBelow(Path start, Predicate<String> wanted) {
        List<Path> files = new ArrayList<>();
        Predicate<String> left = anyOf(excludes);
        try {
            Files.walkFileTree(
                    start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                            Path name = folder.getFileName();
                            boolean hidden = name != null && name.toString().startsWith(".") && !folder.equals(start);
                            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            if (wanted.test(slashed(start.relativize(file)))) {
                                files.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            if (left.test(slashed(start.relativize(file)))) {
                                return FileVisitResult.CONTINUE;
                            }
                            throw unreadable(shown(file), e);
                        }
                    });
        } catch (IOException e) {
            throw unreadable(shown(start), e);
        }
        // The disk hands them out in an order of its own.
        files.sort(Comparator.naturalOrder());
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
            // Reading it says what is wrong with it.
            return file;
        }
    }

    private String shown(Path file) {
        boolean comparable = file.getRoot() != null && file.getRoot().equals(baseDirectory.getRoot());
        Path relative = comparable ? baseDirectory.relativize(file) : file;
        return relative.toString().isEmpty() ? "." : slashed(relative);
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
