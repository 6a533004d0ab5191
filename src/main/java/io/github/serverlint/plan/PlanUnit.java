package io.github.serverlint.plan;

import java.util.List;

/**
 * Servers that are alike, now and as they are wanted, and that are planned as one. Of a kind with several servers the
 * first is a unit of its own, so that it can go ahead of the others and both can be seen beside each other.
 *
 * @param names of the servers, in reading order
 */
record PlanUnit(List<String> names, StateSpace graph) {
    String first() {
        return names.get(0);
    }

    int size() {
        return names.size();
    }
}
