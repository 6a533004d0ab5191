package io.github.serverlint.suppression;

import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.text.SourceFile;

/** What claims and findings have in common if the one may cover the other. */
record RuleInFile(SourceFile file, RuleInfo rule) {}
