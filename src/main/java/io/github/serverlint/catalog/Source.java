package io.github.serverlint.catalog;

import java.util.Optional;

/** Document that facts are taken from, with its address if it has one. */
public record Source(String id, String title, Optional<String> address) {

    /** Title and address in one line. */
    public String citation() {
        return address.map(where -> title + ", " + where).orElse(title);
    }
}
