package io.github.serverlint.change;

import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.text.Located;
import java.util.Optional;

/**
 * In-place change to another release or level of a product, possibly an older one.
 *
 * @param before the server before the upgrade
 */
public record ProductUpgrade(Server before, String productId, Installation from, Installation to) {

    /** Whether the release changes, not only its level. */
    public boolean changesRelease() {
        return !from.release().equals(to.release());
    }

    /** Whether it goes to an older release or level. */
    public boolean isDowngrade() {
        if (changesRelease()) {
            return to.release().isOlderThan(from.release());
        }
        Optional<Level> old = from.level().map(Located::value);
        Optional<Level> now = to.level().map(Located::value);
        return old.isPresent() && now.isPresent() && now.get().isBefore(old.get());
    }

    /** Whether only a backup can undo it. */
    public boolean needsBackup() {
        return isOfExchange() || isOfWindows();
    }

    public boolean isOfWindows() {
        return productId.equals(Product.WINDOWS);
    }

    public boolean isOfExchange() {
        return productId.equals(Product.EXCHANGE);
    }
}
