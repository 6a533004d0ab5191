package io.github.serverlint.report;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.ClusterMembership;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.KebabCase;
import io.github.serverlint.input.provenance.Field;
import io.github.serverlint.input.provenance.FieldConfidence;
import io.github.serverlint.input.provenance.ProvenanceStep;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Explanation of how one field of a server was parsed.
 *
 * @param text the original text; empty if it is unknown or confidential
 * @param meaning the parsed value; empty if it could not be parsed
 * @param attempt the source of the value, such as an attempt of a mapping
 * @param detail what there is instead of a value: candidates, an expression
 * @param provenance how the value came to the server
 */
public record FieldExplanation(
        String field,
        String text,
        String meaning,
        FieldConfidence state,
        Span place,
        String attempt,
        String detail,
        List<ProvenanceStep> provenance) {
    private static final String AS_WRITTEN = "as written";

    /** Tells whether there is a text that could not be parsed. */
    boolean isUnparsed() {
        return state.isRead() && meaning.isEmpty();
    }

    /** Returns all fields of a server, in lookup order. */
    public static List<FieldExplanation> of(Server server, LintResult result) {
        return result.provenance()
                .of(server.name().value())
                .map(found -> found.fields().stream()
                        .map(field -> of(field, server, meaning(server, result.estate(), field)))
                        .toList())
                .orElseGet(() -> written(server));
    }

    private static FieldExplanation of(Field field, Server server, String meaning) {
        // Of several releases, another field may have told which one it is.
        boolean isClosed = field.state() == FieldConfidence.CANDIDATES
                && server.installation(field.name()).isPresent();
        return new FieldExplanation(
                field.name(),
                String.join(", ", field.texts()),
                field.state().isRead() ? meaning : "",
                isClosed ? FieldConfidence.KNOWN : field.state(),
                field.place(),
                field.attempt(),
                isClosed ? "" : field.detail(),
                field.steps());
    }

    /** Fields of the native format, which come from the server itself, defaults, an alias or a merge key. */
    private static List<FieldExplanation> written(Server server) {
        List<FieldExplanation> all = new ArrayList<>();
        server.possible().forEach((product, found) -> all.add(written(product, found)));
        terms("roles", server.roles()).ifPresent(all::add);
        terms("features", server.features()).ifPresent(all::add);
        terms("components", server.components()).ifPresent(all::add);
        server.cluster()
                .flatMap(ClusterMembership::name)
                .ifPresent(name -> all.add(written("cluster", name, name.value())));
        server.forest().ifPresent(name -> all.add(written("forest", name, name.value())));
        return all;
    }

    private static Optional<FieldExplanation> terms(String field, List<Located<Term>> terms) {
        String words = terms.stream().map(term -> term.written().text()).collect(Collectors.joining(", "));
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(written(field, terms.get(0).with(words), ids(terms)));
    }

    private static FieldExplanation written(String product, List<Installation> found) {
        FieldExplanation written = written(product, found.get(0).text(), name(found));
        return found.size() == 1
                ? written
                : new FieldExplanation(
                        product,
                        written.text,
                        written.meaning,
                        FieldConfidence.CANDIDATES,
                        written.place,
                        written.attempt,
                        written.meaning,
                        written.provenance);
    }

    private static FieldExplanation written(String field, Located<String> value, String meaning) {
        boolean elsewhere = value.isInherited();
        return new FieldExplanation(
                field,
                value.value(),
                meaning,
                FieldConfidence.KNOWN,
                value.place(),
                elsewhere ? "inherited" : AS_WRITTEN,
                "",
                elsewhere ? List.of(new ProvenanceStep(value.written(), "the value was written here")) : List.of());
    }

    private static String meaning(Server server, Estate estate, Field found) {
        String field = found.name();
        int dot = field.indexOf('.');
        List<Installation> installed =
                server.possible().getOrDefault(dot < 0 ? field : field.substring(0, dot), List.of());
        if (!installed.isEmpty()) {
            return dot < 0 ? name(installed) : part(installed.get(0), field.substring(dot + 1), found);
        }
        return switch (field) {
            case "roles" -> ids(server.roles());
            case "features" -> ids(server.features());
            case "components" -> ids(server.components());
            case "forest" -> written(server.forest());
            case "cluster", "cluster.name" -> written(server.cluster().flatMap(ClusterMembership::name));
            case "cluster.nodes" -> written(server.cluster().flatMap(ClusterMembership::nodes));
            case "cluster.mode" ->
                server.cluster()
                        .flatMap(ClusterMembership::mode)
                        .map(mode -> KebabCase.of(mode.value()))
                        .orElse("");
            case "forest.functional-level" -> written(estate.forestOf(server).flatMap(Forest::functionalLevel));
            default -> "";
        };
    }

    private static String written(Optional<? extends Located<?>> value) {
        return value.map(found -> found.value().toString()).orElse("");
    }

    /**
     * Returns the part of an installation that this field sets; parts contained in the text of the release belong to
     * that field.
     */
    private static String part(Installation installed, String part, Field field) {
        return switch (part) {
            case "service-pack", "cumulative-update" ->
                setBy(installed.level(), field).map(Level::name).orElse("");
            case "edition" -> setBy(installed.edition(), field).orElse("");
            case "architecture" ->
                setBy(installed.architecture(), field).map(Term::id).orElse("");
            default -> "";
        };
    }

    private static <T> Optional<T> setBy(Optional<Located<T>> value, Field field) {
        return value.filter(each -> field.standsAt(each.place())).map(Located::value);
    }

    private static String name(List<Installation> all) {
        return all.size() == 1 ? name(all.get(0)) : Installation.either(all);
    }

    private static String name(Installation installed) {
        String more = installed.edition().map(edition -> ", " + edition.value()).orElse("")
                + installed.architecture().map(term -> ", " + term.value().id()).orElse("");
        return installed.name() + more + (installed.isNewerThanCatalog() ? " (newer than the catalog)" : "");
    }

    private static String ids(List<Located<Term>> terms) {
        return terms.stream().map(term -> term.value().id()).collect(Collectors.joining(", "));
    }
}
