package io.github.serverlint.change;

import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.text.Located;
import java.util.Optional;

/**
 * Another release or level of a product on the machine where it runs; that it may be an older one is for the rules to
 * say.
 *
 * @param before the server on which it begins
 */
public record ProductUpgrade(Server before, String productId, Installation from, Installation to) {

    /** Whether the release changes, not only its level. */
    public boolean changesRelease() {
        return !from.release().equals(to.release());
    }

    /** Whether it leads back. */
    public boolean isDowngrade() {
        if (changesRelease()) {
            return to.release().isOlderThan(from.release());
        }
        Optional<Level> old = from.level().map(Located::value);
        Optional<Level> now = to.level().map(Located::value);
        return old.isPresent() && now.isPresent() && now.get().isBefore(old.get());
    }

    /** Whether there is no way back from it but a backup. */
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
