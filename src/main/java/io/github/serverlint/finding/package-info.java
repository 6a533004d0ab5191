/** Findings and rules, used by all other packages: location, severity and rule of a finding. */
@NullMarked
package io.github.serverlint.finding;

import org.jspecify.annotations.NullMarked;
