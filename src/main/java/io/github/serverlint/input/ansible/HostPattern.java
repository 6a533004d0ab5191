package io.github.serverlint.input.ansible;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The hosts that a key under {@code hosts} expands to, with <a
 * href="https://docs.ansible.com/ansible/latest/inventory_guide/intro_inventory.html#adding-ranges-of-hosts">ranges</a>
 * such as {@code mx[01:03].corp.example}, and the port behind its last colon.
 */
record HostPattern(List<String> names, Optional<Integer> port) {
    /** Limit on the hosts of one key; a larger range is a typing error. */
    static final int MAX_HOSTS = 100_000;

    /** Limit on the length of a key; host names are shorter. */
    private static final int MAX_LENGTH = 1_000;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final BigInteger MAX = BigInteger.valueOf(MAX_HOSTS);

    private static final Pattern IN_BRACKETS_WITH_PORT = Pattern.compile("\\[(.+)\\]:([0-9]+)");
    private static final Pattern WITH_PORT = Pattern.compile("((?:[^:\\[\\]]|\\[[^\\]]*\\])*):([0-9]+)");
    private static final String RANGE = "\\[(?:[a-z]:[a-z]|[0-9]+:[0-9]+)(?::[0-9]+)?\\]";
    private static final String LABEL = "(?:\\w|" + RANGE + ")(?:[\\w-]|" + RANGE + ")*+(?<![_-])";
    private static final Pattern HOST_NAME = Pattern.compile(
            LABEL + "(?:\\." + LABEL + ")*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern RANGE_IN_IPV6 =
            Pattern.compile("\\[[0-9a-f]+:[0-9a-f]+(?::[0-9]+)?\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile(
            "[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){7}"
                    + "|(?=(?:[^:]*:){2,7}[^:]*$)(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?"
                    + "|(?:::(?:ffff:)?|(?:0:){6}|(?:0:){5}ffff:)[0-9]{1,3}(?:\\.[0-9]{1,3}){3}",
            Pattern.CASE_INSENSITIVE);

    /** Thrown for an invalid pattern, with the reason. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    static HostPattern of(String text) throws Malformed {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw new Malformed("a host's name has 1 to " + MAX_LENGTH + " characters");
        }
        String pattern = text;
        Optional<Integer> port = Optional.empty();
        for (Pattern form : List.of(IN_BRACKETS_WITH_PORT, WITH_PORT)) {
            Matcher matcher = form.matcher(pattern);
            if (matcher.matches()) {
                pattern = matcher.group(1);
                port = port(matcher.group(2));
            }
        }
        // Without a valid address in front of the port, the whole text is a name.
        boolean address = port.isPresent() && isAddress(pattern);
        List<String> names = new ArrayList<>();
        expand(address ? pattern : text, names);
        return new HostPattern(names, address ? port : Optional.empty());
    }

    private static Optional<Integer> port(String digits) {
        return digits.length() < 10 ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    /** Whether a name is an IP address, which has no short name. */
    static boolean isNumeric(String name) {
        return IPV4.matcher(name).matches() || IPV6.matcher(name).matches();
    }

    private static boolean isAddress(String text) {
        return HOST_NAME.matcher(text).matches()
                || IPV6.matcher(RANGE_IN_IPV6.matcher(text).replaceAll("0")).matches();
    }

    private static void expand(String pattern, List<String> names) throws Malformed {
        List<String> unfinished = List.of(pattern);
        while (!unfinished.isEmpty() && unfinished.get(0).indexOf('[') >= 0) {
            List<String> next = new ArrayList<>();
            for (String each : unfinished) {
                expandFirst(each, next);
            }
            unfinished = next;
        }
        names.addAll(unfinished);
    }

    /** Expands the first range of a pattern. */
    private static void expandFirst(String pattern, List<String> into) throws Malformed {
        int open = pattern.indexOf('[');
        int close = pattern.indexOf(']');
        if (close < open || pattern.indexOf('|') >= 0) {
            throw new Malformed("a range stands between [ and ]");
        }
        String head = pattern.substring(0, open);
        String tail = pattern.substring(close + 1);
        for (String value : values(pattern.substring(open + 1, close))) {
            if (into.size() == MAX_HOSTS) {
                throw tooMany();
            }
            into.add(head + value + tail);
        }
    }

    /** The values of one range, such as {@code 01:10:3}. */
    private static List<String> values(String range) throws Malformed {
        String[] bounds = range.split(":", -1);
        if (bounds.length != 2 && bounds.length != 3) {
            throw new Malformed("a range is begin:end or begin:end:step");
        }
        String begin = bounds[0].isEmpty() ? "0" : bounds[0];
        String end = bounds[1];
        if (end.isEmpty()) {
            throw new Malformed("the range has no end");
        }
        boolean padded = begin.startsWith("0") && begin.length() > 1;
        if (padded && begin.length() != end.length()) {
            throw new Malformed("begin and end of a range with leading zeros have the same length");
        }
        BigInteger step = bounds.length == 2 ? BigInteger.ONE : number(bounds[2]);
        if (step.signum() == 0) {
            throw new Malformed("a step is not zero");
        }
        int firstLetter = LETTERS.indexOf(begin);
        int lastLetter = LETTERS.indexOf(end);
        if (firstLetter >= 0 && lastLetter >= 0) {
            if (firstLetter > lastLetter) {
                throw new Malformed("a range of letters does not run backwards");
            }
            int every = step.min(MAX).intValue();
            return every < 0
                    ? List.of()
                    : IntStream.rangeClosed(firstLetter, lastLetter)
                            .filter(letter -> (letter - firstLetter) % every == 0)
                            .mapToObj(letter -> LETTERS.substring(letter, letter + 1))
                            .toList();
        }
        return numbers(number(begin), number(end).add(BigInteger.ONE), step, padded ? begin.length() : 0);
    }

    private static List<String> numbers(BigInteger from, BigInteger before, BigInteger step, int length)
            throws Malformed {
        List<String> values = new ArrayList<>();
        for (BigInteger value = from;
                step.signum() > 0 ? value.compareTo(before) < 0 : value.compareTo(before) > 0;
                value = value.add(step)) {
            if (values.size() == MAX_HOSTS) {
                throw tooMany();
            }
            String digits = value.toString();
            values.add("0".repeat(Math.max(0, length - digits.length())) + digits);
        }
        return values;
    }

    private static BigInteger number(String text) throws Malformed {
        return ScalarType.pythonInteger(text)
                .orElseThrow(() -> new Malformed("a range runs from number to number or from letter to letter"));
    }

    private static Malformed tooMany() {
        return new Malformed("it stands for more than " + MAX_HOSTS + " hosts");
    }
}
