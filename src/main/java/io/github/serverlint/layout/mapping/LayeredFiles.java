package io.github.serverlint.layout.mapping;

import io.github.serverlint.layout.mapping.Layers.Layer;
import io.github.serverlint.layout.record.Notice;
import io.github.serverlint.layout.record.Waypoint;
import io.github.serverlint.layout.selector.Match;
import io.github.serverlint.yaml.Node;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Scalar;
import io.github.serverlint.yaml.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reader {@code layered}: each file is a machine, and other files stand in for what it does not say. */
final class LayeredFiles {
    private final Source source;
    private final List<Notice> notices;
    private final Set<Template> found = new LinkedHashSet<>();

    LayeredFiles(Source source, List<Notice> notices) {
        this.source = source;
        this.notices = notices;
    }

    List<Machine> machines(List<Folder> folders) {
        List<Machine> machines = new ArrayList<>();
        PathParts parts = new PathParts(source, notices);
        for (Folder folder : folders) {
            for (YamlFile file : parts.taken(folder)) {
                Optional<Node> document = file.documents().stream().findFirst();
                if (document.isPresent() && document.get() instanceof Mapping node) {
                    machines.add(machine(node, file, parts.of(file), folder));
                } else if (file.complete()) {
                    notices.add(Notice.about(file.file().path(), "The file holds no mapping, so it is no machine."));
                }
            }
        }
        if (parts.takenFiles() == 0) {
            notices.add(Notice.at(source.place(), "No file matches " + String.join(", ", source.files()) + "."));
        } else {
            source.layers().stream()
                    .filter(template -> !found.contains(template))
                    .forEach(template -> notices.add(Notice.at(
                            source.place(), "There is no file of the layer " + template.text() + " for any machine.")));
        }
        return machines;
    }

    private Machine machine(Mapping node, YamlFile file, Map<String, Value> parts, Folder folder) {
        Match root = Match.root(node);
        List<Layer> layers = new ArrayList<>(List.of(new Layer(node, file.file().below(), List.of(), false)));
        boolean doubt = false;
        for (Template template : source.layers()) {
            List<Waypoint> way = new ArrayList<>();
            List<Scalar> hidden = new ArrayList<>();
            Optional<String> path = template.fill(variable -> variable.ofNode()
                    ? ofNode(node, variable.name(), template, way, hidden)
                    // A part may be empty: the folder of a machine that lies at the top.
                    : Optional.ofNullable(parts.get(variable.name())).map(part -> ((Scalar) part.node()).text()));
            if (!hidden.isEmpty()) {
                // Nobody knows which file it is, so what lies below may not be what counts.
                doubt = true;
                found.add(template);
                notices.add(Notice.at(
                        hidden.get(0).place(),
                        "The layer " + template.text() + " was not read, because only another tool evaluates this."));
            } else if (path.isPresent() && !path.get().equals(file.file().below())) {
                boolean uncertain = doubt;
                folder.document(path.get())
                        .filter(Mapping.class::isInstance)
                        .ifPresent(document ->
                                layers.add(new Layer((Mapping) document, path.get(), List.copyOf(way), uncertain)));
                if (folder.has(path.get())) {
                    found.add(template);
                }
            } else if (path.isPresent()) {
                found.add(template);
            }
        }
        return Machine.of(root, root, parts, folder).with(new Layers(List.copyOf(layers), source.merge()));
    }

    /** A value of the machine's own file that names a layer. */
    private static Optional<String> ofNode(
            Mapping node, String name, Template template, List<Waypoint> way, List<Scalar> hidden) {
        Optional<Node> value = Optional.of(node);
        for (String key : name.split("\\.", -1)) {
            value = value.filter(Mapping.class::isInstance)
                    .flatMap(mapping -> ((Mapping) mapping).entry(key))
                    .map(Node.Entry::value);
        }
        Optional<Scalar> scalar = value.flatMap(found -> Value.of(found).scalar());
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        if (Unknown.taggedOn(scalar.get()).isPresent()
                || Unknown.in(scalar.get().text()).isPresent()) {
            hidden.add(scalar.get());
            return Optional.empty();
        }
        way.add(new Waypoint(scalar.get().place(), "the layer " + template.text() + " is chosen here"));
        return scalar.map(text -> text.text().strip());
    }
}
