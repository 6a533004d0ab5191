package io.github.serverlint.input.mapping;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.ServerRecord;
import java.util.List;

/**
 * What a mapping has found in the files of a run.
 *
 * @param findings what is wrong with the files, or with the mapping for these files; some are warnings
 * @param notices what was left out, and what of the mapping was of no use
 * @param complete false if servers may be missing, because something could not be read
 */
public record MappedRecords(
        List<ServerRecord> servers, List<Finding> findings, List<Notice> notices, boolean complete) {
    public MappedRecords {
        servers = List.copyOf(servers);
        findings = List.copyOf(findings);
        notices = List.copyOf(notices);
    }
}
