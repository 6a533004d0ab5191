package io.github.serverlint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.lifecycle.MavenExecutionPlan;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session in which nothing was judged fails when the last of its planned executions has ended, in whatever order. */
class SessionChecksTest {
    private static final LintResult KNOWN = lint("{name: web1, os: W2022}");
    private static final LintResult UNKNOWN = lint("{name: web1}, {name: web2}");

    @TempDir
    Path root;

    private final MavenSession session = mock(MavenSession.class);
    private final LifecycleExecutor lifecycle = mock(LifecycleExecutor.class);
    private final Plugin plugin = new Plugin();
    private final MojoDescriptor goal = new MojoDescriptor();
    private final Map<String, MavenProject> projects = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    private static LintResult lint(String machines) {
        String mapping =
                "version: 1\nfiles: ['**']\nselect: ['$.m[*]']\nfields: {name: {at: $.name}, os: {at: $.os}}\n";
        return new TextLinter(Sample.CATALOG)
                .lint(
                        MappedFormat.read(new SourceFile("mapping.yaml", mapping), Sample.CATALOG),
                        List.of("lab"),
                        List.of(new SourceFile("lab/a.yaml", "m: [" + machines + "]\n").foundAt("a.yaml", true)),
                        RuleSeverities.DEFAULT,
                        Sample.AS_OF);
    }

    @BeforeEach
    void describeThePlugin() throws Exception {
        plugin.setGroupId("io.github.serverlint");
        plugin.setArtifactId("serverlint-maven-plugin");
        PluginDescriptor descriptor = new PluginDescriptor();
        descriptor.setGroupId(plugin.getGroupId());
        descriptor.setArtifactId(plugin.getArtifactId());
        goal.setGoal("check");
        goal.setPluginDescriptor(descriptor);
        when(session.getPluginContext(any(), any())).thenReturn(new ConcurrentHashMap<>());
        when(session.clone()).thenReturn(session);
        when(session.getGoals()).thenReturn(List.of("verify"));
    }

    /** A reactor of a top-level project and modules, each with some executions in its plan. */
    private void reactor(Map<String, List<String>> executions) throws Exception {
        for (String module : executions.keySet().stream().sorted().toList()) {
            Model model = new Model();
            model.setGroupId("com.example");
            model.setVersion("1");
            model.setArtifactId("root" + module);
            MavenProject project = new MavenProject(model);
            project.setFile(root.resolve(module).resolve("pom.xml").toFile());
            projects.put(module, project);
        }
        List<MavenProject> all =
                projects.keySet().stream().sorted().map(projects::get).toList();
        when(session.getProjects()).thenReturn(all);
        when(session.getAllProjects()).thenReturn(all);
        when(session.getTopLevelProject()).thenReturn(projects.get(""));
        List<MavenProject> asked = Collections.synchronizedList(new ArrayList<>());
        org.mockito.Mockito.doAnswer(call -> asked.add(call.getArgument(0)))
                .when(session)
                .setCurrentProject(any());
        when(lifecycle.calculateExecutionPlan(any(), eq(false), any(String[].class)))
                .thenAnswer(call -> {
                    MavenProject last = asked.get(asked.size() - 1);
                    String module = projects.entrySet().stream()
                            .filter(each -> each.getValue() == last)
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElseThrow();
                    MavenExecutionPlan plan = mock(MavenExecutionPlan.class);
                    when(plan.getMojoExecutions())
                            .thenReturn(executions.get(module).stream()
                                    .map(id -> new MojoExecution(plugin, "check", id))
                                    .toList());
                    return plan;
                });
    }

    private SessionChecks checks(String module, String execution) {
        MojoExecution own = new MojoExecution(goal, execution, MojoExecution.Source.LIFECYCLE);
        Reactor reactor = new Reactor(session, own, root.resolve(module).normalize());
        return new SessionChecks(reactor, new PlannedExecutions(reactor, lifecycle), new SystemStreamLog() {
            @Override
            public void warn(CharSequence content) {
                warnings.add(content.toString());
            }
        });
    }

    @Test
    void aWholeReactorWithoutDefinitionsFailsAtTheLastExecutionWhicheverThatIs() throws Exception {
        List<String> modules = List.of("", "a", "b");
        reactor(Map.of("", List.of("default"), "a", List.of("default"), "b", List.of("default")));
        for (int first = 0; first < modules.size(); first++) {
            List<String> order = new ArrayList<>(modules);
            Collections.rotate(order, first);
            when(session.getPluginContext(any(), any())).thenReturn(new ConcurrentHashMap<>());
            for (String module : order.subList(0, 2)) {
                checks(module, "default").foundNothing(true);
            }
            assertThatThrownBy(() -> checks(order.get(2), "default").foundNothing(true))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("failIfNoServers: there is no server in any module that the goal check ran in: ./, a/,"
                            + " b/. A gate that has checked nothing is not green. Name the folders that hold the"
                            + " definitions with sourceDirectories, or set failIfNoServers to false.");
        }
    }

    @Test
    void executionsAreCountedAndNotModules() throws Exception {
        reactor(Map.of("", List.of(), "a", List.of("default", "lab")));
        checks("a", "lab").found(UNKNOWN, Severity.ERROR, true);
        assertThatCode(() -> checks("a", "default").found(KNOWN, Severity.ERROR, true))
                .doesNotThrowAnyException();
    }

    @Test
    void aSessionOfServersWithoutAKnownWindowsFails() throws Exception {
        reactor(Map.of("", List.of(), "a", List.of("default", "lab"), "b", List.of("default")));
        checks("a", "lab").found(UNKNOWN, Severity.ERROR, true);
        checks("b", "default").foundNothing(true);
        assertThatThrownBy(() -> checks("a", "default").found(UNKNOWN, Severity.ERROR, true))
                .hasMessage("failIfNoServers: the Windows of none of the 4 servers is known, the first is \"web1\""
                        + " (a/lab/a.yaml:1:12), and a gate that has judged nothing is not green. Say which Windows"
                        + " they run, tell a mapping where it is said, or set failIfNoServers to false.");
    }

    @Test
    void oneModuleWithAKnownWindowsIsEnough() throws Exception {
        reactor(Map.of("", List.of("default"), "a", List.of("default"), "b", List.of("default")));
        checks("a", "default").found(UNKNOWN, Severity.ERROR, true);
        checks("b", "default").found(KNOWN, Severity.ERROR, true);
        assertThatCode(() -> checks("", "default").foundNothing(true)).doesNotThrowAnyException();
        assertThat(warnings).isEmpty();
    }

    @Test
    void aPartOfAReactorIsOnlySaid() throws Exception {
        reactor(Map.of("", List.of("default"), "a", List.of("default")));
        List<MavenProject> more = new ArrayList<>(session.getProjects());
        more.add(new MavenProject());
        when(session.getAllProjects()).thenReturn(more);
        checks("", "default").foundNothing(true);
        checks("a", "default").foundNothing(true);
        assertThat(warnings)
                .containsExactly("Nothing was checked in this part of the reactor: there is no server in any module"
                        + " that the goal check ran in: ./, a/.");
    }

    @Test
    void aReactorThatIsBuiltAsAModuleOfAnotherIsOnlySaid() throws Exception {
        reactor(Map.of("", List.of("default"), "a", List.of("default")));
        Model above = new Model();
        above.setModules(List.of("../" + root.getFileName()));
        MavenProject parent = new MavenProject(above);
        parent.setFile(root.resolveSibling("above").resolve("pom.xml").toFile());
        projects.get("").setParent(parent);
        checks("", "default").foundNothing(true);
        checks("a", "default").foundNothing(true);
        assertThat(warnings).hasSize(1);
    }

    @Test
    void aModuleOfItsOwnNeedsNoFolder() throws Exception {
        reactor(Map.of("", List.of("default")));
        checks("", "default").foundNothing(true);
        assertThat(warnings).isEmpty();
    }

    @Test
    void whoWantsNoCheckOrNeedsNoServersIsNotHeldUp() throws Exception {
        reactor(Map.of("", List.of("default"), "a", List.of("default")));
        checks("", "default").foundNothing(false);
        checks("a", "default").found(UNKNOWN, Severity.ERROR, false);
        when(session.getPluginContext(any(), any())).thenReturn(new ConcurrentHashMap<>());
        checks("", "default").skipped();
        checks("a", "default").foundNothing(true);
        assertThat(warnings).isEmpty();
    }

    @Test
    void whereAPlanCannotBeMadeThePomsCount() throws Exception {
        reactor(Map.of("", List.of("default"), "a", List.of("default")));
        org.mockito.Mockito.doThrow(new IllegalStateException("a plugin of this reactor is not built yet"))
                .when(lifecycle)
                .calculateExecutionPlan(any(), eq(false), any(String[].class));
        for (String module : List.of("", "a")) {
            Plugin bound = plugin.clone();
            bound.setExecutions(Arrays.asList(new PluginExecution()));
            bound.getExecutions().get(0).setGoals(List.of("check"));
            projects.get(module).getBuild().addPlugin(bound);
        }
        checks("a", "default").foundNothing(true);
        assertThatThrownBy(() -> checks("", "default").foundNothing(true)).isInstanceOf(ConfigurationException.class);
    }
}
