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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Phrases of a product's names that say an edition, an architecture, a level or a build, wherever they stand. */
final class NamePhrases {
    private static final Set<String> LEVEL_WORDS = Set.of("sp", "cu", "ru");

    private final Set<String> words;
    /** By their first token, the longest first. */
    private final Map<String, List<Phrase>> phrases;

    NamePhrases(Product product, Vocabulary architectures) {
        words = new HashSet<>(product.words());
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
        of.releases().forEach(release -> release.levels().forEach(level -> levels.add(level.name())));
        levels.forEach(
                level -> found.add(new Phrase(NameTokens.of(level), List.of(), Optional.empty(), Optional.of(level))));
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
        Set<String> levels = new LinkedHashSet<>();
        Optional<BuildNumber> build = Optional.empty();
        int i = 0;
        while (i < tokens.size()) {
            Optional<Phrase> phrase = phraseAt(tokens, i);
            if (phrase.isPresent()) {
                if (!phrase.get().editions().isEmpty()) {
                    editions.add(phrase.get().editions());
                }
                phrase.get().architecture().ifPresent(architectures::add);
                phrase.get().level().ifPresent(levels::add);
                i += phrase.get().tokens().size();
            } else if (isUnknownLevel(tokens, i)) {
                levels.add(tokens.get(i).toUpperCase(Locale.ROOT) + tokens.get(i + 1));
                i += 2;
            } else if (isBuild(tokens.get(i))
                    && build.isEmpty()
                    && BuildNumber.of(tokens.get(i)).isPresent()) {
                build = BuildNumber.of(tokens.get(i++));
            } else {
                rest.add(tokens.get(i++));
            }
        }
        return new Taken(withoutWords(rest), editions, architectures, levels, build);
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

    private static boolean isUnknownLevel(List<String> tokens, int i) {
        return LEVEL_WORDS.contains(tokens.get(i)) && i + 1 < tokens.size() && NameTokens.isNumber(tokens.get(i + 1));
    }

    private static boolean isBuild(String token) {
        return token.chars().filter(c -> c == '.').count() >= 2;
    }
}
