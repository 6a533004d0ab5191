package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.fuzz.Fuzzed;
import io.github.serverlint.fuzz.MadeEstate;
import io.github.serverlint.fuzz.Mangler;
import io.github.serverlint.fuzz.Round;
import io.github.serverlint.fuzz.Scene;
import io.github.serverlint.fuzz.Scenes;
import io.github.serverlint.fuzz.Typist;
import io.github.serverlint.report.AnsiStyle;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.report.WellFormed;
import io.github.serverlint.text.SourceFile;
import java.util.List;

/** A change from any estate to any other is judged, and none is found where nothing has changed but the form. */
class AnyChangeTest {
    private static final List<Scene> SCENES =
            Scenes.all().stream().filter(scene -> scene.parameters().isEmpty()).toList();

    private static LintResult since(List<SourceFile> base, List<SourceFile> now, boolean onlyNew) {
        return new TextLinter(Sample.CATALOG).lint(base, now, onlyNew, RuleSeverities.DEFAULT, Sample.AS_OF);
    }

    private static List<SourceFile> files(Scene scene) {
        return scene.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("servers/"))
                .map(file -> SourceTree.decode(file.getKey(), file.getValue()))
                .toList();
    }

    @Fuzzed(seeds = 40)
    void anyChangeIsJudged(Round round) {
        round.each(seed -> {
            Mangler mangler = new Mangler(seed, SCENES);
            Scene before = mangler.scene();
            List<SourceFile> base = files(before);
            List<SourceFile> now = files(seed % 3 == 0 ? mangler.scene() : mangler.changed(mangler.changed(before)));
            LintResult result = since(base, now, seed % 2 == 0);
            new ConsoleReport(AnsiStyle.NONE, "mvn")
                    .lines(result)
                    .forEach(line -> WellFormed.assertHarmless(line.text()));
            result.findings().forEach(finding -> assertIn(finding, now));
        });
    }

    private static void assertIn(Finding finding, List<SourceFile> now) {
        if (!now.isEmpty()) {
            assertThat(now).contains(finding.span().file());
            // Only the base has a place for what is gone.
            if (!finding.rule().id().equals("vanished-server")) {
                finding.related()
                        .forEach(related ->
                                assertThat(now).contains(related.span().file()));
            }
        }
    }

    @Fuzzed(seeds = 40)
    void anotherFormIsNoChange(Round round) {
        round.eachDrawn(random -> {
            io.github.serverlint.yaml.Node document =
                    new MadeEstate(random).documents().get(0);
            List<SourceFile> base = List.of(new SourceFile("a.yaml", new Typist(random).document(document)));
            List<SourceFile> now = List.of(new SourceFile("b.yaml", new Typist(random).document(document)));
            LintResult result = since(base, now, true);
            assertThat(result.comparison().orElseThrow().changed()).isZero();
            assertThat(result.findings().stream()
                            .filter(finding -> !finding.rule().reading() && finding.status() != Status.KNOWN))
                    .as(() -> base.get(0).text() + "####\n" + now.get(0).text())
                    .isEmpty();
        });
    }
}
