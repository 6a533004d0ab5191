package io.github.serverlint.change;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.text.SourceFile;
import java.util.List;

/** Estates given as text. */
public final class Estates {
    private Estates() {}

    public static Estate of(String text) {
        return new TextLinter(Sample.CATALOG)
                .lint(List.of(new SourceFile("a.yaml", text)), RuleSeverities.DEFAULT, Sample.AS_OF)
                .estate();
    }

    /** A server that is defined by what stands between the braces of a flow mapping. */
    public static Server server(String definition) {
        return of("servers:\n  mail01: {" + definition + "}\n").servers().get(0);
    }
}
