package io.github.serverlint.input.ansible;

import java.util.List;

/** Which files Ansible reads by their names. */
final class InventoryFileNames {
    /** A file without an extension comes before these. */
    static final List<String> YAML = List.of(".yml", ".yaml", ".json");

    /** What Ansible leaves out of a folder that is an inventory. */
    private static final List<String> NO_INVENTORY = List.of(
            ".pyc", ".pyo", ".swp", ".bak", "~", ".rpm", ".md", ".txt", ".rst", ".orig", ".ini", ".cfg", ".retry");

    private InventoryFileNames() {}

    /** The extension with its dot; empty for none. A dot at the beginning makes none. */
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

    /** Whether a folder of inventories leaves a file or folder out because of how its name ends. */
    static boolean isIgnoredInInventory(String name) {
        return NO_INVENTORY.stream().anyMatch(name::endsWith);
    }

    /** Whether a folder of vars files leaves a file out: backups do not count, and other extensions neither. */
    static boolean isVarsFile(String name) {
        return !isHidden(name) && !name.endsWith("~") && isYaml(name);
    }

    static boolean isVarsFolder(String name) {
        return name.equals(VarsFiles.GROUP_VARS) || name.equals(VarsFiles.HOST_VARS);
    }
}
