package io.github.serverlint.input.ansible;

import static io.github.serverlint.finding.ParseRule.UNRECOGNIZED_DOCUMENT;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import java.util.ArrayList;
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

    private static List<SourceFile> filesFor(InventoryFolder vars, String name) {
        Optional<InventoryFolder> folder = vars.folder(name);
        if (folder.isPresent()) {
            return filesIn(folder.get());
        }
        List<String> candidates = new ArrayList<>(List.of(name));
        InventoryFileNames.YAML.forEach(extension -> candidates.add(name + extension));
        for (String candidate : candidates) {
            if (vars.folder(candidate).isPresent()) {
                // A folder named web.yml is read like the folder web.
                return filesIn(vars.folder(candidate).get());
            }
            Optional<SourceFile> file = vars.file(candidate);
            if (file.isPresent()) {
                return List.of(file.get());
            }
        }
        return List.of();
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
                files.forEach(file -> noticeUnread(file, owner.filter(any -> !isFolder), vars));
            }
        });
        if (!unowned.isEmpty()) {
            notices.add(Notice.at(
                    Span.at(unowned.get(0), 1, 1),
                    "not read: " + (kind.equals(GROUP_VARS) ? "no group" : "no host") + " of the inventory is called "
                            + listed(unownedNames)));
        }
    }

    private void noticeUnread(SourceFile file, Optional<String> owner, InventoryFolder vars) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        if (InventoryFileNames.isHidden(name) || name.endsWith("~")) {
            return;
        }
        Optional<String> stronger = owner.flatMap(known -> filesFor(vars, known).stream()
                .findFirst()
                .map(first -> vars.folder(known).isPresent() ? "the folder " + known : first.path()));
        String why = stronger.filter(any -> InventoryFileNames.isYaml(name))
                .map(winner -> "Ansible takes " + winner + " beside it instead")
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
