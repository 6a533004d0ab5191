package io.github.serverlint.suppression;

import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.text.SourceFile;

/** Key of suppressions and findings that can match: the same rule in the same file. */
record RuleInFile(SourceFile file, RuleInfo rule) {}
