package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requirements of an Exchange release on Active Directory: the domain controllers and forest functional levels that it
 * accepts.
 *
 * @param levels the levels of the release that the row applies to
 * @param domainControllers releases of Windows, oldest first, each with its lowest accepted level
 * @param notAsked releases of Windows whose domain controllers Exchange never contacts, so that they may be present
 * @param all whether every domain controller has to be new enough, not only those that Exchange uses
 * @param disputed whether the sources disagree about what the row accepts
 */
public record DirectoryFact(
        Release release,
        LevelRange levels,
        Map<Release, Level> domainControllers,
        List<Release> notAsked,
        List<Term> functionalLevels,
        boolean all,
        boolean disputed,
        String because,
        Evidence evidence,
        Span place)
        implements Fact {

    /** Whether the row accepts a domain controller; an unknown level is accepted. */
    public boolean accepts(Release windows, Optional<Level> level) {
        Level floor = domainControllers.get(windows);
        return notAsked.contains(windows)
                || (floor != null && level.filter(low -> low.isBefore(floor)).isEmpty());
    }
}
