package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.JsonPath;
import java.util.Optional;

/** A step of {@code follow}, which goes from a reference to what it refers to. */
sealed interface Follow {
    /**
     * The value is the key of an entry elsewhere in the document.
     *
     * @param tag the tag of references; without it every text is a reference
     * @param in selects, from the document, the mapping that has the name as a key
     * @param at selects the value from there
     */
    record ToEntry(Optional<String> tag, JsonPath in, JsonPath at) implements Follow {}

    /** The value is a function of CloudFormation. */
    record CloudFormationFunctions() implements Follow {
        /** The word for it in a mapping. */
        static final String WORD = "cloudformation";
    }
}
