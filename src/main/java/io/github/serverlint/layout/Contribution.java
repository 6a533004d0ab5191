package io.github.serverlint.layout;

import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Migration;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What one file adds to the estate. References to other files are not followed yet.
 *
 * @param complete whether the whole file could be read
 */
record Contribution(
        boolean complete,
        List<Server> servers,
        List<Forest> forests,
        List<Migration> migrations,
        List<Finding> findings) {

    Contribution(boolean complete) {
        this(complete, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
