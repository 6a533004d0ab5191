package io.github.serverlint.rules.server;

import io.github.serverlint.catalog.Product;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.Context;
import io.github.serverlint.rule.StateRule;
import io.github.serverlint.rule.Verdicts;
import java.time.LocalDate;
import java.util.Optional;

/** A release past its end of support. Off unless asked for: old releases are what many come here with. */
public final class EndOfSupport implements StateRule {
    private static final RuleInfo INFO = RuleInfo.offByDefault("end-of-support", "a release past its end of support");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void judge(Server server, Context context, Verdicts verdicts) {
        for (Product product : context.catalog().products()) {
            server.installation(product.id())
                    .ifPresent(installed -> judge(server, product, installed, context.asOf(), verdicts));
        }
    }

    private static void judge(
            Server server, Product product, Installation installed, LocalDate asOf, Verdicts verdicts) {
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
        verdicts.fault(
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
