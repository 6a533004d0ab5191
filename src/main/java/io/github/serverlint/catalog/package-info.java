/**
 * What is known: products with their releases, what runs on what, what a feature needs, what Active Directory asks for.
 * The facts themselves stand in YAML beside these classes, one row a fact, each with its sources.
 */
@NullMarked
package io.github.serverlint.catalog;

import org.jspecify.annotations.NullMarked;
