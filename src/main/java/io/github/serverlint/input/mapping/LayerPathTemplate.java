package io.github.serverlint.input.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Template for the path of a layer, with variables such as {@code ${file.stem}} that each machine fills. */
record LayerPathTemplate(String text, List<Variable> variables) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    /**
     * A variable of the template.
     *
     * @param ofNode whether it is a key in the machine's own file rather than a part of that file's path
     */
    record Variable(String written, boolean ofNode, String name) {}

    /** Lookup of the value of a variable. */
    interface Filling {
        Optional<String> valueOf(Variable variable);
    }

    /** The names of all variables in a text, in order, valid or not. */
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

    /** The path for a machine; empty if a variable has no value. */
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

    /** An Ant pattern that matches the layer of every machine. */
    String pattern() {
        return VARIABLE.matcher(text).replaceAll("*");
    }
}
