package io.github.serverlint.maven;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.text.Span;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.codehaus.plexus.component.repository.exception.ComponentLookupException;
import org.jspecify.annotations.Nullable;

/**
 * Build context of Eclipse and of other editors with m2e: it tracks changed files and shows findings as markers. It
 * does not exist on the command line.
 *
 * <p>Its interface is called by reflection: plexus-build-api, tried in version 1.2.0, is three jars for every user, and
 * outside of an Eclipse its own implementation takes the place of the workspace and logs each finding once more.
 */
final class EclipseBuildContext {
    static final String ROLE = "org.sonatype.plexus.build.incremental.BuildContext";

    /** Place, line, column, text, severity and cause of a message. */
    private static final List<Class<?>> MESSAGE =
            List.of(File.class, int.class, int.class, String.class, int.class, Throwable.class);

    private final Object context;

    EclipseBuildContext(Object context) {
        this.context = context;
    }

    /** Returns the build context, if the build runs in an editor. */
    @SuppressWarnings("deprecation") // The only way to ask for a component that most builds do not have.
    static Optional<EclipseBuildContext> of(MavenSession session) {
        try {
            // Some release candidates of Maven 4 have a session without a container, whose look-up dies of that.
            return session.getContainer() == null
                    ? Optional.empty()
                    : Optional.ofNullable(session.lookup(ROLE)).map(EclipseBuildContext::new);
        } catch (ComponentLookupException | LinkageError | UnsupportedOperationException e) {
            // Not present; or Maven 4, which does not support look-up by name. Eclipse does not use Maven 4.
            return Optional.empty();
        }
    }

    /** Tells whether no input has changed since the last run, so that its findings are still valid. */
    boolean isUnchanged(Collection<Path> places) {
        return isTrue(call("isIncremental", List.of()))
                && places.stream().noneMatch(place -> isTrue(call("hasDelta", List.of(File.class), place.toFile())));
    }

    /**
     * Replaces the markers of the last run with those of the findings.
     *
     * @param files those that were read, by the path that is shown for them
     * @param base what other paths are relative to
     */
    void show(LintResult result, Map<String, Path> files, Path base) {
        files.values().forEach(file -> call("removeMessages", List.of(File.class), file.toFile()));
        result.findings().stream().filter(Finding::isOpen).forEach(finding -> {
            Span span = finding.span();
            Path file = files.getOrDefault(span.path(), base.resolve(span.path()));
            String text = ConsoleReport.brief(finding);
            int weight = weight(finding.severity());
            call("addMessage", MESSAGE, file.toFile(), span.line(), span.column(), text, weight, null);
        });
    }

    /** Converts a severity to the number of the interface. */
    private static int weight(Severity severity) {
        return switch (severity) {
            case NOTE -> 0;
            case WARNING -> 1;
            case ERROR -> 2;
        };
    }

    private static boolean isTrue(@Nullable Object answer) {
        return Boolean.TRUE.equals(answer);
    }

    private @Nullable Object call(String method, List<Class<?>> types, @Nullable Object... arguments) {
        try {
            return context.getClass()
                    .getMethod(method, types.toArray(Class<?>[]::new))
                    .invoke(context, arguments);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("this Eclipse does not know " + method + " of " + ROLE, e);
        }
    }
}
