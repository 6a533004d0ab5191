package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.List;

/**
 * Maximum size of a cluster on a release of Windows.
 *
 * @param editions of the platform that the row applies to
 * @param mostNodes 0 where there is no Cluster service
 */
public record ClusterSize(
        Release platform,
        List<String> editions,
        int mostNodes,
        String because,
        String instead,
        Evidence evidence,
        Span place)
        implements Fact {}
