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
 * Folders and files of a commit, including submodules, with symbolic links resolved as a file system does. A link that
 * is dangling, cyclic or leads out of the repository is skipped, because a commit cannot be corrected.
 *
 * <p>The modes are those of <a href="https://git-scm.com/docs/git-ls-tree">git ls-tree</a>.
 */
final class GitTree {
    /** Modes of links and submodules in a tree object. */
    private static final String LINK = "120000";

    static final String SUBMODULE = "160000";

    /** The limit of Linux for one path. */
    private static final int MAX_LINKS = 40;

    /** Entry of a folder. */
    sealed interface TreeEntry permits TreeFolder, Blob, Link, Submodule {}

    record TreeFolder(Map<String, TreeEntry> entries) implements TreeEntry {}

    record Blob(Repository repository, String id) implements TreeEntry {}

    record Link(Repository repository, String id) implements TreeEntry {}

    record Submodule(Repository owner, String pathInOwner, String commit) implements TreeEntry {}

    /** A file with its path after link resolution. */
    record TreeFile(String path, Blob blob) {}

    /** An entry with its path after link resolution, like a real path of a file system. */
    private record ResolvedEntry(
            String path, TreeEntry entry, @Nullable ResolvedEntry parent) {
        ResolvedEntry child(String name, TreeEntry child) {
            return new ResolvedEntry(path.isEmpty() ? name : path + "/" + name, child, this);
        }
    }

    private final WorkTree workTree;
    private final ResolvedEntry top;
    private final Map<String, TreeFolder> submodules = new TreeMap<>();
    private final Map<String, String> targets = new TreeMap<>();

    GitTree(Repository repository, String commit) {
        this.workTree = repository.workTree();
        this.top = new ResolvedEntry("", folders(repository, commit), null);
    }

    private static TreeFolder folders(Repository repository, String commit) {
        TreeFolder top = new TreeFolder(new TreeMap<>());
        for (Repository.ListedEntry each : repository.list(commit)) {
            String[] names = each.path().split("/", -1);
            TreeFolder folder = top;
            for (String name : List.of(names).subList(0, names.length - 1)) {
                TreeEntry inner = folder.entries().computeIfAbsent(name, key -> new TreeFolder(new TreeMap<>()));
                folder = inner instanceof TreeFolder known ? known : folder;
            }
            folder.entries().put(names[names.length - 1], entry(repository, each));
        }
        return top;
    }

    private static TreeEntry entry(Repository repository, Repository.ListedEntry listed) {
        return switch (listed.mode()) {
            case LINK -> new Link(repository, listed.id());
            case SUBMODULE -> new Submodule(repository, listed.path(), listed.id());
            default -> new Blob(repository, listed.id());
        };
    }

    /**
     * Selects files.
     *
     * @param place a folder, or a file, which is selected regardless of the patterns
     * @param prefix prefix of the paths of files in the folder: empty, or ending in a slash
     * @return files by path relative to the folder; for a file, the path is empty
     */
    Map<String, TreeFile> select(String place, String prefix, FileFilter fileFilter) {
        Map<String, TreeFile> found = new TreeMap<>();
        ResolvedEntry resolved = resolve(top, place);
        if (resolved != null && resolved.entry() instanceof Blob blob) {
            found.put("", new TreeFile(resolved.path(), blob));
        } else if (resolved != null) {
            collect(resolved, prefix, fileFilter, new HashSet<>(Set.of(resolved.path())), found);
        }
        return found;
    }

    /** @param ancestors the folders being searched, which a link may lead back to */
    private void collect(
            ResolvedEntry folder,
            String below,
            FileFilter fileFilter,
            Set<String> ancestors,
            Map<String, TreeFile> found) {
        entries(folder).forEach((name, treeEntry) -> {
            String path = below + name;
            if (treeEntry instanceof Submodule module
                    && isSkipped(folder.child(name, treeEntry), module, path, fileFilter)) {
                return;
            }
            ResolvedEntry resolved = resolve(folder, name);
            if (resolved == null) {
                return;
            } else if (resolved.entry() instanceof Blob blob) {
                if (fileFilter.selects(path)) {
                    found.put(path, new TreeFile(resolved.path(), blob));
                }
            } else if (FileFilter.descendsInto(name) && ancestors.add(resolved.path())) {
                collect(resolved, path + "/", fileFilter, ancestors, found);
                ancestors.remove(resolved.path());
            }
        });
    }

    /** A submodule that is not checked out is empty now as at the base, unless it has been replaced since. */
    private static boolean isSkipped(ResolvedEntry resolved, Submodule module, String path, FileFilter fileFilter) {
        boolean hidden = !FileFilter.descendsInto(path.substring(path.lastIndexOf('/') + 1));
        return hidden
                || (module.owner().submodule(resolved.path()).isEmpty()
                        && (fileFilter.excludes(path) || module.owner().hasSubmoduleAtHead(module.pathInOwner())));
    }

    /** Resolves a path; null if nothing exists there, or it leads out of the repository. */
    private @Nullable ResolvedEntry resolve(ResolvedEntry start, String path) {
        Deque<String> names = new ArrayDeque<>(List.of(path.split("/", -1)));
        ResolvedEntry resolved = start;
        int links = 0;
        while (resolved != null && !names.isEmpty()) {
            String name = names.removeFirst();
            if (name.equals("..")) {
                resolved = resolved.parent();
            } else if (!name.isEmpty() && !name.equals(".")) {
                TreeEntry treeEntry = entries(resolved).get(name);
                if (treeEntry instanceof Link link) {
                    String target = target(link, resolved.child(name, link).path());
                    if (++links > MAX_LINKS || target.isEmpty()) {
                        return null;
                    }
                    Optional<String> targetPath = target.startsWith("/") ? locate(target) : Optional.of(target);
                    resolved = targetPath.isEmpty() ? null : target.startsWith("/") ? top : resolved;
                    List<String> targetNames = List.of(targetPath.orElse("").split("/", -1));
                    for (int i = targetNames.size() - 1; i >= 0; i--) {
                        names.addFirst(targetNames.get(i));
                    }
                } else {
                    resolved = treeEntry == null ? null : resolved.child(name, treeEntry);
                }
            }
        }
        return resolved;
    }

    private Optional<String> locate(String target) {
        try {
            return workTree.locate(Path.of(target).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String target(Link link, String path) {
        return targets.computeIfAbsent(path, key -> {
            byte[] bytes = link.repository().blobs(List.of(link.id())).get(link.id());
            if (bytes == null) {
                throw Repository.missingObject(path);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        });
    }

    private Map<String, TreeEntry> entries(ResolvedEntry resolved) {
        if (resolved.entry() instanceof TreeFolder folder) {
            return folder.entries();
        } else if (resolved.entry() instanceof Submodule module) {
            return submodules
                    .computeIfAbsent(resolved.path(), path -> checkedOut(path, module))
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
