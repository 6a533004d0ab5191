package io.github.serverlint.git;

import io.github.serverlint.files.SourceTree;
import io.github.serverlint.git.GitCommand.GitOutput;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Queries of one repository with git's plumbing commands, and translation of their failures into messages. Compared by
 * identity.
 *
 * <p>The commands are <a href="https://git-scm.com/docs/git-rev-parse">rev-parse</a>, <a
 * href="https://git-scm.com/docs/git-merge-base">merge-base</a>, <a
 * href="https://git-scm.com/docs/git-ls-tree">ls-tree</a> and <a
 * href="https://git-scm.com/docs/git-cat-file">cat-file</a>.
 */
final class Repository {
    private static final String COMMIT = "^{commit}";
    private static final Pattern ABBREVIATED_ID = Pattern.compile("[0-9a-f]{4,40}");
    private static final int SHOWN_OF_ID = 10;

    private final GitCommand git;
    private final WorkTree workTree;
    private final String pathToTop;
    private final boolean shallow;
    private final RunMonitor monitor;

    /** One line of {@code ls-tree}; {@code mode} distinguishes files, links and submodules. */
    record ListedEntry(String mode, String id, String path) {}

    private Repository(GitCommand git, WorkTree workTree, String pathToTop, boolean shallow, RunMonitor monitor) {
        this.git = git;
        this.workTree = workTree;
        this.pathToTop = pathToTop;
        this.shallow = shallow;
        this.monitor = monitor;
    }

    /** Returns the repository that contains the folder of the command. */
    static Repository containing(GitCommand git, RunMonitor monitor) {
        GitOutput<String> gitOutput =
                git.run("rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix");
        if (!gitOutput.succeeded()) {
            throw openFailure(gitOutput.errors());
        }
        // The path comes last, because it may contain line breaks.
        String[] lines = gitOutput.output().split("\n", 3);
        if (!lines[0].equals("true")) {
            throw new ConfigurationException("baseRef: the base directory lies in a bare repository or in the .git"
                    + " folder of one, where nothing is checked out. Run in a clone with a working tree.");
        }
        int depth = (int) lines[2].chars().filter(c -> c == '/').count();
        return new Repository(
                git,
                new WorkTree(ancestor(git.directory(), depth)),
                "../".repeat(depth),
                lines[1].equals("true"),
                monitor);
    }

    private static Path ancestor(Path directory, int depth) {
        try {
            Path top = directory.toRealPath();
            for (int i = 0; i < depth; i++) {
                top = Optional.ofNullable(top.getParent()).orElse(top);
            }
            return top;
        } catch (IOException e) {
            throw new ConfigurationException(
                    "baseRef: the base directory cannot be read: " + ConfigurationException.reason(e)
                            + ". Mend it, or leave baseRef out.",
                    e);
        }
    }

    private static ConfigurationException openFailure(String errors) {
        if (errors.contains("dubious ownership") || errors.contains("unsafe repository")) {
            return new ConfigurationException("baseRef: git does not trust this repository, because its folder belongs"
                    + " to another user. If you trust it, say so with: git config --global --add safe.directory"
                    + " <the folder of the repository>.");
        } else if (errors.contains("not a git repository")) {
            return new ConfigurationException("baseRef: the base directory does not lie in a git repository, so there"
                    + " is no base to compare with. Run in a clone, or leave baseRef out.");
        }
        return new ConfigurationException("baseRef: git cannot read the repository of the base directory. Run git"
                + " status there, which says why, and mend that, or leave baseRef out.");
    }

    /** Failure for an object that a partial clone does not have. */
    static ConfigurationException missingObject(String what) {
        return new ConfigurationException("baseRef: the clone does not hold " + what + " as at the base, and"
                + " nothing is fetched during a run. Fetch what is left out with git fetch --refetch --no-filter (git 2.36"
                + " or newer), or clone without --filter.");
    }

    WorkTree workTree() {
        return workTree;
    }

    /**
     * The merge base.
     *
     * @param isUncertain whether a later one may be hidden, because the history is cut on the way to it
     */
    record ForkPoint(String commit, boolean isUncertain) {}

    /** Whether the history ends on the way from a common commit to two others, as far as the clone has it. */
    private boolean isCutSince(String common, String one, String other) {
        Set<String> ends = Set.copyOf(git.run("rev-list", "--max-parents=0", one, other)
                .output()
                .lines()
                .toList());
        return git.run("rev-list", one, other, "^" + common).output().lines().anyMatch(ends::contains);
    }

    /** Returns the merge base of the checked-out revision and the base. */
    ForkPoint forkPoint(RevisionName name) {
        String baseRef = name.text();
        String head = commit("HEAD")
                .orElseThrow(() -> new ConfigurationException("baseRef: the branch that is checked out has no commit"
                        + " yet, so it has left no base. Commit first, or leave baseRef out."));
        String base = commit(baseRef).orElseThrow(() -> unknownRevision(baseRef));
        requireOneMeaning(name);
        GitOutput<String> gitOutput = git.run("merge-base", base, head);
        List<String> found = gitOutput.output().lines().toList();
        if (gitOutput.succeeded() && !found.isEmpty()) {
            return new ForkPoint(found.get(0), shallow && isCutSince(found.get(0), base, head));
        } else if (shallow) {
            throw new ConfigurationException("baseRef: the clone is shallow and does not reach back to where the"
                    + " history left " + baseRef + ". Fetch all of it: git fetch --unshallow; in CI fetch-depth: 0 of"
                    + " actions/checkout, or GIT_DEPTH: 0 in GitLab.");
        } else if (gitOutput.exit() == 1) {
            throw new ConfigurationException("baseRef: " + baseRef + " and the revision that is checked out have no"
                    + " commit in common. Name the branch that the work began from.");
        }
        throw new ConfigurationException("baseRef: git cannot follow the history from " + baseRef + " to the revision"
                + " that is checked out. Run git fsck, which says what is damaged, or clone again.");
    }

    /**
     * Refuses a name that stands for several commits. Git takes one of them and only warns, so that a pushed tag
     * could become the base.
     */
    private void requireOneMeaning(RevisionName name) {
        if (name.isFull()) {
            return;
        }
        Map<String, String> commits = meanings(name.start());
        if (commits.values().stream().distinct().count() > 1) {
            String meanings = commits.entrySet().stream()
                    .map(meaning -> meaning.getKey() + " (" + meaning.getValue().substring(0, SHOWN_OF_ID) + ")")
                    .collect(Collectors.joining(" and "));
            String full = commits.keySet().stream()
                    .filter(meaning -> meaning.startsWith("refs/"))
                    .reduce((first, last) -> last)
                    .orElse("refs/heads/" + name.start());
            throw new ConfigurationException("baseRef: \"" + name.start() + "\" has several meanings, which are not the"
                    + " same commit: " + meanings + ". Name the one that is meant in full, such as " + full
                    + ", or delete the others.");
        }
    }

    /**
     * The commits that a name may stand for by the <a href="https://git-scm.com/docs/gitrevisions">rules of git</a>, by
     * what they are.
     */
    private Map<String, String> meanings(String name) {
        Map<String, String> commits = new LinkedHashMap<>();
        if (!name.startsWith("@") && !name.equals("HEAD")) {
            List<String> full = List.of(
                    "refs/" + name,
                    "refs/tags/" + name,
                    "refs/heads/" + name,
                    "refs/remotes/" + name,
                    "refs/remotes/" + name + "/HEAD");
            List<String> command = new ArrayList<>(List.of("for-each-ref", "--format=%(refname)"));
            command.addAll(full);
            git.run(command.toArray(String[]::new))
                    .output()
                    .lines()
                    .filter(full::contains)
                    .forEach(ref -> commit(ref).ifPresent(commit -> commits.put(ref, commit)));
        }
        if (ABBREVIATED_ID.matcher(name).matches()) {
            git.run("rev-parse", "--disambiguate=" + name)
                    .output()
                    .lines()
                    .forEach(id -> commit(id).filter(id::equals).ifPresent(commit -> commits.put("commit", commit)));
        }
        // What git takes may be none of these, such as a file in its folder.
        commit(name)
                .filter(commit -> !commits.containsValue(commit))
                .ifPresent(commit -> commits.put("what git takes", commit));
        return commits;
    }

    private static ConfigurationException unknownRevision(String baseRef) {
        String fetch = baseRef.startsWith("origin/")
                ? "git fetch origin " + baseRef.substring("origin/".length())
                : "for origin/main with git fetch origin main";
        return new ConfigurationException("baseRef: the clone has no revision " + baseRef + ". See that the name is"
                + " right, and fetch it: " + fetch + "; in CI fetch-depth: 0 of actions/checkout, or GIT_DEPTH: 0 in"
                + " GitLab.");
    }

    /** Resolves a revision to a commit id; empty if the clone does not have it. */
    Optional<String> commit(String name) {
        GitOutput<String> gitOutput = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", name + COMMIT);
        return gitOutput.succeeded() ? Optional.of(gitOutput.output().strip()) : Optional.empty();
    }

    /** Lists all entries of a commit recursively. */
    List<ListedEntry> list(String commit) {
        GitOutput<String> gitOutput = git.run("ls-tree", "-r", "-z", "--full-tree", commit);
        if (!gitOutput.succeeded()) {
            throw missingObject("all folders");
        }
        List<ListedEntry> files = new ArrayList<>();
        for (String line : gitOutput.output().split("\0", -1)) {
            // "100644 blob 1f7c…", a tab, and the unquoted path.
            int tab = line.indexOf('\t');
            if (tab > 0) {
                String[] words = line.substring(0, tab).split(" ", -1);
                files.add(new ListedEntry(words[0], words[2], line.substring(tab + 1)));
            }
        }
        return files;
    }

    /** Whether the revision that is checked out has a submodule at a path. */
    boolean hasSubmoduleAtHead(String path) {
        GitOutput<String> gitOutput = git.run("ls-tree", "-z", "--full-tree", "HEAD", path);
        return gitOutput.succeeded() && gitOutput.output().startsWith(GitTree.SUBMODULE);
    }

    /**
     * Returns the submodule that is checked out in a folder of the work tree, if any.
     *
     * @param path path of the folder, relative to the top of the outermost repository
     */
    Optional<Repository> submodule(String path) {
        GitCommand there = git.inFolder("./" + pathToTop + path);
        GitOutput<String> gitOutput = there.run("rev-parse", "--show-prefix");
        if (!gitOutput.succeeded() && gitOutput.errors().contains("ownership")) {
            throw openFailure(gitOutput.errors());
        }
        boolean own = gitOutput.succeeded() && gitOutput.output().strip().isEmpty();
        return own ? Optional.of(new Repository(there, workTree, pathToTop, shallow, monitor)) : Optional.empty();
    }

    /**
     * Reads contents by id. Objects missing in the clone are omitted; a content that is too large is cut one byte past
     * the limit.
     */
    Map<String, byte[]> blobs(Collection<String> ids) {
        byte[] wanted = (String.join("\n", ids) + "\n").getBytes(StandardCharsets.US_ASCII);
        RunMonitor.Part reading = monitor.part("files of the base read", ids.size());
        return git.run(wanted, output -> readBatch(output, reading), "cat-file", "--batch")
                .output();
    }

    private static Map<String, byte[]> readBatch(InputStream output, RunMonitor.Part reading) throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        DataInputStream stream = new DataInputStream(new BufferedInputStream(output));
        for (String header = readHeader(stream); header != null; header = readHeader(stream)) {
            String[] words = header.split(" ", -1);
            // "<id> missing" has two words, "<id> blob <size>" three.
            if (words.length == 3) {
                long size = Long.parseLong(words[2]);
                byte[] bytes = stream.readNBytes((int) Math.min(size, SourceTree.MAX_BYTES + 1L));
                stream.skipNBytes(size - bytes.length + 1);
                reading.one(() -> contents.put(words[0], bytes));
            }
        }
        return contents;
    }

    private static @Nullable String readHeader(InputStream stream) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = stream.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = stream.read();
        }
        return line.toString(StandardCharsets.US_ASCII);
    }
}
