package io.github.serverlint.estate;

import io.github.serverlint.catalog.DomainMode;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Active Directory forest as declared.
 *
 * @param name empty for the forest of an estate that names none
 * @param domainMode of Windows 2000 domains
 * @param prepared the declared preparations; empty if the definition has no such list, which differs from an empty list
 * @param preparedSince the preparations made by steps of a migration
 */
public record Forest(
        Optional<Located<String>> name,
        Optional<Located<Term>> functionalLevel,
        Optional<Located<DomainMode>> domainMode,
        Optional<Preparations> prepared,
        List<Located<Term>> preparedSince) {

    /** Creates a forest as defined, before any step. */
    public Forest(
            Optional<Located<String>> name,
            Optional<Located<Term>> functionalLevel,
            Optional<Located<DomainMode>> domainMode,
            Optional<Preparations> prepared) {
        this(name, functionalLevel, domainMode, prepared, List.of());
    }

    /** The forest of servers that name none in an estate that defines none. */
    public static final Forest UNNAMED =
            new Forest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * List of declared preparations.
     *
     * @param list the whole value, for findings about what is not in it
     */
    public record Preparations(Located<String> list, List<Located<Term>> done) {}

    /**
     * Plain values of a forest, without name and places: rules give forests of equal specs the same result.
     *
     * @param isDeclared whether the definition lists its preparations
     */
    public record Spec(
            Optional<Term> functionalLevel, Optional<DomainMode> domainMode, boolean isDeclared, Set<Term> prepared) {}

    public Spec spec() {
        return new Spec(
                functionalLevel.map(Located::value),
                domainMode.map(Located::value),
                prepared.isPresent(),
                preparations().map(Located::value).collect(Collectors.toSet()));
    }

    /** The preparations that are declared, then those made by steps. */
    public Stream<Located<Term>> preparations() {
        return Stream.concat(prepared.stream().flatMap(declared -> declared.done().stream()), preparedSince.stream());
    }

    /** Whether a preparation is declared or made by a step. */
    public boolean isPreparedBy(Term preparation) {
        return preparations().anyMatch(done -> done.value().equals(preparation));
    }

    /** The same forest after one more preparation. */
    public Forest with(Located<Term> preparation) {
        List<Located<Term>> since = new ArrayList<>(preparedSince);
        since.add(preparation);
        return new Forest(name, functionalLevel, domainMode, prepared, List.copyOf(since));
    }

    /** The same forest at another functional level. */
    public Forest at(Located<Term> level) {
        return new Forest(name, Optional.of(level), domainMode, prepared, preparedSince);
    }

    /** What tells it from the servers and from other forests. */
    public String title() {
        return name.map(value -> "forest " + value.value()).orElse("forest");
    }

    /** The forest as messages name it. */
    public String described() {
        return name.map(value -> "the forest \"" + value.value() + "\"").orElse("its forest");
    }
}
