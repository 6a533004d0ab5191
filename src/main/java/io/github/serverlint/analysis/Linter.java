package io.github.serverlint.analysis;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.finding.SuppressionRule;
import io.github.serverlint.git.BaseRevision;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.rule.Rule;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Linter of server definitions. */
public final class Linter {
    private static final int MOST_NOTICES = 3;

    private final Catalog catalog;
    private final List<Rule> rules;

    /** Creates a linter with all rules. */
    public Linter(Catalog catalog) {
        this(catalog, RuleRegistry.judging());
    }

    /** Creates a linter with some rules only. */
    public Linter(Catalog catalog, List<Rule> rules) {
        this.catalog = catalog;
        this.rules = List.copyOf(rules);
    }

    /**
     * Finds, reads and checks the definitions.
     *
     * @throws ConfigurationException if a configured file or folder is missing or unreadable
     */
    public LintResult lint(LintRequest request) {
        Optional<BaseRevision> revision = base(request);
        List<SourceFile> files =
                request.tree().files("sourceDirectories", places(request, revision), request.monitor());
        LintRun lintRun = new LintRun(
                catalog,
                rules,
                new DefinitionLoader(
                        request.layout(), request.tree().shown(request.places()), catalog, request.monitor()),
                request.severities(),
                request.asOf(),
                request.baseline());
        LintResult result = request.base()
                .map(base -> lintRun.since(base, revision.orElseThrow(), files))
                .orElseGet(() -> lintRun.of(files));
        if (request.failIfNoServers() && result.estate().servers().isEmpty() && isClean(result)) {
            throw new ConfigurationException(nothingFound(request, files.size(), result));
        }
        if (request.failIfNoServers() && request.places().size() > 1 && isClean(result)) {
            request.places().forEach(place -> requireServers(request, place, result));
        }
        return result;
    }

    private static Optional<BaseRevision> base(LintRequest request) {
        return request.base()
                .map(base -> BaseRevision.read(base.ref(), request.tree(), request.places(), request.monitor()));
    }

    /**
     * Tells whether the base has files in one of the places of a request.
     *
     * @throws ConfigurationException if the base cannot be read
     */
    public static boolean isInBase(LintRequest request) {
        return base(request).filter(revision -> !revision.files().isEmpty()).isPresent();
    }

    /** The places to read. One that only the base has is gone, and so are its servers; any other has to be there. */
    private static List<Path> places(LintRequest request, Optional<BaseRevision> revision) {
        SourceTree tree = request.tree();
        return request.places().stream()
                .filter(place -> tree.has(place)
                        || revision.stream()
                                .flatMap(base -> base.files().stream())
                                .map(SourceFile::path)
                                .noneMatch(path -> path.equals(tree.shown(place, ""))
                                        || path.startsWith(tree.shown(place, "") + "/")))
                .toList();
    }

    /**
     * Whether the definitions have no errors. Stale entries of a baseline do not count, because every entry is stale if
     * nothing is read.
     */
    private static boolean isClean(LintResult result) {
        return result.findings().stream()
                .filter(finding -> finding.isOpen() && finding.severity() == Severity.ERROR)
                .allMatch(finding -> finding.rule().equals(SuppressionRule.STALE_BASELINE.info()));
    }

    /** Requires a server in each configured place, since servers in one place do not make up for a wrong path. */
    private static void requireServers(LintRequest request, Path place, LintResult result) {
        Set<String> files = request.tree().find(List.of(place)).keySet();
        Estate estate = result.estate();
        boolean isJudged = Stream.concat(
                        estate.servers().stream().map(Server::name),
                        estate.migrations().stream().map(Migration::name))
                .anyMatch(name -> files.contains(name.place().path()));
        // With a mapped format, a file may define forests only, or complement another place.
        boolean helps = !result.provenance().isEmpty()
                && Stream.concat(
                                result.provenance().paths().stream(),
                                estate.forests().stream()
                                        .flatMap(forest -> forest.name().stream())
                                        .map(name -> name.place().path()))
                        .anyMatch(files::contains);
        if (!isJudged && !helps) {
            throw new ConfigurationException(
                    "sourceDirectories: " + place + " holds no server, and a gate that has checked"
                            + " nothing there is not green. Do not name it, or set failIfNoServers to false.");
        }
    }

    private static String nothingFound(LintRequest request, int files, LintResult result) {
        String where =
                String.join(", ", request.places().stream().map(Path::toString).toList());
        String what = files == 0
                ? "no file matches " + String.join(", ", request.tree().scope().includes())
                : files == 1 ? "the 1 file there defines no server" : "the " + files + " files there define no server";
        String leftOut = Stream.concat(
                        result.unjudged().stream()
                                .map(server -> server.name().place() + ": "
                                        + server.name().value().quoted() + " may be one, but its " + server.unknown()
                                        + " is not known."),
                        result.notices().stream().map(Notice::toString))
                .limit(MOST_NOTICES)
                .map(line -> "\n" + line)
                .collect(Collectors.joining());
        return "sourceDirectories: " + what + " in " + where
                + ", and a gate that has checked nothing is not green. Name the folder that holds the definitions, or set failIfNoServers to false."
                + leftOut;
    }
}
