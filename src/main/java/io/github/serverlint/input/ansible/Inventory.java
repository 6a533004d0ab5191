package io.github.serverlint.input.ansible;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.yaml.YamlFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An inventory resolved from all its sources.
 *
 * @param hosts in the order of their first occurrence
 * @param parents the groups directly above each group; none above {@code all}
 * @param findings errors and warnings about the files
 * @param notices what was not read, and what would go unnoticed otherwise
 */
public record Inventory(
        List<Host> hosts, Map<String, Set<String>> parents, List<Finding> findings, List<Notice> notices) {

    /** False if hosts, groups or variables may be missing; the findings say why. */
    public boolean complete() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /**
     * Reads an inventory.
     *
     * @param sources the shown paths of its files or folders, in the order of {@code -i}; they must exist
     * @param playbookFolder the shown path of the folder whose {@code group_vars} and {@code host_vars} count as well
     * @param files all files below the folders, those in {@code group_vars} and {@code host_vars} beside a source that
     *     is a file, and those of the playbook folder
     */
    public static Inventory read(List<String> sources, Optional<String> playbookFolder, List<YamlFile> files) {
        return new InventoryReader(sources, playbookFolder, files).read();
    }
}
