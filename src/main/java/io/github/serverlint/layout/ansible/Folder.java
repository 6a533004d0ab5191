package io.github.serverlint.layout.ansible;

import io.github.serverlint.text.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder, made of the paths of the files in it; in the order in which Ansible lists them. */
final class Folder {
    private final Map<String, Folder> folders = new TreeMap<>(CodePoints.ORDER);
    private final Map<String, SourceFile> files = new TreeMap<>(CodePoints.ORDER);

    static Folder of(Collection<SourceFile> files) {
        Folder root = new Folder();
        for (SourceFile file : files) {
            Folder folder = root;
            List<String> names = names(file.path());
            if (names.isEmpty()) {
                continue;
            }
            int last = names.size() - 1;
            for (String name : names.subList(0, last)) {
                folder = folder.folders.computeIfAbsent(name, any -> new Folder());
            }
            folder.files.putIfAbsent(names.get(last), file);
        }
        return root;
    }

    Map<String, Folder> folders() {
        return folders;
    }

    Map<String, SourceFile> files() {
        return files;
    }

    /** The folder at a path below this one; itself at an empty path. */
    Optional<Folder> folder(String path) {
        Folder folder = this;
        for (String name : names(path)) {
            Folder next = folder.folders.get(name);
            if (next == null) {
                return Optional.empty();
            }
            folder = next;
        }
        return Optional.of(folder);
    }

    /** The file at a path below this folder. */
    Optional<SourceFile> file(String path) {
        List<String> names = names(path);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String last = names.get(names.size() - 1);
        return folder(String.join("/", names.subList(0, names.size() - 1)))
                .flatMap(folder -> Optional.ofNullable(folder.files.get(last)));
    }

    /** The path of the folder that a file lies in. */
    static String parent(String path) {
        List<String> names = names(path);
        return names.isEmpty() ? "" : String.join("/", names.subList(0, names.size() - 1));
    }

    /** All files in it and in the folders below. */
    List<SourceFile> allFiles() {
        List<SourceFile> all = new ArrayList<>(files.values());
        folders.values().forEach(folder -> all.addAll(folder.allFiles()));
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
