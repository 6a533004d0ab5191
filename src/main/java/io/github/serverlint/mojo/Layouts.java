package io.github.serverlint.mojo;

import io.github.serverlint.source.ConfigurationException;

/** The layouts of definitions that can be asked for. */
final class Layouts {
    private static final String NATIVE = "native";

    private Layouts() {}

    /** @throws ConfigurationException if this version does not read the layout */
    static void requireKnown(String layout) {
        if (!NATIVE.equals(layout)) {
            throw new ConfigurationException("layout: \"" + layout + "\" cannot be read. Accepted: " + NATIVE + ".");
        }
    }
}
