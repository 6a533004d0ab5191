package io.github.serverlint.input.ansible;

import io.github.serverlint.text.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder, built from the paths of the files in it, in the order in which Ansible lists them. */
final class InventoryFolder {
    private final Map<String, InventoryFolder> folders = new TreeMap<>(CodePointOrder.ORDER);
    private final Map<String, SourceFile> files = new TreeMap<>(CodePointOrder.ORDER);

    static InventoryFolder of(Collection<SourceFile> files) {
        InventoryFolder root = new InventoryFolder();
        for (SourceFile file : files) {
            InventoryFolder inventoryFolder = root;
            List<String> names = names(file.path());
            if (names.isEmpty()) {
                continue;
            }
            int last = names.size() - 1;
            for (String name : names.subList(0, last)) {
                inventoryFolder = inventoryFolder.folders.computeIfAbsent(name, any -> new InventoryFolder());
            }
            inventoryFolder.files.putIfAbsent(names.get(last), file);
        }
        return root;
    }

    Map<String, InventoryFolder> folders() {
        return folders;
    }

    Map<String, SourceFile> files() {
        return files;
    }

    /** The folder at a path relative to this one; itself for an empty path. */
    Optional<InventoryFolder> folder(String path) {
        InventoryFolder inventoryFolder = this;
        for (String name : names(path)) {
            InventoryFolder next = inventoryFolder.folders.get(name);
            if (next == null) {
                return Optional.empty();
            }
            inventoryFolder = next;
        }
        return Optional.of(inventoryFolder);
    }

    /** The file at a path relative to this folder. */
    Optional<SourceFile> file(String path) {
        List<String> names = names(path);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String last = names.get(names.size() - 1);
        return folder(String.join("/", names.subList(0, names.size() - 1)))
                .flatMap(inventoryFolder -> Optional.ofNullable(inventoryFolder.files.get(last)));
    }

    /** The path of a file's parent folder. */
    static String parent(String path) {
        List<String> names = names(path);
        return names.isEmpty() ? "" : String.join("/", names.subList(0, names.size() - 1));
    }

    /** All files in it, recursively. */
    List<SourceFile> allFiles() {
        List<SourceFile> all = new ArrayList<>(files.values());
        folders.values().forEach(inventoryFolder -> all.addAll(inventoryFolder.allFiles()));
        return all;
    }

    private static List<String> names(String path) {
        String normalized = normalize(path);
        return normalized.isEmpty() ? List.of() : List.of(normalized.split("/", -1));
    }

    private static String normalize(String path) {
        String normalized = path;
        while (normalized.startsWith("./")) {
            normalized = normalized.substring(2);
        }
        while (normalized.endsWith("/") && normalized.length() > 1) {
            normalized = normalized.substring(0, normalized.length() - 1);
        }
        return normalized.equals(".") ? "" : normalized;
    }
}
