package io.github.serverlint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An integration test that is never run, or looks at nothing but the exit code, passes for any reason. */
class IntegrationProjectsTest {
    private static final Path FOLDER = Path.of("src/it");

    private List<Path> projects;

    @BeforeEach
    void findProjects() throws IOException {
        try (Stream<Path> entries = Files.list(FOLDER)) {
            projects = entries.filter(Files::isDirectory).sorted().toList();
        }
        assertThat(projects).isNotEmpty();
    }

    @Test
    void eachHasAScriptThatVerifiesIt() {
        assertThat(projects)
                .allSatisfy(project ->
                        assertThat(project.resolve("verify.groovy")).content().contains("assert "));
    }

    @Test
    void eachIsRun() throws IOException {
        String build = Files.readString(Path.of("pom.xml"));

        assertThat(projects)
                .allSatisfy(project -> assertThat(Files.exists(project.resolve("pom.xml"))
                                || build.contains("<pomInclude>" + project.getFileName() + "</pomInclude>"))
                        .as("is run")
                        .isTrue());
    }

    /** Those whose one Maven is no part of what they test are modules of one project, which runs their scripts. */
    @Test
    void eachModuleIsOneOfTheProjectThatRunsItsScript() throws IOException {
        Path project = FOLDER.resolve("check");
        String build = Files.readString(project.resolve("pom.xml"));

        try (Stream<Path> entries = Files.list(project)) {
            assertThat(entries.filter(Files::isDirectory))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(
                            module -> assertThat(build).containsPattern("<module>" + module.getFileName() + "[</]"));
        }
    }
}
