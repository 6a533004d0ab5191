/** Rules that check one server. */
@NullMarked
package io.github.serverlint.rules.server;

import org.jspecify.annotations.NullMarked;
