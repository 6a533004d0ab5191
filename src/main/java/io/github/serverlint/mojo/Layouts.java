package io.github.serverlint.mojo;

import io.github.serverlint.layout.Layout;
import io.github.serverlint.source.ConfigurationException;
import java.nio.file.Path;

/** The layouts of definitions that can be asked for. */
final class Layouts {
    private static final String NATIVE = "native";

    private Layouts() {}

    /** @throws ConfigurationException if there is no such layout */
    static Layout named(String name, Path base) {
        if (NATIVE.equals(name)) {
            return Layout.NATIVE;
        }
        throw new ConfigurationException("layout: \"" + name + "\" cannot be read. Accepted: " + NATIVE + ".");
    }
}
