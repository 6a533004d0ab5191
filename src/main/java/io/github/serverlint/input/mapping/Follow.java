package io.github.serverlint.input.mapping;

import io.github.serverlint.input.jsonpath.BoundedRegex;
import io.github.serverlint.input.jsonpath.JsonPath;
import java.util.Optional;

/** A step of {@code follow}, which goes from a reference to what it refers to. */
sealed interface Follow {
    /**
     * The value is the key of an entry elsewhere in the document.
     *
     * @param tag the tag of references; without it every text is a reference
     * @param capture the part of a text that is the key; a text that it does not match is no reference
     * @param isOptional whether a text that is no key is no reference, rather than one to something unknown
     * @param in selects, from the document, the mapping that has the name as a key
     * @param at selects the value from there
     */
    record ToEntry(Optional<String> tag, Optional<BoundedRegex> capture, boolean isOptional, JsonPath in, JsonPath at)
            implements Follow {}

    /** The value is a function of CloudFormation. */
    record ByFunctions() implements Follow {
        /** The word for it in a mapping. */
        static final String WORD = "cloudformation";
    }
}
