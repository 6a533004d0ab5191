package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.input.mapping.DatumFolder.ListedLayer;
import io.github.serverlint.input.mapping.FileLayers.Layer;
import io.github.serverlint.input.mapping.LayerPathTemplate.Variable;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.ProvenanceStep;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reader {@code layered} of the mapping language: each file is a machine, and files of other layers supply defaults.
 */
final class LayeredMachineReader {
    private final MappingSource mappingSource;
    private final List<Notice> notices;
    /** The layers of all machines; {@code Datum.yml} may list others than the mapping. */
    private final Set<LayerPathTemplate> layers = new LinkedHashSet<>();

    private final Set<LayerPathTemplate> found = new LinkedHashSet<>();
    private final Set<Span> unreadable = new LinkedHashSet<>();
    private final Map<Missing, List<LayerRequest>> missing = new LinkedHashMap<>();

    LayeredMachineReader(MappingSource mappingSource, List<Notice> notices) {
        this.mappingSource = mappingSource;
        this.notices = notices;
    }

    List<Machine> machines(List<SourceFolder> folders) {
        List<Machine> machines = new ArrayList<>();
        FilePathPattern parts = new FilePathPattern(mappingSource, notices);
        for (SourceFolder sourceFolder : folders) {
            for (YamlFile file : parts.taken(sourceFolder)) {
                Optional<Node> document = file.documents().stream().findFirst();
                if (document.isPresent() && document.get() instanceof Mapping node) {
                    machines.add(machine(node, file, parts.of(file), sourceFolder));
                } else if (file.complete()) {
                    notices.add(Notice.about(file.file().path(), "The file holds no mapping, so it is no machine."));
                }
            }
        }
        if (parts.matchCount() == 0) {
            notices.add(Notice.at(
                    mappingSource.place(), "No file matches " + String.join(", ", mappingSource.files()) + "."));
        } else {
            missing.forEach((file, requests) -> {
                // If no machine has the layer, report the layer once, unless a machine names the file.
                if (found.contains(file.template()) || !requests.get(0).steps().isEmpty()) {
                    missing(file, requests);
                }
            });
            layers.stream()
                    .filter(layerPathTemplate -> !found.contains(layerPathTemplate))
                    .forEach(layerPathTemplate -> notices.add(Notice.at(
                            mappingSource.place(),
                            "There is no file of the layer " + layerPathTemplate.text() + " for any machine.")));
        }
        return machines;
    }

    private Machine machine(Mapping node, YamlFile file, Map<String, LookedUpValue> parts, SourceFolder sourceFolder) {
        JsonPathMatch root = JsonPathMatch.root(node);
        Optional<DatumFolder> datumFolder = mappingSource
                .datum()
                .flatMap(template -> template.fill(variable -> ofFile(parts, variable)))
                .map(path -> DatumFolder.of(sourceFolder, path));
        List<Layer> layers = new ArrayList<>(List.of(new Layer(node, file.file().below(), List.of(), false)));
        DatumValues own = new DatumValues(List.copyOf(layers), parts, datumFolder);
        boolean doubt = false;
        for (ListedLayer listed : listed(node, datumFolder)) {
            if (listed.template().isEmpty()) {
                doubt = true;
                if (unreadable.add(listed.written().place())) {
                    notices.add(Notice.at(
                            listed.written().place(),
                            "This layer of all machines was not read, because only another tool evaluates it."));
                }
                continue;
            }
            LayerPathTemplate layerPathTemplate = listed.template().get();
            this.layers.add(layerPathTemplate);
            List<ProvenanceStep> steps = new ArrayList<>();
            List<Scalar> hidden = new ArrayList<>();
            Optional<String> path = layerPathTemplate.fill(variable -> variable.ofNode()
                    ? ofNode(own, variable.name(), layerPathTemplate, steps, hidden)
                    : ofFile(parts, variable));
            if (!hidden.isEmpty()) {
                // The file is unknown, so values of lower layers may be overridden.
                doubt = true;
                found.add(layerPathTemplate);
                notices.add(Notice.at(
                        hidden.get(0).place(),
                        "The layer " + layerPathTemplate.text() + " of the machine " + named(parts)
                                + " was not read, because only another tool evaluates this."));
                continue;
            }
            // Such data is also used on Windows, where file names ignore case.
            Optional<String> spelled = path.flatMap(sourceFolder::spelled);
            spelled.ifPresent(any -> found.add(layerPathTemplate));
            if (path.isPresent() && spelled.isEmpty()) {
                missing.computeIfAbsent(
                                new Missing(layerPathTemplate, path.get(), sourceFolder), any -> new ArrayList<>())
                        .add(new LayerRequest(named(parts), file.file().path(), steps));
            }
            boolean uncertain = doubt;
            spelled.filter(below -> !below.equals(file.file().below()))
                    .ifPresent(below -> sourceFolder
                            .document(below)
                            .filter(Mapping.class::isInstance)
                            .ifPresent(document ->
                                    layers.add(new Layer((Mapping) document, below, List.copyOf(steps), uncertain))));
        }
        return Machine.of(root, root, parts, sourceFolder)
                .with(new FileLayers(
                        List.copyOf(layers),
                        mappingSource.merge(),
                        new DatumValues(List.copyOf(layers), parts, datumFolder)));
    }

    /** The layers that {@code Datum.yml} lists, or else those of the mapping. */
    private List<ListedLayer> listed(Mapping machine, Optional<DatumFolder> datumFolder) {
        return datumFolder
                .flatMap(DatumFolder::layers)
                .orElseGet(() -> mappingSource.layers().stream()
                        .map(template -> new ListedLayer(
                                new Scalar(template.text(), false, machine.place(), machine.place(), Optional.empty()),
                                Optional.of(template)))
                        .toList());
    }

    /** A part of the file's path, which may be empty, such as the folder of a top-level file. */
    private static Optional<String> ofFile(Map<String, LookedUpValue> parts, Variable variable) {
        return Optional.ofNullable(parts.get(variable.name())).map(part -> ((Scalar) part.node()).text());
    }

    /** A missing file of a layer. */
    private record Missing(LayerPathTemplate template, String path, SourceFolder folder) {}

    /** A machine that refers to a missing file. */
    private record LayerRequest(String machine, String file, List<ProvenanceStep> steps) {}

    /** The name of a machine's file for messages. */
    private static String named(Map<String, LookedUpValue> parts) {
        return Optional.ofNullable(parts.get("stem"))
                .map(part -> "\"" + ValueChecks.text(part.node()) + "\"")
                .orElse("");
    }

    /** Reports a missing file once for all machines that refer to it. */
    private void missing(Missing missing, List<LayerRequest> requests) {
        LayerRequest first = requests.get(0);
        int others = requests.size() - 1;
        String text = "There is no file " + missing.path() + ", the layer "
                + missing.template().text() + " of the machine " + first.machine()
                + (others == 0 ? "." : " and of " + others + (others == 1 ? " other." : " others."));
        notices.add(
                first.steps().isEmpty()
                        ? Notice.about(first.file(), text)
                        : Notice.at(first.steps().get(0).place(), text));
    }

    /** Looks up a key of the machine's own file for the path of a layer. */
    private static Optional<String> ofNode(
            DatumValues own,
            String name,
            LayerPathTemplate layerPathTemplate,
            List<ProvenanceStep> steps,
            List<Scalar> hidden) {
        DatumExpression key = new DatumExpression("node", List.of(name.split("\\.", -1)));
        Optional<Scalar> written =
                own.written(key).flatMap(found -> LookedUpValue.of(found).scalar());
        // A reference that leads nowhere here is only known to Datum.
        Optional<Scalar> scalar = own.named(key)
                .flatMap(found -> LookedUpValue.of(found).scalar())
                .or(() -> written);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        if (UnresolvedReason.taggedOn(scalar.get()).isPresent()
                || UnresolvedReason.in(scalar.get().text()).isPresent()) {
            hidden.add(scalar.get());
            return Optional.empty();
        }
        written.ifPresent(text -> steps.add(
                new ProvenanceStep(text.place(), "the layer " + layerPathTemplate.text() + " is chosen here")));
        return scalar.map(text -> text.text().strip());
    }
}
