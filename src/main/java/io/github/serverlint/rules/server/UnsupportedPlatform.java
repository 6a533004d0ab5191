package io.github.serverlint.rules.server;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.SupportFact;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.ServerRule;
import io.github.serverlint.rule.WorseValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rule for products on a release of Windows that does not support them, explicitly or because the pair is not listed.
 */
public final class UnsupportedPlatform implements ServerRule {
    private static final RuleInfo INFO =
            RuleInfo.judging("unsupported-platform", "a product on a Windows release that does not support it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Server server, RuleContext ruleContext, FindingCollector findingCollector) {
        Catalog catalog = ruleContext.catalog();
        for (PlatformSupport platformSupport : PlatformSupport.of(server, catalog)) {
            if (!platformSupport.isSupported() && !platformSupport.mayBeSupportedLater()) {
                report(platformSupport, catalog, findingCollector);
            }
        }
    }

    private static void report(PlatformSupport platformSupport, Catalog catalog, FindingCollector findingCollector) {
        Optional<SupportFact> denial = platformSupport.denial();
        String verdict =
                denial.isPresent() ? ", which does not support it." : ", which is not listed as supporting it.";
        String message = platformSupport.server().quoted() + " runs "
                + platformSupport.guest().name() + " on "
                + platformSupport.windows().release() + verdict;
        FindingBuilder fault = findingCollector
                .fault(
                        INFO,
                        platformSupport.server(),
                        platformSupport.product().id(),
                        platformSupport.guest().text(),
                        message)
                .related(
                        platformSupport.windows().text(),
                        platformSupport.windows().release().name())
                .with(WorseValue.than(platformSupport.platform(), supporting(platformSupport, catalog))
                        .partner(platformSupport.server(), platformSupport.platform(), catalog));
        if (denial.isPresent()) {
            fault.because(denial.get().because())
                    .fix(instead(platformSupport, denial.get(), catalog))
                    .sources(denial.get().evidence().citations());
        } else {
            fault.because("A Windows release that is not listed for a product does not support it.")
                    .fix(alternatives(platformSupport, catalog));
        }
    }

    private static String instead(PlatformSupport platformSupport, SupportFact denial, Catalog catalog) {
        return denial.instead().isEmpty() ? alternatives(platformSupport, catalog) : denial.instead();
    }

    /** The platforms of the product, and the releases that this platform supports. */
    private static String alternatives(PlatformSupport platformSupport, Catalog catalog) {
        Release release = platformSupport.guest().release();
        String hosts = names(supporting(platformSupport, catalog));
        String guests = names(platformSupport.product().releases().stream()
                .filter(other -> catalog.support(other, platformSupport.platform()).stream()
                        .anyMatch(SupportFact::supported))
                .toList());
        return release + " runs on " + hosts + "."
                + (guests.isEmpty() ? "" : " On " + platformSupport.platform() + " runs " + guests + ".");
    }

    private static List<Release> supporting(PlatformSupport platformSupport, Catalog catalog) {
        return catalog.support(platformSupport.guest().release()).stream()
                .filter(SupportFact::supported)
                .map(SupportFact::platform)
                .distinct()
                .toList();
    }

    private static String names(List<Release> releases) {
        return releases.stream().map(Release::name).collect(Collectors.joining(", "));
    }
}
