package io.github.serverlint.input;

import static io.github.serverlint.finding.ParseRule.DUPLICATE_NAME;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.CappedFindings;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.Provenance;
import io.github.serverlint.input.provenance.ServerRecord;
import io.github.serverlint.input.provenance.UnjudgedServer;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.YamlFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The estate loaded from all files, with the findings of reading them.
 *
 * @param findings about reading, in no order
 * @param provenance how the values of another layout were found
 * @param notices what was left out
 * @param unjudged the servers that no rule can judge, in reading order
 */
public record LoadedEstate(
        Estate estate,
        List<Finding> findings,
        Provenance provenance,
        List<Notice> notices,
        List<UnjudgedServer> unjudged) {

    private static final String WINDOWS = "Windows";

    /** The findings that may hide servers or values; a warning about an uncertain value hides only that value. */
    public List<Finding> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    /**
     * Reads and merges files.
     *
     * @param places the shown paths of the folders and files that were named, in their order
     * @param files in the order of their paths: of two definitions with the same name, the later is the duplicate
     */
    public static LoadedEstate of(
            InputFormat inputFormat, List<String> places, List<YamlFile> files, Catalog catalog, RunMonitor monitor) {
        List<Finding> findings = new ArrayList<>();
        List<Server> servers = new ArrayList<>();
        List<Forest> forests = new ArrayList<>();
        List<Migration> migrations = new ArrayList<>();
        List<ServerRecord> records = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        List<UnjudgedServer> unjudged = new ArrayList<>();
        List<YamlFile> outside =
                files.stream().filter(file -> file.file().isOutside()).toList();
        outside.forEach(file -> findings.addAll(file.findings()));
        List<LoadedFile> loaded = inputFormat.read(
                places, files.stream().filter(file -> !file.file().isOutside()).toList(), catalog, monitor);
        for (LoadedFile loadedFile : loaded) {
            findings.addAll(loadedFile.findings());
            servers.addAll(loadedFile.servers());
            forests.addAll(loadedFile.forests());
            migrations.addAll(loadedFile.migrations());
            records.addAll(loadedFile.records());
            notices.addAll(loadedFile.notices());
            unjudged.addAll(loadedFile.unjudged());
        }
        List<Finding> faults = new CappedFindings();
        List<Server> distinctServers = distinct(servers, Server::name, "server", faults);
        List<Forest> distinctForests = distinct(forests, forest -> forest.name().orElseThrow(), "forest", faults);
        List<Migration> distinctMigrations = distinct(migrations, Migration::name, "migration", faults);
        Estate estate =
                new Estate(distinctServers, distinctForests, ScopedNames.inFull(distinctMigrations, distinctServers));
        // An undefined name may be in the part of a file that could not be read.
        if (outside.isEmpty() && loaded.stream().allMatch(LoadedFile::complete)) {
            ReferenceValidator.check(estate, faults);
        }
        findings.addAll(faults);
        estate.servers().stream()
                .filter(server -> !server.hasKnownWindows())
                .map(server -> UnjudgedServer.without(WINDOWS, server.name().with(server.serverName())))
                .forEach(unjudged::add);
        return new LoadedEstate(
                estate,
                List.copyOf(TemplateFiles.named(findings)),
                Provenance.of(records),
                List.copyOf(notices),
                unjudged.stream()
                        .sorted(Comparator.comparing(each -> each.name().place(), Span.READING_ORDER))
                        .toList());
    }

    private static <T> List<T> distinct(
            List<T> things, Function<T, Located<String>> nameOf, String what, List<Finding> findings) {
        Map<String, Located<String>> first = new HashMap<>();
        List<T> distinct = new ArrayList<>();
        for (T thing : things) {
            RunMonitor.checkInterrupted();
            Located<String> name = nameOf.apply(thing);
            Located<String> earlier = first.putIfAbsent(Estate.folded(name.value()), name);
            if (earlier == null) {
                distinct.add(thing);
            } else {
                findings.add(
                        thing instanceof Server server
                                ? duplicate(what, server.quoted(), earlier, name)
                                        .about(server.serverName())
                                        .build()
                                : duplicate(what, "\"" + name.value() + "\"", earlier, name)
                                        .build());
            }
        }
        return distinct;
    }

    private static FindingBuilder duplicate(String what, String quoted, Located<String> earlier, Located<String> name) {
        return Finding.at(DUPLICATE_NAME.info(), name, "The " + what + " " + quoted + " is defined twice.")
                .keyPath(what + "s." + name.value())
                .because(
                        "All files of a run describe one estate, and a name in it means one thing; upper and lower case make no difference.")
                .fix("Keep one of the two, or give one of them another name.")
                .related(earlier.place(), "it is defined here first");
    }
}
