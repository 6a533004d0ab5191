package io.github.serverlint.input.mapping;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.MISSING_VALUE;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition.Candidates;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.jsonpath.LimitExceeded;
import io.github.serverlint.input.mapping.FieldFinder.Unread;
import io.github.serverlint.input.mapping.MappingSource.ReaderKind;
import io.github.serverlint.input.provenance.Field;
import io.github.serverlint.input.provenance.FieldConfidence;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.ServerRecord;
import io.github.serverlint.input.provenance.UnjudgedServer;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.run.RunMonitor;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.ServerName;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.YamlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A run of a mapping over the files of one linter run. */
final class MappingRun {
    private static final int NAMED = 3;

    private final String mapping;
    private final boolean shipped;
    private final List<MappingSource> sources;
    private final Catalog catalog;
    private final Supplier<Set<String>> copiedAttempts;
    private final AttemptUsage attemptUsage = new AttemptUsage();
    private final FieldFinder fields;
    private final List<ServerRecord> servers = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<UnjudgedServer> unjudged = new ArrayList<>();
    /** Places already reported, however many machines have the value. */
    private final Set<Span> warned = new HashSet<>();

    private boolean complete = true;

    MappingRun(
            String mapping,
            boolean shipped,
            Catalog catalog,
            List<MappingSource> sources,
            Supplier<Set<String>> copiedAttempts) {
        this.mapping = mapping;
        this.shipped = shipped;
        this.sources = sources;
        this.copiedAttempts = copiedAttempts;
        this.catalog = catalog;
        this.fields = new FieldFinder(catalog, attemptUsage);
    }

    MappedRecords read(List<String> places, List<YamlFile> files) {
        try {
            return readAll(places, files);
        } catch (LimitExceeded e) {
            throw limitExceeded(e);
        }
    }

    private MappedRecords readAll(List<String> places, List<YamlFile> files) {
        List<SourceFolder> folders = SourceFolder.of(files);
        boolean inventories = false;
        for (MappingSource mappingSource : sources) {
            List<Machine> machines;
            if (mappingSource.reader() == ReaderKind.ANSIBLE) {
                inventories = true;
                machines = inventory(mappingSource, places, folders);
            } else {
                machines = mappingSource.reader() == ReaderKind.YAML
                        ? new YamlMachineReader(mappingSource, shipped, findings, notices).machines(folders)
                        : new LayeredMachineReader(mappingSource, notices).machines(folders);
                collectServers(mappingSource, machines);
            }
            if (!shipped && !machines.isEmpty()) {
                notices.addAll(attemptUsage.unusedAttempts(mappingSource, this::isCopied));
            }
        }
        // The inventory reader reports on every file itself.
        if (!inventories) {
            collectFindings(folders);
        }
        return new MappedRecords(
                servers, findings, notices.stream().map(this::readable).toList(), unjudged, complete);
    }

    /** Whether an attempt is that of a shipped layout, which is for other estates too. */
    private boolean isCopied(FieldRule rule, Attempt attempt) {
        return attempt.written().isEmpty() || copiedAttempts.get().contains(rule.written(attempt));
    }

    /** Collects the findings of the files that were read, and notices about the others. */
    private void collectFindings(List<SourceFolder> folders) {
        List<String> unread = new ArrayList<>();
        for (SourceFolder sourceFolder : folders) {
            for (YamlFile file : sourceFolder.files()) {
                if (sourceFolder.isRead(file)) {
                    findings.addAll(file.findings());
                    complete &= file.complete();
                } else {
                    unread.add(file.file().path());
                }
            }
        }
        notices.addAll(FolderNotices.about(unread, "No source of the layout " + mapping + " reads this."));
    }

    private List<Machine> inventory(MappingSource mappingSource, List<String> places, List<SourceFolder> folders) {
        AnsibleMachineReader inventory = new AnsibleMachineReader(mappingSource, places, folders);
        findings.addAll(inventory.findings());
        notices.addAll(inventory.notices());
        complete &= inventory.complete();
        List<Machine> machines = inventory.machines();
        collectServers(mappingSource, machines);
        findings.addAll(inventory.warnings());
        notices.addAll(inventory.unused());
        return machines;
    }

    /** Finds the fields of machines, and collects those that are servers. */
    private void collectServers(MappingSource mappingSource, List<Machine> machines) {
        List<String> leftOut = new ArrayList<>();
        List<String> workstations = new ArrayList<>();
        Map<String, ServerRecord> repeated = new HashMap<>();
        for (Machine machine : machines) {
            RunMonitor.checkInterrupted();
            List<Unread> unread = new ArrayList<>();
            List<Field> found = fields(mappingSource, machine, unread);
            boolean kept = RequirementEvaluator.hold(mappingSource.where(), machine);
            Optional<Located<String>> name = found.stream()
                    .filter(field -> field.name().equals(FieldRule.NAME))
                    .flatMap(field -> field.value().stream())
                    .map(value -> ((Scalar) value).located())
                    .findFirst();
            boolean mayBeWorkstation = kept && mayBeWorkstation(found);
            boolean isServer = kept && !mayBeWorkstation;
            Optional<UnjudgedServer> expected = name.flatMap(each -> expected(mappingSource, machine, each, isServer));
            expected.ifPresent(unjudged::add);
            if (expected.isPresent() && !isServer) {
                continue;
            }
            if (mayBeWorkstation) {
                workstations.add(name.map(Located::value).orElse(machine.place().toString()));
            } else if (!kept) {
                leftOut.add(name.map(Located::value).orElse(machine.place().toString()));
            } else if (name.isEmpty()) {
                findings.add(nameless(found.get(0), machine.place()));
                complete = false;
            } else {
                unread.forEach(this::unread);
                ServerRecord server = new ServerRecord(
                        name.get(),
                        scope(mappingSource, machine),
                        found.stream()
                                .filter(field -> !field.name().equals(FieldRule.NAME))
                                .toList());
                ServerRecord known = repeated.get(key(server));
                if (known == null) {
                    servers.add(server);
                } else {
                    server = known.completedBy(server);
                    servers.set(servers.indexOf(known), server);
                }
                if (mappingSource.repeats()) {
                    repeated.put(key(server), server);
                }
            }
        }
        Set<String> kept = repeated.values().stream()
                .map(server -> Estate.folded(server.name().value()))
                .collect(Collectors.toSet());
        leftOut.removeIf(name -> kept.contains(Estate.folded(name)));
        if (!leftOut.isEmpty()) {
            notices.add(leftOut(mappingSource, "\"where\" does not hold", machines.size(), leftOut));
        }
        if (!workstations.isEmpty()) {
            notices.add(leftOut(
                    mappingSource,
                    "what they run may be a workstation and nothing else says that they are servers",
                    machines.size(),
                    workstations));
        }
    }

    private static String key(ServerRecord server) {
        return Estate.folded(server.fullName().full());
    }

    /** What the name of a machine is unique in; empty if nothing says it. */
    private String scope(MappingSource mappingSource, Machine machine) {
        return mappingSource.scope().stream()
                .flatMap(rule -> fields.find(rule, machine, new ArrayList<>()).stream())
                .flatMap(field -> field.texts().stream())
                .findFirst()
                .orElse("");
    }

    /**
     * A machine that should run a product, while nothing says which release of it.
     *
     * @param isServer whether it is read as a server for another reason; then its Windows is a question of its own
     */
    private Optional<UnjudgedServer> expected(
            MappingSource mappingSource, Machine machine, Located<String> name, boolean isServer) {
        boolean hasPlatform = catalog.products().stream()
                .filter(Product::isPlatform)
                .flatMap(platform -> machine.field(platform.id()).stream())
                .anyMatch(field -> field.state().isRead());
        // One with another system was left out for that.
        return hasPlatform != isServer
                ? Optional.empty()
                : mappingSource.expect().entrySet().stream()
                        .filter(each -> machine.field(each.getKey().id()).stream()
                                .allMatch(field -> field.state() == FieldConfidence.MISSING))
                        .filter(each -> RequirementEvaluator.hold(each.getValue(), machine))
                        .map(each -> UnjudgedServer.without(
                                each.getKey().name(),
                                name.with(ServerName.in(scope(mappingSource, machine), name.value())
                                        .shownSimply())))
                        .findFirst();
    }

    /**
     * Whether a machine is no server by what is known of it: the text of its Windows stands for a workstation too, and
     * it has no product, role, feature or component.
     */
    private boolean mayBeWorkstation(List<Field> found) {
        boolean isOpen = found.stream()
                .filter(field -> field.state().isRead())
                .anyMatch(field -> catalog.product(field.name())
                        .filter(Product::isPlatform)
                        .flatMap(platform -> field.texts().stream()
                                .findFirst()
                                .map(text -> catalog.recognize(platform, text, field.wordsOf())))
                        .filter(meant -> meant instanceof Candidates candidates && !candidates.isServer())
                        .isPresent());
        return isOpen
                && found.stream()
                        .filter(field -> field.state() != FieldConfidence.MISSING)
                        .noneMatch(field -> FieldRule.LISTS.contains(field.name())
                                || catalog.product(field.name())
                                        .filter(product -> !product.isPlatform())
                                        .isPresent());
    }

    /** Reports a value that could not be used: a warning for a product, once for all servers; else a notice. */
    private void unread(Unread value) {
        Span place = value.place();
        if (!catalog.product(value.field())
                .filter(product -> !product.isPlatform())
                .isPresent()) {
            notices.add(Notice.at(place, value.text()));
        } else if (warned.add(place)) {
            // Report only the start: the mapping may contain a secret.
            findings.add(Finding.reading(
                            INVALID_VALUE, Span.at(place.file(), place.line(), place.column()), value.text())
                    .fix("Say the release in a text, or tell a mapping of your own where in it the release is said.")
                    .build(Severity.WARNING));
        }
    }

    private List<Field> fields(MappingSource mappingSource, Machine machine, List<Unread> unread) {
        List<Field> all = new ArrayList<>();
        for (FieldRule rule : mappingSource.fields()) {
            List<Field> found = fields.find(rule, machine, unread);
            machine.found(rule.name(), found);
            all.addAll(found);
        }
        return all;
    }

    private ConfigurationException limitExceeded(LimitExceeded e) {
        return new ConfigurationException(
                "The mapping " + mapping + " cannot be used: \"" + e.what()
                        + "\" does not come to an end on what stands at " + e.value()
                        + ". Write it so that no part of a text can be matched in two ways, or leave that file out with excludes.");
    }

    private static Finding nameless(Field name, Span machine) {
        return Finding.reading(MISSING_VALUE, machine, "Nothing says the name of the machine that is defined here.")
                .because(
                        name.detail().isEmpty()
                                ? "Tried: " + name.attempt() + "."
                                : "It is made by " + name.detail() + ", which only another tool evaluates.")
                .fix("Give it a name in plain text, or tell the mapping where its name is said.")
                .build();
    }

    private static Notice leftOut(MappingSource mappingSource, String because, int of, List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
        return Notice.at(
                mappingSource.place(),
                "Left out, because " + because + ": " + names.size() + " of " + of
                        + (of == 1 ? " machine (" : " machines (") + some + ").");
    }

    /** Replaces a place in a shipped mapping, which the user cannot open. */
    private Notice readable(Notice notice) {
        SourceFile own = sources.get(0).place().file();
        return shipped && notice.place().filter(place -> place.file() == own).isPresent()
                ? Notice.about("layout " + mapping, notice.text())
                : notice;
    }
}
