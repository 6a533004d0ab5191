package io.github.serverlint.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** The goals inside Maven's container: parameters become one request, results become Maven's own kinds of failure. */
@MojoTest
@Basedir("/unit/gate")
class CheckMojoTest {

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    void aViolationFailsTheBuildAndIsRepeatedInTheMessage(CheckMojo check) {
        assertThatThrownBy(check::execute)
                .isInstanceOfSatisfying(
                        MojoFailureException.class,
                        failure -> assertThat(List.of(failure.getMessage(), failure.getLongMessage()))
                                // Both alike: Maven appends what the long one has more.
                                .containsOnly(
                                        "1 violation:\n  servers/mail.yaml:4:15: error: \"mail01\" runs Exchange 2000 Server SP3"
                                                + " on Windows Server 2003, which does not support it. [unsupported-platform]"));
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failOnViolation", value = "false")
    @MojoParameter(name = "formats", value = "json,sarif")
    @MojoParameter(name = "outputDirectory", value = "reports")
    void reportsAreWrittenAlsoOfWhatIsFound(CheckMojo check) throws Exception {
        Path reports = Path.of(MojoExtension.getBasedir()).resolve("reports");
        Files.deleteIfExists(reports.resolve("serverlint.json"));
        Files.deleteIfExists(reports.resolve("serverlint.sarif"));
        check.execute();
        assertThat(Files.readString(reports.resolve("serverlint.json"))).contains("\"errors\": 1");
        assertThat(Files.readString(reports.resolve("serverlint.sarif")))
                .contains("\"ruleId\": \"unsupported-platform\"");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "skip", value = "true")
    void aSkippedRunDoesNothing(CheckMojo check) throws Exception {
        check.execute();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "skip", value = "true")
    @MojoParameter(name = "baselineFile", value = "nowhere.json")
    void aSkippedRunNeedsNoBaseline(CheckMojo check) throws Exception {
        check.execute();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failOnViolation", value = "false")
    @MojoParameter(name = "formats", value = "json,github")
    @MojoParameter(name = "outputDirectory", value = "shared")
    void whatAnotherCopyOfThePluginHasFoundIsLeftOutWithAWarning(CheckMojo check) throws Exception {
        Path folder = Path.of(MojoExtension.getBasedir()).resolve("shared");
        when(check.session.getPluginContext(any(), any())).thenReturn(new ConcurrentHashMap<>());
        // As of another class loader: no class of ours.
        check.reactor().<Object>shared("reports in " + folder).put("sites/rome/\ndefault", new Object());
        List<String> warnings = new ArrayList<>();
        check.setLog(new SystemStreamLog() {
            @Override
            public void warn(CharSequence content) {
                warnings.add(content.toString());
            }
        });
        ByteArrayOutputStream commands = new ByteArrayOutputStream();
        check.commands = commands;
        check.execute();
        assertThat(Files.readString(folder.resolve("serverlint.json"))).contains("\"errors\": 1");
        assertThat(commands.toString(UTF_8))
                .startsWith("::error file=")
                .contains("unsupported-platform")
                .endsWith("\n");
        assertThat(warnings)
                .containsExactly("The reports in " + folder + " leave out what was found in sites/rome/, because Maven"
                        + " has loaded serverlint a second time there. Give the plugin the same dependencies in all"
                        + " modules, or those modules an outputDirectory outside of their base directory.");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "skip", value = "true")
    @MojoParameter(name = "formats", value = "nonsense")
    @MojoParameter(name = "violationSeverity", value = "fatal")
    void whoSwitchesItOffIsNotHeldUpByTheRest(CheckMojo check) throws Exception {
        check.execute();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "baselineFile", value = "servers")
    void aFolderIsNoBaseline(CheckMojo check) {
        assertRefused(check, "baselineFile: servers is a folder. Name a file.");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "rules", value = "unsupported-platform=warning")
    void aWarningIsNoViolation(CheckMojo check) throws Exception {
        check.execute();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "violationSeverity", value = "fatal")
    void anUnknownSeverityIsAConfigurationError(CheckMojo check) {
        assertRefused(check, "violationSeverity: \"fatal\" is no severity. Accepted: note, warning, error.");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "formats", value = "json,yaml")
    void anUnknownFormatIsAConfigurationError(CheckMojo check) {
        assertRefused(
                check,
                "formats: \"yaml\" cannot be written. Accepted: sarif, json, junit, xunit, checkstyle, gitlab, html, github.");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "failOnViolation", value = "ture")
    void aWordThatIsNeitherTrueNorFalseDoesNotOpenTheGate(CheckMojo check) {
        assertRefused(check, "failOnViolation: \"ture\" is neither true nor false. Accepted: true, false.");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "layout", value = "terraform")
    void anUnknownLayoutIsAConfigurationError(CheckMojo check) {
        assertRefused(
                check,
                "layout: there is neither a layout nor a mapping file \"terraform\". Accepted: native, ansible,"
                        + " aria, attack-range, bolt, cloudformation, datum, heat, kubevirt, ludus, molecule, test-kitchen,"
                        + " vagrant-yaml, or the path of a mapping file.");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "layout", value = "ansibel")
    void aMisspeltLayoutIsToldTheNearest(CheckMojo check) {
        assertRefused(
                check,
                "layout: there is neither a layout nor a mapping file \"ansibel\". Did you mean \"ansible\"? Accepted:"
                        + " native, ansible, aria, attack-range, bolt, cloudformation, datum, heat, kubevirt, ludus, molecule,"
                        + " test-kitchen, vagrant-yaml, or the path of a mapping file.");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "layout", value = "./servers")
    void aFolderIsNoMapping(CheckMojo check) {
        assertRefused(check, "layout: servers is a folder. Name the mapping file in it.");
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "layout", value = "no-mapping.yaml")
    @MojoParameter(name = "skip", value = "true")
    void aSkippedRunReadsNoMapping(CheckMojo check) throws Exception {
        check.execute();
    }

    @Test
    @InjectMojo(goal = "check", pom = "pom.xml")
    @MojoParameter(name = "sourceDirectories", value = "nowhere")
    void aFolderThatIsNotThereIsAConfigurationError(CheckMojo check) {
        assertThatThrownBy(check::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("sourceDirectories: there is no file or folder nowhere.");
    }

    @Test
    @InjectMojo(goal = "explain", pom = "pom.xml")
    @MojoParameter(name = "rule", value = "unsupported-platfrom")
    void anUnknownRuleIsAConfigurationError(ExplainMojo explain) {
        assertRefused(
                explain, "rule: there is no rule \"unsupported-platfrom\". Did you mean \"unsupported-platform\"?");
    }

    /** That the configuration is to blame, in these words. */
    @Test
    @InjectMojo(goal = "plan", pom = "pom.xml")
    void aPlanNeedsATarget(PlanMojo plan) {
        assertRefused(
                plan,
                "target: name the file or folder with the definitions as they are wanted, such as"
                        + " -Dserverlint.target=wanted.");
    }

    static void assertRefused(Mojo goal, String message) {
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(message);
    }
}
