package io.github.serverlint.input.mapping;

import io.github.serverlint.input.provenance.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices about files, counted by folder: of a whole repository many files are for other tools. Folders are counted
 * together with those around them until few lines are left.
 */
final class FolderNotices {
    private static final int MOST_FOLDERS = 5;
    private static final int MOST_NAMED = 2;

    private FolderNotices() {}

    /** Returns one notice for each file or folder. */
    static List<Notice> about(List<String> paths, String text) {
        Map<String, List<String>> byFolder = byFolder(paths, Integer.MAX_VALUE);
        int depth =
                byFolder.keySet().stream().mapToInt(FolderNotices::depth).max().orElse(0);
        while (byFolder.size() > MOST_FOLDERS && depth > 1) {
            depth--;
            byFolder = byFolder(paths, depth);
        }
        List<Notice> notices = new ArrayList<>();
        byFolder.forEach((folder, files) -> notices.add(
                files.size() == 1
                        ? Notice.about(files.get(0), text)
                        : Notice.about(folder, files.size() + " files, such as " + some(files) + ": " + text)));
        return notices;
    }

    private static Map<String, List<String>> byFolder(List<String> paths, int depth) {
        Map<String, List<String>> byFolder = new LinkedHashMap<>();
        paths.forEach(path -> byFolder.computeIfAbsent(folder(path, depth), key -> new ArrayList<>())
                .add(path));
        return byFolder;
    }

    /** The folder of a file, or the one around it that is so many levels deep. */
    private static String folder(String path, int depth) {
        int end = -1;
        for (int i = 0; i < depth; i++) {
            int next = path.indexOf('/', end + 1);
            if (next < 0) {
                break;
            }
            end = next;
        }
        return end < 0 ? "." : path.substring(0, end);
    }

    private static int depth(String folder) {
        return (int) folder.chars().filter(c -> c == '/').count() + 1;
    }

    private static String some(List<String> files) {
        return String.join(", ", files.subList(0, Math.min(MOST_NAMED, files.size())));
    }
}
