package io.github.serverlint.maven;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ConsoleReport;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.codehaus.plexus.component.repository.exception.ComponentLookupException;
import org.jspecify.annotations.Nullable;

/**
 * The workspace of Eclipse, and of the editors that build with m2e: it knows which files have changed, and shows findings
 * beside them. On the command line there is none.
 *
 * <p>Its interface is called by name: plexus-build-api, tried in version 1.2.0, is three jars for every user, and outside of
 * an Eclipse its own implementation takes the place of the workspace and logs each finding once more.
 */
final class EclipseBuildContext {
    static final String ROLE = "org.sonatype.plexus.build.incremental.BuildContext";

    private final Object context;

    EclipseBuildContext(Object context) {
        this.context = context;
    }

    /** The workspace that this build runs in, if it does. */
    @SuppressWarnings("deprecation") // The only way to ask for a component that most builds do not have.
    static Optional<EclipseBuildContext> of(MavenSession session) {
        try {
            // Some release candidates of Maven 4 have a session without a container, whose look-up dies of that.
            return session.getContainer() == null
                    ? Optional.empty()
                    : Optional.ofNullable(session.lookup(ROLE)).map(EclipseBuildContext::new);
        } catch (ComponentLookupException | LinkageError | UnsupportedOperationException e) {
            // Not there; or a Maven 4, which answers nobody by name. No Eclipse runs on one.
            return Optional.empty();
        }
    }

    /** Whether nothing of what a run looks at has changed since the last one, so that its findings still hold. */
    boolean isUnchanged(Collection<Path> places) {
        return isTrue(call("isIncremental", List.of()))
                && places.stream()
                        .noneMatch(place ->
                                isTrue(call("hasDelta", List.of(new Argument(File.class, place.toFile())))));
    }

    /**
     * Shows the findings beside their files, in place of those of the last run.
     *
     * @param files those that were read, by the path that is shown for them
     * @param base what other paths are relative to
     */
    void show(LintResult result, Map<String, Path> files, Path base) {
        files.values().forEach(file -> call("removeMessages", List.of(new Argument(File.class, file.toFile()))));
        for (Finding finding : result.findings()) {
            if (finding.isOpen()) {
                Path file = files.getOrDefault(
                        finding.span().path(), base.resolve(finding.span().path()));
                List<Argument> arguments = new ArrayList<>();
                arguments.add(new Argument(File.class, file.toFile()));
                arguments.add(new Argument(int.class, finding.span().line()));
                arguments.add(new Argument(int.class, finding.span().column()));
                arguments.add(new Argument(String.class, ConsoleReport.brief(finding)));
                arguments.add(new Argument(int.class, weight(finding.severity())));
                arguments.add(new Argument(Throwable.class, null));
                call("addMessage", arguments);
            }
        }
    }

    /** The numbers that the interface gives to severities. */
    private static int weight(Severity severity) {
        return switch (severity) {
            case NOTE -> 0;
            case WARNING -> 1;
            case ERROR -> 2;
        };
    }

    private record Argument(Class<?> type, @Nullable Object value) {}

    private static boolean isTrue(@Nullable Object answer) {
        return Boolean.TRUE.equals(answer);
    }

    private @Nullable Object call(String method, List<Argument> arguments) {
        try {
            return context.getClass()
                    .getMethod(method, arguments.stream().map(Argument::type).toArray(Class<?>[]::new))
                    .invoke(context, arguments.stream().map(Argument::value).toArray());
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("this Eclipse does not know " + method + " of " + ROLE, e);
        }
    }
}
