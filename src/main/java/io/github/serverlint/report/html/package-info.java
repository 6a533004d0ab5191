/** HTML report: a single page without external resources. */
@NullMarked
package io.github.serverlint.report.html;

import org.jspecify.annotations.NullMarked;
