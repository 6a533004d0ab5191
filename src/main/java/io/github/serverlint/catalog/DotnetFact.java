package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.List;

/**
 * Which releases of the .NET Framework an Exchange release accepts beside it.
 *
 * @param levels the levels of the release that the row speaks of
 * @param platforms the releases of Windows that the row is limited to; empty for all
 * @param accepted every release of the .NET Framework that will do
 */
public record DotnetFact(
        Release release,
        LevelRange levels,
        List<Release> platforms,
        List<Release> accepted,
        Evidence evidence,
        Span place)
        implements Fact {

    /** Whether the row speaks of a level of the release. */
    public boolean covers(Level level) {
        return levels.holds(level);
    }

    /** Whether the row speaks of a release of Windows. */
    public boolean isFor(Release platform) {
        return platforms.isEmpty() || platforms.contains(platform);
    }
}
