package io.github.serverlint.input.ansible;

import java.util.List;

/** Ansible's rules for file names: which files it reads as inventories and as variables. */
final class InventoryFileNames {
    /** A file without an extension takes precedence over these. */
    static final List<String> YAML = List.of(".yml", ".yaml", ".json");

    /** Suffixes that Ansible ignores in an inventory folder. */
    private static final List<String> IGNORED_SUFFIXES = List.of(
            ".pyc", ".pyo", ".swp", ".bak", "~", ".rpm", ".md", ".txt", ".rst", ".orig", ".ini", ".cfg", ".retry");

    private InventoryFileNames() {}

    /** The extension with its dot; empty if there is none. Leading dots do not count. */
    static String extension(String name) {
        int start = 0;
        while (start < name.length() && name.charAt(start) == '.') {
            start++;
        }
        int dot = name.lastIndexOf('.');
        return dot < start ? "" : name.substring(dot);
    }

    /** The name without the extension of a YAML file. */
    static String stem(String name) {
        String extension = extension(name);
        return YAML.contains(extension) ? name.substring(0, name.length() - extension.length()) : name;
    }

    static boolean isYaml(String name) {
        String extension = extension(name);
        return extension.isEmpty() || YAML.contains(extension);
    }

    static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    /** Whether a file or folder is ignored in an inventory folder because of its suffix. */
    static boolean isIgnoredInInventory(String name) {
        return IGNORED_SUFFIXES.stream().anyMatch(name::endsWith);
    }

    /** Whether a file in a folder of variables is read: backups and other extensions are not. */
    static boolean isVarsFile(String name) {
        return !isHidden(name) && !name.endsWith("~") && isYaml(name);
    }

    static boolean isVarsFolder(String name) {
        return name.equals(VarsFiles.GROUP_VARS) || name.equals(VarsFiles.HOST_VARS);
    }
}
