package io.github.serverlint.analysis;

import io.github.serverlint.estate.Estate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts about servers with open releases, each made of the texts about them with one of the candidates. */
final class ReleaseTexts {
    private static final int MOST_NAMED = 3;
    /** Stands for the name of a release, and in no text. */
    private static final String BLANK = "\u0000";

    private static final int MOST_COMPARED = 64;

    private final Resolutions resolutions;
    private final Map<String, List<Integer>> byServer;

    ReleaseTexts(Resolutions resolutions) {
        this.resolutions = resolutions;
        this.byServer = IntStream.range(0, resolutions.releases().size())
                .boxed()
                .collect(Collectors.groupingBy(
                        release -> resolutions.releases().get(release).key().server()));
    }

    /** The positions of the open releases of some servers. */
    List<Integer> of(List<String> servers) {
        return servers.stream()
                .flatMap(server -> byServer.getOrDefault(Estate.folded(server), List.of()).stream())
                .toList();
    }

    /**
     * The positions of the open releases on which a finding may depend: those of the servers that it names, in their order,
     * and then, unless they are very many, the others of their forests.
     */
    List<Integer> relevant(List<String> servers) {
        Set<Integer> relevant = new LinkedHashSet<>(of(servers));
        if (resolutions.releases().size() <= MOST_COMPARED) {
            Set<String> groups = relevant.stream().map(resolutions::group).collect(Collectors.toSet());
            IntStream.range(0, resolutions.releases().size())
                    .filter(release -> groups.isEmpty() || groups.contains(resolutions.group(release)))
                    .forEach(relevant::add);
        }
        return List.copyOf(relevant);
    }

    /**
     * One text for all: the same text, or the same but for the names of open releases, for which all of their names stand
     * then. If they differ in more, they are told one after the other.
     *
     * @param byWay the text of each way
     * @param servers the servers that it is about
     */
    String merged(Map<Integer, String> byWay, List<String> servers) {
        String first = byWay.values().iterator().next();
        if (byWay.values().stream().allMatch(first::equals)) {
            return first;
        }
        List<Integer> relevant = relevant(servers);
        Optional<String> shared = relevant.stream()
                .flatMap(release -> shared(byWay, List.of(release)).stream())
                .findFirst()
                .or(() -> shared(byWay, relevant.subList(0, Math.min(MOST_NAMED, relevant.size()))));
        if (shared.isPresent()) {
            return shared.get();
        }
        for (int release : relevant) {
            Map<String, Set<Integer>> byText = new LinkedHashMap<>();
            byWay.forEach((way, text) ->
                    byText.computeIfAbsent(text, key -> new TreeSet<>()).add(resolutions.option(way, release)));
            int told = byText.values().stream().mapToInt(Set::size).sum();
            if (told == options(release, byWay.keySet()).size()) {
                OpenRelease open = resolutions.releases().get(release);
                return byText.entrySet().stream()
                        .map(entry -> entry.getKey().isEmpty()
                                ? ""
                                : "As " + open.either(entry.getValue()) + ": " + entry.getKey())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
            }
        }
        int way = byWay.keySet().iterator().next();
        return "As with " + chosen(way, relevant) + ": " + first;
    }

    /** The text that all ways have but for the names of some open releases. */
    private Optional<String> shared(Map<Integer, String> byWay, List<Integer> releases) {
        Set<String> blanked = new HashSet<>();
        byWay.forEach((way, text) -> {
            String blank = text;
            for (int release : releases) {
                OpenRelease open = resolutions.releases().get(release);
                String name = open.release(resolutions.option(way, release)).name();
                blank = blank.replace(name, BLANK + release + BLANK);
            }
            blanked.add(blank);
        });
        String text = blanked.iterator().next();
        for (int release : releases) {
            OpenRelease open = resolutions.releases().get(release);
            text = text.replace(BLANK + release + BLANK, open.either(options(release, byWay.keySet())));
        }
        return blanked.size() == 1 ? Optional.of(text) : Optional.empty();
    }

    /** The options that an open release has in some ways. */
    Set<Integer> options(int release, Collection<Integer> ways) {
        return ways.stream()
                .map(way -> resolutions.option(way, release))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is chosen in one of the ways, for messages. */
    String chosen(int way, List<Integer> releases) {
        int more = releases.size() - MOST_NAMED;
        return releases.stream()
                        .limit(MOST_NAMED)
                        .map(release -> resolutions.releases().get(release).release(resolutions.option(way, release))
                                + " on "
                                + resolutions
                                        .releases()
                                        .get(release)
                                        .serverName()
                                        .quoted())
                        .collect(Collectors.joining(" and "))
                + (more > 0 ? " and others" : "");
    }
}
