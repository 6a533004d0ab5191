/** The report that people read in a browser: one page that needs nothing beside it. */
@NullMarked
package io.github.serverlint.report.html;

import org.jspecify.annotations.NullMarked;
