package io.github.serverlint.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.files.FileScope;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaseRevisionTest extends ReadsARepository {

    @Test
    void readsTheFilesAsTheyWereWhereTheHistoryLeftTheBase() throws IOException {
        repository.write("servers/b.yaml", "old b");
        repository.write("servers/a/z.yaml", "old z");
        repository.write("servers/notes.txt", "no definition");
        repository.write("servers/.hidden/x.yaml", "hidden");
        repository.write("servers/left/out.yaml", "left out");
        repository.write("elsewhere/c.yaml", "elsewhere");
        String forkPoint = repository.commit();
        repository.git("checkout", "--quiet", "-b", "work");
        repository.write("servers/b.yaml", "new b");
        repository.write("servers/new.yaml", "new");
        repository.commit();
        repository.git("checkout", "--quiet", "main");
        repository.write("servers/b.yaml", "b of others");
        repository.commit();
        repository.git("checkout", "--quiet", "work");
        repository.write("servers/b.yaml", "not committed");

        BaseRevision base = read("main", repository.folder(), List.of("left/**"), "servers");
        assertThat(base.commit()).isEqualTo(forkPoint);
        assertThat(paths(base)).containsExactly("servers/a/z.yaml", "servers/b.yaml");
        assertThat(base.files().get(1).text()).isEqualTo("old b");
    }

    @Test
    void whatBelongsToASingleFileIsReadFromTheFoldersBesideIt() throws IOException {
        repository.write("site/inventory/hosts.yml", "hosts");
        repository.write("site/inventory/other.yml", "other");
        repository.write("site/inventory/group_vars/exchange/main", "main");
        repository.write("site/inventory/host_vars/old/mx01.yml", "old");
        repository.write("vars/mx02", "linked");
        repository.link("site/inventory/host_vars/mx02", "../../../vars/mx02");
        repository.write("hosts.yml", "top");
        repository.write("group_vars/all.yml", "all");
        repository.commit();
        FileScope fileScope = new FileScope(List.of("**"), List.of("group_vars", "host_vars"), true);
        for (Path base : List.of(repository.folder(), repository.folder().resolve("site"))) {
            SourceTree tree = new SourceTree(base, fileScope, List.of("host_vars/old/**"));
            for (String place : List.of("site/inventory/hosts.yml", "hosts.yml", "site/inventory")) {
                List<Path> there = List.of(repository.folder().resolve(place));
                assertThat(BaseRevision.read("HEAD", tree, there, new RunMonitor(), environment)
                                .files())
                        .as("%s seen from %s", place, base)
                        .hasSizeGreaterThan(1)
                        .allMatch(SourceFile::isConfidential)
                        .extracting(file -> file.path() + " as " + file.below())
                        .containsExactlyElementsOf(tree.files("sourceDirectories", there, new RunMonitor()).stream()
                                .map(file -> file.path() + " as " + file.below())
                                .toList());
            }
        }
    }

    @Test
    void selectsWhatIsSelectedOnTheDisk() throws IOException {
        repository.write("servers/a.yaml", "a");
        repository.write("servers/a-b/c.yaml", "c");
        repository.write("servers/with space/it's \"quoted\".yaml", "quoted");
        repository.write("servers/.hidden.yaml", "a hidden file is a file");
        repository.write("servers/.hidden/d.yaml", "d");
        repository.write("servers/old/e.yaml", "e");
        repository.write("common-sites/f.yaml", "f");
        repository.write("common-sites/.deep/g.yaml", "g");
        repository.write("estate.txt", "estate");
        repository.link("servers/again.yaml", "a.yaml");
        repository.link("servers/common-sites", "../common-sites");
        repository.link("servers/deep", "common-sites/.deep");
        repository.link("servers/.secret", "../common-sites");
        repository.link(
                "servers/whole", repository.folder().resolve("common-sites").toString());
        repository.link("way", "servers/a-b");
        repository.commit();
        List<List<String>> all = List.of(
                List.of("servers"),
                List.of("servers/"),
                List.of("."),
                List.of("./servers/../common-sites", "servers", "estate.txt"),
                List.of("servers/again.yaml", "servers"),
                List.of("way", "servers/.hidden", "way/c.yaml"),
                List.of("common-sites", repository.folder().resolve("servers").toString()));
        for (List<String> places : all) {
            for (Path base : List.of(repository.folder(), repository.folder().resolve("servers"))) {
                List<Path> there = places.stream()
                        .map(place -> repository.folder().resolve(place))
                        .toList();
                SourceTree tree = new SourceTree(base, YAML, List.of("old/**", "**/old/**"));
                assertThat(paths(BaseRevision.read("HEAD", tree, there, new RunMonitor(), environment)))
                        .as("%s seen from %s", places, base)
                        .isNotEmpty()
                        .containsExactlyElementsOf(tree.find(there).keySet());
            }
        }
    }

    @Test
    void aNameMayHoldWhateverGitAllows() {
        byte[] commit = ("commit refs/heads/main\ncommitter T <t@example.org> 0 +0000\ndata 0\n"
                        + "M 644 inline \"servers/line\\nbreak\\t.yaml\"\ndata 3\none\n"
                        + "M 644 inline servers/Zürich 😀.yaml\ndata 3\ntwo\n")
                .getBytes(StandardCharsets.UTF_8);
        repository.git(commit, "fast-import", "--quiet");
        assertThat(paths(read("main", "servers")))
                .containsExactly("servers/Zürich 😀.yaml", "servers/line\nbreak\t.yaml");
    }

    @Test
    void aPlaceThatTheBaseDidNotHaveHoldsNothing() throws IOException {
        repository.commit();
        repository.git("checkout", "--quiet", "-b", "work");
        repository.write("servers/a.yaml", "a");
        repository.commit();
        assertThat(read("main", "servers", "servers/a.yaml").files()).isEmpty();
    }

    @Test
    void theBaseDirectoryMayLieBelowTheTopAndBeReachedThroughALink() throws IOException {
        repository.write("site one/servers/a.yaml", "a");
        repository.write("common-sites/b.yaml", "b");
        repository.commit();
        Path base = repository.folder().resolve("site one");
        assertThat(paths(read("main", base, List.of(), "servers", "../common-sites")))
                .containsExactly("../common-sites/b.yaml", "servers/a.yaml");
        assertThat(paths(read("main", base, List.of(), "..")))
                .containsExactly("../common-sites/b.yaml", "servers/a.yaml");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), base);
        assertThat(paths(read("main", link, List.of(), "servers"))).containsExactly("servers/a.yaml");
    }

    @Test
    void aLinkThatLeadsNowhereIsPassedOver() throws IOException {
        repository.write("servers/a.yaml", "a");
        Files.writeString(temporary.resolve("outside.yaml"), "outside");
        repository.link("servers/dangling.yaml", "gone.yaml");
        repository.link("servers/out.yaml", "../../outside.yaml");
        repository.link("servers/far.yaml", temporary.resolve("outside.yaml").toString());
        repository.link("servers/itself.yaml", "itself.yaml");
        repository.link("servers/up", "..");
        repository.link("servers/here", ".");
        repository.link("servers/through.yaml", "a.yaml/b.yaml");
        repository.commit();
        assertThat(paths(read("main", "servers", "servers/dangling.yaml", "servers/up/servers/a.yaml")))
                .containsExactly("servers/a.yaml");
    }

    @Test
    void aDetachedHeadALinkedWorktreeAndLongIdsAreNothingSpecial() throws IOException {
        MadeRepository sha256 = MadeRepository.init(temporary.resolve("sha256"), home, "--object-format=sha256");
        for (MadeRepository each : List.of(repository, sha256)) {
            each.write("servers/a.yaml", "a");
            String commit = each.commit();
            each.git(
                    "worktree",
                    "add",
                    "--quiet",
                    "--detach",
                    "../tree of " + each.folder().getFileName());
            each.git("checkout", "--quiet", "--detach");
            Path linked = temporary.resolve("tree of " + each.folder().getFileName());
            for (Path base : List.of(each.folder(), linked)) {
                BaseRevision revision = read("main", base, List.of(), "servers");
                assertThat(revision.commit()).isEqualTo(commit);
                assertThat(paths(revision)).containsExactly("servers/a.yaml");
            }
        }
    }

    @Test
    void variablesThatAHookLeavesBehindAreNotListenedTo() throws IOException {
        repository.write("servers/a.yaml", "a");
        repository.commit();
        MadeRepository other = MadeRepository.init(temporary.resolve("other"), home);
        other.commit();
        environment.put("GIT_DIR", other.folder().resolve(".git").toString());
        environment.put("GIT_WORK_TREE", other.folder().toString());
        environment.put("GIT_INDEX_FILE", "gone");
        environment.put("GIT_OBJECT_DIRECTORY", "gone");
        assertThat(paths(read("main", "servers"))).containsExactly("servers/a.yaml");
    }

    @Test
    void aReplacedCommitIsReadAsItIs() throws IOException {
        repository.write("servers/a.yaml", "a");
        String first = repository.commit();
        repository.write("servers/b.yaml", "b");
        repository.git("replace", first, repository.commit());
        assertThat(paths(read(first, "servers"))).containsExactly("servers/a.yaml");
    }

    private MadeRepository withSubmodule() throws IOException {
        repository.write("servers/a.yaml", "old");
        repository.link("servers/up.yaml", "../../top.yaml");
        repository.commit();
        MadeRepository outer = MadeRepository.init(temporary.resolve("outer"), home);
        outer.write("top.yaml", "top");
        outer.git("submodule", "--quiet", "add", "file://" + repository.folder(), "mo dule");
        outer.commit();
        outer.git("checkout", "--quiet", "-b", "work");
        return outer;
    }

    @Test
    void aSubmoduleIsReadAtTheCommitThatTheBaseNames() throws IOException {
        MadeRepository outer = withSubmodule();
        MadeRepository inner = new MadeRepository(outer.folder().resolve("mo dule"), home);
        inner.write("servers/a.yaml", "new");
        inner.commit();
        outer.commit();
        BaseRevision place = read("main", outer.folder(), List.of(), "mo dule/servers");
        assertThat(paths(place)).containsExactly("mo dule/servers/a.yaml", "mo dule/servers/up.yaml");
        assertThat(place.files()).extracting(SourceFile::text).containsExactly("old", "top");
        assertThat(paths(read("main", outer.folder(), List.of(), ".")))
                .containsExactly("mo dule/servers/a.yaml", "mo dule/servers/up.yaml");
        // Seen from inside, the submodule is the repository.
        assertThat(paths(read("main", inner.folder(), List.of(), "servers"))).containsExactly("servers/a.yaml");
    }

    @Test
    void aSubmoduleWithoutTheCommitOfTheBaseIsToldSo() throws IOException {
        MadeRepository outer = withSubmodule();
        MadeRepository inner = new MadeRepository(outer.folder().resolve("mo dule"), home);
        inner.git("checkout", "--quiet", "--orphan", "fresh");
        inner.write("servers/a.yaml", "new");
        inner.commit();
        inner.git("update-ref", "-d", "refs/heads/main");
        inner.git("update-ref", "-d", "refs/remotes/origin/main");
        inner.git("symbolic-ref", "--delete", "refs/remotes/origin/HEAD");
        inner.git("reflog", "expire", "--expire=now", "--all");
        inner.git("gc", "--quiet", "--prune=now");
        outer.commit();
        assertThat(refusal("main", outer.folder(), "mo dule/servers"))
                .contains("the submodule mo dule does not hold the commit")
                .contains("git submodule update --init");
    }

    @Test
    void aSubmoduleThatIsNotCheckedOutIsEmptyAsItIsOnTheDisk() throws IOException {
        MadeRepository outer = withSubmodule();
        outer.git("submodule", "--quiet", "deinit", "--all");
        assertThat(paths(read("main", outer.folder(), List.of(), "."))).containsExactly("top.yaml");
        assertThat(refusal("main", outer.folder(), "mo dule/servers"))
                .contains("mo dule was a submodule at the base and is not checked out")
                .contains("git submodule update --init");
    }

    @Test
    void aSubmoduleThatIsGoneIsToldUnlessItIsExcluded() throws IOException {
        MadeRepository outer = withSubmodule();
        outer.git("rm", "--quiet", "mo dule");
        outer.commit();
        assertThat(refusal("main", outer.folder(), "."))
                .contains("mo dule was a submodule")
                .contains("excludes");
        assertThat(paths(read("main", outer.folder(), List.of("mo dule/**"), ".")))
                .containsExactly("top.yaml");
    }

    @Test
    void bytesThatAreNoTextAreNotGuessedAt() throws IOException {
        Path file = repository.write("servers/a.yaml", "");
        Files.write(file, "Zürich".getBytes(StandardCharsets.ISO_8859_1));
        repository.commit();
        assertThat(read("main", "servers").files().get(0).isWhole()).isFalse();
    }
}
