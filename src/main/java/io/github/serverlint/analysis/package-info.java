/**  */
@NullMarked
package io.github.serverlint.analysis;

import org.jspecify.annotations.NullMarked;
