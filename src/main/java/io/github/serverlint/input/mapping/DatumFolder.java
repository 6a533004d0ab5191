package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a {@code Datum.yml}, whose {@code ResolutionPrecedence} lists the layers and whose files are the values
 * of {@code $Datum}.
 *
 * <p>Source: the documentation of the module datum, read on 2026-12-01.
 *
 * @param base the folder below the linted one, with its slash
 */
record DatumFolder(SourceFolder sourceFolder, String definition, String base) {
    /** A property of the machine in the path of a layer: {@code $($Node.Role)} or {@code $Node.Role}. */
    private static final Pattern PROPERTY = Pattern.compile("(?i)\\$(?:\\(\\$node\\.([\\w.-]+)\\)|node\\.([\\w-]+))");

    /** @param definition the path of {@code Datum.yml}, which need not exist */
    static DatumFolder of(SourceFolder sourceFolder, String definition) {
        return new DatumFolder(sourceFolder, definition, definition.substring(0, definition.lastIndexOf('/') + 1));
    }

    /**
     * A layer that {@code Datum.yml} lists.
     *
     * @param template empty if an expression that only Datum evaluates chooses the layer
     */
    record ListedLayer(Scalar written, Optional<LayerPathTemplate> template) {}

    /** The layers, the most specific first; empty if there is no {@code Datum.yml} that lists any. */
    Optional<List<ListedLayer>> layers() {
        return sourceFolder
                .spelled(definition)
                .flatMap(sourceFolder::document)
                .flatMap(document -> ValueChecks.entry(JsonPathMatch.root(document), "ResolutionPrecedence"))
                .map(JsonPathMatch::node)
                .map(node -> node instanceof Sequence sequence ? sequence.items() : List.of(node))
                .map(items -> items.stream()
                        .flatMap(item -> LookedUpValue.of(item).scalar().stream())
                        .map(this::listed)
                        .toList());
    }

    private ListedLayer listed(Scalar written) {
        String path =
                PROPERTY.matcher(written.text().strip().replace('\\', '/')).replaceAll("\\${node.$1$2}");
        boolean isPlain = !path.replaceAll("\\$\\{node\\.[^}]+}", "").contains("$") && !path.contains("[x=");
        return new ListedLayer(
                written, isPlain ? Optional.of(LayerPathTemplate.of(base + path + ".yml")) : Optional.empty());
    }

    /** The value of {@code $Datum.Folder.File.Key}: the first names lead to a file and the others into it. */
    Optional<Node> value(List<String> names) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < names.size() - 1; i++) {
            path.add(names.get(i));
            Optional<Node> document = Stream.of(".yml", ".yaml")
                    .flatMap(end -> sourceFolder.spelled(base + String.join("/", path) + end).stream())
                    .findFirst()
                    .flatMap(sourceFolder::document);
            if (document.isPresent()) {
                return inside(document.get(), names.subList(i + 1, names.size()));
            }
        }
        return Optional.empty();
    }

    /** A value inside another; PowerShell ignores the case of names. */
    static Optional<Node> inside(Node start, List<String> names) {
        Optional<JsonPathMatch> found = Optional.of(JsonPathMatch.root(start));
        for (String name : names) {
            found = found.filter(match -> match.node() instanceof Mapping)
                    .flatMap(match -> ValueChecks.entry(match, name));
        }
        return found.map(JsonPathMatch::node);
    }
}
