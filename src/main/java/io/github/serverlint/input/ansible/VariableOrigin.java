package io.github.serverlint.input.ansible;

import io.github.serverlint.text.Span;
import java.util.List;

/**
 * The origin of a variable: inline or in a vars file, of a group or of the host.
 *
 * @param name the name of the group or host
 * @param chain the path from the group down to the host; empty if the host itself sets it. Of several paths, the
 *     shortest
 * @param place the key that assigns it
 */
public record VariableOrigin(OriginKind kind, String name, List<OriginStep> chain, Span place) {

    /** What sets a variable. */
    public enum OriginKind {
        GROUP,
        HOST
    }

    /**
     * A member of the group before it in the chain.
     *
     * @param name of the child group or host
     * @param place the line that makes it a member; for top-level groups, which all belong to {@code all}, the line that
     *     defines it
     */
    public record OriginStep(String name, Span place) {}
}
