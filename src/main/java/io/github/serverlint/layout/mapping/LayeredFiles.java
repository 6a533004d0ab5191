package io.github.serverlint.layout.mapping;

import io.github.serverlint.input.jsonpath.JsonPathMatch;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.ProvenanceStep;
import io.github.serverlint.layout.mapping.Layers.Layer;
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
final class LayeredFiles {
    private final Source source;
    private final List<Notice> notices;
    private final Set<Template> found = new LinkedHashSet<>();
    private final Map<Missing, List<Asking>> missing = new LinkedHashMap<>();

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
            missing.forEach((file, askers) -> {
                // What no machine has at all is said of the layer, unless a machine names the file.
                if (found.contains(file.template()) || !askers.get(0).way().isEmpty()) {
                    missing(file, askers);
                }
            });
            source.layers().stream()
                    .filter(template -> !found.contains(template))
                    .forEach(template -> notices.add(Notice.at(
                            source.place(), "There is no file of the layer " + template.text() + " for any machine.")));
        }
        return machines;
    }

    private Machine machine(Mapping node, YamlFile file, Map<String, Value> parts, Folder folder) {
        JsonPathMatch root = JsonPathMatch.root(node);
        List<Layer> layers = new ArrayList<>(List.of(new Layer(node, file.file().below(), List.of(), false)));
        boolean doubt = false;
        for (Template template : source.layers()) {
            List<ProvenanceStep> way = new ArrayList<>();
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
                        "The layer " + template.text() + " of the machine " + named(parts)
                                + " was not read, because only another tool evaluates this."));
                continue;
            }
            // Such data is read on Windows too, where the case of a file's name is all one.
            Optional<String> spelled = path.flatMap(folder::spelled);
            spelled.ifPresent(any -> found.add(template));
            if (path.isPresent() && spelled.isEmpty()) {
                missing.computeIfAbsent(new Missing(template, path.get(), folder), any -> new ArrayList<>())
                        .add(new Asking(named(parts), file.file().path(), way));
            }
            boolean uncertain = doubt;
            spelled.filter(below -> !below.equals(file.file().below()))
                    .ifPresent(below -> folder.document(below)
                            .filter(Mapping.class::isInstance)
                            .ifPresent(document ->
                                    layers.add(new Layer((Mapping) document, below, List.copyOf(way), uncertain))));
        }
        return Machine.of(root, root, parts, folder).with(new Layers(List.copyOf(layers), source.merge()));
    }

    /** A file that a layer would have and that is not there. */
    private record Missing(Template template, String path, Folder folder) {}

    /** A machine that asks for a file. */
    private record Asking(String machine, String file, List<ProvenanceStep> way) {}

    /** What a machine's file is called. */
    private static String named(Map<String, Value> parts) {
        return Optional.ofNullable(parts.get("stem"))
                .map(part -> "\"" + Finder.text(part.node()) + "\"")
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
            Mapping node, String name, Template template, List<ProvenanceStep> way, List<Scalar> hidden) {
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
        way.add(new ProvenanceStep(scalar.get().place(), "the layer " + template.text() + " is chosen here"));
        return scalar.map(text -> text.text().strip());
    }
}
