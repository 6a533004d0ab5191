package io.github.serverlint.rules.forest;

import io.github.serverlint.catalog.CoexistenceFact;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Forest;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.FindingBuilder;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.RuleInfo;
import io.github.serverlint.rule.FindingCollector;
import io.github.serverlint.rule.ForestRule;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rules.forest.ExchangeOrganization.Member;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
                    if (!newer.isOlderThan(older)) {
                        check(
                                exchangeOrganization.forest(),
                                exchangeOrganization.byRelease().getOrDefault(newer, List.of()),
                                exchangeOrganization.byRelease().getOrDefault(older, List.of()),
                                ruleContext.catalog().coexistence(newer, older),
                                findingCollector);
                    }
                }
            }
        }
    }

    /** Checks two releases, or the levels of one release beside each other. */
    private static void check(
            Forest forest,
            List<Member> newerOnes,
            List<Member> olderOnes,
            List<CoexistenceFact> rows,
            FindingCollector findingCollector) {
        Member newer = newerOnes.get(0);
        Member older = olderOnes.get(0);
        boolean isOneRelease =
                newer.exchange().release().equals(older.exchange().release());
        if (!isOneRelease && rows.stream().noneMatch(CoexistenceFact::supported)) {
            reportPair(forest, newerOnes, olderOnes, rows.stream().findFirst(), findingCollector);
            return;
        }
        if (!isOneRelease) {
            List<Partner> partners = partners(olderOnes);
            newerOnes.forEach(member -> checkNewer(rows, member, older, partners, findingCollector));
        }
        // The members of one level are checked as one.
        Map<Optional<Level>, List<Member>> newerLevels = new LinkedHashMap<>();
        newerOnes.stream()
                .filter(member -> !isOneRelease || member.exchange().level().isPresent())
                .forEach(member -> newerLevels
                        .computeIfAbsent(member.exchange().level().map(Located::value), key -> new ArrayList<>())
                        .add(member));
        Map<Optional<Level>, List<Partner>> partners = new HashMap<>();
        olderOnes.forEach(
                member -> checkOlder(rows, List.copyOf(newerLevels.values()), member, partners, findingCollector));
    }

    private static List<Level> possibleLevels(Member member) {
        return member.exchange()
                .level()
                .map(Located::value)
                .map(List::of)
                .orElse(member.exchange().release().levels());
    }

    /** Checks whether a level of the newer release supports the older release at all. */
    private static void checkNewer(
            List<CoexistenceFact> rows,
            Member member,
            Member older,
            List<Partner> partners,
            FindingCollector findingCollector) {
        List<Level> possible = possibleLevels(member);
        Predicate<Level> works =
                level -> rows.stream().anyMatch(row -> row.newerLevels().contains(level));
        if (possible.stream().noneMatch(works)) {
            String wanted = rows.stream().map(UnsupportedCoexistence::bounds).collect(Collectors.joining(" or "));
            boolean isTooNew = possible.stream()
                    .anyMatch(level -> rows.stream()
                            .anyMatch(row -> row.newerLevels()
                                    .to()
                                    .filter(last -> last.isBefore(level))
                                    .isPresent()));
            report(rows.get(0), member, older, wanted, isTooNew, findingCollector)
                    .with(partners);
        } else if (!possible.stream().allMatch(works)) {
            undecided(member, findingCollector);
        }
    }

    /** Checks whether a level of the older release is high enough for the levels of the newer one. */
    private static void checkOlder(
            List<CoexistenceFact> rows,
            List<List<Member>> newerOnes,
            Member member,
            Map<Optional<Level>, List<Partner>> partnersByLevel,
            FindingCollector findingCollector) {
        List<Level> possible = possibleLevels(member);
        Optional<CoexistenceFact> broken = Optional.empty();
        Optional<Member> beside = Optional.empty();
        Optional<Member> open = Optional.empty();
        IdentityHashMap<List<Member>, List<CoexistenceFact>> brokenBy = new IdentityHashMap<>();
        for (List<Member> ofOneLevel : newerOnes) {
            Member newer = ofOneLevel.get(0);
            List<Level> newerLevels = possibleLevels(newer);
            List<CoexistenceFact> concerned = rows.stream()
                    .filter(row -> newerLevels.stream().anyMatch(row.newerLevels()::contains)
                            || (rows.size() == 1 && !row.newer().equals(row.older())))
                    .toList();
            List<CoexistenceFact> failed = concerned.stream()
                    .filter(row -> possible.stream().noneMatch(level -> isHighEnough(level, row)))
                    .toList();
            boolean isCertain = !failed.isEmpty()
                    && (failed.size() == rows.size()
                            || newerLevels.stream()
                                    .allMatch(level -> failed.stream()
                                            .anyMatch(row -> row.newerLevels().contains(level))));
            if (isCertain) {
                brokenBy.put(ofOneLevel, failed);
                // A floor that is certain comes before one that is known from memory.
                CoexistenceFact worst = failed.stream()
                        .filter(row -> !row.floorsRecalled())
                        .findFirst()
                        .orElse(failed.get(0));
                if (broken.isEmpty() || (broken.get().floorsRecalled() && !worst.floorsRecalled())) {
                    broken = Optional.of(worst);
                    beside = Optional.of(newer);
                }
            } else if (!failed.isEmpty()) {
                open = Optional.of(newer);
            } else if (!concerned.stream()
                    .allMatch(row -> possible.stream().allMatch(level -> isHighEnough(level, row)))) {
                open = Optional.of(member);
            }
        }
        if (broken.isPresent()) {
            CoexistenceFact row = broken.get();
            String wanted = row.older().nameAt(row.olderFrom()) + " or later";
            report(row, member, beside.orElseThrow(), wanted, false, findingCollector)
                    .with(partnersByLevel.computeIfAbsent(
                            member.exchange().level().map(Located::value), key -> partners(newerOnes, rows, brokenBy)));
        } else {
            open.ifPresent(unknown -> undecided(unknown, findingCollector));
        }
    }

    /** Servers as partners, whatever the level of their Exchange. */
    private static List<Partner> partners(List<Member> members) {
        return List.copyOf(members.stream()
                .map(member -> Partner.of(
                        member.server().name().value(),
                        member.exchange().release().name()))
                .toList());
    }

    /** Servers with the levels that an older release is too low for. */
    private static List<Partner> partners(
            List<List<Member>> newerOnes,
            List<CoexistenceFact> rows,
            IdentityHashMap<List<Member>, List<CoexistenceFact>> brokenBy) {
        return List.copyOf(newerOnes.stream()
                .filter(brokenBy::containsKey)
                .flatMap(members -> members.stream()
                        .map(member -> partner(member, rows, brokenBy.getOrDefault(members, List.of()))))
                .toList());
    }

    /** A server with a level that the other release is too low for; levels that want as much of it are as bad. */
    private static Partner partner(Member newer, List<CoexistenceFact> rows, List<CoexistenceFact> failed) {
        int wanted =
                failed.stream().mapToInt(UnsupportedCoexistence::floor).min().orElse(0);
        Release release = newer.exchange().release();
        Set<String> asBad = release.levels().stream()
                .filter(level ->
                        rows.stream().anyMatch(row -> row.newerLevels().contains(level) && floor(row) >= wanted))
                .map(level -> release.nameAt(Optional.of(level)))
                .collect(Collectors.toCollection(HashSet::new));
        asBad.add(newer.exchange().name());
        return new Partner(newer.server().name().value(), newer.exchange().name(), asBad);
    }

    private static int floor(CoexistenceFact row) {
        return row.olderFrom().map(Level::rank).orElse(0);
    }

    private static boolean isHighEnough(Level level, CoexistenceFact row) {
        return row.olderFrom().filter(level::isBefore).isEmpty();
    }

    private static void undecided(Member member, FindingCollector findingCollector) {
        findingCollector.undecided(
                INFO,
                member.server(),
                member.exchange().text(),
                "the service pack of " + member.exchange().release());
    }

    private static void reportPair(
            Forest forest,
            List<Member> newerOnes,
            List<Member> olderOnes,
            Optional<CoexistenceFact> fact,
            FindingCollector findingCollector) {
        Member newer = newerOnes.get(0);
        Member older = olderOnes.get(0);
        Release newerRelease = newer.exchange().release();
        Release olderRelease = older.exchange().release();
        FindingBuilder fault = fault(
                        newer,
                        older,
                        newer.exchange().text(),
                        newer.server().quoted() + " runs " + newerRelease + " in " + forest.described()
                                + ", where " + older.server().quoted() + " runs " + olderRelease
                                + ", and the two cannot live together.",
                        findingCollector)
                .fix("Take the last server with " + olderRelease + " out of the forest first.")
                .topic(forest.title() + " with " + newerRelease + " and " + olderRelease)
                .with(partners(newerOnes))
                .with(partners(olderOnes));
        if (fact.isPresent()) {
            fault.because(fact.get().because())
                    .sources(fact.get().evidence().citations())
                    .doubtful(fact.get().evidence().isRecalled());
        } else {
            fault.because("Releases that are not listed as a pair do not live in one forest.");
        }
    }

    /**
     * Reports a level that the other release does not support.
     *
     * @param wanted the levels that it supports
     * @param isTooNew whether the level is above them, so that no upgrade fixes it
     */
    private static FindingBuilder report(
            CoexistenceFact row,
            Member member,
            Member other,
            String wanted,
            boolean isTooNew,
            FindingCollector findingCollector) {
        boolean isOneRelease = row.newer().equals(row.older());
        return fault(
                        member,
                        other,
                        member.exchange().levelPlace(),
                        member.server().quoted() + " runs " + member.exchange().name() + " in one forest with "
                                + (isOneRelease
                                        ? other.exchange().name()
                                        : other.exchange().release()) + " on "
                                + other.server().quoted() + ", and that needs " + wanted + ".",
                        findingCollector)
                .because(row.because())
                .fix(
                        isTooNew
                                ? "Take the last server with " + row.older() + " out of the forest first."
                                : "Bring it to " + wanted
                                        + (isOneRelease ? "." : ", or take one of the two releases out of the forest."))
                .sources(row.evidence().citations())
                .doubtful(row.floorsRecalled());
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

    private static FindingBuilder fault(
            Member member, Member other, Located<?> at, String message, FindingCollector findingCollector) {
        return findingCollector
                .fault(INFO, member.server(), Product.EXCHANGE, at, message)
                .related(
                        other.server().serverName(),
                        other.exchange().text(),
                        other.exchange().name());
    }
}
