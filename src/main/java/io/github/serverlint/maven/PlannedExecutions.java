package io.github.serverlint.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Executions of a goal that Maven plans for the projects of a session. Projects may be built in any order and side by
 * side, so only a count tells which execution is the last.
 */
final class PlannedExecutions {
    private final Reactor reactor;
    private final @Nullable LifecycleExecutor lifecycle;

    /** @param lifecycle calculates the plan of a project; without it what the POMs declare is the plan */
    PlannedExecutions(Reactor reactor, @Nullable LifecycleExecutor lifecycle) {
        this.reactor = reactor;
        this.lifecycle = lifecycle;
    }

    /** The number of projects in the session. */
    int projects() {
        return reactor.session().getProjects().size();
    }

    /**
     * Whether all planned executions are among some.
     *
     * @param runs as {@link Reactor#run} names them
     */
    boolean areAllIn(Collection<String> runs) {
        Map<String, List<String>> plans = reactor.shared("planned checks");
        synchronized (plans) {
            for (MavenProject project : reactor.session().getProjects()) {
                String folder = reactor.folder(project);
                Optional<List<String>> plan =
                        Optional.ofNullable(plans.get(folder)).or(() -> planOf(project, folder));
                plan.ifPresent(found -> plans.put(folder, found));
                if (!runs.containsAll(plan.orElseGet(() -> declaredIn(project, folder)))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The executions that Maven would run; empty if a plugin is not there yet, as one of the same reactor may be. */
    private Optional<List<String>> planOf(MavenProject project, String folder) {
        LifecycleExecutor calculator = lifecycle;
        if (calculator == null) {
            return Optional.empty();
        }
        boolean isTop = project.equals(reactor.topLevelProject());
        try {
            MavenSession own = reactor.session().clone();
            own.setCurrentProject(project);
            return Optional.of(calculator.calculateExecutionPlan(own, false, goals()).getMojoExecutions().stream()
                    .filter(this::isSameGoal)
                    // What is called directly, and needs no project, runs in the top-level project alone.
                    .filter(execution -> isTop || execution.getSource() != MojoExecution.Source.CLI)
                    .map(execution -> folder + "\n" + execution.getExecutionId())
                    .toList());
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    private boolean isSameGoal(MojoExecution execution) {
        MojoDescriptor goal = reactor.execution().getMojoDescriptor();
        return execution.getArtifactId().equals(goal.getPluginDescriptor().getArtifactId())
                && execution.getGroupId().equals(goal.getPluginDescriptor().getGroupId())
                && execution.getGoal().equals(goal.getGoal());
    }

    /** The goals and phases of the command line, or what the POM says in their place. */
    private String[] goals() {
        List<String> named = reactor.session().getGoals();
        String byDefault = reactor.topLevelProject().getDefaultGoal();
        return named.isEmpty() && byDefault != null
                ? Arrays.stream(byDefault.trim().split("\\s+", -1)).toArray(String[]::new)
                : named.toArray(String[]::new);
    }

    private List<String> declaredIn(MavenProject project, String folder) {
        MojoDescriptor goal = reactor.execution().getMojoDescriptor();
        Plugin plugin = project.getPlugin(goal.getPluginDescriptor().getPluginLookupKey());
        return Stream.ofNullable(plugin)
                .flatMap(found -> found.getExecutions().stream())
                .filter(execution -> execution.getGoals().contains(goal.getGoal()))
                .map(execution -> folder + "\n" + execution.getId())
                .toList();
    }

    /** Whether a project is built as a part of another one, which lists it among its modules. */
    static boolean isListedByParent(MavenProject project) {
        MavenProject parent = project.getParent();
        File file = project.getFile();
        if (parent == null || parent.getFile() == null || file == null) {
            return false;
        }
        Path folder = parent.getBasedir().toPath();
        return parent.getModules().stream()
                .map(module -> folder.resolve(module).normalize())
                .anyMatch(module -> module.equals(file.toPath().normalize())
                        || module.equals(project.getBasedir().toPath().normalize()));
    }
}
