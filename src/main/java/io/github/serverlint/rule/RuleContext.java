package io.github.serverlint.rule;

import io.github.serverlint.catalog.Catalog;
import java.time.LocalDate;

/**
 * Context of a rule besides the definitions.
 *
 * @param asOf the day that dates are compared with
 */
public record RuleContext(Catalog catalog, LocalDate asOf) {}
