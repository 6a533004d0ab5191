/** Console reports and the model of report files. They return text; files are written elsewhere. */
@NullMarked
package io.github.serverlint.report;

import org.jspecify.annotations.NullMarked;
