package io.github.serverlint.catalog.names;

import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Recognition.Candidates;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Recognition.Unrecognized;
import io.github.serverlint.catalog.Release;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the release of one product out of the name of an image, a box, an installation medium or a guest type, where it
 * stands between words and numbers that have nothing to do with it: {@code tas50/windows_2016-standard},
 * {@code ExchangeServer2019-x64-CU12.ISO}.
 *
 * <p>Names that people write for people are none of its business: with blanks or with anything like {@code >} or
 * {@code +} in it, a text has to be one of the exact texts of the catalog.
 */
final class ImageNameParser {
    /** No image has a longer name, and the patterns need not run over hostile input. */
    private static final int LONGEST = 250;
    /** A reference to a parameter of Amazon's, whose name is that of an image. */
    private static final Pattern PARAMETER =
            Pattern.compile("\\{\\{\\s{0,9}+(?:resolve:)?ssm(?:-secure)?:([^{}\\s]*+)\\s{0,9}+}}");
    /** What a tool will put in later says nothing yet. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}");
    /** Letters that make no word with what stands beside them, so that nothing half filled in is read. */
    private static final String IN_ITS_PLACE = "zz";
    /** What stands for any rest of a name. The patterns know it where the rest may change what it means. */
    private static final String ANYTHING = "-qq-";
    /** The editions of one medium are one release: {@code standard_enterprise_datacenter_and_web_with_sp1}. */
    private static final Pattern AND_EDITION =
            Pattern.compile("(?<=[-_])and[-_](?=web|datac|ent|std|standard|foundation|essentials)");
    /** Where a name begins within the path of a file. */
    private static final Pattern BEGINS = Pattern.compile("(?:.*[/\\\\:])?");
    /** One blank is common even in file names, that of "2012 R2". */
    private static final Pattern SHAPE =
            Pattern.compile("(?:[a-z0-9._/\\\\:,(){}\\[\\]-]|(?<=[0-9]) (?=r2(?![a-z0-9])))++");
    /** Words with which a name says what it is not, or more than one release. */
    private static final Set<String> DOUBTS = Set.of(
            "not", "non", "without", "or", "and", "to", "from", "until", "before", "after", "pre", "post", "than",
            "later", "newer", "older", "above", "below", "next", "preview", "insider", "upgrade", "client", "up");

    /** Words that may stand between a release and its level, and name no other product. */
    static final Set<String> FILLERS = Set.of(
            "en",
            "us",
            "gb",
            "de",
            "fr",
            "ja",
            "english",
            "german",
            "french",
            "japanese",
            "spanish",
            "italian",
            "korean",
            "russian",
            "chinese",
            "mul",
            "multilang",
            "language",
            "base",
            "gui",
            "template",
            "svr",
            "w");

    private final Product product;
    /** The releases that a whole text names, by the text in small letters. */
    private final Map<String, List<Release>> wholeNames = new HashMap<>();

    private final BuildTable builds;
    private final List<Finder> finders;
    private final Function<List<String>, Optional<Release>> spelling;
    private final Predicate<String> namesNothingElse;

    /**
     * @param spelling the release whose spelling is made of just these tokens
     * @param namesNothingElse whether a piece of a name leaves what follows it to the release before it
     */
    ImageNameParser(
            Product product,
            BuildTable builds,
            Function<List<String>, Optional<Release>> spelling,
            Predicate<String> namesNothingElse) {
        this.product = product;
        this.builds = builds;
        this.spelling = spelling;
        this.namesNothingElse = namesNothingElse;
        this.finders = product.imageNames().patterns().stream().map(Finder::of).toList();
        product.releases()
                .forEach(release -> release.imageNames()
                        .forEach(name -> wholeNames
                                .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                                .add(release)));
    }

    /** A pattern, and which groups it has. */
    private record Finder(Pattern pattern, Set<String> groups) {
        private static final List<String> GROUPS = List.of("release", "build", "level", "update");

        static Finder of(Pattern pattern) {
            return new Finder(
                    pattern,
                    GROUPS.stream()
                            .filter(group -> pattern.pattern().contains("(?<" + group + ">"))
                            .collect(Collectors.toSet()));
        }

        Optional<String> group(Matcher matcher, String name) {
            return groups.contains(name) ? Optional.ofNullable(matcher.group(name)) : Optional.empty();
        }
    }

    /** Empty for a text that is no such name, or that names no release. */
    Optional<Recognition> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String name = text.strip().toLowerCase(Locale.ROOT);
        List<Release> exact = wholeNames.getOrDefault(name, List.of());
        if (exact.size() > 1) {
            return Optional.of(new Candidates(
                    exact.stream()
                            .map(release ->
                                    new Recognized(release, Optional.empty(), Optional.empty(), Optional.empty()))
                            .toList(),
                    List.of()));
        }
        if (!exact.isEmpty()) {
            return Optional.of(one(exact, Set.of()));
        }
        if (finds(product.imageNames().semiAnnual(), name)) {
            return Optional.of(new Unrecognized(
                    "is a Semi-Annual Channel release, which is none that the catalog knows",
                    "Name the Long-Term Servicing Channel release that the server runs."));
        }
        String own = AND_EDITION
                .matcher(PLACEHOLDER
                        .matcher(PARAMETER.matcher(name).replaceAll("$1"))
                        .replaceAll(IN_ITS_PLACE)
                        .replace("*", ANYTHING))
                .replaceAll("");
        return SHAPE.matcher(own).matches() && NameTokens.of(own).stream().noneMatch(DOUBTS::contains)
                ? find(own)
                : Optional.empty();
    }

    /** A level, and where it stands. */
    private record LevelName(String name, int start, int end) {}

    private Optional<Recognition> find(String name) {
        Set<Release> releases = new LinkedHashSet<>();
        Set<String> levelsOfBuilds = new LinkedHashSet<>();
        NavigableMap<Integer, Integer> found = new TreeMap<>();
        NavigableMap<Integer, LevelName> levels = new TreeMap<>();
        for (Finder finder : finders) {
            Matcher matcher = finder.pattern().matcher(name);
            while (matcher.find()) {
                finder.group(matcher, "release")
                        .map(NameTokens::of)
                        .flatMap(spelling)
                        .ifPresent(releases::add);
                finder.group(matcher, "build").ifPresent(number -> addBuild(number, releases, levelsOfBuilds));
                Optional<String> level = finder.group(matcher, "level")
                        .or(() -> finder.group(matcher, "update").map(number -> "cu" + number));
                if (level.isPresent()) {
                    levels.put(matcher.start(), new LevelName(level.get(), matcher.start(), matcher.end()));
                } else {
                    found.put(matcher.start(), matcher.end());
                }
            }
        }
        Set<String> names = ofReleases(name, found, levels.values());
        names.addAll(levelsOfBuilds);
        if (releases.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                finds(product.imageNames().clients(), name)
                        ? new Unrecognized(
                                "gives two answers: " + either(List.copyOf(releases)) + " and a Windows for clients",
                                "Keep the one that is right.")
                        : one(List.copyOf(releases), names));
    }

    private void addBuild(String number, Set<Release> releases, Set<String> levels) {
        builds.endingIn(number, "", true).flatMap(builds::find).ifPresent(meaning -> {
            if (meaning instanceof BuildTable.KnownBuild known) {
                releases.add(known.release());
                known.level().map(Level::name).ifPresent(levels::add);
            }
        });
    }

    /**
     * The levels that follow the name of a release, or another of its levels, or that a name begins with right before its
     * release. In {@code win2008r2-exchange2010-sp1} the service pack is not one of Windows.
     *
     * @param found where the names of releases begin and end
     * @param levels in the order in which they stand
     */
    private Set<String> ofReleases(String name, NavigableMap<Integer, Integer> found, Collection<LevelName> levels) {
        Set<String> names = new LinkedHashSet<>();
        Set<Integer> ends = new TreeSet<>(found.values());
        for (LevelName level : levels) {
            boolean follows = ends.stream()
                    .filter(end -> end <= level.start())
                    .map(end -> name.substring(end, level.start()))
                    .anyMatch(between -> namesNothingElse.test(between)
                            && !NameTokens.of(between).contains("for"));
            Map.Entry<Integer, Integer> next = found.ceilingEntry(level.end());
            boolean leads = next != null
                    && BEGINS.matcher(name.substring(0, level.start())).matches()
                    && namesNothingElse.test(name.substring(level.end(), next.getKey()));
            if (follows || leads) {
                names.add(level.name());
                ends.add(level.end());
            }
        }
        return names;
    }

    private static Recognition one(List<Release> releases, Set<String> levels) {
        if (releases.size() > 1) {
            return new Unrecognized("can mean " + either(releases), "Name the one that it is.", releases);
        }
        Release release = releases.get(0);
        Optional<Level> level = Optional.empty();
        for (String name : levels) {
            Optional<Level> named = ReleaseChoices.level(release, name);
            if (named.isEmpty()) {
                return ReleaseChoices.hasNoLevel(release, name.toUpperCase(Locale.ROOT));
            }
            if (level.isPresent() && !level.equals(named)) {
                return new Unrecognized(
                        "names two levels: " + level.get() + " and " + named.get(), "Keep the one that is right.");
            }
            level = named;
        }
        // Edition and architecture are not read: they stand among words that only look like them.
        return new Recognized(release, level, Optional.empty(), Optional.empty());
    }

    private static boolean finds(Optional<Pattern> pattern, String name) {
        return pattern.filter(each -> each.matcher(name).find()).isPresent();
    }

    private static String either(List<Release> releases) {
        int last = releases.size() - 1;
        return last == 0
                ? releases.get(0).name()
                : releases.subList(0, last).stream().map(Release::name).collect(Collectors.joining(", ")) + " or "
                        + releases.get(last);
    }
}
