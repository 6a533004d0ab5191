package io.github.serverlint.catalog.names;

import io.github.serverlint.catalog.BuildNumber;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Recognition.Unrecognized;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.ReleaseRecognizer;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.catalog.Vocabulary;
import io.github.serverlint.catalog.names.NamePhrases.Taken;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.run.ConfigurationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises the releases of one product however people write them.
 *
 * <p>Editions, architectures, levels and build numbers are taken out of the text wherever they stand, then the words
 * that every release of the product shares. What is left has to be the spelling of one release, to the last token:
 * anything else is not recognised, so that a misspelt name can never pass as some other release. Only then may the text
 * be the name of an image, see {@link ImageNameParser}.
 */
public final class ReleaseNameParser implements ReleaseRecognizer {
    private static final int MOST_REMEMBERED = 10_000;
    /** No name is longer, and a value may be as long as a file. */
    private static final int LONGEST = 1_000;
    /** The end of a build, as {@code 17763} and {@code 20348.350} are; shorter numbers may count anything. */
    private static final Pattern END_OF_BUILD = Pattern.compile("([0-9]{4,6})(\\.[0-9]{1,6})?");
    /** BuildLabEx and BuildLab of the registry: {@code 17763.1.amd64fre.rs5_release.180914-1434}. */
    private static final Pattern BUILD_LAB = Pattern.compile(
            "([0-9]{4,6}(?:\\.[0-9]{1,6})?)\\.(?:(amd64|x86|ia64)(?:fre|chk)\\.)?[a-z0-9_]{1,40}\\.[0-9]{6}-[0-9]{4}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HALF_YEAR = Pattern.compile("[0-9]{2}h[12]");
    private static final Pattern SAYS_BUILD = Pattern.compile("^[0-9.\\s]+$|(?i:build)");
    private static final Pattern UPDATE = Pattern.compile("20[0-9]{2}H[12]");

    private final Product product;
    private final NamePhrases phrases;
    private final Map<List<String>, Release> spellings = new LinkedHashMap<>();
    /** What stands behind the year of a release otherwise: {@code 21H2} of Windows Server 2022 21H2. */
    private final Map<List<String>, Release> versions = new HashMap<>();

    private final BuildTable builds;
    private final ImageNameParser imageNames;
    private final Map<String, Recognition> recognized = new ConcurrentHashMap<>();

    public ReleaseNameParser(Product product, Vocabulary architectures) {
        this.product = product;
        this.builds = new BuildTable(product);
        this.phrases = new NamePhrases(product, architectures);
        this.imageNames = new ImageNameParser(
                product, builds, tokens -> Optional.ofNullable(spellings.get(tokens)), this::namesNothingElse);
        for (Release release : product.releases()) {
            Stream.concat(Stream.of(release.name()), release.spellings().stream())
                    .map(spelling -> phrases.withoutWords(NameTokens.of(spelling)))
                    .forEach(tokens -> {
                        Release other = spellings.put(tokens, release);
                        if (other != null && !other.equals(release)) {
                            throw new ConfigurationException(
                                    "The catalog cannot be used:\n" + release.place() + ": " + other + " and " + release
                                            + " are both spelt \"" + String.join(" ", tokens) + "\".");
                        }
                    });
        }
        spellings.forEach((tokens, release) -> {
            for (int i = 1; i < tokens.size(); i++) {
                if (release.equals(spellings.get(tokens.subList(0, i)))) {
                    versions.put(List.copyOf(tokens.subList(i, tokens.size())), release);
                }
            }
        });
    }

    /** Most servers of an estate run a handful of releases, so each text is taken apart once. */
    @Override
    public Recognition recognize(String text) {
        Recognition known = recognized.get(text);
        if (known == null) {
            Recognition strict = takeApart(text);
            known = !(strict instanceof Unrecognized)
                    ? strict
                    : imageNames.read(text).orElse(strict);
            if (recognized.size() < MOST_REMEMBERED) {
                recognized.put(text, known);
            }
        }
        return known;
    }

    private Recognition takeApart(String text) {
        if (text.length() > LONGEST) {
            return notRecognized("", List.of());
        }
        Matcher buildLab = BUILD_LAB.matcher(text.strip());
        boolean isBuildLab = product.isPlatform() && buildLab.matches();
        Taken taken = phrases.take(NameTokens.of(isBuildLab ? buildLab.replaceFirst("$1 $2") : text));
        List<String> name = taken.rest();
        if (taken.build().isPresent()) {
            // Some releases are called by what looks like a build: 4.7.2.
            Release named = spellings.get(
                    Stream.concat(name.stream(), Stream.of(taken.build().get().toString()))
                            .toList());
            return named == null ? recognizeBuild(taken, name) : complete(named, taken, Optional.empty());
        }
        Release release = spellings.get(name);
        if (release == null) {
            return joinedBuild(name)
                    .<Recognition>map(build -> recognizeBuild(taken.with(build), List.of()))
                    .or(() -> endOfBuild(
                                    name, isBuildLab || SAYS_BUILD.matcher(text).find())
                            .map(build -> recognizeBuild(taken.with(build), name.subList(0, name.size() - 1))))
                    .or(() -> updateAlone(taken))
                    .orElseGet(() -> notRecognized(text, name));
        }
        return complete(release, taken, Optional.empty());
    }

    /**
     * What an update is of that is called by its half year, and so by no release: {@code 2023H1 CU} of Exchange Server
     * 2019 alone, {@code 2022H1 CU} of 2016 or 2019.
     */
    private Optional<Recognition> updateAlone(Taken taken) {
        if (!taken.rest().isEmpty()
                || taken.levels().size() != 1
                || !taken.levels().stream().allMatch(UPDATE.asMatchPredicate())) {
            return Optional.empty();
        }
        return SharedBuilds.oneOf(product.releases().stream()
                .map(release -> complete(release, taken, Optional.empty()))
                .toList());
    }

    /** Whether a piece of a name says nothing but edition and architecture, so that what follows it belongs before it. */
    private boolean namesNothingElse(String piece) {
        Taken taken = phrases.take(NameTokens.of(piece));
        return taken.levels().isEmpty() && taken.build().isEmpty() && ImageNameParser.FILLERS.containsAll(taken.rest());
    }

    /** {@code 6.5 (Build 7638)} and {@code 5.2 (3790)} are builds in two pieces. */
    private static Optional<BuildNumber> joinedBuild(List<String> name) {
        boolean pieces = name.size() == 2
                && name.stream().allMatch(NameTokens::isNumber)
                && name.get(0).contains(".");
        return pieces ? BuildNumber.of(String.join(".", name)) : Optional.empty();
    }

    /**
     * The build whose end is the last part of a text, such as {@code Windows Server 2012 R2 9600}. Windows calls itself by
     * it alone too: {@code 17763}, {@code Version 21H2 (OS Build 20348.350)}.
     *
     * @param saysBuild whether the text says that its number is a build; otherwise that of a later release may be a
     *     mistyped year
     */
    private Optional<BuildNumber> endOfBuild(List<String> name, boolean saysBuild) {
        Matcher last = END_OF_BUILD.matcher(name.isEmpty() ? "" : name.get(name.size() - 1));
        if (!last.matches()) {
            return Optional.empty();
        }
        List<String> before = name.subList(0, name.size() - 1);
        boolean mayBeNamed = spellings.containsKey(before)
                || (product.isPlatform() && (before.isEmpty() || versions.containsKey(before) || isHalfYear(before)));
        return mayBeNamed
                ? builds.endingIn(last.group(1), last.group(2) == null ? "" : last.group(2), saysBuild)
                : Optional.empty();
    }

    /** The version of a later Windows, or of one for clients: {@code 26H2}. */
    private static boolean isHalfYear(List<String> words) {
        return HALF_YEAR.matcher(String.join("", words)).matches();
    }

    private Recognition recognizeBuild(Taken taken, List<String> words) {
        BuildNumber build = taken.build().orElseThrow();
        // Windows prints the third part once more: "10.0.17763 N/A Build 17763".
        List<String> name = words.stream()
                .filter(word -> build.parts().size() < 3
                        || !word.equals(String.valueOf(build.parts().get(2))))
                .toList();
        if (builds.isEmpty()) {
            return notRecognized(build.toString(), name);
        }
        BuildTable.Meaning meaning = builds.find(build)
                .orElseGet(() ->
                        new BuildTable.NoBuild("holds the build " + build + ", which is none of " + product.name()));
        if (!(meaning instanceof BuildTable.KnownBuild known)) {
            return new Unrecognized(
                    ((BuildTable.NoBuild) meaning).problem(),
                    "Known builds begin with " + String.join(", ", builds.versions()) + ".");
        }
        Release release = known.release();
        Release named = spellings.get(name);
        if (named != null && !named.equals(release) && !SharedBuilds.share(named, release)) {
            return new Unrecognized(
                    "gives two answers: the name says " + named + ", the build " + build + " says " + release,
                    "Keep the one that is right.",
                    List.of(named, release));
        }
        if (named == null
                && !name.isEmpty()
                && !product.buildWords().containsAll(name)
                && !release.equals(versions.get(name))
                && !(release.isNewerThanCatalog() && isHalfYear(name))) {
            return notRecognized(String.join(" ", name), name);
        }
        return named == null
                ? SharedBuilds.recognized(
                        product,
                        release,
                        each -> complete(
                                each,
                                taken,
                                each.equals(release)
                                        ? known.level()
                                        : known.level().flatMap(of -> each.level(of.name()))))
                : complete(named, taken, known.level());
    }

    private static Optional<Level> levelOf(Release release, String name) {
        return release.level(name).or(() -> release.laterLevel(name));
    }

    private Recognition complete(Release release, Taken taken, Optional<Level> levelOfBuild) {
        if (taken.levels().stream()
                        .map(name -> levelOf(release, name))
                        .distinct()
                        .count()
                > 1) {
            return new Unrecognized(
                    "names two levels: " + String.join(" and ", taken.levels()), "Keep the one that is right.");
        }
        Optional<Level> level = levelOfBuild;
        if (!taken.levels().isEmpty()) {
            String name = taken.levels().iterator().next();
            level = levelOf(release, name);
            if (level.isEmpty()) {
                return ReleaseChoices.hasNoLevel(release, name);
            }
            boolean bothNewer = level.get().isNewerThanCatalog()
                    && levelOfBuild.filter(Level::isNewerThanCatalog).isPresent();
            if (levelOfBuild.isPresent() && !levelOfBuild.equals(level) && !bothNewer) {
                return new Unrecognized(
                        "gives two answers: it says " + name + ", but the build is that of " + levelOfBuild.get(),
                        "Keep the one that is right.");
            }
        }
        if (taken.editions().size() > 1 || taken.architectures().size() > 1) {
            return new Unrecognized("names two editions or architectures", "Keep the one that is right.");
        }
        Optional<String> edition = Optional.empty();
        if (!taken.editions().isEmpty()) {
            List<String> named = taken.editions().iterator().next();
            edition = release.editions().stream().filter(named::contains).findFirst();
            if (edition.isEmpty()) {
                return new Unrecognized(
                        "names the edition " + named.get(0) + ", which " + release + " does not have",
                        ReleaseChoices.editionsOf(release));
            }
        }
        Optional<Term> architecture = taken.architectures().stream().findFirst();
        if (architecture.isPresent() && !release.architectures().contains(architecture.get())) {
            return new Unrecognized(
                    "names the architecture " + architecture.get() + ", for which there is no " + release,
                    ReleaseChoices.architecturesOf(release));
        }
        return new Recognized(release, level, edition, architecture);
    }

    private Recognition notRecognized(String text, List<String> name) {
        List<Release> named = releasesWithin(name);
        if (named.size() > 1) {
            return new Unrecognized(
                    "gives two answers: " + named.get(0) + " and " + named.get(1),
                    "Keep the one that is right.",
                    named);
        }
        if (named.size() == 1) {
            return new Unrecognized(
                    "names " + named.get(0) + ", and more that is not understood",
                    "Write \"" + named.get(0)
                            + "\" with its edition, service pack and architecture alone, if that is what it is.");
        }
        List<String> names = product.releases().stream().map(Release::name).toList();
        return new Unrecognized(
                "is no release of " + product.name() + " that the catalog knows", Suggestions.advice(text, names));
    }

    /** The releases whose spelling stands somewhere in a name, longest spelling first. */
    private List<Release> releasesWithin(List<String> name) {
        Set<Release> found = new LinkedHashSet<>();
        List<String> left = new ArrayList<>(name);
        spellings.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<List<String>, Release> entry) ->
                                entry.getKey().size())
                        .reversed())
                .forEach(entry -> {
                    for (int i = 0; i < left.size(); i++) {
                        if (NameTokens.startsWith(left, i, entry.getKey())) {
                            found.add(entry.getValue());
                            left.subList(i, i + entry.getKey().size()).clear();
                        }
                    }
                });
        return new ArrayList<>(found);
    }
}
