package io.github.serverlint.rules.server;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.ServerRule;
import java.time.LocalDate;
import java.util.Optional;

/** Rule for releases past their end of support. Off by default, because many estates consist of old releases. */
public final class EndOfSupport implements ServerRule {
    private static final RuleInfo INFO = RuleInfo.offByDefault("end-of-support", "a release past its end of support");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Server server, RuleContext ruleContext, FindingCollector findingCollector) {
        for (Product product : ruleContext.catalog().products()) {
            server.installation(product.id())
                    .ifPresent(installed -> check(server, product, installed, ruleContext.asOf(), findingCollector));
        }
    }

    private static void check(
            Server server, Product product, Installation installed, LocalDate asOf, FindingCollector findingCollector) {
        if (installed.isNewerThanCatalog()) {
            return;
        }
        Optional<LocalDate> ended =
                installed.release().lifecycle().supportEnds().filter(asOf::isAfter);
        if (ended.isEmpty()) {
            return;
        }
        String paid = installed
                .release()
                .lifecycle()
                .extendedUpdatesEnd()
                .map(last -> last.isBefore(asOf)
                        ? " Paid updates ended on " + last + "."
                        : " Paid updates go on until " + last + ".")
                .orElse("");
        findingCollector
                .fault(
                        INFO,
                        server,
                        product.id(),
                        installed.text(),
                        server.quoted() + " runs " + installed.name() + ", whose support ended on " + ended.get() + ".")
                .because("Who runs it gets no security updates any more." + paid)
                .fix("Move to a release that is supported.")
                .sources(installed.release().evidence().citations())
                .doubtful(installed.release().evidence().isRecalled());
    }
}
