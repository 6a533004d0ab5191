package io.github.serverlint.input.mapping;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.ServerRecord;
import io.github.serverlint.input.provenance.UnjudgedServer;
import java.util.List;

/**
 * The records that a mapping found in the files of a run.
 *
 * @param findings errors and warnings about the files, or about the mapping for these files
 * @param notices what was left out, and which parts of the mapping were unused
 * @param unjudged machines that may be servers, and of which too little is known to judge them
 * @param complete false if servers may be missing, because something could not be read
 */
public record MappedRecords(
        List<ServerRecord> servers,
        List<Finding> findings,
        List<Notice> notices,
        List<UnjudgedServer> unjudged,
        boolean complete) {
    public MappedRecords {
        servers = List.copyOf(servers);
        findings = List.copyOf(findings);
        notices = List.copyOf(notices);
        unjudged = List.copyOf(unjudged);
    }
}
