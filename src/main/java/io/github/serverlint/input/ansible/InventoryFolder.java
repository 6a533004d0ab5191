package io.github.serverlint.input.ansible;

import io.github.serverlint.text.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder, made of the paths of the files in it; in the order in which Ansible lists them. */
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

    /** The folder at a path below this one; itself at an empty path. */
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

    /** The file at a path below this folder. */
    Optional<SourceFile> file(String path) {
        List<String> names = names(path);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String last = names.get(names.size() - 1);
        return folder(String.join("/", names.subList(0, names.size() - 1)))
                .flatMap(inventoryFolder -> Optional.ofNullable(inventoryFolder.files.get(last)));
    }

    /** The path of the folder that a file lies in. */
    static String parent(String path) {
        List<String> names = names(path);
        return names.isEmpty() ? "" : String.join("/", names.subList(0, names.size() - 1));
    }

    /** All files in it and in the folders below. */
    List<SourceFile> allFiles() {
        List<SourceFile> all = new ArrayList<>(files.values());
        folders.values().forEach(inventoryFolder -> all.addAll(inventoryFolder.allFiles()));
        return all;
    }

    private static List<String> names(String path) {
        String normal = normal(path);
        return normal.isEmpty() ? List.of() : List.of(normal.split("/", -1));
    }

    private static String normal(String path) {
        String normal = path;
        while (normal.startsWith("./")) {
            normal = normal.substring(2);
        }
        while (normal.endsWith("/") && normal.length() > 1) {
            normal = normal.substring(0, normal.length() - 1);
        }
        return normal.equals(".") ? "" : normal;
    }
}
