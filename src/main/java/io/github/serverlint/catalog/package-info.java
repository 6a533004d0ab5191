/**
 * Compatibility catalog: products with their releases, platform support, feature requirements, Active Directory
 * requirements. The facts are data in YAML resources beside these classes, one row a fact, each with its sources.
 */
@NullMarked
package io.github.serverlint.catalog;

import org.jspecify.annotations.NullMarked;
