/** Rules that look at servers together: a forest with its domain controllers, connectors and Exchange servers. */
@NullMarked
package io.github.serverlint.rules.forest;

import org.jspecify.annotations.NullMarked;
