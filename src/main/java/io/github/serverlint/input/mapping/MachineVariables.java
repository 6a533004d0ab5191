package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.JsonPath;
import java.util.List;
import java.util.Optional;

/** The effective variables of a machine, as merged by its tool's rules. */
interface MachineVariables {
    MachineVariables NONE = new MachineVariables() {
        @Override
        public List<LookedUpValue> find(String name, Optional<JsonPath> inside) {
            return List.of();
        }

        @Override
        public List<LookedUpValue> groups() {
            return List.of();
        }
    };

    /**
     * The value of a variable, or the values that a selector finds inside it.
     *
     * @param inside begins at the variable's value
     */
    List<LookedUpValue> find(String name, Optional<JsonPath> inside);

    /** Why a variable that was looked up is not used for it; empty if it is used, or if there is none. */
    default Optional<String> unused(String name) {
        return Optional.empty();
    }

    /** The names of the groups that it belongs to, the nearest first. */
    List<LookedUpValue> groups();
}
