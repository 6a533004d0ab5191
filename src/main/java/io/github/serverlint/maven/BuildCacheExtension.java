package io.github.serverlint.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.classworlds.realm.ClassRealm;

/**
 * The <a href="https://maven.apache.org/extensions/maven-build-cache-extension/">build cache extension of Maven</a>,
 * tried with version 1.2.3 on Maven 3.9.16. It skips the goals of a module whose sources, as it knows them, have not
 * changed. It knows nothing of definitions: a broken one passes unseen, unless its configuration says that the goal
 * always runs.
 */
final class BuildCacheExtension {
    private static final String ID = "org.apache.maven.extensions:maven-build-cache-extension";
    private static final String CONFIGURATION = ".mvn/maven-build-cache-config.xml";
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern DISABLED = Pattern.compile("<configuration>\\s*<enabled>\\s*false\\s*</enabled>");
    private static final Pattern RUN_ALWAYS = Pattern.compile("<runAlways>.*?</runAlways>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("\\sartifactId\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final String ENABLED = "maven.build.cache.enabled";
    private static final String ALWAYS = "maven.build.cache.alwaysRunPlugins";
    private static final String PATH = "maven.build.cache.configPath";

    private final Reactor reactor;
    private final MojoExecution execution;

    BuildCacheExtension(Reactor reactor) {
        this.reactor = reactor;
        this.execution = reactor.execution();
    }

    /**
     * Returns what to configure where the extension would skip this execution, once in a session.
     *
     * @param loader the class loader of the plugin
     */
    Optional<String> advice(ClassLoader loader) {
        // What is called directly is never skipped.
        boolean isConcerned = execution.getSource() != MojoExecution.Source.CLI
                && isLoaded(loader)
                && !"false".equals(property(ENABLED))
                && !isNamedBy(property(ALWAYS))
                && !isConfigured(configuration());
        if (!isConcerned) {
            return Optional.empty();
        }
        Map<String, Boolean> said = reactor.shared("advice on the build cache");
        synchronized (said) {
            return said.put(ID, true) == null ? Optional.of(text()) : Optional.empty();
        }
    }

    /** Core extensions and those of a POM have class loaders whose names hold their coordinates. */
    private static boolean isLoaded(ClassLoader loader) {
        return loader instanceof ClassRealm realm
                && realm.getWorld().getRealms().stream()
                        .anyMatch(each -> each.getId().contains(ID));
    }

    private String property(String name) {
        String given = reactor.session().getUserProperties().getProperty(name);
        return given != null ? given : reactor.session().getSystemProperties().getProperty(name, "");
    }

    /** Whether a list such as {@code maven-deploy-plugin:*,serverlint-maven-plugin:check} names this goal. */
    private boolean isNamedBy(String always) {
        Set<String> own =
                Set.of(execution.getArtifactId() + ":*", execution.getArtifactId() + ":" + execution.getGoal());
        return Arrays.stream(always.split(",", -1)).map(String::strip).anyMatch(own::contains);
    }

    private Path configuration() {
        File root = reactor.session().getRequest().getMultiModuleProjectDirectory();
        Path folder = root == null ? reactor.topLevelFolder() : root.toPath();
        String named = property(PATH);
        return folder.resolve(named.isEmpty() ? CONFIGURATION : named);
    }

    /** Whether the extension is off by its configuration, or always runs the goals of this plugin. */
    boolean isConfigured(Path file) {
        String text;
        try {
            text = Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            // The extension reports it.
            return false;
        }
        // Read as text, since no file of the user is parsed as XML.
        String configuration = COMMENT.matcher(text).replaceAll("");
        return DISABLED.matcher(configuration).find()
                || RUN_ALWAYS
                        .matcher(configuration)
                        .results()
                        .flatMap(block -> ARTIFACT.matcher(block.group()).results())
                        .anyMatch(artifact -> artifact.group(1).equals(execution.getArtifactId()));
    }

    private String text() {
        return String.join(
                " ",
                List.of(
                        "The build cache of Maven skips this goal where it takes a module for unchanged, and it does not"
                                + " look at the definitions: a build would be green although they are broken.",
                        "Let the goal always run, in " + CONFIGURATION + ":",
                        "<executionControl><runAlways><plugins><plugin groupId=\"" + execution.getGroupId()
                                + "\" artifactId=\"" + execution.getArtifactId()
                                + "\"/></plugins></runAlways></executionControl>"));
    }
}
