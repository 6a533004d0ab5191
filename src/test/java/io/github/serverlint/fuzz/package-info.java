/** Generated inputs, reproducible by their seeds. */
package io.github.serverlint.fuzz;
