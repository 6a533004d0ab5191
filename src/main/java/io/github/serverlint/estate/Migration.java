package io.github.serverlint.estate;

import io.github.serverlint.source.Located;
import java.util.List;

/** A declared way from the estate as it is defined to another. */
public record Migration(Located<String> name, List<Step> steps) {}
