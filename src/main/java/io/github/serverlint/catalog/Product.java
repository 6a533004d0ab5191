package io.github.serverlint.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Product with its releases: Windows Server, Exchange Server, …
 *
 * @param id the key under which a server definition names its release
 * @param words words of its names that do not tell one release from another; an entry of several words counts only
 *     where they stand together
 * @param buildWords words that may stand before a build number
 * @param directoryBuilds how Active Directory holds its builds, if not as they are
 * @param editionSpellings other words for an edition, by edition
 * @param imageNames the patterns that find its releases in names of images
 * @param otherBuilds builds of what is no release of the product, such as a preview
 * @param hasLaterReleases whether a build above all that are known is that of a release newer than the catalog; then
 *     every release keeps its third number, so that another one below the highest is no build
 * @param releases oldest first
 */
public record Product(
        String id,
        String name,
        List<String> words,
        List<String> buildWords,
        Optional<DirectoryBuildOffset> directoryBuilds,
        Map<String, List<String>> editionSpellings,
        ImageNamePatterns imageNames,
        OtherBuilds otherBuilds,
        boolean hasLaterReleases,
        List<Release> releases) {

    /** The product that everything else runs on. */
    public static final String WINDOWS = "os";

    /** The product that the features belong to. */
    public static final String EXCHANGE = "exchange";

    /** The product that synchronizes an Exchange 5.5 directory with Active Directory. */
    public static final String AD_CONNECTOR = "ad-connector";

    /** The product that Exchange runs on, on Windows. */
    public static final String DOTNET = "dotnet";

    public boolean isPlatform() {
        return id.equals(WINDOWS);
    }
}
