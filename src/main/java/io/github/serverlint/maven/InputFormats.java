package io.github.serverlint.maven;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.input.InputFormat;
import io.github.serverlint.input.mapping.MappedFormat;
import io.github.serverlint.input.nativeformat.NativeFormat;
import io.github.serverlint.run.ConfigurationException;
import io.github.serverlint.text.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Input formats by name: the built-in ones, and mapping files. */
final class InputFormats {
    private static final String NATIVE = "native";
    private static final List<String> NAMES = Stream.concat(Stream.of(NATIVE), MappedFormat.shippedNames().stream())
            .toList();

    private InputFormats() {}

    /**
     * A layout.
     *
     * @param word its name, or the path of a mapping file
     * @param tree by which paths are shown
     * @throws ConfigurationException if there is no such layout, or the mapping cannot be used
     */
    static InputFormat of(String word, SourceTree tree, Supplier<Catalog> catalog) {
        String name = word.strip();
        if (name.equals(NATIVE)) {
            // The catalog is not needed yet, and reading it takes time.
            return NativeFormat.INSTANCE;
        }
        Optional<InputFormat> shipped = MappedFormat.shipped(name, catalog.get());
        if (shipped.isPresent()) {
            return shipped.get();
        }
        Path path = AbstractServerlintMojo.path("layout", name);
        Path file = tree.resolve(path);
        String shown = tree.shown(path, "");
        if (Files.isDirectory(file)) {
            throw new ConfigurationException("layout: " + shown + " is a folder. Name the mapping file in it.");
        }
        if (!Files.exists(file)) {
            throw new ConfigurationException("layout: there is neither a layout nor a mapping file \"" + name + "\"."
                    + nearest(name) + " Accepted: " + String.join(", ", NAMES)
                    + ", or the path of a mapping file.");
        }
        SourceFile mapping = SourceTree.read(shown, file);
        if (!mapping.isWhole()) {
            throw new ConfigurationException(
                    "layout: " + shown + " is neither UTF-8 nor marked as UTF-16 or UTF-32. Save it as UTF-8.");
        }
        return MappedFormat.read(mapping, catalog.get());
    }

    private static String nearest(String name) {
        List<String> near = Suggestions.to(name, NAMES);
        return near.isEmpty() ? "" : " " + Suggestions.advice(name, near);
    }
}
