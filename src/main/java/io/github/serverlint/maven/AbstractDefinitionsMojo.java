package io.github.serverlint.maven;

import io.github.serverlint.analysis.LintRequest;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.files.FileScope;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.input.InputFormat;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Base class of the goals that read definitions. */
abstract class AbstractDefinitionsMojo extends AbstractServerlintMojo {
    static final String DEFAULT_DIRECTORY = "servers";

    /**
     * Folders, or single files, to lint, relative to the base directory or absolute. Folders are searched with their
     * subfolders; those whose name begins with a dot are left out. A file that is named here is read whatever
     * <code>includes</code> says.
     *
     * <p>Default: <code>servers</code>. In a module of a reactor that default folder may be absent.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.sourceDirectories")
    private @Nullable List<@Nullable String> sourceDirectories;

    /**
     * Folders outside the repository that links below <code>sourceDirectories</code> may lead to, relative to the base
     * directory or absolute. Any other link out of the repository, or without one out of the base directory, is an error,
     * since a change could show any file with it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.linkedDirectories")
    private @Nullable List<@Nullable String> linkedDirectories;

    /**
     * Ant patterns of the files to lint, relative to each source directory. Their extensions are taken in any capitals.
     *
     * <p>Default: <code>**&#47;*.yaml, **&#47;*.yml</code>; with another <code>layout</code> also what that asks for.
     * In the layout <code>ansible</code> all files.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.includes")
    private @Nullable List<@Nullable String> includes;

    /**
     * Ant patterns of files to leave out; they win over <code>includes</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.excludes")
    private @Nullable List<@Nullable String> excludes;

    /**
     * How the definitions are laid out: <code>native</code>, the format of serverlint's own; a layout of another tool
     * that ships with it, <code>ansible</code>, <code>aria</code>, <code>attack-range</code>, <code>bolt</code>,
     * <code>cloudformation</code>, <code>datum</code>, <code>heat</code>, <code>kubevirt</code>, <code>ludus</code>,
     * <code>molecule</code>, <code>test-kitchen</code> or <code>vagrant-yaml</code>; or the path of a mapping file, which
     * says where yours keeps the servers. The goal <code>servers</code> shows what was found.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.layout", defaultValue = "native")
    private String layout;

    /**
     * Severities of rules that are not their own, each as <code>rule-id=off</code>, <code>note</code>,
     * <code>warning</code> or <code>error</code>. Rules about reading the files cannot be changed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.rules")
    private @Nullable List<@Nullable String> rules;

    /**
     * The day that end-of-support dates are compared with, as year-month-day. For builds that have to come out the same
     * on any day.
     *
     * <p>Default: today.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.asOf")
    private @Nullable String asOf;

    /**
     * The folder that reports are written to.
     *
     * <p>Default: <code>serverlint</code> in the project's build directory; without a project
     * <code>target/serverlint</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "serverlint.outputDirectory")
    private @Nullable File outputDirectory;

    /** Returns the configured folders and files; empty if none. */
    final List<String> named() {
        return items(sourceDirectories);
    }

    /** The folders and files to read. */
    final List<Path> places() {
        return (named().isEmpty() ? List.of(DEFAULT_DIRECTORY) : named())
                .stream().map(place -> path("sourceDirectories", place)).toList();
    }

    /** Creates the request of a run, without the known violations. */
    final LintRequest request(boolean failIfNoServers, Optional<LintRequest.Base> base) {
        InputFormat read = layout();
        return new LintRequest(
                tree(read), read, places(), severities(), date(), failIfNoServers, base, Optional.empty(), monitor());
    }

    /** How the definitions are laid out. */
    final InputFormat layout() {
        return InputFormats.of(layout, new SourceTree(base(), List.of(), List.of()), this::catalog);
    }

    /** Returns the mapping file, if the layout is not a built-in name. */
    final Path mappingFile() {
        return base().resolve(path("layout", layout.strip()));
    }

    /** How files are found below them. */
    final SourceTree tree(InputFormat read) {
        List<String> wanted = items(includes);
        FileScope fileScope = wanted.isEmpty() ? read.scope() : read.scope().including(wanted);
        return new SourceTree(
                base(),
                fileScope,
                items(excludes),
                items(linkedDirectories).stream()
                        .map(folder -> path("linkedDirectories", folder))
                        .toList());
    }

    /** Tells whether the module has nothing to lint and does not have to; logs that. */
    final boolean hasNothingToLint() {
        boolean without = lacksDefaultDirectory();
        if (without) {
            logNothingToLint();
        }
        return without;
    }

    /** Tells whether this is a module without the default folder, which no module has to have. */
    final boolean lacksDefaultDirectory() {
        return named().isEmpty() && reactor().isModuleWithout(DEFAULT_DIRECTORY);
    }

    final void logNothingToLint() {
        getLog().info("No folder " + DEFAULT_DIRECTORY + " in this module: nothing to check.");
    }

    final RuleSeverities severities() {
        return RuleSeverities.parse(items(rules));
    }

    final LocalDate date() {
        return AsOf.day(asOf);
    }

    final Path outputDirectory() {
        if (outputDirectory != null) {
            return outputDirectory.toPath();
        }
        // Without a POM the build directory of Maven's placeholder project is an unresolved expression.
        boolean inProject = session.getCurrentProject().getFile() != null;
        Path build =
                inProject ? Path.of(session.getCurrentProject().getBuild().getDirectory()) : base().resolve("target");
        return build.resolve("serverlint");
    }
}
