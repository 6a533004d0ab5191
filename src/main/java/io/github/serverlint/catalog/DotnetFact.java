package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.List;

/**
 * Releases of the .NET Framework that an Exchange release supports.
 *
 * @param levels the levels of the release that the row applies to
 * @param platforms the releases of Windows that the row is limited to; empty for all
 * @param accepted every supported release of the .NET Framework
 */
public record DotnetFact(
        Release release,
        LevelRange levels,
        List<Release> platforms,
        List<Release> accepted,
        Evidence evidence,
        Span place)
        implements Fact {

    /** Whether the row applies to a level of the release. */
    public boolean covers(Level level) {
        return levels.contains(level);
    }

    /** Whether the row applies to a release of Windows. */
    public boolean appliesTo(Release platform) {
        return platforms.isEmpty() || platforms.contains(platform);
    }
}
