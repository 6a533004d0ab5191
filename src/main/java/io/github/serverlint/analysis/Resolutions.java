package io.github.serverlint.analysis;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ways to choose one of the candidates for each open release of some servers. Rules check every way by itself, and
 * {@link MergedFindings} says what holds for all of them.
 *
 * <p>The servers of a forest are combined with each other: all ways, up to {@link #MOST} of them. If there are more,
 * servers of one spec are taken together: every selection of their candidates occurs, and in it each server has each of
 * the selected candidates once. Open releases for which that is still too much stay open. No rule looks beyond a forest,
 * so the ways of several forests are gone through side by side.
 */
public final class Resolutions {
    /** Enough for four servers of four candidates each, or for eight of two. */
    static final int MOST = 256;

    private final List<OpenRelease> releases = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<OpenRelease> left = new ArrayList<>();
    private final Map<OpenRelease.OpenReleaseId, Integer> positions = new HashMap<>();
    /** The ways of each group: an option for each of its releases, which begin at a position of their own. */
    private final List<List<int[]>> ways = new ArrayList<>();

    private final List<Integer> starts = new ArrayList<>();
    private final int size;

    /**
     * Server with open releases.
     *
     * @param group its forest
     * @param kind servers of one kind may be taken together
     */
    record OpenServer(String group, Object kind, List<OpenRelease> releases) {}

    private Resolutions(Collection<OpenServer> members) {
        Map<String, Map<Object, List<OpenServer>>> byGroup = new LinkedHashMap<>();
        for (OpenServer member : members) {
            byGroup.computeIfAbsent(member.group(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(member.kind(), key -> new ArrayList<>())
                    .add(member);
        }
        byGroup.forEach((group, kinds) -> addGroup(group, List.copyOf(kinds.values())));
        size = ways.stream().mapToInt(List::size).max().orElse(1);
    }

    /** All ways for some servers, each of which is of a kind of its own. */
    public static Resolutions ofServers(Collection<Server> servers) {
        Map<OpenRelease.OpenReleaseId, OpenRelease> distinct = new LinkedHashMap<>();
        for (Server server : servers) {
            if (!server.candidates().isEmpty()) {
                OpenRelease.of(server).forEach(open -> distinct.putIfAbsent(open.key(), open));
            }
        }
        return new Resolutions(distinct.values().stream()
                .map(open -> new OpenServer("", open.key(), List.of(open)))
                .toList());
    }

    static Resolutions of(Collection<OpenServer> members) {
        return new Resolutions(members);
    }

    private void addGroup(String group, List<List<OpenServer>> kinds) {
        long all = 1;
        for (List<OpenServer> kind : kinds) {
            for (OpenServer member : kind) {
                all = Math.min(MOST + 1L, all * waysOf(member));
            }
        }
        boolean isSmall = all <= MOST;
        int start = releases.size();
        List<int[]> soFar = new ArrayList<>();
        soFar.add(new int[0]);
        for (List<OpenServer> kind : kinds) {
            List<int[]> more = isSmall ? allOf(kind) : selectionsOf(kind);
            List<OpenRelease> open =
                    kind.stream().flatMap(member -> member.releases().stream()).toList();
            if (more.isEmpty() || (long) soFar.size() * more.size() > MOST) {
                left.addAll(open);
                continue;
            }
            for (OpenRelease release : open) {
                positions.put(release.key(), releases.size());
                releases.add(release);
                groups.add(group);
            }
            soFar = product(soFar, more);
        }
        if (releases.size() > start) {
            starts.add(start);
            ways.add(soFar);
        }
    }

    private static long waysOf(OpenServer member) {
        return member.releases().stream()
                .mapToLong(release -> release.options().size())
                .reduce(1, (a, b) -> a * b);
    }

    private static List<int[]> product(List<int[]> first, List<int[]> second) {
        List<int[]> product = new ArrayList<>();
        for (int[] one : first) {
            for (int[] other : second) {
                int[] both = new int[one.length + other.length];
                System.arraycopy(one, 0, both, 0, one.length);
                System.arraycopy(other, 0, both, one.length, other.length);
                product.add(both);
            }
        }
        return product;
    }

    private static List<int[]> allOf(OpenServer member) {
        List<int[]> all = new ArrayList<>();
        all.add(new int[0]);
        for (OpenRelease release : member.releases()) {
            List<int[]> options = new ArrayList<>();
            for (int i = 0; i < release.options().size(); i++) {
                options.add(new int[] {i});
            }
            all = product(all, options);
        }
        return all;
    }

    private static List<int[]> allOf(List<OpenServer> members) {
        List<int[]> all = new ArrayList<>();
        all.add(new int[0]);
        for (OpenServer member : members) {
            all = product(all, allOf(member));
        }
        return all;
    }

    /**
     * Every selection of the ways of one member, given to the members in turn, beginning with each of them; empty if
     * these are too many.
     */
    private static List<int[]> selectionsOf(List<OpenServer> members) {
        List<int[]> own = allOf(members.get(0));
        // More than that exceeds the limit by itself.
        if (own.size() > Integer.numberOfTrailingZeros(MOST)) {
            return members.size() == 1 ? own : List.of();
        }
        List<int[]> all = new ArrayList<>();
        for (int selection = 1; selection < 1 << own.size(); selection++) {
            List<int[]> selected = new ArrayList<>();
            for (int i = 0; i < own.size(); i++) {
                if ((selection & 1 << i) != 0) {
                    selected.add(own.get(i));
                }
            }
            for (int first = 0; first < selected.size() && selected.size() <= members.size(); first++) {
                int[] way = new int[0];
                for (int i = 0; i < members.size(); i++) {
                    way = product(List.of(way), List.of(selected.get((first + i) % selected.size())))
                            .get(0);
                }
                all.add(way);
            }
        }
        return all;
    }

    /** Whether nothing is open, so that there is one way. */
    boolean isSingle() {
        return releases.isEmpty();
    }

    /** How many ways there are. */
    public int size() {
        return size;
    }

    /** The releases that are chosen. */
    public List<OpenRelease> releases() {
        return releases;
    }

    /** The releases that stay open, because there are too many ways. */
    public List<OpenRelease> left() {
        return left;
    }

    /** The group of one of the releases. */
    String group(int release) {
        return groups.get(release);
    }

    /** Which of its options a release has in one of the ways. */
    int option(int way, int release) {
        int group = starts.size() - 1;
        while (starts.get(group) > release) {
            group--;
        }
        List<int[]> ofGroup = ways.get(group);
        return ofGroup.get(way % ofGroup.size())[release - starts.get(group)];
    }

    /** A server as it is in one of the ways. */
    Server resolved(int way, Server server) {
        Server resolved = server;
        for (String product : server.candidates().keySet()) {
            @Nullable Integer release = positions.get(OpenRelease.OpenReleaseId.of(server, product));
            if (release != null) {
                resolved = resolved.choosing(product, option(way, release));
            }
        }
        return resolved;
    }

    /** An estate as it is in one of the ways. */
    public Estate resolved(int way, Estate estate) {
        return new Estate(
                estate.servers().stream().map(server -> resolved(way, server)).toList(),
                estate.forests(),
                estate.migrations());
    }

    /** What a check says in each of the ways. */
    public <T> List<T> each(Function<Integer, T> check) {
        List<T> results = new ArrayList<>();
        for (int way = 0; way < size; way++) {
            results.add(check.apply(way));
        }
        return results;
    }
}
