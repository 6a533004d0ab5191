package io.github.serverlint.plan;

import io.github.serverlint.estate.Step;
import java.util.function.Function;

/**
 * What can be done with a server, whatever its name is.
 *
 * @param step the step for a server of a name
 */
record Action(ActionKind kind, Function<String, Step> step) {

    /** In the order in which people would rather do them, where nothing else decides. */
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
