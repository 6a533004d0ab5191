package io.github.serverlint.catalog.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");
    private static final Pattern SEPARATOR = Pattern.compile("[\\-_/,;:()\\[\\].'\"]");
    private static final Map<List<String>, String> SHORT_FORMS = Map.of(
            List.of("service", "pack"), "sp",
            List.of("servicepack"), "sp",
            List.of("cumulative", "update"), "cu",
            List.of("update", "rollup"), "ru",
            List.of("update", "roll", "up"), "ru",
            List.of("rollup"), "ru",
            List.of("ur"), "ru");

    private NameTokens() {}

    public static List<String> of(String text) {
        List<String> tokens = new ArrayList<>();
        String plain = TRADE_MARK.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        plain = UPDATE_OF_LEVEL.matcher(plain).replaceAll(" ");
        Matcher matcher = TOKEN.matcher(WORD_AND_LEVEL.matcher(plain).replaceAll(" "));
        while (matcher.find()) {
            String token = matcher.group();
            if (!SEPARATOR.matcher(token).matches()) {
                tokens.add(withoutLeadingZeros(token));
            }
        }
        return shortened(tokens);
    }

    private static List<String> shortened(List<String> tokens) {
        List<String> result = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            int length = 0;
            for (Map.Entry<List<String>, String> form : SHORT_FORMS.entrySet()) {
                if (startsWith(tokens, i, form.getKey())) {
                    result.add(form.getValue());
                    length = form.getKey().size();
                }
            }
            if (length == 0) {
                result.add(tokens.get(i));
                length = 1;
            }
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
        return LEADING_ZEROS.matcher(token).replaceAll("");
    }
}
