package io.github.serverlint.catalog;

import io.github.serverlint.text.Span;

/** Row of the catalog. */
public sealed interface Fact
        permits Release,
                SharedName,
                SupportFact,
                FeatureRequirement,
                ConnectorFact,
                PreparationFact,
                SchemaExtensionFact,
                UpgradeFact,
                NoWindowsUpgradeFact,
                CoexistenceFact,
                FrontEndFact,
                DirectoryFact,
                ClusterSize,
                ClusterDenial,
                ComponentConflict,
                DotnetFact {

    Evidence evidence();

    /** Where the row stands in its catalog file. */
    Span place();
}
