package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.input.mapping.FileLayers.Layer;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.ProvenanceStep;
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

/** The reader {@code layered}: each file is a machine, and other files stand in for what it does not say. */
final class LayeredMachineReader {
    private final MappingSource mappingSource;
    private final List<Notice> notices;
    private final Set<LayerPathTemplate> found = new LinkedHashSet<>();
    private final Map<Missing, List<Asking>> missing = new LinkedHashMap<>();

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
        if (parts.takenFiles() == 0) {
            notices.add(Notice.at(
                    mappingSource.place(), "No file matches " + String.join(", ", mappingSource.files()) + "."));
        } else {
            missing.forEach((file, askers) -> {
                // What no machine has at all is said of the layer, unless a machine names the file.
                if (found.contains(file.template()) || !askers.get(0).way().isEmpty()) {
                    missing(file, askers);
                }
            });
            mappingSource.layers().stream()
                    .filter(layerPathTemplate -> !found.contains(layerPathTemplate))
                    .forEach(layerPathTemplate -> notices.add(Notice.at(
                            mappingSource.place(),
                            "There is no file of the layer " + layerPathTemplate.text() + " for any machine.")));
        }
        return machines;
    }

    private Machine machine(Mapping node, YamlFile file, Map<String, OriginValue> parts, SourceFolder sourceFolder) {
        JsonPathMatch root = JsonPathMatch.root(node);
        List<Layer> layers = new ArrayList<>(List.of(new Layer(node, file.file().below(), List.of(), false)));
        boolean doubt = false;
        for (LayerPathTemplate layerPathTemplate : mappingSource.layers()) {
            List<ProvenanceStep> way = new ArrayList<>();
            List<Scalar> hidden = new ArrayList<>();
            Optional<String> path = layerPathTemplate.fill(variable -> variable.ofNode()
                    ? ofNode(node, variable.name(), layerPathTemplate, way, hidden)
                    // A part may be empty: the folder of a machine that lies at the top.
                    : Optional.ofNullable(parts.get(variable.name())).map(part -> ((Scalar) part.node()).text()));
            if (!hidden.isEmpty()) {
                // Nobody knows which file it is, so what lies below may not be what counts.
                doubt = true;
                found.add(layerPathTemplate);
                notices.add(Notice.at(
                        hidden.get(0).place(),
                        "The layer " + layerPathTemplate.text() + " of the machine " + named(parts)
                                + " was not read, because only another tool evaluates this."));
                continue;
            }
            // Such data is read on Windows too, where the case of a file's name is all one.
            Optional<String> spelled = path.flatMap(sourceFolder::spelled);
            spelled.ifPresent(any -> found.add(layerPathTemplate));
            if (path.isPresent() && spelled.isEmpty()) {
                missing.computeIfAbsent(
                                new Missing(layerPathTemplate, path.get(), sourceFolder), any -> new ArrayList<>())
                        .add(new Asking(named(parts), file.file().path(), way));
            }
            boolean uncertain = doubt;
            spelled.filter(below -> !below.equals(file.file().below()))
                    .ifPresent(below -> sourceFolder
                            .document(below)
                            .filter(Mapping.class::isInstance)
                            .ifPresent(document ->
                                    layers.add(new Layer((Mapping) document, below, List.copyOf(way), uncertain))));
        }
        return Machine.of(root, root, parts, sourceFolder)
                .with(new FileLayers(List.copyOf(layers), mappingSource.merge()));
    }

    /** A file that a layer would have and that is not there. */
    private record Missing(LayerPathTemplate template, String path, SourceFolder folder) {}

    /** A machine that asks for a file. */
    private record Asking(String machine, String file, List<ProvenanceStep> way) {}

    /** What a machine's file is called. */
    private static String named(Map<String, OriginValue> parts) {
        return Optional.ofNullable(parts.get("stem"))
                .map(part -> "\"" + NodeQueries.text(part.node()) + "\"")
                .orElse("");
    }

    /** A file that is not there, once for all machines that ask for it. */
    private void missing(Missing missing, List<Asking> askers) {
        Asking first = askers.get(0);
        int others = askers.size() - 1;
        String text = "There is no file " + missing.path() + ", the layer "
                + missing.template().text() + " of the machine " + first.machine()
                + (others == 0 ? "." : " and of " + others + (others == 1 ? " other." : " others."));
        notices.add(
                first.way().isEmpty()
                        ? Notice.about(first.file(), text)
                        : Notice.at(first.way().get(0).place(), text));
    }

    /** A value of the machine's own file that names a layer. */
    private static Optional<String> ofNode(
            Mapping node,
            String name,
            LayerPathTemplate layerPathTemplate,
            List<ProvenanceStep> way,
            List<Scalar> hidden) {
        Optional<Node> value = Optional.of(node);
        for (String key : name.split("\\.", -1)) {
            value = value.filter(Mapping.class::isInstance)
                    .flatMap(mapping -> ((Mapping) mapping).entry(key))
                    .map(Node.Entry::value);
        }
        Optional<Scalar> scalar = value.flatMap(found -> OriginValue.of(found).scalar());
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        if (UnresolvedReason.taggedOn(scalar.get()).isPresent()
                || UnresolvedReason.in(scalar.get().text()).isPresent()) {
            hidden.add(scalar.get());
            return Optional.empty();
        }
        way.add(new ProvenanceStep(scalar.get().place(), "the layer " + layerPathTemplate.text() + " is chosen here"));
        return scalar.map(text -> text.text().strip());
    }
}
