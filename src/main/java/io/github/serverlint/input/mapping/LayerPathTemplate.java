package io.github.serverlint.input.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of a layer, with parts in braces behind a dollar sign that are put in for each machine. */
record LayerPathTemplate(String text, List<Variable> variables) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    /**
     * A part that is put in.
     *
     * @param ofNode whether it is a key of the machine's own file, and not a part of that file's path
     */
    record Variable(String written, boolean ofNode, String name) {}

    /** Puts parts in, or says that one is not there. */
    interface Filling {
        Optional<String> valueOf(Variable variable);
    }

    /** The names of the parts that are put in, in order, whether there are such parts or not. */
    static List<String> namesIn(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    static LayerPathTemplate of(String text) {
        return new LayerPathTemplate(
                text,
                namesIn(text).stream()
                        .map(name -> new Variable(
                                "${" + name + "}", name.startsWith("node."), name.substring(name.indexOf('.') + 1)))
                        .toList());
    }

    /** The path for a machine; empty if a part is not there. */
    Optional<String> fill(Filling filling) {
        String path = text;
        for (Variable variable : variables) {
            Optional<String> value = filling.valueOf(variable);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            path = path.replace(variable.written(), value.get());
        }
        return Optional.of(path);
    }

    /** A file pattern that takes the layer of every machine. */
    String pattern() {
        return VARIABLE.matcher(text).replaceAll("*");
    }
}
