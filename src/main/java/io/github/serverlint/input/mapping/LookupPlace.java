package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.jsonpath.JsonPath;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The origin of an attempt's values. */
sealed interface LookupPlace {
    /** A description for reports of how a value was found. */
    String label();

    /** Below the record itself. */
    record At(List<JsonPath> selectors) implements LookupPlace {
        @Override
        public String label() {
            return "at " + joined(selectors);
        }
    }

    /** Below the nearest of the nodes around the record that has such a value. */
    record Above(List<JsonPath> selectors) implements LookupPlace {
        @Override
        public String label() {
            return "above " + joined(selectors);
        }
    }

    /** Below the document that the record stands in. */
    record Root(List<JsonPath> selectors) implements LookupPlace {
        @Override
        public String label() {
            return "root " + joined(selectors);
        }
    }

    /** The key of the record, or of an ancestor some levels above. */
    record Key(int levelsAbove) implements LookupPlace {
        @Override
        public String label() {
            return "key " + levelsAbove;
        }
    }

    /** A part of the file's path. */
    record OfFile(String part) implements LookupPlace {
        @Override
        public String label() {
            return "file " + part;
        }
    }

    /** A variable, or something inside it. */
    record Var(String text, String name, Optional<JsonPath> inside) implements LookupPlace {
        @Override
        public String label() {
            return "var " + text;
        }
    }

    /** The name of a group. */
    record Group(BoundedRegex expression) implements LookupPlace {
        @Override
        public String label() {
            return "group " + expression;
        }
    }

    /** Another field. */
    record OtherField(String name) implements LookupPlace {
        @Override
        public String label() {
            return "field " + name;
        }
    }

    /** A text of the mapping. */
    record Const(Scalar text) implements LookupPlace {
        @Override
        public String label() {
            return "const " + text.text();
        }
    }

    /** A file of names and values. */
    record Side(String file) implements LookupPlace {
        @Override
        public String label() {
            return "side " + file;
        }
    }

    private static String joined(List<JsonPath> selectors) {
        return selectors.stream().map(JsonPath::toString).collect(Collectors.joining(" or "));
    }
}
