package io.github.serverlint.rules.change;

import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.SchemaExtensionFact;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.change.Transition;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.ChangeRule;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.text.Located;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rule for preparations that extend the schema in a forest with a domain controller that would spoil it as the schema
 * master. It is a warning, because definitions do not say which domain controller that is.
 */
public final class UnsafeSchemaExtension implements ChangeRule {
    private static final RuleInfo INFO = RuleInfo.warning(
            "unsafe-schema-extension",
            "a preparation of a forest that a domain controller without an update would spoil");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Transition transition, RuleContext ruleContext, FindingCollector findingCollector) {
        if (!transition.noEffectReason().isEmpty()) {
            return;
        }
        for (Located<Term> preparation : transition.newPreparations()) {
            for (SchemaExtensionFact fact : ruleContext.catalog().facts(SchemaExtensionFact.class)) {
                Forest forest = transition.forestAfter().orElseThrow();
                if (fact.preparations().contains(preparation.value()) && !forest.isPreparedBy(fact.unlessPrepared())) {
                    check(forest, preparation, fact, transition.domainControllers(), findingCollector);
                }
            }
        }
    }

    private static void check(
            Forest forest,
            Located<Term> preparation,
            SchemaExtensionFact fact,
            List<Server> domainControllers,
            FindingCollector findingCollector) {
        List<Server> affected = with(
                fact,
                domainControllers,
                level -> level.filter(one -> one.isBefore(fact.fixedFrom())).isPresent());
        if (affected.isEmpty()) {
            with(fact, domainControllers, Optional::isEmpty)
                    .forEach(server -> findingCollector.undecided(
                            INFO, server, windows(server).text(), "the build of " + fact.domainControllers()));
            return;
        }
        Server first = affected.get(0);
        String others = affected.size() == 1 ? "" : " and " + (affected.size() - 1) + " more";
        FindingBuilder fault = findingCollector
                .fault(
                        INFO,
                        preparation,
                        "This makes " + preparation.value().name() + " in " + forest.described()
                                + ", where the domain controller " + first.quoted() + others + " on "
                                + fact.domainControllers() + " lacks " + fact.fixedFrom() + ".")
                .about(first.serverName())
                .because(fact.because())
                .fix(fact.instead())
                .sources(fact.evidence().citations())
                .doubtful(fact.evidence().isRecalled())
                .topic(forest.title() + " with " + preparation.value().id())
                .with(affected.stream()
                        .map(server -> Partner.of(
                                server.name().value(), windows(server).name()))
                        .toList());
        forest.name().ifPresent(name -> fault.keyPath("forests." + name.value() + ".prepared"));
        affected.forEach(server -> fault.related(
                server.serverName(), windows(server).text(), windows(server).name()));
    }

    private static List<Server> with(
            SchemaExtensionFact fact, List<Server> domainControllers, Predicate<Optional<Level>> level) {
        return domainControllers.stream()
                .filter(server -> server.windows()
                        .filter(windows -> windows.release().equals(fact.domainControllers())
                                && level.test(windows.level().map(Located::value)))
                        .isPresent())
                .toList();
    }

    private static Installation windows(Server server) {
        return server.windows().orElseThrow();
    }
}
