package io.github.serverlint.maven;

import io.github.serverlint.run.ConfigurationException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Reactor of the build that a goal runs in. */
record Reactor(MavenSession session, MojoExecution execution, Path base) {

    /** How this user calls a goal: by its prefix only where Maven finds it by that. */
    String command(String goal) {
        PluginDescriptor plugin = plugin();
        MavenProject top = topLevelProject();
        Path here = Path.of("").toAbsolutePath();
        boolean prefixIsKnown = top.getFile() != null
                && top.getBasedir().toPath().equals(here)
                && top.getPlugin(plugin.getPluginLookupKey()) != null;
        return "mvn " + (prefixIsKnown ? plugin.getGoalPrefix() : plugin.getId()) + ":" + goal;
    }

    /** How this user calls the goal that explains a rule. */
    String explainCommand() {
        PluginDescriptor plugin = plugin();
        MavenProject top = topLevelProject();
        Path here = Path.of("").toAbsolutePath();
        boolean ownReactor = session.getAllProjects().stream()
                .anyMatch(project -> project.getArtifactId().equals(plugin.getArtifactId())
                        && project.getGroupId().equals(plugin.getGroupId()));
        if (ownReactor && top.getBasedir() != null && top.getBasedir().toPath().startsWith(here)) {
            // Not installed anywhere: only the POM that builds the plugin can run it.
            String folder = here.relativize(top.getBasedir().toPath()).toString();
            return folder.isEmpty() ? "mvn" : "mvn -f " + folder;
        }
        return command("explain");
    }

    /** Returns the top-level project; a session without one, as in an editor, has a single project. */
    MavenProject topLevelProject() {
        MavenProject top = session.getTopLevelProject();
        return top == null ? session.getCurrentProject() : top;
    }

    /** The folder of the top-level project; without a POM the base directory. */
    Path topLevelFolder() {
        File top = topLevelProject().getBasedir();
        // Not normalized by Maven after mvn -f ../estate.
        return top == null ? base : top.toPath().toAbsolutePath().normalize();
    }

    /** What leads from there to the base directory: empty, or ending in a slash. */
    String folder() {
        return slashed(topLevelFolder(), base);
    }

    /** What leads from the folder of the top-level project to that of another: empty, or ending in a slash. */
    String folder(MavenProject project) {
        File folder = project.getBasedir();
        return folder == null
                ? ""
                : slashed(topLevelFolder(), folder.toPath().toAbsolutePath().normalize());
    }

    /** Whether the session builds a whole reactor, and not some of its modules or a module of its own. */
    boolean isWhole() {
        return session.getProjects().size() == session.getAllProjects().size()
                && !PlannedExecutions.isListedByParent(topLevelProject());
    }

    /** Whether the base directory lies in a repository of git, as far as the folders show. */
    boolean isInRepository() {
        return repositoryOf(base).isPresent();
    }

    /** The name of this call of the goal, which no other one of the build has. */
    String run() {
        return folder() + "\n" + execution.getExecutionId();
    }

    /** The folder of a call, as people name it. */
    static String folderOf(String run) {
        String folder = run.substring(0, run.indexOf('\n'));
        return folder.isEmpty() ? "./" : folder;
    }

    /** Whether the build has several projects, whose reports are put together in the folder of the first. */
    boolean hasSeveralProjects() {
        return session.getAllProjects().size() > 1;
    }

    /**
     * What leads from the root of the repository to the top-level project: empty, or ending in a slash. Where nothing
     * shows that root, it is the top-level project itself.
     */
    String pathFromRepository() {
        Path top = topLevelFolder();
        return repositoryOf(top).map(folder -> slashed(folder, top)).orElse("");
    }

    private static Optional<Path> repositoryOf(Path place) {
        return Stream.<@Nullable Path>iterate(place, Objects::nonNull, Path::getParent)
                // A folder, or in a work tree and a submodule a file.
                .filter(folder -> Files.exists(folder.resolve(".git")))
                .findFirst();
    }

    private static String slashed(Path from, Path to) {
        String path = from.relativize(to).toString().replace(File.separatorChar, '/');
        return path.isEmpty() ? "" : path + "/";
    }

    /** A variable of the environment that Maven was started in. */
    Optional<String> environment(String name) {
        return Optional.ofNullable(session.getSystemProperties().getProperty("env." + name));
    }

    /**
     * Something that the goals of all projects of this build share, which they have to lock. Where a module gives the
     * plugin dependencies of its own, Maven loads it once more: then only values of Java's own classes are of one class
     * for all.
     */
    @SuppressWarnings("unchecked")
    <V> Map<String, V> shared(String name) {
        MavenProject top = topLevelProject();
        // Maven creates its maps without a lock, and modules may be built in parallel.
        synchronized (top) {
            return (Map<String, V>)
                    session.getPluginContext(plugin(), top).computeIfAbsent(name, key -> new TreeMap<String, V>());
        }
    }

    /**
     * Whether this module has no default folder with definitions. In a reactor that is valid, provided that Maven runs
     * the goal in every module.
     *
     * @throws ConfigurationException if Maven runs the goal in the root only, and modules have definitions
     */
    boolean isModuleWithout(String defaultFolder) {
        if (!isModule()) {
            return false;
        }
        // A goal that needs a project is run in every module, however it is called.
        if (execution.getSource() == MojoExecution.Source.CLI
                && !execution.getMojoDescriptor().isProjectRequired()) {
            rejectSkippedModules(defaultFolder);
            return false;
        }
        return !Files.exists(base.resolve(defaultFolder));
    }

    /** Maven runs a goal that is called by its name, and that needs no project, in the root of a reactor alone. */
    private void rejectSkippedModules(String defaultFolder) {
        List<String> skipped = session.getProjects().stream()
                .map(MavenProject::getBasedir)
                .map(File::toPath)
                .filter(module -> !module.equals(base) && Files.exists(module.resolve(defaultFolder)))
                .map(module -> slashed(base, module) + defaultFolder)
                .toList();
        if (!skipped.isEmpty()) {
            String all = String.join(",", skipped);
            throw new ConfigurationException(
                    "Maven runs a goal that is called directly in the root of a reactor alone, and " + all
                            + (execution.getGoal().equals("baseline")
                                    // In one file at the root the check of a module would not find its own.
                                    ? " would not be recorded. Call it for each module with mvn -f and its folder."
                                    : " would not be checked. Name the folders with -Dserverlint.sourceDirectories="
                                            + all + ", or bind the goal in the POM and run mvn verify."));
        }
    }

    /** Whether the project belongs to a reactor, also if Maven was told to build this part of it alone. */
    private boolean isModule() {
        MavenProject parent = session.getCurrentProject().getParent();
        return hasSeveralProjects()
                || !session.getCurrentProject().getModules().isEmpty()
                || (parent != null && parent.getFile() != null);
    }

    private PluginDescriptor plugin() {
        return execution.getMojoDescriptor().getPluginDescriptor();
    }
}
