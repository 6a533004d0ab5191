/**
 * Planner of migrations: finds the shortest sequence of steps from one estate to another such that every step and every
 * state in between is accepted by all rules. Each forest is planned by itself; the states of one server are a graph,
 * and the joint states of servers are searched.
 */
@NullMarked
package io.github.serverlint.plan;

import org.jspecify.annotations.NullMarked;
