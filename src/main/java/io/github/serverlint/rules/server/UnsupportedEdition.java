package io.github.serverlint.rules.server;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.SupportFact;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.ServerRule;
import io.github.serverlint.text.Located;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rule for supported pairs on an edition or an architecture of Windows that is not supported. */
public final class UnsupportedEdition implements ServerRule {
    private static final RuleInfo INFO = RuleInfo.judging(
            "unsupported-edition", "a supported pair on an edition or architecture that is not supported");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Server server, RuleContext ruleContext, FindingCollector findingCollector) {
        Catalog catalog = ruleContext.catalog();
        for (PlatformSupport platformSupport : PlatformSupport.of(server, catalog)) {
            if (platformSupport.isSupported()) {
                platformSupport
                        .windows()
                        .edition()
                        .ifPresent(edition -> check(platformSupport, edition, SupportFact::editions, findingCollector));
                platformSupport
                        .windows()
                        .architecture()
                        .ifPresent(architecture -> check(
                                platformSupport,
                                architecture.with(architecture.value().id()),
                                row -> row.architectures().stream()
                                        .map(Term::id)
                                        .toList(),
                                findingCollector));
            }
        }
    }

    /** @param limits what a row is limited to; an empty list is no limit */
    private static void check(
            PlatformSupport platformSupport,
            Located<String> value,
            Function<SupportFact, List<String>> limits,
            FindingCollector findingCollector) {
        Optional<SupportFact> denial = platformSupport.rows().stream()
                .filter(row -> !row.supported() && limits.apply(row).contains(value.value()))
                .findFirst();
        List<SupportFact> rows = platformSupport.rowsForLevel();
        boolean listed = rows.isEmpty()
                || rows.stream().map(limits).anyMatch(limit -> limit.isEmpty() || limit.contains(value.value()));
        if (denial.isEmpty() && listed) {
            return;
        }
        String windows = "the " + value.value() + " edition of "
                + platformSupport.windows().release();
        List<String> accepted = rows.stream()
                .flatMap(row -> limits.apply(row).stream())
                .distinct()
                .toList();
        findingCollector
                .fault(
                        INFO,
                        platformSupport.server(),
                        platformSupport.product().id(),
                        platformSupport.guest().text(),
                        platformSupport.server().quoted() + " runs "
                                + platformSupport.guest().name() + " on " + windows
                                + (platformSupport.server().cluster().isPresent() ? " as a cluster node" : "")
                                + ", which does not support it.")
                .related(value, windows)
                .with(Partner.of(platformSupport.server().name().value(), windows))
                .because(denial.map(SupportFact::because)
                        .orElse("Listed for it on " + platformSupport.windows().release() + ": "
                                + String.join(", ", accepted) + "."))
                .fix(denial.map(SupportFact::instead).orElse("Use " + String.join(" or ", accepted) + "."))
                .sources(denial.map(List::of).orElse(rows).stream()
                        .flatMap(row -> row.evidence().citations().stream())
                        .toList())
                // An unlisted value is unsupported, so one confirmed row makes the finding certain.
                .doubtful(Stream.concat(denial.stream(), rows.stream())
                        .allMatch(row -> row.evidence().isRecalled()));
    }
}
