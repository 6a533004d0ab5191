package io.github.serverlint.rules.forest;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.CoexistenceFact;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.ForestRule;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rules.forest.ExchangeOrganization.Member;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rule for releases of Exchange that do not support each other in one forest. It reports one finding per forest and
 * pair of releases; if the pair is supported and a level is not, one per server with such a level.
 */
public final class UnsupportedCoexistence implements ForestRule {
    private static final RuleInfo INFO =
            RuleInfo.judging("unsupported-coexistence", "Exchange releases in one forest that cannot live together");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Estate estate, RuleContext ruleContext, FindingCollector findingCollector) {
        List<Server> exchangeServers = estate.servers().stream()
                .filter(server -> !server.isEdgeTransport()
                        && server.installation(Product.EXCHANGE).isPresent())
                .toList();
        long releasesInEstate = exchangeServers.stream()
                .flatMap(server -> server.installation(Product.EXCHANGE).stream())
                .map(Installation::release)
                .distinct()
                .count();
        // With a single release, the forest makes no difference.
        if (releasesInEstate > 1) {
            exchangeServers.stream()
                    .filter(server -> estate.forestOf(server).isEmpty())
                    .forEach(server -> findingCollector.forestUnknown(INFO, server));
        }
        for (ExchangeOrganization exchangeOrganization : ExchangeOrganization.of(estate)) {
            List<Release> releases =
                    new ArrayList<>(exchangeOrganization.byRelease().keySet());
            for (Release newer : releases) {
                for (Release older : releases) {
                    if (older.isOlderThan(newer)) {
                        List<Member> newerOnes =
                                exchangeOrganization.byRelease().getOrDefault(newer, List.of());
                        List<Member> olderOnes =
                                exchangeOrganization.byRelease().getOrDefault(older, List.of());
                        check(
                                exchangeOrganization.forest(),
                                newerOnes,
                                olderOnes,
                                ruleContext.catalog(),
                                findingCollector);
                    }
                }
            }
        }
    }

    private static void check(
            Forest forest,
            List<Member> newerOnes,
            List<Member> olderOnes,
            Catalog catalog,
            FindingCollector findingCollector) {
        Member newer = newerOnes.get(0);
        Member older = olderOnes.get(0);
        Optional<CoexistenceFact> fact =
                catalog.coexistence(newer.exchange().release(), older.exchange().release());
        if (fact.isEmpty() || !fact.get().supported()) {
            reportPair(forest, newer, older, fact, findingCollector);
            return;
        }
        CoexistenceFact pair = fact.get();
        for (Member member : newerOnes) {
            checkLevel(pair, member, older, pair.newerLevels()::contains, bounds(pair), findingCollector);
        }
        Predicate<Level> highEnough =
                level -> pair.olderFrom().filter(level::isBefore).isEmpty();
        for (Member member : olderOnes) {
            String floor = pair.older().nameAt(pair.olderFrom()) + " or later";
            checkLevel(pair, member, newer, highEnough, floor, findingCollector);
        }
    }

    private static void reportPair(
            Forest forest,
            Member newer,
            Member older,
            Optional<CoexistenceFact> fact,
            FindingCollector findingCollector) {
        Release newerRelease = newer.exchange().release();
        Release olderRelease = older.exchange().release();
        Finding.Builder fault = fault(
                        newer,
                        older,
                        newer.exchange().text(),
                        newer.server().quoted() + " runs " + newerRelease + " in " + forest.described()
                                + ", where " + older.server().quoted() + " runs " + olderRelease
                                + ", and the two cannot live together.",
                        findingCollector)
                .fix("Take the last server with " + olderRelease + " out of the forest first.");
        if (fact.isPresent()) {
            fault.because(fact.get().because())
                    .sources(fact.get().evidence().citations())
                    .doubtful(fact.get().evidence().isRecalled());
        } else {
            fault.because("Releases that are not listed as a pair do not live in one forest.");
        }
    }

    private static void checkLevel(
            CoexistenceFact pair,
            Member member,
            Member other,
            Predicate<Level> works,
            String wanted,
            FindingCollector findingCollector) {
        Installation exchange = member.exchange();
        List<Level> possible = exchange.level()
                .map(Located::value)
                .map(List::of)
                .orElse(exchange.release().levels());
        if (possible.stream().noneMatch(works)) {
            fault(
                            member,
                            other,
                            exchange.levelPlace(),
                            member.server().quoted() + " runs " + exchange.name() + " in one forest with "
                                    + other.exchange().release() + " on "
                                    + other.server().quoted() + ", and that needs " + wanted + ".",
                            findingCollector)
                    .because(pair.because())
                    .fix(
                            possible.stream().anyMatch(level -> isTooNew(pair, member, level))
                                    ? "Take the last server with " + pair.older() + " out of the forest first."
                                    : "Bring it to " + wanted + ", or take one of the two releases out of the forest.")
                    .sources(pair.evidence().citations())
                    .doubtful(pair.floorsRecalled());
        } else if (!possible.stream().allMatch(works)) {
            findingCollector.undecided(
                    INFO, member.server(), exchange.text(), "the service pack of " + exchange.release());
        }
    }

    /** Whether a level is above the range, so that no upgrade fixes it. */
    private static boolean isTooNew(CoexistenceFact pair, Member member, Level level) {
        return member.exchange().release().equals(pair.newer())
                && pair.newerLevels().to().filter(last -> last.isBefore(level)).isPresent();
    }

    /** Describes the supported levels of the newer release. */
    private static String bounds(CoexistenceFact pair) {
        Optional<Level> from = pair.newerLevels().from();
        Optional<Level> to = pair.newerLevels().to();
        String after = from.isPresent() ? " or later" : "";
        String before = to.map(last -> from.isPresent() ? ", up to " + last : " or earlier")
                .orElse("");
        return pair.newer().nameAt(from.or(() -> to)) + after + before;
    }

    private static Finding.Builder fault(
            Member member, Member other, Located<?> at, String message, FindingCollector findingCollector) {
        return findingCollector
                .fault(INFO, member.server(), Product.EXCHANGE, at, message)
                .related(
                        other.server().name().value(),
                        other.exchange().text(),
                        other.exchange().name());
    }
}
