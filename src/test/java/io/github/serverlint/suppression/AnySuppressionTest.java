package io.github.serverlint.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.fuzz.Fuzzed;
import io.github.serverlint.fuzz.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A comment at the place of any finding suppresses it, with all of its rule that lies deeper below that line, and
 * changes nothing else. What lies deeper is told by the indentation alone.
 */
class AnySuppressionTest {
    private static final List<String> WINDOWS = List.of("Windows 2000 SP4", "Windows Server 2003 SP1", "W2K", "NT 4.0");
    private static final List<String> EXCHANGE =
            List.of("Exchange 2000 SP3", "Exchange 2003 SP1", "Exchange 5.5 SP4", "6.5.7638", "Exchange 2019 CU14");
    private static final List<String> FEATURES =
            List.of("volume-shadow-copy", "ipv6", "rpc-over-http", "ipsec-clustering", "dag");
    /** How far the lines of notes are indented. */
    private static final int NOTES = 6;

    private static final String DEFAULTS =
            "x-old: &old Exchange 2000 SP3\nx-pair: &pair\n  os: W2K3\n  exchange: *old\n";

    @Fuzzed(seeds = 50)
    void coversWhatIsAtItsLineAndNothingElse(Round round) {
        round.each(AnySuppressionTest::assertCoversWhatIsAtItsLineAndNothingElse);
    }

    private static void assertCoversWhatIsAtItsLineAndNothingElse(long seed) {
        Random random = new Random(seed);
        List<String> lines = estate(random);
        List<Finding> before = Linted.of(text(lines)).findings();
        List<Finding> excusable =
                before.stream().filter(finding -> finding.rule().excusable()).toList();
        assertThat(excusable).isNotEmpty();
        Finding finding = excusable.get(random.nextInt(excusable.size()));
        int line = finding.span().line();
        String rule = finding.rule().id();
        boolean above = random.nextBoolean();
        String comment = "# serverlint:ignore " + rule + " -- seed " + seed;

        List<String> changed = new ArrayList<>(lines);
        if (above) {
            // Further in it would be a line of the notes above it.
            changed.add(line - 1, " ".repeat(random.nextInt(NOTES)) + comment);
        } else {
            changed.set(line - 1, changed.get(line - 1) + " ".repeat(1 + random.nextInt(3)) + comment);
        }
        List<String> expected = before.stream()
                .map(each -> {
                    int place = each.span().line();
                    boolean covered = each.rule().id().equals(rule) && place >= line && place <= end(lines, line);
                    return shown(each, above && place >= line ? 1 : 0, covered);
                })
                .toList();

        assertThat(Linted.of(text(changed)).findings().stream()
                        .map(each -> shown(each, 0, each.status() == Status.SUPPRESSED)))
                .containsExactlyElementsOf(expected);
    }

    private static String shown(Finding finding, int moved, boolean suppressed) {
        return finding.span().line() + moved + ":" + finding.span().column() + " " + finding.message()
                + (suppressed ? " (suppressed)" : "");
    }

    /** The last line that is indented deeper than one. */
    private static int end(List<String> lines, int line) {
        int last = line;
        while (last < lines.size() && indent(lines.get(last)) > indent(lines.get(line - 1))) {
            last++;
        }
        return last;
    }

    private static int indent(String line) {
        return line.isBlank()
                ? Integer.MAX_VALUE
                : line.length() - line.stripLeading().length();
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static List<String> estate(Random random) {
        StringBuilder text = new StringBuilder(DEFAULTS);
        text.append("servers:\n  mail00:\n    os: W2K3\n    exchange: *old\n");
        int servers = 1 + random.nextInt(6);
        for (int i = 1; i <= servers; i++) {
            text.append(random.nextInt(4) == 0 ? "\n" : "")
                    .append("  mail0")
                    .append(i)
                    .append(":");
            text.append(server(random));
        }
        if (random.nextBoolean()) {
            text.append("migrations:\n  rollout:\n    steps:\n");
            for (int i = 1; i <= servers; i++) {
                text.append("      - upgrade: mail0").append(i).append("\n        to: ");
                text.append(any(random.nextBoolean() ? EXCHANGE : WINDOWS, random))
                        .append("\n");
            }
        }
        return text.toString().lines().toList();
    }

    private static String server(Random random) {
        String os = any(WINDOWS, random);
        String exchange = any(EXCHANGE, random);
        String feature = any(FEATURES, random);
        return switch (random.nextInt(6)) {
            case 0 -> " {os: " + os + ", exchange: '" + exchange + "', features: [" + feature + "]}\n";
            case 1 -> "\n    <<: *pair\n    features: [" + feature + "]\n";
            case 2 ->
                "\n    exchange:\n      release: " + exchange + "\n    os: " + os + "\n    features:\n      - "
                        + feature + "\n      - owa-gzip-compression\n";
            case 3 -> " *pair\n";
            case 4 ->
                "\n    os:\n      \"" + os + "\"\n    features:\n      " + feature + ": yes\n    exchange: " + exchange
                        + "\n";
            default ->
                "\n    os: " + os + "\n    exchange: " + exchange + "\n    features: [" + feature
                        + ", iis6-worker-process-isolation]\n    notes: |\n      a # serverlint:ignore downgrade -- text\n";
        };
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
