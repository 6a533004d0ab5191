package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Texts that their maker uses for several releases, such as the guest type of a hypervisor.
 *
 * @param names whole texts; case and repeated blanks are ignored
 * @param releases what they stand for, of one product, oldest first
 * @param others what else they stand for and is no release of that product, such as Windows 10
 * @param wordsOf the list of words that they belong to: elsewhere they mean something else; empty if they mean the same
 *     everywhere
 */
public record SharedName(
        List<String> names,
        List<Release> releases,
        List<String> others,
        Optional<String> wordsOf,
        Evidence evidence,
        Span place)
        implements Fact {

    /** What the names stand for, for messages. */
    public String meaning() {
        return candidates().meaning();
    }

    boolean isOf(Product product) {
        return releases.get(0).productId().equals(product.id());
    }

    /** The releases as what one of the names is recognised as. */
    Recognition.Candidates candidates() {
        return new Recognition.Candidates(
                releases.stream()
                        .map(release -> new Recognition.Recognized(
                                release, Optional.empty(), Optional.empty(), Optional.empty()))
                        .toList(),
                others);
    }
}
