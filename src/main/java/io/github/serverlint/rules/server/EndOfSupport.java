package io.github.serverlint.rules.server;

import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Lifecycle;
import io.github.serverlint.catalog.Lifecycle.PaidUpdates;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.ServerRule;
import io.github.serverlint.text.Located;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Rule for releases and levels past their end of support. Off by default, because many estates consist of old releases. */
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
        Release release = installed.release();
        Lifecycle lifecycle = release.lifecycle();
        Optional<Level> level = installed.level().map(Located::value);
        Optional<LocalDate> ended = lifecycle.supportEnds().filter(asOf::isAfter);
        if (ended.isPresent()) {
            report(
                            server,
                            product,
                            installed,
                            installed.name() + ", whose support "
                                    + (lifecycle.isModern() ? "is promised until " : "ended on ") + ended.get() + ".",
                            findingCollector)
                    .because("Who runs it gets no security updates any more." + paidUpdates(release, level, asOf))
                    .fix("Move to a release that is supported.")
                    .doubtful(release.evidence().isRecalled() || lifecycle.isModern());
            return;
        }
        List<Level> possible = level.map(List::of).orElse(release.levels());
        List<Level> supported = possible.stream()
                .filter(one -> release.supportEnds(one).filter(asOf::isAfter).isEmpty())
                .toList();
        if (level.isPresent() && supported.isEmpty()) {
            report(
                            server,
                            product,
                            installed,
                            installed.name() + ", whose support ended on "
                                    + release.supportEnds(level.get()).orElseThrow() + ".",
                            findingCollector)
                    .because("Security updates are for later levels of " + release + " only."
                            + lifecycle
                                    .levelSupport()
                                    .endingLevel(level.get(), release.levels())
                                    .map(ending -> " Those for " + level.get() + " went with " + ending + ".")
                                    .orElse(""))
                    .fix("Bring it to " + release.nameAt(oldestSupported(release, asOf)) + " or later.")
                    .doubtful(release.evidence().isRecalled());
        } else if (supported.size() < possible.size()) {
            findingCollector.undecided(INFO, server, installed.text(), "the service pack of " + release);
        }
    }

    private static FindingBuilder report(
            Server server, Product product, Installation installed, String what, FindingCollector findingCollector) {
        return findingCollector
                .fault(INFO, server, product.id(), installed.text(), server.quoted() + " runs " + what)
                .sources(installed.release().evidence().citations());
    }

    private static Optional<Level> oldestSupported(Release release, LocalDate asOf) {
        return release.levels().stream()
                .filter(level ->
                        release.supportEnds(level).filter(asOf::isAfter).isEmpty())
                .findFirst();
    }

    /** A sentence on paid updates, with a blank before it; empty if there are none. */
    private static String paidUpdates(Release release, Optional<Level> level, LocalDate asOf) {
        Optional<PaidUpdates> paid = release.lifecycle().paidUpdates();
        if (paid.isEmpty()) {
            return "";
        }
        String when = paid.get().end().isBefore(asOf) ? " ended on " : " go on until ";
        if (level.isPresent() && !paid.get().covers(level.get())) {
            return " Paid updates, which" + when + paid.get().end() + ", are for "
                    + release.nameAt(paid.get().from()) + " or later only.";
        }
        String from = level.isPresent()
                ? ""
                : paid.get()
                        .from()
                        .map(lowest -> " for " + lowest + " or later")
                        .orElse("");
        return " Paid updates" + from + when + paid.get().end() + ".";
    }
}
