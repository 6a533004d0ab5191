package io.github.serverlint.maven;

import io.github.serverlint.analysis.LintResult;
import io.github.serverlint.analysis.Linter;
import io.github.serverlint.report.ServersReport;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Prints what was understood of each server: every field as it was written, what it was taken for, where it stands and
 * what found it. It judges nothing; with a <code>layout</code> of another tool, this is the way to see whether the
 * mapping finds what it should.
 *
 * @since 0.1.0
 */
@Mojo(name = "servers", threadSafe = true, requiresProject = false)
public final class ServersMojo extends AbstractDefinitionsMojo {

    @Override
    void run() {
        if (hasNothingToLint()) {
            return;
        }
        LintResult result = new Linter(catalog(), List.of()).lint(request(false, Optional.empty()));
        ServersReport.lines(result, reactor().command("check")).forEach(getLog()::info);
    }
}
