package io.github.serverlint.layout.mapping;

import io.github.serverlint.input.jsonpath.JsonPath;
import java.util.List;
import java.util.Optional;

/** The effective variables of a machine, however its tool puts them together. */
interface Variables {
    Variables NONE = new Variables() {
        @Override
        public List<Value> find(String name, Optional<JsonPath> inside) {
            return List.of();
        }

        @Override
        public List<Value> groups() {
            return List.of();
        }
    };

    /**
     * The value of a variable, or what a selector finds inside it.
     *
     * @param inside begins at the variable's value
     */
    List<Value> find(String name, Optional<JsonPath> inside);

    /** The names of the groups that it belongs to, the nearest first. */
    List<Value> groups();
}
