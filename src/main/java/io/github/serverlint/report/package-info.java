/** One class a format: from a result to text. Files are written elsewhere. */
@NullMarked
package io.github.serverlint.report;

import org.jspecify.annotations.NullMarked;
