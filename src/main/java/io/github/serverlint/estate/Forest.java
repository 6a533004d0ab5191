package io.github.serverlint.estate;

import io.github.serverlint.catalog.DomainMode;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.source.Located;
import java.util.List;
import java.util.Optional;

/**
 * An Active Directory forest as far as it is declared.
 *
 * @param name empty for the forest of an estate that names none
 * @param domainMode of Windows 2000 domains
 * @param prepared what was done to it; empty if the definition does not say, which is not the same as nothing
 */
public record Forest(
        Optional<Located<String>> name,
        Optional<Located<Term>> functionalLevel,
        Optional<Located<DomainMode>> domainMode,
        Optional<Preparations> prepared) {

    /** The forest of servers that name none in an estate that defines none. */
    public static final Forest UNNAMED =
            new Forest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * What was done to a forest.
     *
     * @param list the whole value, for findings about what is not in it
     */
    public record Preparations(Located<String> list, List<Located<Term>> done) {}

    /** Whether a preparation is declared. */
    public boolean isPreparedBy(Term preparation) {
        return prepared.stream()
                .flatMap(declared -> declared.done().stream())
                .anyMatch(done -> done.value().equals(preparation));
    }

    /** How messages name it. */
    public String described() {
        return name.map(value -> "the forest \"" + value.value() + "\"").orElse("its forest");
    }
}
