package io.github.serverlint.rule.state;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.SupportFact;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.Context;
import io.github.serverlint.rule.StateRule;
import io.github.serverlint.rule.Verdicts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A product on a release of Windows that does not support it, because that is denied or because nobody lists it. */
public final class UnsupportedPlatform implements StateRule {
    private static final RuleInfo INFO =
            RuleInfo.judging("unsupported-platform", "a product on a Windows release that does not support it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void judge(Server server, Context context, Verdicts verdicts) {
        Catalog catalog = context.catalog();
        for (Hosting hosting : Hosting.of(server, catalog)) {
            if (!hosting.isSupported()) {
                report(hosting, catalog, verdicts);
            }
        }
    }

    private static void report(Hosting hosting, Catalog catalog, Verdicts verdicts) {
        Optional<SupportFact> denial = hosting.denial();
        String verdict =
                denial.isPresent() ? ", which does not support it." : ", which is not listed as supporting it.";
        String message = hosting.server().quoted() + " runs " + hosting.guest().name() + " on "
                + hosting.windows().release() + verdict;
        Finding.Builder fault = verdicts.fault(
                        INFO,
                        hosting.server(),
                        hosting.product().id(),
                        hosting.guest().text(),
                        message)
                .related(hosting.windows().text(), hosting.windows().release().name());
        if (denial.isPresent()) {
            fault.because(denial.get().because())
                    .fix(instead(hosting, denial.get(), catalog))
                    .sources(denial.get().evidence().citations());
        } else {
            fault.because("A Windows release that is not listed for a product does not support it.")
                    .fix(alternatives(hosting, catalog));
        }
    }

    private static String instead(Hosting hosting, SupportFact denial, Catalog catalog) {
        return denial.instead().isEmpty() ? alternatives(hosting, catalog) : denial.instead();
    }

    /** Where the product does run, and what runs here. */
    private static String alternatives(Hosting hosting, Catalog catalog) {
        Release release = hosting.guest().release();
        String hosts = names(catalog.support(release).stream()
                .filter(SupportFact::supported)
                .map(SupportFact::platform)
                .distinct()
                .toList());
        String guests = names(hosting.product().releases().stream()
                .filter(other ->
                        catalog.support(other, hosting.platform()).stream().anyMatch(SupportFact::supported))
                .toList());
        return release + " runs on " + hosts + "."
                + (guests.isEmpty() ? "" : " On " + hosting.platform() + " runs " + guests + ".");
    }

    private static String names(List<Release> releases) {
        return releases.stream().map(Release::name).collect(Collectors.joining(", "));
    }
}
