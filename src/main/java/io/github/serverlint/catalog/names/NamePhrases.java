package io.github.serverlint.catalog.names;

import io.github.serverlint.catalog.BuildNumber;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.catalog.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Phrases of a product's names that say an edition, an architecture, a level or a build, wherever they stand. */
final class NamePhrases {
    private static final Set<String> LEVEL_WORDS = Set.of("sp", "cu", "ru");

    private static final String RTM = "RTM";
    /** A level that rollups follow. */
    private static final Pattern PACK = Pattern.compile("SP[0-9]|" + RTM);

    private final Set<String> words;
    /** Whether updates are counted from each service pack on, so that a rollup needs one to be a level. */
    private final boolean rollups;
    /** By their first token, the longest first. */
    private final Map<String, List<Phrase>> phrases;

    NamePhrases(Product product, Vocabulary architectures) {
        words = new HashSet<>(product.words());
        rollups = product.releases().stream()
                .flatMap(release -> release.levels().stream())
                .anyMatch(level -> level.name().contains(" RU"));
        phrases = phrases(product, architectures).stream()
                .collect(Collectors.groupingBy(phrase -> phrase.tokens().get(0)));
    }

    /** A phrase that says an edition, an architecture or a level; one phrase may name editions of several releases. */
    private record Phrase(
            List<String> tokens, List<String> editions, Optional<Term> architecture, Optional<String> level) {}

    private List<Phrase> phrases(Product of, Vocabulary architectures) {
        Map<List<String>, List<String>> editions = new LinkedHashMap<>();
        of.editionSpellings()
                .keySet()
                .forEach(edition -> ReleaseChoices.spellingsOf(of, edition)
                        .map(NameTokens::of)
                        // "Server" names an edition of Windows 2000 and belongs to the name of every Windows.
                        .filter(tokens -> !words.containsAll(tokens))
                        .forEach(tokens -> editions.computeIfAbsent(tokens, key -> new ArrayList<>())
                                .add(edition)));
        List<Phrase> found = new ArrayList<>();
        editions.forEach((tokens, names) -> found.add(new Phrase(tokens, names, Optional.empty(), Optional.empty())));
        for (Term architecture : architectures.terms()) {
            Stream.concat(Stream.of(architecture.id()), architecture.spellings().stream())
                    .map(NameTokens::of)
                    .forEach(tokens ->
                            found.add(new Phrase(tokens, List.of(), Optional.of(architecture), Optional.empty())));
        }
        // Words that may be dropped only together say nothing either.
        of.words().stream()
                .map(NameTokens::of)
                .filter(tokens -> tokens.size() > 1)
                .forEach(tokens -> found.add(new Phrase(tokens, List.of(), Optional.empty(), Optional.empty())));
        Set<String> levels = new LinkedHashSet<>();
        of.releases().forEach(release -> {
            release.levels().forEach(level -> levels.add(level.name()));
            levels.addAll(release.levelSpellings().keySet());
        });
        levels.forEach(
                level -> found.add(new Phrase(NameTokens.of(level), List.of(), Optional.empty(), Optional.of(level))));
        // A level that is called by its KB number is told by its build alone.
        found.removeIf(phrase -> phrase.tokens().isEmpty());
        found.sort(Comparator.comparingInt((Phrase phrase) -> phrase.tokens().size())
                .reversed());
        return found;
    }

    /** What was taken out of a text, and the rest of it. */
    record Taken(
            List<String> rest,
            Set<List<String>> editions,
            Set<Term> architectures,
            Set<String> levels,
            Optional<BuildNumber> build) {

        Taken with(BuildNumber joined) {
            return new Taken(rest, editions, architectures, levels, Optional.of(joined));
        }
    }

    Taken take(List<String> tokens) {
        List<String> rest = new ArrayList<>();
        Set<List<String>> editions = new LinkedHashSet<>();
        Set<Term> architectures = new LinkedHashSet<>();
        List<LevelWords> levels = new ArrayList<>();
        Optional<BuildNumber> build = Optional.empty();
        int i = 0;
        while (i < tokens.size()) {
            Optional<Phrase> phrase = phraseAt(tokens, i);
            if (phrase.isPresent()) {
                if (!phrase.get().editions().isEmpty()) {
                    editions.add(phrase.get().editions());
                }
                phrase.get().architecture().ifPresent(architectures::add);
                int end = i + phrase.get().tokens().size();
                if (phrase.get().level().isPresent()) {
                    levels.add(new LevelWords(phrase.get().level().get(), i, end));
                }
                i = end;
            } else if (isNumberedLevel(tokens, i)) {
                int end = endOfNumberedLevel(tokens, i);
                levels.add(
                        new LevelWords(String.join("", tokens.subList(i, end)).toUpperCase(Locale.ROOT), i, end));
                i = end;
            } else if (tokens.get(i).equals("for") && rest.isEmpty()) {
                // "Cumulative Update 15 for Exchange Server 2019": what comes before a name belongs to it.
                i++;
            } else if (isBuild(tokens.get(i))
                    && build.isEmpty()
                    && BuildNumber.of(tokens.get(i)).isPresent()) {
                build = BuildNumber.of(tokens.get(i++));
            } else {
                rest.add(tokens.get(i++));
            }
        }
        return new Taken(withoutWords(rest), editions, architectures, putTogether(levels), build);
    }

    /** The tokens of a name without the words that all releases of the product share. */
    List<String> withoutWords(List<String> tokens) {
        return tokens.stream().filter(token -> !words.contains(token)).toList();
    }

    private Optional<Phrase> phraseAt(List<String> tokens, int position) {
        return phrases.getOrDefault(tokens.get(position), List.of()).stream()
                .filter(phrase -> NameTokens.startsWith(tokens, position, phrase.tokens()))
                .findFirst();
    }

    /** A level, or a part of one, and which tokens say it. */
    private record LevelWords(String name, int start, int end) {}

    private static boolean isNumberedLevel(List<String> tokens, int i) {
        return LEVEL_WORDS.contains(tokens.get(i)) && i + 1 < tokens.size() && NameTokens.isNumber(tokens.get(i + 1));
    }

    /** {@code RU8 v2} is a rollup that replaced the first of its number. */
    private static int endOfNumberedLevel(List<String> tokens, int i) {
        boolean replacement = tokens.get(i).equals("ru")
                && i + 3 < tokens.size()
                && tokens.get(i + 2).equals("v")
                && tokens.get(i + 3).length() == 1
                && NameTokens.isNumber(tokens.get(i + 3));
        return i + (replacement ? 4 : 2);
    }

    /**
     * The levels that a text names, each once. A rollup counts from the service pack that stands anywhere in the text, as
     * in "Update Rollup 1 for Exchange Server 2010 SP3", or from RTM; and "SP1 RTM" is SP1 without rollups.
     */
    private Set<String> putTogether(List<LevelWords> found) {
        Set<String> names = new LinkedHashSet<>();
        int end = -1;
        for (LevelWords level : found) {
            if (!(level.name().equals(RTM) && level.start() == end)) {
                names.add(level.name());
            }
            end = level.end();
        }
        List<String> loose =
                names.stream().filter(name -> name.startsWith("RU")).toList();
        List<String> others =
                names.stream().filter(name -> !name.startsWith("RU")).toList();
        String pack = others.isEmpty() ? RTM : others.get(0);
        return rollups
                        && loose.size() == 1
                        && others.size() <= 1
                        && PACK.matcher(pack).matches()
                ? Set.of(pack + " " + loose.get(0))
                : names;
    }

    private static boolean isBuild(String token) {
        return token.chars().filter(c -> c == '.').count() >= 2;
    }
}
