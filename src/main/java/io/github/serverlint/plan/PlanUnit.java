package io.github.serverlint.plan;

import java.util.List;

/**
 * Unit of planning: servers with equal specs now and in the target, planned as one. The first of several is a unit of
 * its own, so that it can be changed before the others and both states are checked together.
 *
 * @param names of the servers, in reading order
 */
record PlanUnit(List<String> names, StateSpace stateSpace) {
    String first() {
        return names.get(0);
    }

    int size() {
        return names.size();
    }
}
