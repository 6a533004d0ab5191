package io.github.serverlint.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.serverlint.files.SourceTree;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of reading a base share: a repository, and a home without settings. */
abstract class ReadsARepository {
    static final List<String> YAML = List.of("**/*.yaml");

    @TempDir
    Path temporary;

    Path home;
    MadeRepository repository;
    Map<String, String> environment;

    @BeforeAll
    static void gitIsNeeded() {
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(Path::of)
                .anyMatch(folder ->
                        Files.isExecutable(folder.resolve("git")) || Files.isExecutable(folder.resolve("git.exe")));
        assumeTrue(found, "skipped: there is no git on the path to make repositories with");
    }

    @BeforeEach
    final void aRepository() throws IOException {
        home = Files.createDirectories(temporary.resolve("home"));
        repository = MadeRepository.init(temporary.resolve("repository"), home);
        environment = MadeRepository.environment(home);
    }

    BaseRevision read(String baseRef, Path base, List<String> excludes, String... places) {
        SourceTree tree = new SourceTree(base, YAML, excludes);
        return BaseRevision.read(
                baseRef, tree, Arrays.stream(places).map(Path::of).toList(), new RunMonitor(), environment);
    }

    BaseRevision read(String baseRef, String... places) {
        return read(baseRef, repository.folder(), List.of(), places);
    }

    static List<String> paths(BaseRevision revision) {
        return revision.files().stream().map(SourceFile::path).toList();
    }

    /** What the user is told; never with a path of the machine, nor with git's own words. */
    String refusal(String baseRef, Path base, String... places) {
        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> read(baseRef, base, List.of(), places));
        assertThat(refused).as("the refusal").isNotNull();
        assertThat(refused.getMessage())
                .startsWith("baseRef: ")
                .endsWith(".")
                .doesNotContain(temporary.toString(), "fatal");
        return refused.getMessage();
    }

    MadeRepository clone(String name, String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of("clone", "--quiet"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("file://" + repository.folder(), "../" + name));
        repository.git(arguments.toArray(String[]::new));
        return new MadeRepository(temporary.resolve(name), home);
    }
}
