package io.github.serverlint.plan;

import io.github.serverlint.estate.Step;
import java.util.function.Function;

/**
 * Action on a server, independent of its name.
 *
 * @param step creates the step for the server of a given name
 */
record Action(ActionKind kind, Function<String, Step> step) {

    /** Ordered by preference, as the last criterion of the search. */
    enum ActionKind {
        DISABLE,
        REMOVE,
        PREPARE,
        ADD,
        MOVE_MAILBOXES,
        BACK_UP,
        UPGRADE,
        INSTALL,
        REINSTALL,
        DECOMMISSION,
        ENABLE,
        RAISE
    }
}
