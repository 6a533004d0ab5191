package io.github.serverlint.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.serverlint.Slow;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read, what the user is told then, and what is never done for it. */
class BaseRefusalTest extends ReadsARepository {

    @Test
    void aPlaceOutsideTheRepositoryIsNamed() throws IOException {
        repository.commit();
        Files.createDirectories(temporary.resolve("elsewhere"));
        assertThat(refusal("main", repository.folder(), "../elsewhere"))
                .startsWith("baseRef: ../elsewhere lies outside the repository");
        assertThat(refusal(
                        "main",
                        repository.folder(),
                        temporary.resolve("elsewhere").toString()))
                .startsWith("baseRef: ../elsewhere lies outside the repository");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-h", "--all", " --upload-pack=x", "^main", "origin/", "/"})
    void whatCannotNameARevisionIsRefused(String baseRef) {
        assertThat(refusal(baseRef, repository.folder(), "servers")).contains("is not the name of a revision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"main...HEAD", "main..HEAD", "main.."})
    void aRangeIsToldThatOneRevisionIsWanted(String baseRef) {
        assertThat(refusal(baseRef, repository.folder(), "servers"))
                .contains("\"" + baseRef + "\" is a range, and one revision is wanted")
                .contains("such as main;");
    }

    /** Each is a name that git warns of. */
    @ParameterizedTest
    @CsvSource({
        "tag main, main, refs/tags/main, refs/heads/main",
        "tag -a -m x main, main, refs/tags/main, refs/heads/main",
        "branch origin/main, origin/main, refs/heads/origin/main, refs/remotes/origin/main",
        "tag origin/main, origin/main, refs/tags/origin/main, refs/remotes/origin/main",
        "tag main, main~0, refs/tags/main, refs/heads/main",
        "branch origin, origin, refs/heads/origin, refs/remotes/origin/HEAD",
        "update-ref refs/main HEAD, main, refs/main, refs/heads/main",
    })
    void aNameWithSeveralMeaningsIsRefused(String command, String baseRef, String one, String other)
            throws IOException {
        repository.write("servers/a.yaml", "a");
        repository.commit();
        MadeRepository clone = clone("clone");
        clone.write("servers/a.yaml", "b");
        clone.commit();
        clone.git("checkout", "--quiet", "-b", "work");
        clone.write("servers/a.yaml", "c");
        clone.commit();
        assertThat(read("refs/heads/main", clone.folder(), List.of(), "servers").files())
                .hasSize(1);
        clone.git(command.split(" "));
        assertThat(refusal(baseRef, clone.folder(), "servers"))
                .contains("has several meanings", one + " (", other + " (")
                .contains("in full, such as refs/");
        // In full a name is taken at its word.
        assertThat(read(one, clone.folder(), List.of(), "servers")
                        .files()
                        .get(0)
                        .text())
                .isEqualTo("c");
        if (!other.endsWith("HEAD") && other.startsWith("refs/heads")) {
            assertThat(read(other, clone.folder(), List.of(), "servers")
                            .files()
                            .get(0)
                            .text())
                    .isEqualTo("b");
        }
    }

    @Test
    void severalMeaningsOfOneCommitAreNoQuestion() throws IOException {
        repository.write("servers/a.yaml", "a");
        repository.commit();
        repository.git("tag", "-a", "-m", "x", "main");
        assertThat(read("main", repository.folder(), List.of(), "servers").files())
                .hasSize(1);
    }

    @Test
    void aNameThatMayBeAnIdIsRefusedToo() throws IOException {
        repository.write("servers/a.yaml", "a");
        repository.commit();
        String id = repository.git("rev-parse", "HEAD").strip();
        repository.write("servers/a.yaml", "b");
        repository.commit();
        repository.git("tag", id.substring(0, 8));
        assertThat(refusal(id.substring(0, 8), repository.folder(), "servers"))
                .contains("refs/tags/" + id.substring(0, 8), "commit (");
        assertThat(read(id, repository.folder(), List.of(), "servers").commit()).isEqualTo(id);
    }

    @Test
    void aMissingRevisionIsToBeFetched() throws IOException {
        repository.commit();
        assertThat(refusal("origin/release", repository.folder(), "servers"))
                .contains("no revision origin/release")
                .contains("git fetch origin release;")
                .contains("fetch-depth: 0")
                .contains("GIT_DEPTH: 0");
        assertThat(refusal("main:servers", repository.folder(), "servers")).contains("no revision main:servers");
    }

    @Test
    void aBranchWithoutACommitHasLeftNoBase() {
        assertThat(refusal("main", repository.folder(), "servers")).contains("no commit yet");
    }

    @Test
    void historiesWithNothingInCommonAreToldApartFromShallowOnes() throws IOException {
        repository.commit();
        repository.git("checkout", "--quiet", "--orphan", "other");
        repository.write("servers/a.yaml", "a");
        repository.commit();
        assertThat(refusal("main", repository.folder(), "servers")).contains("no commit in common");

        repository.git("checkout", "--quiet", "main");
        repository.git("checkout", "--quiet", "-b", "work");
        repository.write("servers/b.yaml", "b");
        repository.commit();
        repository.git("checkout", "--quiet", "main");
        repository.write("servers/c.yaml", "c");
        repository.commit();
        MadeRepository shallow = clone("shallow", "--depth=1", "--no-single-branch", "--branch=work");
        assertThat(refusal("origin/main", shallow.folder(), "servers"))
                .contains("shallow")
                .contains("git fetch --unshallow")
                .contains("fetch-depth: 0");
        shallow.git("fetch", "--quiet", "--unshallow");
        assertThat(read("origin/main", shallow.folder(), List.of(), "servers").files())
                .isEmpty();
    }

    /** The branch has taken in main's second commit by a merge; of its own commits the clone has the first no more. */
    @Test
    void aCutHistoryMayHideALaterCommonCommit() throws IOException {
        for (String name : List.of("one", "two", "three")) {
            repository.write("servers/" + name + ".yaml", name);
            repository.commit();
        }
        repository.git("checkout", "--quiet", "-b", "work", "HEAD~2");
        for (String name : List.of("a", "b", "c")) {
            repository.write("servers/" + name + ".yaml", name);
            repository.commit();
        }
        repository.git("merge", "--quiet", "--no-edit", "main");
        repository.git("checkout", "--quiet", "main");
        repository.write("servers/four.yaml", "four");
        repository.commit();
        assertThat(clone("whole", "--branch=work")
                        .git("rev-parse", "--is-shallow-repository")
                        .strip())
                .isEqualTo("false");
        MadeRepository cut = clone("cut", "--depth=3", "--no-single-branch", "--branch=work");
        assertThat(read("origin/main", cut.folder(), List.of(), "servers").isUncertain())
                .isTrue();
        cut.git("fetch", "--quiet", "--unshallow");
        assertThat(read("origin/main", cut.folder(), List.of(), "servers").isUncertain())
                .isFalse();
        // Cut behind the common commit, nothing is hidden.
        repository.git("checkout", "--quiet", "-b", "late", "main");
        repository.write("servers/late.yaml", "late");
        repository.commit();
        MadeRepository late = clone("late", "--depth=2", "--no-single-branch", "--branch=late");
        assertThat(read("origin/main", late.folder(), List.of(), "servers").isUncertain())
                .isFalse();
    }

    @Test
    void aFolderWithoutARepositoryHasNoBase() throws IOException {
        Path plain = Files.createDirectories(temporary.resolve("plain"));
        assertThat(refusal("main", plain, "servers")).contains("does not lie in a git repository");
        MadeRepository bare = MadeRepository.init(temporary.resolve("bare"), home, "--bare");
        assertThat(refusal("main", bare.folder(), "servers")).contains("bare repository");
        assertThat(refusal("main", repository.folder().resolve(".git"), "servers"))
                .contains("bare repository");
        assertThat(refusal("main", temporary.resolve("gone"), "servers")).contains("could not be started");
    }

    @Test
    void withoutGitThereIsNoBase() throws IOException {
        Files.createDirectories(repository.folder().resolve("bin"));
        Path planted = repository.write("bin/git", "#!/bin/sh\ntouch executed\n");
        assertThat(planted.toFile().setExecutable(true)).isTrue();
        // A relative folder on the path may be one of the repository.
        Path relative = Path.of("").toAbsolutePath().relativize(planted.getParent());
        environment.put("PATH", String.join(java.io.File.pathSeparator, home.toString(), relative.toString(), ""));
        assertThat(refusal("main", repository.folder(), "servers")).contains("no git on the path");
        assertThat(repository.folder().resolve("executed")).doesNotExist();
    }

    @Test
    void aRepositoryOfAnotherUserIsToBeTrustedFirst() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "skipped: only root may give a folder away");
        repository.write("servers/a.yaml", "a");
        repository.commit();
        Files.setAttribute(repository.folder(), "unix:uid", 12345);
        Files.setAttribute(repository.folder().resolve(".git"), "unix:uid", 12345);
        assertThat(refusal("main", repository.folder(), "servers"))
                .contains("git config --global --add safe.directory <the folder of the repository>");
        repository.git(
                "config",
                "--global",
                "--add",
                "safe.directory",
                repository.folder().toString());
        assertThat(paths(read("main", "servers"))).containsExactly("servers/a.yaml");
    }

    @Test
    void whatAPartialCloneLeftOutIsNotFetched() throws IOException {
        repository.git("config", "uploadpack.allowFilter", "true");
        repository.write("servers/a.yaml", "old a");
        repository.write("common-sites/b.yaml", "old b");
        repository.link("servers/common-sites", "../common-sites");
        repository.commit();
        repository.git("checkout", "--quiet", "-b", "work");
        repository.write("servers/a.yaml", "new");
        repository.commit();
        MadeRepository partial = clone("partial", "--filter=blob:none", "--branch=work");
        assertThat(refusal("origin/main", partial.folder(), "servers"))
                .contains("does not hold servers/a.yaml")
                .contains("git fetch --refetch --no-filter");
        assertThat(paths(read("origin/main", partial.folder(), List.of("a.yaml"), "servers")))
                .containsExactly("servers/common-sites/b.yaml");
        MadeRepository empty = clone("empty", "--filter=tree:0", "--no-checkout");
        assertThat(refusal("origin/main", empty.folder(), "servers")).contains("git fetch --refetch --no-filter");
    }

    @Test
    @Slow
    void whatIsNoDefinitionAnyMoreIsNotCompared() throws IOException {
        repository.git("config", "core.compression", "0");
        repository.write("servers/a.yaml", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
        repository.write("servers/large/b.yaml", " ".repeat(SourceTree.MAX_BYTES + 1));
        repository.write("servers/large/whole.yaml", " ".repeat(Slow.WHOLE ? SourceTree.MAX_BYTES : 1));
        repository.write("servers/z/c.yaml", "c");
        repository.commit();
        assertThat(refusal("main", repository.folder(), "servers")).contains("servers/a.yaml was stored by Git LFS");
        assertThat(refusal("main", repository.folder(), "servers/large", "servers/z"))
                .contains("servers/large/b.yaml was larger than 64 MiB");
        assertThat(paths(read("main", "servers/large/whole.yaml", "servers/z")))
                .containsExactly("servers/large/whole.yaml", "servers/z/c.yaml");
    }

    @Test
    void nothingOfTheRepositoryIsRunAndNothingIsChanged() throws IOException {
        Path marker = temporary.resolve("executed");
        Path script = Files.writeString(temporary.resolve("script"), "#!/bin/sh\ntouch '" + marker + "'\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        repository.write("servers/a.yaml", "a");
        repository.write("servers/b.yaml", "b");
        repository.write(".gitattributes", "* filter=x diff=x\n");
        repository.commit();
        Path hooks = Files.createDirectories(temporary.resolve("hooks"));
        for (String hook : List.of("post-index-change", "reference-transaction", "post-checkout", "pre-commit")) {
            Files.copy(script, hooks.resolve(hook));
        }
        repository.git("config", "core.hooksPath", hooks.toString());
        for (String key : List.of("core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "core.askPass")) {
            repository.git("config", key, script.toString());
        }
        for (String key : List.of("filter.x.smudge", "filter.x.clean", "filter.x.process", "diff.x.textconv")) {
            repository.git("config", key, script.toString());
        }
        repository.git("config", "pager.rev-parse", script.toString());
        repository.git("config", "alias.rev-parse", "!" + script);
        // Would be asked for what a partial clone has not.
        repository.git("config", "protocol.ext.allow", "always");
        repository.git("config", "remote.origin.url", "ext::" + script);
        repository.git("config", "remote.origin.promisor", "true");
        repository.git("config", "extensions.partialClone", "origin");
        String blob = repository.git("-c", "core.fsmonitor=false", "rev-parse", "HEAD:servers/b.yaml");
        Files.delete(repository.folder().resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
        Files.deleteIfExists(marker);
        // A file that is touched makes git refresh its index where it may.
        repository.write("servers/a.yaml", "a");
        Map<String, String> before = everything();

        assertThat(paths(read("main", repository.folder(), List.of("b.yaml"), "servers")))
                .containsExactly("servers/a.yaml");
        assertThat(refusal("main", repository.folder(), "servers")).contains("does not hold servers/b.yaml");
        assertThat(marker).doesNotExist();
        assertThat(everything()).isEqualTo(before);

        // The trap does snap.
        repository.git("-c", "filter.x.process=", "status");
        assertThat(marker).exists();
    }

    /** Each file of the repository with what it holds and when it was changed. */
    private Map<String, String> everything() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(repository.folder())) {
            for (Path path : paths.toList()) {
                String content = Files.isRegularFile(path) ? Arrays.toString(Files.readAllBytes(path)) : "";
                files.put(path.toString(), Files.getLastModifiedTime(path) + content);
            }
        }
        return files;
    }

    @Test
    void aRunThatIsStoppedStopsGit() throws Exception {
        Path bin = Files.createDirectories(temporary.resolve("bin"));
        Path pid = temporary.resolve("pid");
        Path slow = Files.writeString(bin.resolve("git"), "#!/bin/sh\necho $$ > '" + pid + "'\nexec sleep 600\n");
        // A pipe, whose reader waits until something is written.
        assertThat(new ProcessBuilder("mkfifo", pid.toString()).start().waitFor())
                .isZero();
        assertThat(slow.toFile().setExecutable(true)).isTrue();
        environment.put("PATH", bin + java.io.File.pathSeparator + environment.get("PATH"));
        AtomicReference<String> said = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            String message = refusal("main", repository.folder(), "servers");
            said.set(message + Thread.currentThread().isInterrupted());
        });
        reader.start();
        long id = Long.parseLong(Files.readString(pid).strip());
        reader.interrupt();
        reader.join();
        assertThat(said.get()).contains("the run was stopped").endsWith("true");
        ProcessHandle.of(id).ifPresent(process -> process.onExit().join());
    }

    @Test
    void thePublicWayInUsesTheEnvironmentOfTheRun() {
        SourceTree tree = new SourceTree(repository.folder(), YAML, List.of());
        assertThatThrownBy(() -> BaseRevision.read("main", tree, List.of(Path.of("servers")), new RunMonitor()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no commit yet");
    }
}
