package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.serverlint.Sample;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.git.MadeRepository;
import io.github.serverlint.input.nativeformat.NativeFormat;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that only the base has is gone, and its servers with it; it is no wrong path. */
class GoneFolderTest {
    private static final String MAIL = "servers:\n  mail01: {os: Windows Server 2019, exchange: Exchange 2019 CU14}\n";

    @TempDir
    Path folder;

    private Path estate = Path.of("");

    @BeforeEach
    void commitABase() throws IOException {
        estate = folder.resolve("estate");
        MadeRepository made = MadeRepository.init(estate, folder.resolve("home"));
        made.write("module/servers/mail.yaml", MAIL);
        made.write("module/more.yaml", MAIL.replace("mail01", "mail02"));
        made.write("module/lab/lab.yaml", MAIL.replace("mail01", "lab01"));
        made.commit();
    }

    private List<String> gone(String... places) {
        LintRequest request = new LintRequest(
                new SourceTree(estate.resolve("module"), NativeFormat.INSTANCE.scope(), List.of()),
                NativeFormat.INSTANCE,
                Arrays.stream(places).map(Path::of).toList(),
                RuleSeverities.DEFAULT,
                Sample.AS_OF,
                true,
                Optional.of(new LintRequest.Base("HEAD", false)),
                Optional.empty(),
                new RunMonitor());
        return new Linter(Sample.CATALOG)
                .lint(request).findings().stream()
                        .filter(Finding::isOpen)
                        .map(finding ->
                                finding.rule().id() + " " + finding.server().orElse(""))
                        .toList();
    }

    @Test
    void aFolderThatIsRenamedTakesItsServersAlong() throws IOException {
        Files.move(estate.resolve("module/servers"), estate.resolve("module/machines"));
        assertThat(gone("servers")).containsExactly("vanished-server mail01");
    }

    @Test
    void oneOfSeveralPlacesMayBeGone() throws IOException {
        Files.delete(estate.resolve("module/servers/mail.yaml"));
        Files.delete(estate.resolve("module/servers"));
        Files.delete(estate.resolve("module/more.yaml"));
        assertThat(gone("servers", "lab", "more.yaml"))
                .containsExactlyInAnyOrder("vanished-server mail01", "vanished-server mail02");
    }

    @Test
    void aFolderThatTheBaseDoesNotHaveEitherIsAWrongPath() {
        assertThatThrownBy(() -> gone("server"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("sourceDirectories: there is no file or folder server.");
    }
}
