package io.github.serverlint.yaml;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.source.SourceFile;
import java.util.List;

/**
 * What one file holds.
 *
 * @param documents those that could be read to their end
 * @param findings what is wrong with the YAML itself
 * @param complete false if some document could not be read, so that names may be missing
 */
public record YamlFile(SourceFile file, List<Node> documents, List<Finding> findings, boolean complete) {}
