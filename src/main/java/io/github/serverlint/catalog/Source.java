package io.github.serverlint.catalog;

import java.util.Optional;

/** Who says so: a document, and where it was read if it has an address. */
public record Source(String id, String title, Optional<String> address) {

    /** Title and address in one line. */
    public String citation() {
        return address.map(where -> title + ", " + where).orElse(title);
    }
}
