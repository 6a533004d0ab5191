package io.github.serverlint.git;

import io.github.serverlint.files.FileScope;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.git.GitTree.Blob;
import io.github.serverlint.git.GitTree.TreeFile;
import io.github.serverlint.git.Repository.ForkPoint;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Definitions at the merge base of the checked-out revision and the base.
 *
 * @param commit the full id of that commit
 * @param isUncertain whether a later common commit may be hidden, because the history of the clone is cut
 * @param files sorted by displayed path
 */
public record BaseRevision(String commit, boolean isUncertain, List<SourceFile> files) {
    private static final String LFS_POINTER = "version https://git-lfs";

    public BaseRevision {
        files = List.copyOf(files);
    }

    /**
     * Reads the files that a run on the base would have found. A folder that is missing in the base has no files.
     *
     * @param baseRef revision name of the base, such as {@code origin/main}
     * @param tree base directory and patterns of the run
     * @param places folders and files to lint
     * @throws ConfigurationException if the base cannot be read, with what to do about it
     */
    public static BaseRevision read(String baseRef, SourceTree tree, List<Path> places, RunMonitor monitor) {
        return read(baseRef, tree, places, monitor, new ProcessBuilder().environment());
    }

    /** @param environment the variables for finding and starting the command */
    static BaseRevision read(
            String baseRef, SourceTree tree, List<Path> places, RunMonitor monitor, Map<String, String> environment) {
        RevisionName name = RevisionName.of(baseRef);
        Repository repository = Repository.containing(GitCommand.in(tree.baseDirectory(), environment), monitor);
        ForkPoint forkPoint = repository.forkPoint(name);
        String commit = forkPoint.commit();
        Map<String, BaseFile> found = find(tree, places, new GitTree(repository, commit), repository.workTree());
        return new BaseRevision(commit, forkPoint.isUncertain(), contents(found, tree.scope()));
    }

    /** @param below the path relative to the source folder, as in {@link SourceFile#below} */
    private record BaseFile(String below, Blob blob) {}

    /** Counterpart of {@link SourceTree#find}: files to read, by displayed path. */
    private static Map<String, BaseFile> find(SourceTree tree, List<Path> places, GitTree base, WorkTree workTree) {
        Map<String, BaseFile> byShownPath = new TreeMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Path place : places) {
            String path = workTree.locate(tree.resolve(place))
                    .orElseThrow(() -> new ConfigurationException("baseRef: " + tree.shown(place, "")
                            + " lies outside the repository of the base directory, so there is no base to compare it"
                            + " with. Take it out of sourceDirectories, or leave baseRef out."));
            Map<String, TreeFile> found = base.select(path, "", tree.selection());
            found.forEach((below, file) -> {
                if (seen.add(file.path())) {
                    String name = below.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : below;
                    byShownPath.put(tree.shown(place, below), new BaseFile(name, file.blob()));
                }
            });
            if (found.containsKey("")) {
                filesBeside(tree, path, base).forEach((below, file) -> {
                    if (seen.add(file.path())) {
                        byShownPath.put(tree.shown(place.resolveSibling(below), ""), new BaseFile(below, file.blob()));
                    }
                });
            }
        }
        return byShownPath;
    }

    /** Files of the folders beside a file, by path relative to its folder. */
    private static Map<String, TreeFile> filesBeside(SourceTree tree, String path, GitTree base) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Map<String, TreeFile> found = new TreeMap<>();
        for (String name : tree.scope().beside()) {
            base.select(folder + name, name + "/", tree.selectionBeside()).forEach((below, file) -> {
                // Skip a file that has the name of such a folder.
                if (!below.isEmpty()) {
                    found.put(below, file);
                }
            });
        }
        return found;
    }

    private static List<SourceFile> contents(Map<String, BaseFile> found, FileScope fileScope) {
        Map<Repository, Set<String>> ids = new HashMap<>();
        found.values().stream()
                .map(BaseFile::blob)
                .forEach(blob -> ids.computeIfAbsent(blob.repository(), key -> new LinkedHashSet<>())
                        .add(blob.id()));
        Map<Repository, Map<String, byte[]>> contents = new HashMap<>();
        ids.forEach((repository, wanted) -> contents.put(repository, repository.blobs(wanted)));
        List<SourceFile> files = new ArrayList<>();
        found.forEach((shown, file) -> {
            RunMonitor.checkInterrupted();
            Blob blob = file.blob();
            byte[] bytes = contents.getOrDefault(blob.repository(), Map.of()).get(blob.id());
            if (bytes == null) {
                throw Repository.missingObject(shown);
            }
            files.add(decode(shown, bytes).foundAt(file.below(), fileScope.confidential()));
        });
        return files;
    }

    private static SourceFile decode(String shown, byte[] bytes) {
        if (bytes.length > SourceTree.MAX_BYTES) {
            throw new ConfigurationException("baseRef: " + shown + " was larger than " + (SourceTree.MAX_BYTES >> 20)
                    + " MiB at the base. Leave it out with excludes.");
        }
        int head = Math.min(bytes.length, LFS_POINTER.length());
        if (new String(bytes, 0, head, StandardCharsets.US_ASCII).equals(LFS_POINTER)) {
            throw new ConfigurationException("baseRef: " + shown + " was stored by Git LFS at the base, and definitions"
                    + " in LFS cannot be compared with a base. Store it in git itself, leave it out with excludes, or"
                    + " leave baseRef out.");
        }
        return SourceTree.decode(shown, bytes);
    }
}
