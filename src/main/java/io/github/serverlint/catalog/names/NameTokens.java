package io.github.serverlint.catalog.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name cut into runs of letters and numbers, so that {@code W2K3 SP2}, {@code w2k3sp2} and {@code W2K3_SP-2} are the
 * same. A character that may change the meaning ({@code <}, {@code ~}, {@code ?}) stays as a token of its own, and
 * then the name is not recognised.
 */
public final class NameTokens {
    private static final Pattern TRADE_MARK = Pattern.compile("\\((?:r|c|tm)\\)|[®©™]", Pattern.CASE_INSENSITIVE);
    /** Never goes back, which Java does by a call for each repetition: a value may be as long as a file. */
    private static final Pattern TOKEN = Pattern.compile("[0-9]++(?:\\.[0-9]++)*+|\\p{L}+|\\S");
    /** In {@code W2KSP4} the K belongs to the year, and in {@code 2012ServerR2} no word ends in R. */
    private static final Pattern WORD_AND_LEVEL = Pattern.compile("(?<=2k|server|srv)(?=sp|r2)");

    private static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
            + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    /**
     * A security update, a hotfix update, an update of a month or the number of an article: {@code Aug22SU}, {@code HU2},
     * {@code 2023-10 Cumulative Update}, {@code + KB5066367}. Nothing in the catalog depends on them, and they come between levels, never instead of one.
     */
    private static final Pattern UPDATE_OF_LEVEL =
            Pattern.compile("(?:[+&]\\s{0,3}|(?<!\\p{L})(?:and|plus)\\s{1,3})?(?<!\\p{L})"
                    + "(?:kb[-_ ]?[0-9]{6,7}"
                    + "|20[0-9]{2}-[01][0-9] cumulative update(?! [0-9])"
                    + "|(?:" + MONTH + "[-_ ]?(?:20)?[0-9]{2}[-_ ]?)?"
                    + "(?:[sh]u|(?:security|hotfix)[-_ ]update)[-_ ]?[0-9]{0,2}(?:[-_ ]?v[0-9])?)"
                    + "(?![\\p{L}0-9])");

    /** From 2022 on Exchange calls its cumulative updates by their half year too: {@code 2022 H1 Cumulative Update}. */
    private static final Pattern HALF_YEAR =
            Pattern.compile("(?<![\\p{L}0-9])(?:(20[2-9][0-9])[-_ ]?h([12])|h([12])[-_ ](20[2-9][0-9]))(?![\\p{L}0-9])"
                    + "(?:[-_ ](?:cu|cumulative update)(?![\\p{L}0-9]|[-_ ]{0,2}[0-9]))?");

    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");
    private static final String SEPARATORS = "-_/,;:()[].'\"";
    /** Phrases for the kind of an update, by their first word. */
    private static final Map<String, List<ShortForm>> SHORT_FORMS = Stream.of(
                    new ShortForm(List.of("service", "pack"), "sp"),
                    new ShortForm(List.of("servicepack"), "sp"),
                    new ShortForm(List.of("cumulative", "update"), "cu"),
                    new ShortForm(List.of("update", "rollup"), "ru"),
                    new ShortForm(List.of("update", "roll", "up"), "ru"),
                    new ShortForm(List.of("rollup"), "ru"),
                    new ShortForm(List.of("rollup", "update"), "ru"),
                    new ShortForm(List.of("ur"), "ru"))
            .collect(Collectors.groupingBy(form -> form.words().get(0)));

    private record ShortForm(List<String> words, String token) {}

    private NameTokens() {}

    public static List<String> of(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(plain(text));
        while (matcher.find()) {
            String token = matcher.group();
            if (token.length() > 1 || SEPARATORS.indexOf(token.charAt(0)) < 0) {
                tokens.add(withoutLeadingZeros(token));
            }
        }
        return shortened(tokens);
    }

    /** A text in small letters without what says nothing. What a pattern looks for is searched first, as it is rare. */
    private static String plain(String text) {
        String plain = TRADE_MARK.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        if (plain.contains("su") || plain.contains("hu") || plain.contains("update") || plain.contains("kb")) {
            plain = UPDATE_OF_LEVEL.matcher(plain).replaceAll(" ");
        }
        if (plain.contains("h1") || plain.contains("h2")) {
            plain = HALF_YEAR.matcher(plain).replaceAll("$1$4h$2$3");
        }
        return plain.contains("sp") || plain.contains("r2")
                ? WORD_AND_LEVEL.matcher(plain).replaceAll(" ")
                : plain;
    }

    private static List<String> shortened(List<String> tokens) {
        List<String> result = new ArrayList<>(tokens.size());
        int i = 0;
        while (i < tokens.size()) {
            String token = tokens.get(i);
            int length = 1;
            for (ShortForm form : SHORT_FORMS.getOrDefault(tokens.get(i), List.of())) {
                if (form.words().size() >= length && startsWith(tokens, i, form.words())) {
                    token = form.token();
                    length = form.words().size();
                }
            }
            result.add(token);
            i += length;
        }
        return result;
    }

    static boolean startsWith(List<String> tokens, int from, List<String> phrase) {
        return from + phrase.size() <= tokens.size()
                && tokens.subList(from, from + phrase.size()).equals(phrase);
    }

    static boolean isNumber(String token) {
        return Character.isDigit(token.charAt(0));
    }

    private static String withoutLeadingZeros(String token) {
        return token.indexOf('0') < 0 ? token : LEADING_ZEROS.matcher(token).replaceAll("");
    }
}
