package io.github.serverlint.finding;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One thing that is wrong, at one place.
 *
 * @param standing whether it counts, and if not, why
 * @param server the server it is about; empty for findings about files and forests
 * @param keyPath where in the document, such as {@code servers.mail01.exchange}; unlike the line it survives edits
 *     elsewhere
 * @param value what stands there
 * @param message the fault in one sentence, with the reader's own names
 * @param reason why it is a fault; empty if the message says it all
 * @param fix what would be right; empty if nobody can know
 * @param sources who says so, each as title and address
 */
public record Finding(
        RuleInfo rule,
        Severity severity,
        Standing standing,
        Optional<String> server,
        String keyPath,
        String value,
        Span span,
        String message,
        String reason,
        String fix,
        List<String> sources,
        List<RelatedLocation> related) {

    /** Whether a finding counts. */
    public enum Status {
        /** It has to be mended. */
        OPEN,
        /** A comment beside it says why it may stay. */
        SUPPRESSED,
        /** The file of known violations has it. */
        BASELINED,
        /** The base had it already, and only what is new counts. */
        KNOWN;

        /** The word that reports use. */
        public String word() {
            return KebabCase.of(this);
        }
    }

    /**
     * Whether a finding counts, and why it does not.
     *
     * @param note why it does not count, in words for reports; empty for one that is open
     */
    public record Standing(Status status, String note) {
        static final Standing OPEN = new Standing(Status.OPEN, "");
        static final Standing KNOWN = new Standing(Status.KNOWN, "the base has it already");
    }

    /** What makes two findings the same one, wherever in the files they stand; names are the same in any case. */
    public record Identity(String rule, Optional<String> server, String keyPath, String value) {
        public Identity {
            server = server.map(name -> name.toLowerCase(Locale.ROOT));
            keyPath = keyPath.toLowerCase(Locale.ROOT);
            value = value.toLowerCase(Locale.ROOT);
        }
    }

    /** The order of every report: path, line, column, rule, and for the same place the message. */
    public static final Comparator<Finding> REPORT_ORDER = Comparator.comparing(Finding::path)
            .thenComparingInt(finding -> finding.span().line())
            .thenComparingInt(finding -> finding.span().column())
            .thenComparing(finding -> finding.rule().id())
            .thenComparing(Finding::message);

    public Finding {
        sources = List.copyOf(sources);
        related = List.copyOf(related);
    }

    private String path() {
        return span.path();
    }

    public Status status() {
        return standing.status();
    }

    public boolean isOpen() {
        return status() == Status.OPEN;
    }

    /**
     * Whether it fails a build.
     *
     * @param threshold the lowest severity that counts as a violation
     */
    public boolean isViolation(Severity threshold) {
        return isOpen() && severity.compareTo(threshold) >= 0;
    }

    public Identity identity() {
        return new Identity(rule.id(), server, keyPath, value);
    }

    /** The same finding as one that the base had already. */
    public Finding known() {
        return with(Standing.KNOWN, keyPath, value, span, message, related);
    }

    /** The same finding as one that a comment lets stay, for a reason. */
    public Finding suppressed(String why) {
        return with(new Standing(Status.SUPPRESSED, why), keyPath, value, span, message, related);
    }

    /** The same finding as one that a file of known violations has. */
    public Finding baselined(String file) {
        return with(new Standing(Status.BASELINED, "recorded in " + file), keyPath, value, span, message, related);
    }

    /** The same finding with only those related places that may be shown. */
    public Finding showing(Predicate<Span> shown) {
        List<RelatedLocation> places =
                related.stream().filter(place -> shown.test(place.span())).toList();
        return with(standing, keyPath, value, span, message, places);
    }

    /** The same finding at the beginning of its place, so that nobody shows what stands there. */
    public Finding atPoint() {
        return with(standing, keyPath, value, Span.at(span.file(), span.line(), span.column()), message, related);
    }

    /**
     * The same finding with how its values have come about.
     *
     * @param ways what is not said yet is added
     * @param doubtful whether a value may be wrong: then it is a warning at the most
     */
    public Finding explained(List<RelatedLocation> ways, boolean doubtful) {
        List<RelatedLocation> places = new ArrayList<>(related);
        ways.stream().filter(way -> !places.contains(way)).forEach(places::add);
        Severity lowered = doubtful && severity == Severity.ERROR ? Severity.WARNING : severity;
        return new Finding(
                rule, lowered, standing, server, keyPath, value, span, message, reason, fix, sources, places);
    }

    /**
     * The same finding at the step of a migration.
     *
     * @param step where the step begins
     * @param steps the key path of the steps
     * @param sentence the step in words, which is its value
     * @param shown whether a place may be shown: what stands in the base has none that a reader could open
     */
    public Finding atStep(Span step, String steps, String sentence, Predicate<Span> shown) {
        List<RelatedLocation> elsewhere = related.stream()
                .filter(place -> shown.test(place.span()) && !place.span().startsOnLineOf(step))
                .toList();
        return with(standing, steps, sentence, step, message, elsewhere);
    }

    /** The same finding as one about the state that a step leads to, which is to be moved to that step. */
    public Finding afterStep() {
        List<RelatedLocation> places = new ArrayList<>();
        places.add(RelatedLocation.of(span, "the value in question comes from here"));
        places.addAll(related);
        return with(standing, keyPath, value, span, "After this step " + message, places);
    }

    private Finding with(
            Standing newStanding,
            String newKeyPath,
            String newValue,
            Span place,
            String text,
            List<RelatedLocation> places) {
        return new Finding(
                rule, severity, newStanding, server, newKeyPath, newValue, place, text, reason, fix, sources, places);
    }

    /** A finding about reading a file. */
    public static Builder reading(ParseRule rule, Span span, String message) {
        return new Builder(rule.info(), "", span, message);
    }

    /** A finding about an excuse. */
    public static Builder excuse(SuppressionRule rule, String value, Span span, String message) {
        return new Builder(rule.info(), value, span, message);
    }

    /** A finding about a value, with a note at the place it was written if that is elsewhere. */
    public static Builder at(RuleInfo rule, Located<?> value, String message) {
        Builder finding = new Builder(rule, String.valueOf(value.value()), value.place(), message);
        return value.isInherited() ? finding.related(value.written(), "the value was written here") : finding;
    }

    /** Collects the parts of a finding that not every finding has. */
    public static final class Builder {
        private final RuleInfo rule;
        private final String value;
        private final Span span;
        private final String message;
        private final List<RelatedLocation> related = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();
        private Optional<String> server = Optional.empty();
        private String keyPath = "";
        private String reason = "";
        private String fix = "";
        private boolean doubtful;

        private Builder(RuleInfo rule, String value, Span span, String message) {
            this.rule = rule;
            this.value = value;
            this.span = span;
            this.message = message;
        }

        public Builder about(String serverName) {
            this.server = Optional.of(serverName);
            return this;
        }

        public Builder keyPath(String path) {
            this.keyPath = path;
            return this;
        }

        public Builder because(String sentence) {
            this.reason = sentence;
            return this;
        }

        public Builder fix(String sentence) {
            this.fix = sentence;
            return this;
        }

        public Builder sources(List<String> citations) {
            citations.stream().filter(citation -> !sources.contains(citation)).forEach(sources::add);
            return this;
        }

        /** A second place; a place that was said already, or is the finding's own, is not said again. */
        public Builder related(Span place, String note) {
            return related(RelatedLocation.of(place, note));
        }

        /** Another value that takes part, named as people would call it. */
        public Builder related(Located<?> value, String name) {
            return related(Optional.empty(), value, name);
        }

        /** A value of a server that takes part: the finding is no surer than the role that the server takes part in. */
        public Builder related(String partner, Located<?> value, String name) {
            return related(Optional.of(partner), value, name + " of \"" + partner + "\"");
        }

        private Builder related(Optional<String> partner, Located<?> value, String name) {
            related(new RelatedLocation(value.place(), partner, name + " comes from here"));
            return value.isInherited()
                    ? related(new RelatedLocation(value.written(), partner, name + " was written here"))
                    : this;
        }

        private Builder related(RelatedLocation place) {
            if (!place.span().equals(span)
                    && related.stream().noneMatch(said -> said.span().equals(place.span()))) {
                related.add(place);
            }
            return this;
        }

        /** The definition cannot show whether this is a fault, or the sources disagree: a warning at the most. */
        public Builder doubtful(boolean doubt) {
            this.doubtful |= doubt;
            return this;
        }

        public RuleInfo rule() {
            return rule;
        }

        /** The finding at the severity that its rule has by default. */
        public Finding build() {
            return build(rule.defaultSeverity());
        }

        /**
         * The finding at the severity that a run gives its rule.
         *
         * @param configured lowered to a warning if the finding is doubtful
         */
        public Finding build(Severity configured) {
            Severity severity = doubtful && configured == Severity.ERROR ? Severity.WARNING : configured;
            return new Finding(
                    rule,
                    severity,
                    Standing.OPEN,
                    server,
                    keyPath,
                    value,
                    span,
                    message,
                    reason,
                    fix,
                    sources,
                    related);
        }
    }
}
