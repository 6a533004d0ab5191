package io.github.serverlint.input.ansible;

import static io.github.serverlint.finding.ParseRule.UNRECOGNIZED_DOCUMENT;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The files below {@code group_vars} and {@code host_vars} that Ansible reads for a group or host. */
final class VarsFiles {
    static final String GROUP_VARS = "group_vars";
    static final String HOST_VARS = "host_vars";

    private final InventoryFolder root;
    private final AnsibleYamlReader ansibleYamlReader;
    private final List<Finding> findings;
    private final List<Notice> notices;
    private final Map<SourceFile, VarsFile> read = new LinkedHashMap<>();

    VarsFiles(InventoryFolder root, AnsibleYamlReader ansibleYamlReader, List<Finding> findings, List<Notice> notices) {
        this.root = root;
        this.ansibleYamlReader = ansibleYamlReader;
        this.findings = findings;
        this.notices = notices;
    }

    /**
     * The files for a group or host, lowest precedence first.
     *
     * @param base the path of the folder that has {@code group_vars} and {@code host_vars}
     * @param kind one of the two
     */
    List<VarsFile> of(String base, String kind, String name) {
        if (name.startsWith("/")) {
            return List.of();
        }
        return folder(base, kind)
                .map(vars -> filesFor(vars, name).stream()
                        .map(file -> read.computeIfAbsent(file, this::read))
                        .toList())
                .orElse(List.of());
    }

    private Optional<InventoryFolder> folder(String base, String kind) {
        return root.folder(base).flatMap(inventoryFolder -> inventoryFolder.folder(kind));
    }

    /**
     * What Ansible takes of all files and folders for one group or host.
     *
     * @param name the name of the file or folder
     */
    private record VarsChoice(String name, boolean isFolder, List<SourceFile> files) {}

    private static List<SourceFile> filesFor(InventoryFolder vars, String name) {
        return choice(vars, name).map(VarsChoice::files).orElse(List.of());
    }

    private static Optional<VarsChoice> choice(InventoryFolder vars, String name) {
        for (String candidate : candidates(name)) {
            // A folder named web.yml is read like the folder web.
            Optional<InventoryFolder> folder = vars.folder(candidate);
            if (folder.isPresent()) {
                return Optional.of(new VarsChoice(candidate, true, filesIn(folder.get())));
            }
            Optional<SourceFile> file = vars.file(candidate);
            // Of an empty folder only the files beside it know.
            if (file.isPresent()) {
                return Optional.of(
                        file.get().isBesideFolder() && !candidate.equals(name)
                                ? new VarsChoice(name, true, List.of())
                                : new VarsChoice(candidate, false, List.of(file.get())));
            }
        }
        return Optional.empty();
    }

    /** The names of files and folders for a group or host; the first that exists is taken. */
    private static List<String> candidates(String name) {
        List<String> candidates = new ArrayList<>(List.of(name));
        InventoryFileNames.YAML.forEach(extension -> candidates.add(name + extension));
        return candidates;
    }

    /** The files of a folder, recursively, in the order of names. */
    private static List<SourceFile> filesIn(InventoryFolder inventoryFolder) {
        Set<String> names = new TreeSet<>(CodePointOrder.ORDER);
        names.addAll(inventoryFolder.files().keySet());
        names.addAll(inventoryFolder.folders().keySet());
        List<SourceFile> files = new ArrayList<>();
        for (String name : names) {
            InventoryFolder below = inventoryFolder.folders().get(name);
            SourceFile file = inventoryFolder.files().get(name);
            if (below != null && isSearched(name)) {
                files.addAll(filesIn(below));
            } else if (file != null && InventoryFileNames.isVarsFile(name)) {
                files.add(file);
            }
        }
        return files;
    }

    private static boolean isSearched(String folder) {
        return !InventoryFileNames.isHidden(folder)
                && !folder.endsWith("~")
                && InventoryFileNames.extension(folder).isEmpty();
    }

    private VarsFile read(SourceFile file) {
        VariableAssignments variableAssignments = new VariableAssignments();
        if (AnsibleYamlReader.isEncrypted(file)) {
            notices.add(Notice.at(
                    Span.at(file, 1, 1),
                    "not read: the file is encrypted with Ansible Vault, so nobody knows which variables it sets"));
            return new VarsFile(file, variableAssignments, true);
        }
        Optional<Node> document = ansibleYamlReader.read(file);
        if (document.isPresent() && document.get() instanceof Mapping mapping) {
            mapping.entries().forEach(variableAssignments::assign);
        } else if (document.isPresent() && !ScalarType.isFalse(document.get())) {
            // Ansible ignores an empty file, and fails on any other.
            findings.add(Finding.reading(
                            UNRECOGNIZED_DOCUMENT,
                            document.get().place(),
                            "The file holds " + document.get().kind() + ", where Ansible takes a mapping of variables.")
                    .fix("Write each variable as a key.")
                    .build());
        }
        return new VarsFile(file, variableAssignments, false);
    }

    /**
     * Adds notices about files below {@code group_vars} or {@code host_vars} that were not read. Call it after all
     * others were.
     *
     * @param isKnown whether the inventory has a group or host of a name
     */
    void noticeUnread(String base, String kind, Predicate<String> isKnown) {
        InventoryFolder vars = folder(base, kind).orElseGet(InventoryFolder::new);
        Map<String, List<SourceFile>> unread = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>(vars.folders().keySet());
        names.addAll(vars.files().keySet());
        for (String name : names) {
            InventoryFolder inventoryFolder = vars.folders().get(name);
            List<SourceFile> files = inventoryFolder == null
                    ? List.of(Objects.requireNonNull(vars.files().get(name)))
                    : inventoryFolder.allFiles();
            files.stream()
                    .filter(file -> !read.containsKey(file))
                    .forEach(file -> unread.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(file));
        }
        List<SourceFile> unowned = new ArrayList<>();
        Set<String> unownedNames = new LinkedHashSet<>();
        unread.forEach((name, files) -> {
            boolean isFolder = vars.folders().containsKey(name);
            if (InventoryFileNames.isHidden(name) || name.endsWith("~")) {
                return;
            }
            Optional<String> owner = isKnown.test(name)
                    ? Optional.of(name)
                    : Optional.of(InventoryFileNames.stem(name)).filter(isKnown);
            if (owner.isEmpty() && (isFolder || InventoryFileNames.isYaml(name))) {
                unowned.addAll(files);
                unownedNames.add(InventoryFileNames.stem(name));
            } else {
                Optional<VarsChoice> taken =
                        owner.filter(known -> candidates(known).contains(name)).flatMap(known -> choice(vars, known));
                files.forEach(file -> noticeUnread(file, List.of(kind, name), taken));
            }
        });
        if (!unowned.isEmpty()) {
            notices.add(Notice.at(
                    Span.at(unowned.get(0), 1, 1),
                    "not read: " + (kind.equals(GROUP_VARS) ? "no group" : "no host") + " of the inventory is called "
                            + listed(unownedNames)));
        }
    }

    /**
     * Says why a file was not read.
     *
     * @param top {@code group_vars} or {@code host_vars}, and the name of the file or folder in it
     * @param taken what was taken for its group or host; empty if it belongs to none
     */
    private void noticeUnread(SourceFile file, List<String> top, Optional<VarsChoice> taken) {
        List<String> path = List.of(file.path().split("/"));
        List<String> names = path.subList(Collections.lastIndexOfSubList(path, top) + top.size(), path.size());
        if (names.stream().anyMatch(name -> InventoryFileNames.isHidden(name) || name.endsWith("~"))) {
            return;
        }
        Optional<VarsChoice> other = taken.filter(choice -> !choice.name().equals(top.get(1)));
        Optional<String> unsearched = names.stream()
                .limit(Math.max(0, names.size() - 1))
                .filter(folder -> !isSearched(folder))
                .findFirst();
        String why = other.map(choice -> "Ansible takes "
                        + (!choice.isFolder() ? choice.files().get(0).path() : "the folder " + choice.name())
                        + " beside it instead"
                        + (choice.files().isEmpty() ? ", and finds no variables there" : ""))
                .or(() -> unsearched.map(
                        folder -> "Ansible does not search the folder " + folder + ", whose name has an extension"))
                .orElse("Ansible reads variables only from files that end in .yml, .yaml, .json or have no extension");
        notices.add(Notice.at(Span.at(file, 1, 1), "not read: " + why));
    }

    private static String listed(Set<String> names) {
        List<String> first =
                names.stream().limit(3).map(name -> "\"" + name + "\"").toList();
        int more = names.size() - first.size();
        return String.join(" or ", first) + (more == 0 ? "" : " (and " + more + " more)");
    }
}
