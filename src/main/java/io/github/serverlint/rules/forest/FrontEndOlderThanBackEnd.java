package io.github.serverlint.rules.forest;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.FrontEndFact;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.ForestRule;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rule.WorseValue;
import io.github.serverlint.rules.forest.ExchangeOrganization.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rule for front ends of an older release than a back end of their forest. It reports one finding per front end and
 * back-end release.
 */
public final class FrontEndOlderThanBackEnd implements ForestRule {
    private static final RuleInfo INFO = RuleInfo.judging(
            "front-end-older-than-back-end", "a front end whose Exchange release is older than that of a back end");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Estate estate, RuleContext ruleContext, FindingCollector findingCollector) {
        findingCollector.forestUnknown(
                INFO,
                estate,
                server -> server.isFrontEnd()
                        && server.installation(Product.EXCHANGE).isPresent());
        for (ExchangeOrganization exchangeOrganization : ExchangeOrganization.of(estate)) {
            List<BackEnds> backEnds = backEnds(exchangeOrganization, ruleContext.catalog());
            exchangeOrganization.members().stream()
                    .filter(member -> member.server().isFrontEnd())
                    .forEach(frontEnd -> backEnds.forEach(
                            ofRelease -> check(frontEnd, ofRelease, ruleContext.catalog(), findingCollector)));
        }
    }

    /** The back ends of one release. */
    private record BackEnds(Member first, List<Partner> partners) {
        static BackEnds of(List<Member> members, Catalog catalog) {
            return new BackEnds(
                    members.get(0),
                    List.copyOf(members.stream()
                            .map(member -> WorseValue.NEWER.partner(
                                    member.server(), member.exchange().release(), catalog))
                            .toList()));
        }
    }

    private static List<BackEnds> backEnds(ExchangeOrganization exchangeOrganization, Catalog catalog) {
        Map<Release, List<Member>> byRelease = new LinkedHashMap<>();
        exchangeOrganization.members().stream()
                .filter(member -> member.server().isBackEnd())
                .forEach(member -> byRelease
                        .computeIfAbsent(member.exchange().release(), key -> new ArrayList<>())
                        .add(member));
        return byRelease.values().stream()
                .map(members -> BackEnds.of(members, catalog))
                .toList();
    }

    private static void check(Member frontEnd, BackEnds backEnds, Catalog catalog, FindingCollector findingCollector) {
        Member backEnd = backEnds.first();
        Release front = frontEnd.exchange().release();
        Release back = backEnd.exchange().release();
        Optional<FrontEndFact> fact = catalog.frontEnd(front, back);
        if (!front.isOlderThan(back) || fact.filter(FrontEndFact::supported).isPresent()) {
            return;
        }
        FindingBuilder fault = findingCollector
                .fault(
                        INFO,
                        frontEnd.server(),
                        Product.EXCHANGE,
                        frontEnd.exchange().text(),
                        frontEnd.server().quoted() + " is a front end with " + front + ", older than " + back
                                + " of the back end " + backEnd.server().quoted() + ".")
                .related(backEnd.server().serverName(), backEnd.exchange().text(), back.name())
                .with(backEnds.partners())
                .fix("Upgrade the front ends to " + back + " before the first back end.");
        if (fact.isPresent()) {
            fault.because(fact.get().because())
                    .sources(fact.get().evidence().citations())
                    .doubtful(fact.get().evidence().isRecalled());
        } else {
            fault.because("A front end has to be as new as the newest back end, unless the pair is listed.");
        }
    }
}
