/**
 * Finds the way from one estate to another: the shortest sequence of steps of which every one, and every state between
 * them, is accepted by all rules. Each forest is planned by itself; what one server can become is a graph, and what
 * servers can become together is searched.
 */
@NullMarked
package io.github.serverlint.plan;

import org.jspecify.annotations.NullMarked;
