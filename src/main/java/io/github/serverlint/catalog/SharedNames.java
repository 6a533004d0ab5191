package io.github.serverlint.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Index of the texts that stand for several releases. */
final class SharedNames {
    private final Map<SharedText, SharedName> byText = new HashMap<>();

    private record SharedText(String product, String wordsOf, String text) {
        static SharedText of(String product, Optional<String> wordsOf, String text) {
            return new SharedText(
                    product,
                    wordsOf.orElse(""),
                    text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
        }
    }

    SharedNames(List<SharedName> rows) {
        for (SharedName row : rows) {
            String product = row.releases().get(0).productId();
            row.names().forEach(name -> byText.putIfAbsent(SharedText.of(product, row.wordsOf(), name), row));
        }
    }

    /** The row about a text; one of the given list of words takes precedence over one that holds everywhere. */
    Optional<SharedName> find(Product product, String text, Optional<String> wordsOf) {
        @Nullable SharedName own = wordsOf.isEmpty() ? null : byText.get(SharedText.of(product.id(), wordsOf, text));
        return Optional.ofNullable(own == null ? byText.get(SharedText.of(product.id(), Optional.empty(), text)) : own);
    }
}
