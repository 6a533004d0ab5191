package io.github.serverlint.maven;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.read.CatalogReader;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.report.AnsiStyle;
import io.github.serverlint.report.ConsoleReport;
import io.github.serverlint.report.ConsoleReport.Line;
import io.github.serverlint.report.OutputSanitizer;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunCancelledException;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.SourceFile;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.logging.Log;
import org.fusesource.jansi.Ansi;
import org.jspecify.annotations.Nullable;

/** Base class of the goals. It converts configuration errors to Maven's exceptions. */
abstract class AbstractServerlintMojo extends AbstractMojo {
    private static final String PREFIX = "serverlint.";

    /** A property that POMs use for the plugin's version; it is not a parameter. */
    private static final String VERSION_PROPERTY = PREFIX + "version";

    @org.apache.maven.plugins.annotations.Parameter(defaultValue = "${session}", readonly = true, required = true)
    protected MavenSession session;

    @org.apache.maven.plugins.annotations.Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    protected MojoExecution mojoExecution;

    @org.apache.maven.plugins.annotations.Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    protected File baseDirectory;

    /**
     * Catalog files of your own, which add products, releases and facts to what ships with serverlint, in the same
     * format. Paths are relative to the base directory or absolute.
     *
     * @since 0.1.0
     */
    @org.apache.maven.plugins.annotations.Parameter(property = "serverlint.catalogs")
    private @Nullable List<@Nullable String> catalogs;

    private @Nullable Catalog catalog;
    private RunMonitor monitor = new RunMonitor();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        runMonitored(this::run, MojoExecutionException::new);
    }

    /** Work of a goal, which may throw its own exception. */
    interface Goal<F extends Exception> {
        void run() throws F;
    }

    /**
     * Runs a goal.
     *
     * @param error creates the exception that the caller expects
     */
    final <F extends Exception, E extends Exception> void runMonitored(
            Goal<F> goal, BiFunction<String, Exception, E> error) throws F, E {
        monitor = new RunMonitor(ProgressLine.of(session, getLog()));
        try {
            rejectUnknownProperties();
            goal.run();
        } catch (ConfigurationException | RunCancelledException e) {
            throw error.apply(messageOf(e), e);
        } catch (OutOfMemoryError e) {
            // Some of the exceptions do not accept an error as their cause.
            throw error.apply(tooLittleMemory(), new IllegalStateException(e.getMessage(), e));
        } finally {
            monitor.end();
        }
    }

    /** Returns the sanitized message of an exception, which may quote files or parameters. */
    static String messageOf(RuntimeException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .map(OutputSanitizer::message)
                .collect(Collectors.joining("\n"));
    }

    /** Clears the progress line before anything is logged. */
    @Override
    public Log getLog() {
        monitor.pause();
        return super.getLog();
    }

    private static String tooLittleMemory() {
        return "The memory of this build, " + (Runtime.getRuntime().maxMemory() >> 20)
                + " MiB, is too little for what is to be read. Give it more, such as MAVEN_OPTS=-Xmx4g, or leave large"
                + " files out with excludes.";
    }

    /**
     * A failure that Maven says once. It prints the message, and then all that the long message has more than that; one
     * that differs is printed after the message, and so says twice what both begin with.
     */
    static MojoFailureException failure(Object source, String text) {
        return new MojoFailureException(source, text, text);
    }

    /** Does the work of the goal. */
    abstract void run() throws MojoFailureException;

    /** The build that the goal is called in. */
    final Reactor reactor() {
        return new Reactor(session, mojoExecution, base());
    }

    /** The run of this goal, to be passed to all that may take long. */
    final RunMonitor monitor() {
        return monitor;
    }

    final String pluginVersion() {
        return mojoExecution.getVersion();
    }

    final Path base() {
        return baseDirectory.toPath().toAbsolutePath().normalize();
    }

    /** The findings and summaries as this user's terminal shows them. */
    final ConsoleReport consoleReport() {
        return new ConsoleReport(ansiStyle(), reactor().explainCommand());
    }

    /** Returns whether to use colours, as Maven does. */
    static AnsiStyle ansiStyle() {
        try {
            return Ansi.isEnabled() ? AnsiStyle.ANSI : AnsiStyle.NONE;
        } catch (LinkageError e) {
            // A Maven without that class.
            return AnsiStyle.NONE;
        }
    }

    /** Writes lines through Maven's log, so that they have Maven's prefix and {@code -q} still shows errors. */
    final void show(List<Line> lines) {
        for (Line line : lines) {
            RunMonitor.checkInterrupted();
            switch (line.severity()) {
                case ERROR -> getLog().error(line.text());
                case WARNING -> getLog().warn(line.text());
                case NOTE -> getLog().info(line.text());
            }
        }
    }

    /** The catalog files that the user has named. */
    final List<Path> catalogFiles() {
        return items(catalogs).stream()
                .map(named -> base().resolve(path("catalogs", named)))
                .toList();
    }

    /** Returns the catalog of this run, which is read once. */
    final Catalog catalog() {
        if (catalog == null) {
            catalog = readCatalog();
        }
        return catalog;
    }

    private Catalog readCatalog() {
        return CatalogReader.shippedWith(items(catalogs).stream()
                .map(named -> {
                    SourceFile file = SourceTree.read(named, base().resolve(path("catalogs", named)));
                    if (!file.isWhole()) {
                        throw new ConfigurationException(
                                "catalogs: " + named + " is neither UTF-8 nor marked as UTF-16 or UTF-32.");
                    }
                    return file;
                })
                .toList());
    }

    static Path path(String parameter, String named) {
        try {
            return Path.of(named);
        } catch (InvalidPathException e) {
            throw new ConfigurationException(
                    parameter + ": \"" + named + "\" is no path in the locale of this build: " + e.getReason()
                            + ". Where it holds letters that are not ASCII, run the build in a locale such as LC_ALL=C.UTF-8.",
                    e);
        }
    }

    /** Normalizes a text parameter: one without text is not given. */
    static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(word -> !word.isEmpty());
    }

    /** Normalizes a list parameter, because Maven neither trims the items of a property nor drops empty ones. */
    static List<String> items(@Nullable List<@Nullable String> given) {
        return given == null
                ? List.of()
                : given.stream().flatMap(item -> given(item).stream()).toList();
    }

    /** Parses a boolean. Maven would convert every other word to false and so disable a check. */
    static boolean flag(String parameter, String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new ConfigurationException(
                        parameter + ": \"" + word + "\" is neither true nor false. Accepted: true, false.");
        };
    }

    /** Rejects unknown properties, because a misspelt one would be ignored silently. */
    private void rejectUnknownProperties() {
        Set<String> known = mojoExecution.getMojoDescriptor().getPluginDescriptor().getMojos().stream()
                .flatMap(mojo ->
                        mojo.getParameters() == null ? Stream.<Parameter>empty() : mojo.getParameters().stream())
                .map(Parameter::getExpression)
                .filter(expression -> expression != null && expression.startsWith("${" + PREFIX))
                .map(expression -> expression.substring(2, expression.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String name : session.getUserProperties().stringPropertyNames()) {
            if (name.toLowerCase(Locale.ROOT).startsWith(PREFIX)
                    && !known.contains(name)
                    && !name.equals(VERSION_PROPERTY)) {
                throw new ConfigurationException(
                        "There is no property " + name + ". " + Suggestions.advice(name, known));
            }
        }
    }
}
