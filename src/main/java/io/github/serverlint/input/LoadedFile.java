package io.github.serverlint.input;

import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.CappedFindings;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.ServerRecord;
import io.github.serverlint.input.provenance.UnjudgedServer;
import java.util.ArrayList;
import java.util.List;

/**
 * Definitions loaded from one file, or from all files of another layout. References to other files are not resolved
 * yet.
 *
 * @param records how the servers were found; empty in the native layout
 * @param unjudged machines that may be servers, and of which too little is known to judge them
 * @param complete false if names may be missing, because something could not be read
 */
public record LoadedFile(
        List<Server> servers,
        List<Forest> forests,
        List<Migration> migrations,
        List<Finding> findings,
        List<ServerRecord> records,
        List<Notice> notices,
        List<UnjudgedServer> unjudged,
        boolean complete) {

    public LoadedFile(boolean complete) {
        this(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new CappedFindings(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                complete);
    }
}
