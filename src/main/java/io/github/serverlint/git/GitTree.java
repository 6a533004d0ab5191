package io.github.serverlint.git;

import io.github.serverlint.files.FileFilter;
import io.github.serverlint.run.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The folders and files of a commit, with those of its submodules in their places and links followed as the disk does.
 * A link that dangles, leads out of the repository or into itself cannot be mended in a commit any more: it is passed over.
 */
final class GitTree {
    /** The modes of links and submodules in a commit. */
    private static final String LINK = "120000";

    static final String SUBMODULE = "160000";

    /** As many links as Linux follows for one path. */
    private static final int MAX_LINKS = 40;

    /** What a folder holds under a name. */
    sealed interface TreeEntry permits TreeFolder, Blob, Link, Submodule {}

    record TreeFolder(Map<String, TreeEntry> entries) implements TreeEntry {}

    record Blob(Repository repository, String id) implements TreeEntry {}

    record Link(Repository repository, String id) implements TreeEntry {}

    record Submodule(Repository owner, String pathInOwner, String commit) implements TreeEntry {}

    /** A file that was found, with the path that it has when no link is on the way to it. */
    record TreeFile(String path, Blob blob) {}

    /** An entry in its place: what the disk knows as a real path. */
    private record Spot(
            String path, TreeEntry entry, @Nullable Spot above) {
        Spot child(String name, TreeEntry child) {
            return new Spot(path.isEmpty() ? name : path + "/" + name, child, this);
        }
    }

    private final WorkTree workTree;
    private final Spot top;
    private final Map<String, TreeFolder> submodules = new TreeMap<>();
    private final Map<String, String> targets = new TreeMap<>();

    private GitTree(WorkTree workTree, TreeFolder folders) {
        this.workTree = workTree;
        this.top = new Spot("", folders, null);
    }

    static GitTree of(Repository repository, String commit) {
        return new GitTree(repository.workTree(), folders(repository, commit));
    }

    private static TreeFolder folders(Repository repository, String commit) {
        TreeFolder top = new TreeFolder(new TreeMap<>());
        for (Repository.Listed each : repository.list(commit)) {
            String[] names = each.path().split("/", -1);
            TreeFolder treeFolder = top;
            for (String name : List.of(names).subList(0, names.length - 1)) {
                TreeEntry inner = treeFolder.entries().computeIfAbsent(name, any -> new TreeFolder(new TreeMap<>()));
                treeFolder = inner instanceof TreeFolder known ? known : treeFolder;
            }
            treeFolder.entries().put(names[names.length - 1], entry(repository, each));
        }
        return top;
    }

    private static TreeEntry entry(Repository repository, Repository.Listed listed) {
        return switch (listed.mode()) {
            case LINK -> new Link(repository, listed.id());
            case SUBMODULE -> new Submodule(repository, listed.path(), listed.id());
            default -> new Blob(repository, listed.id());
        };
    }

    /**
     * The files that are selected in a place.
     *
     * @param place a folder, or a file, which is taken whatever the patterns say
     * @param way what the paths of files in the folder begin with: empty, or ending in a slash
     * @return files by their path in the folder; the path of a place that is a file is empty
     */
    Map<String, TreeFile> select(String place, String way, FileFilter fileFilter) {
        Map<String, TreeFile> found = new TreeMap<>();
        Spot spot = follow(top, place);
        if (spot != null && spot.entry() instanceof Blob blob) {
            found.put("", new TreeFile(spot.path(), blob));
        } else if (spot != null) {
            collect(spot, way, fileFilter, new HashSet<>(Set.of(spot.path())), found);
        }
        return found;
    }

    /** @param open the folders that the search is in, which a link may lead back to */
    private void collect(
            Spot folder, String below, FileFilter fileFilter, Set<String> open, Map<String, TreeFile> found) {
        entries(folder).forEach((name, treeEntry) -> {
            String path = below + name;
            if (treeEntry instanceof Submodule module
                    && isPassedOver(folder.child(name, treeEntry), module, path, fileFilter)) {
                return;
            }
            Spot spot = follow(folder, name);
            if (spot == null) {
                return;
            } else if (spot.entry() instanceof Blob blob) {
                if (fileFilter.takes(path)) {
                    found.put(path, new TreeFile(spot.path(), blob));
                }
            } else if (FileFilter.searches(name) && open.add(spot.path())) {
                collect(spot, path + "/", fileFilter, open, found);
                open.remove(spot.path());
            }
        });
    }

    /** A submodule that is not checked out is as empty now as it was at the base, unless it has been replaced since. */
    private static boolean isPassedOver(Spot spot, Submodule module, String path, FileFilter fileFilter) {
        boolean hidden = !FileFilter.searches(path.substring(path.lastIndexOf('/') + 1));
        return hidden
                || (module.owner().submodule(spot.path()).isEmpty()
                        && (fileFilter.leavesOut(path) || module.owner().hasSubmoduleNow(module.pathInOwner())));
    }

    /** The file or folder that a path leads to; null if it leads nowhere, or out of the repository. */
    private @Nullable Spot follow(Spot start, String path) {
        Deque<String> names = new ArrayDeque<>(List.of(path.split("/", -1)));
        Spot spot = start;
        int links = 0;
        while (spot != null && !names.isEmpty()) {
            String name = names.removeFirst();
            if (name.equals("..")) {
                spot = spot.above();
            } else if (!name.isEmpty() && !name.equals(".")) {
                TreeEntry treeEntry = entries(spot).get(name);
                if (treeEntry instanceof Link link) {
                    String target = target(link, spot.child(name, link).path());
                    if (++links > MAX_LINKS || target.isEmpty()) {
                        return null;
                    }
                    Optional<String> whole = target.startsWith("/") ? locate(target) : Optional.of(target);
                    spot = whole.isEmpty() ? null : target.startsWith("/") ? top : spot;
                    List<String> onward = List.of(whole.orElse("").split("/", -1));
                    for (int i = onward.size() - 1; i >= 0; i--) {
                        names.addFirst(onward.get(i));
                    }
                } else {
                    spot = treeEntry == null ? null : spot.child(name, treeEntry);
                }
            }
        }
        return spot;
    }

    private Optional<String> locate(String target) {
        try {
            return workTree.locate(Path.of(target).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String target(Link link, String path) {
        return targets.computeIfAbsent(path, any -> {
            byte[] bytes = link.repository().blobs(List.of(link.id())).get(link.id());
            if (bytes == null) {
                throw Repository.partial(path);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        });
    }

    private Map<String, TreeEntry> entries(Spot spot) {
        if (spot.entry() instanceof TreeFolder treeFolder) {
            return treeFolder.entries();
        } else if (spot.entry() instanceof Submodule module) {
            return submodules
                    .computeIfAbsent(spot.path(), path -> checkedOut(path, module))
                    .entries();
        }
        return Map.of();
    }

    private static TreeFolder checkedOut(String path, Submodule module) {
        Repository repository = module.owner()
                .submodule(path)
                .orElseThrow(() -> new ConfigurationException("baseRef: " + path + " was a submodule at the base and is"
                        + " not checked out, so its definitions cannot be compared. Check it out with git submodule"
                        + " update --init, or leave it out with excludes."));
        String commit = repository
                .commit(module.commit())
                .orElseThrow(() -> new ConfigurationException("baseRef: the submodule " + path + " does not hold the"
                        + " commit that it was at in the base. Fetch it there with git fetch, or git fetch --unshallow"
                        + " if it is a shallow clone, and check the submodule out with git submodule update --init."));
        return folders(repository, commit);
    }
}
