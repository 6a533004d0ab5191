/** Inputs that nobody wrote: drawn from seeds, so that each can be drawn again. */
package io.github.serverlint.fuzz;
