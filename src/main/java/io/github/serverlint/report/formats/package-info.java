/** Formats of report files, one class per format. They return text; files are written elsewhere. */
@NullMarked
package io.github.serverlint.report.formats;

import org.jspecify.annotations.NullMarked;
