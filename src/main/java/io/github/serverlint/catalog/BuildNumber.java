package io.github.serverlint.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Dotted version number, compared part by part: {@code 15.02.1544.004} is {@code 15.2.1544.4}. */
public record BuildNumber(List<Long> parts) implements Comparable<BuildNumber> {

    /** 18 digits always fit into a long; no build is longer. */
    private static final Pattern SHAPE = Pattern.compile("\\d{1,18}(\\.\\d{1,18}){0,3}");

    /** Empty for text that is no dotted number of up to four parts. */
    public static Optional<BuildNumber> of(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BuildNumber(
                Arrays.stream(text.split("\\.")).map(Long::valueOf).toList()));
    }

    /** Whether this is the short form of the other, or the same. */
    public boolean isPrefixOf(BuildNumber other) {
        return parts.size() <= other.parts.size()
                && other.parts.subList(0, parts.size()).equals(parts);
    }

    /** Whether both are builds of one version: the same first two parts. */
    public boolean sameVersion(BuildNumber other) {
        return parts.size() >= 2
                && other.parts.size() >= 2
                && parts.subList(0, 2).equals(other.parts.subList(0, 2));
    }

    /** Whether both begin with the same three parts. */
    public boolean sharesThirdPart(BuildNumber other) {
        return parts.size() >= 3 && new BuildNumber(parts.subList(0, 3)).isPrefixOf(other);
    }

    @Override
    public int compareTo(BuildNumber other) {
        for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
            int compared = parts.get(i).compareTo(other.parts.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    @Override
    public String toString() {
        return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
