package io.github.serverlint.rules.server;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.SupportFact;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Product on the Windows of its server, with the support facts of the pair. Three rules use it, each for another kind
 * of fault.
 *
 * @param rows all rows about the pair; empty if the pair is not listed
 */
record PlatformSupport(
        Server server,
        Product product,
        Installation guest,
        Installation windows,
        List<SupportFact> rows,
        Catalog catalog) {

    /** The products of a server whose platforms the catalog knows, with the server's Windows. */
    static List<PlatformSupport> of(Server server, Catalog catalog) {
        Optional<Installation> windows = server.windows();
        if (windows.isEmpty()) {
            return List.of();
        }
        List<PlatformSupport> pairs = new ArrayList<>();
        for (Product product : catalog.products()) {
            Optional<Installation> guest = server.installation(product.id());
            if (product.isPlatform()
                    || guest.isEmpty()
                    || catalog.support(guest.get().release()).isEmpty()) {
                continue;
            }
            List<SupportFact> rows =
                    catalog.support(guest.get().release(), windows.get().release());
            pairs.add(new PlatformSupport(server, product, guest.get(), windows.get(), rows, catalog));
        }
        return pairs;
    }

    /** The row that denies the pair as a whole, or the level that is installed. */
    Optional<SupportFact> denial() {
        return rows.stream()
                .filter(row -> row.deniesAllLevels()
                        || (row.deniesLevels()
                                && guest.level().isPresent()
                                && row.covers(guest.level().get().value())))
                .findFirst();
    }

    /**
     * Whether the catalog is too old to tell: about a Windows that is newer than the catalog, or about an update that is
     * newer, on a Windows newer than each one that is supported so far.
     */
    boolean mayBeSupportedLater() {
        return platform().isNewerThanCatalog()
                || (guest.isNewerThanCatalog()
                        && catalog.support(guest.release()).stream()
                                .filter(SupportFact::supported)
                                .allMatch(row -> row.platform().isOlderThan(platform())));
    }

    boolean isSupported() {
        return denial().isEmpty() && rows.stream().anyMatch(SupportFact::supported);
    }

    /** The supporting rows for a cluster node, or for a stand-alone server, depending on the server. */
    List<SupportFact> supportingRows() {
        boolean clustered = server.cluster().isPresent();
        return rows.stream()
                .filter(SupportFact::supported)
                .filter(row -> row.clustered().isEmpty() || row.clustered().get() == clustered)
                .toList();
    }

    /** The supporting rows for the installed level; all of them if it is unknown. */
    List<SupportFact> rowsForLevel() {
        return supportingRows().stream()
                .filter(row -> guest.level().isEmpty()
                        || row.covers(guest.level().get().value()))
                .toList();
    }

    /** The possible levels of an installation: the given one, or all. */
    static List<Level> possibleLevels(Installation installation) {
        return installation
                .level()
                .map(Located::value)
                .map(List::of)
                .orElse(installation.release().levels());
    }

    Release platform() {
        return windows.release();
    }
}
