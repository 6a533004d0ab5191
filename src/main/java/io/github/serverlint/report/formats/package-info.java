/** The formats of reports: one class a format, and the list of them. They make text; files are written elsewhere. */
@NullMarked
package io.github.serverlint.report.formats;

import org.jspecify.annotations.NullMarked;
