package io.github.serverlint.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Result of parsing a text as the name of a release. */
public sealed interface Recognition {

    /** One release, and the level, edition and architecture that the text names. */
    record Recognized(Release release, Optional<Level> level, Optional<String> edition, Optional<Term> architecture)
            implements Recognition {}

    /**
     * A text that stands for several releases, one of which is meant.
     *
     * @param releases each with the level, edition and architecture that the text then names, oldest first; at least one
     * @param others what else the text stands for and is no release of the product, such as Windows 10
     */
    record Candidates(List<Recognized> releases, List<String> others) implements Recognition {

        /** Whether the text says of a machine that it is a server. */
        public boolean isServer() {
            return others.isEmpty();
        }

        /** The releases and what else it stands for: {@code Windows Server 2022 or 2025, or Windows 11}. */
        public String meaning() {
            return others.isEmpty() ? toString() : this + ", or " + String.join(" or ", others);
        }

        /** The releases for messages: {@code Windows Server 2016, 2019 or 2022}. */
        @Override
        public String toString() {
            return either(releases.stream().map(Recognized::release).toList());
        }
    }

    /**
     * No release, or an ambiguous text.
     *
     * @param problem the rest of a sentence that begins with the text
     * @param fix how to correct it
     * @param candidates the releases that match; empty if none do
     */
    record Unrecognized(String problem, String fix, List<Release> candidates) implements Recognition {

        /** A text that matches no release. */
        public Unrecognized(String problem, String fix) {
            this(problem, fix, List.of());
        }
    }

    /**
     * What several texts stand for of which one counts; empty if one of them is no name of a release.
     *
     * @param product to which the releases belong, in its order
     */
    static Optional<Recognition> either(Product product, List<Recognition> choices) {
        List<Recognized> releases = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Recognition choice : choices) {
            if (choice instanceof Recognized one) {
                releases.add(one);
            } else if (choice instanceof Candidates several) {
                releases.addAll(several.releases());
                others.addAll(several.others());
            } else {
                return Optional.empty();
            }
        }
        List<Recognized> distinct = releases.stream()
                .distinct()
                .sorted(Comparator.comparing(recognized -> product.releases().indexOf(recognized.release())))
                .toList();
        return Optional.of(
                distinct.size() == 1 && others.isEmpty()
                        ? distinct.get(0)
                        : new Candidates(distinct, others.stream().distinct().toList()));
    }

    /** Releases of one product for messages, without repeating the words before their years. */
    static String either(List<Release> releases) {
        return joined(releases.stream().distinct().map(Release::name).toList());
    }

    private static String joined(List<String> names) {
        String first = names.get(0);
        int year = 0;
        while (year < first.length() && !Character.isDigit(first.charAt(year))) {
            year++;
        }
        String words = first.substring(0, year);
        int shared = year;
        boolean areYears = names.stream()
                .allMatch(name ->
                        name.startsWith(words) && name.length() > shared && Character.isDigit(name.charAt(shared)));
        List<String> brief = areYears
                ? names.stream()
                        .map(name -> name.equals(first) ? name : name.substring(shared))
                        .toList()
                : names;
        int last = brief.size() - 1;
        return last == 0
                ? first
                : brief.subList(0, last).stream().collect(Collectors.joining(", ")) + " or " + brief.get(last);
    }
}
