package io.github.serverlint.analysis;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.input.LoadedEstate;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finder of files of the base that could not be read, wholly or in part. */
final class UnreadableBaseFiles {
    static final RuleInfo RULE = RuleRegistry.find("unreadable-base").orElseThrow();

    private static final int MOST_NAMED = 5;

    private final LoadedEstate now;
    private final List<SourceFile> files;
    private final Set<String> unread;
    private final Set<String> messages;

    /** @param files the files of today */
    UnreadableBaseFiles(LoadedEstate now, List<SourceFile> files) {
        this.now = now;
        this.files = files;
        this.unread =
                now.errors().stream().map(finding -> finding.span().path()).collect(Collectors.toSet());
        this.messages = now.errors().stream().map(Finding::message).collect(Collectors.toSet());
    }

    /** Finds what could not be read, once for each file. Where it can be read now, the finding is doubtful. */
    List<FindingBuilder> find(LoadedEstate base) {
        Map<SourceFile, List<Finding>> byFile = new LinkedHashMap<>();
        base.errors().stream()
                .sorted(Comparator.comparing(Finding::span, Span.READING_ORDER))
                .forEach(error -> byFile.computeIfAbsent(error.span().file(), file -> new ArrayList<>())
                        .add(error));
        List<FindingBuilder> found = new ArrayList<>();
        byFile.forEach((file, errors) -> {
            Optional<SourceFile> today = today(file, errors);
            boolean isMended =
                    today.filter(same -> !unread.contains(same.path())).isPresent();
            // Of a value that still cannot be read, and of a file that has not changed, the findings of today tell.
            boolean isSaid = errors.stream().noneMatch(UnreadableBaseFiles::isWholeFile)
                    && ((today.isPresent() && !isMended)
                            || errors.stream().map(Finding::message).allMatch(messages::contains));
            if (!isSaid) {
                found.add(finding(file, errors, today, isMended));
            }
        });
        return found;
    }

    private static boolean isWholeFile(Finding error) {
        return error.rule().equals(ParseRule.YAML_SYNTAX.info());
    }

    /** The file of today: that of the same name, one that was moved as it is, or where the servers in question are. */
    private Optional<SourceFile> today(SourceFile file, List<Finding> errors) {
        Set<String> servers = errors.stream()
                .flatMap(error -> error.server().stream())
                .map(Estate::folded)
                .collect(Collectors.toSet());
        return files.stream()
                .filter(each -> each.path().equals(file.path()))
                .findFirst()
                .or(() -> files.stream()
                        .filter(each -> each.text().equals(file.text()))
                        .findFirst())
                .or(() -> now.estate().servers().stream()
                        .filter(server -> servers.contains(server.foldedName()))
                        .map(server -> server.name().place().file())
                        .findFirst());
    }

    private FindingBuilder finding(
            SourceFile file, List<Finding> errors, Optional<SourceFile> today, boolean isMended) {
        Finding first = errors.get(0);
        String what = "What the base says at " + first.span() + " could not be read";
        String message = isMended
                ? what + ", so that no change of " + named(today.orElse(file).path(), errors) + " was judged."
                : what
                        + (today.isPresent() ? ", and neither can it be read now" : ", and the file is gone now")
                        + ", so that what has changed there was not judged.";
        // A file that is gone has no place of today; the first that is left stands for it.
        SourceFile shown = today.or(() -> files.stream().findFirst()).orElse(new SourceFile(file.path(), ""));
        Span place = Span.at(shown, 1, 1);
        return Finding.at(RULE, Located.of(file.path(), place), message)
                .keyPath(file.path())
                .because("A base that cannot be read hides every change. What is wrong there: " + first.message())
                .fix(
                        isMended
                                ? "If this change mends the base, nothing else is to be done; see what it changes besides."
                                : "Mend the file; or, if it is encrypted or for another tool, leave it out with excludes,"
                                        + " or accept that with rules=" + RULE.id() + "=warning.")
                .doubtful(isMended);
    }

    /** The servers whose change was not judged: those with a value that could not be read, or all of the file. */
    private String named(String path, List<Finding> errors) {
        List<String> names =
                errors.stream().allMatch(error -> error.serverName().isPresent())
                        ? errors.stream()
                                .map(error -> error.serverName().orElseThrow().quoted())
                                .distinct()
                                .toList()
                        : now.estate().servers().stream()
                                .filter(server -> server.name().place().path().equals(path))
                                .map(Server::quoted)
                                .toList();
        int more = names.size() - MOST_NAMED;
        return names.isEmpty()
                ? "what it defined"
                : names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                        + (more > 0 ? " and " + more + " more" : "");
    }
}
