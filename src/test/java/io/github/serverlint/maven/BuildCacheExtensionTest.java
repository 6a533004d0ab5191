package io.github.serverlint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecution.Source;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who builds with Maven's build cache is told what to configure, until it is configured. */
class BuildCacheExtensionTest {
    private static final String ALWAYS = """
            <cache><configuration><enabled>true</enabled></configuration><executionControl><runAlways>
              <plugins><plugin groupId="io.github.serverlint" artifactId="%s"/></plugins>
            </runAlways></executionControl></cache>
            """;

    @TempDir
    Path root;

    private final MavenSession session = mock(MavenSession.class);
    private final Properties properties = new Properties();
    private ClassRealm own = new ClassRealm(new ClassWorld(), "unused", null);

    @BeforeEach
    void startSession() throws Exception {
        when(session.getPluginContext(any(), any())).thenReturn(new ConcurrentHashMap<>());
        when(session.getTopLevelProject()).thenReturn(new MavenProject());
        when(session.getUserProperties()).thenReturn(properties);
        when(session.getSystemProperties()).thenReturn(new Properties());
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setMultiModuleProjectDirectory(root.toFile());
        when(session.getRequest()).thenReturn(request);
        ClassWorld world = new ClassWorld();
        own = world.newRealm("plugin>io.github.serverlint:serverlint-maven-plugin:1");
        world.newRealm("coreExtension>org.apache.maven.extensions:maven-build-cache-extension:1.2.3");
    }

    private BuildCacheExtension extension(Source source) {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("io.github.serverlint");
        plugin.setArtifactId("serverlint-maven-plugin");
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal("check");
        goal.setPluginDescriptor(plugin);
        return new BuildCacheExtension(new Reactor(session, new MojoExecution(goal, "default", source), root));
    }

    private void configure(String text) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve(".mvn")).resolve("maven-build-cache-config.xml"), text);
    }

    @Test
    void theFirstExecutionOfASessionSaysWhatToConfigure() {
        assertThat(extension(Source.LIFECYCLE).advice(own))
                .hasValueSatisfying(
                        text -> assertThat(text)
                                .contains("a build would be green although they are broken")
                                .endsWith(
                                        "<executionControl><runAlways><plugins><plugin groupId=\"io.github.serverlint\""
                                                + " artifactId=\"serverlint-maven-plugin\"/></plugins></runAlways></executionControl>"));
        assertThat(extension(Source.LIFECYCLE).advice(own)).isEmpty();
    }

    @Test
    void withoutTheExtensionNothingIsSaid() throws Exception {
        assertThat(extension(Source.LIFECYCLE).advice(new ClassWorld().newRealm("plugin")))
                .isEmpty();
        assertThat(extension(Source.LIFECYCLE).advice(getClass().getClassLoader()))
                .isEmpty();
    }

    @Test
    void aGoalThatIsCalledDirectlyIsNeverSkipped() {
        assertThat(extension(Source.CLI).advice(own)).isEmpty();
    }

    @Test
    void whoHasConfiguredItIsNotTold() throws Exception {
        configure(ALWAYS.formatted("serverlint-maven-plugin"));
        assertThat(extension(Source.LIFECYCLE).advice(own)).isEmpty();
    }

    @Test
    void aPropertyMayDoTheSame() {
        properties.setProperty(
                "maven.build.cache.alwaysRunPlugins", "maven-deploy-plugin:*,serverlint-maven-plugin:check");
        assertThat(extension(Source.LIFECYCLE).advice(own)).isEmpty();
    }

    @Test
    void theConfigurationOfOthersDoesNotCount() throws Exception {
        configure(ALWAYS.formatted("maven-deploy-plugin")
                + "<!-- " + ALWAYS.formatted("serverlint-maven-plugin") + " -->"
                + "<input><plugins><plugin artifactId=\"serverlint-maven-plugin\"/></plugins></input>");
        assertThat(extension(Source.LIFECYCLE).advice(own)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExtensionThatIsOffSkipsNothing(boolean byProperty) throws Exception {
        if (byProperty) {
            properties.setProperty("maven.build.cache.enabled", "false");
        } else {
            configure("<cache><configuration>\n<enabled>false</enabled></configuration></cache>");
        }
        assertThat(extension(Source.LIFECYCLE).advice(own)).isEmpty();
    }
}
