package io.github.serverlint.finding;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.ServerName;
import io.github.serverlint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finding of a rule at one location.
 *
 * @param standing its status, and the reason if it does not count
 * @param serverName the server it is about; empty for findings about files and forests
 * @param keyPath where in the document, such as {@code servers.mail01.exchange}; unlike the line it survives edits
 *     elsewhere
 * @param value the text at the location
 * @param message the fault in one sentence, with the user's own names
 * @param reason why it is a fault; empty if the message says it all
 * @param fix how to fix it; empty if unknown
 * @param sources evidence, each as title and address
 * @param partners what makes the fault together with the value: other servers, the forest, another value of the server
 * @param topic for a finding that stands for several servers, what is wrong with all of them, such as a preparation of
 *     their forest: they are its partners, and it stands at one of them; empty for a finding about one value
 */
public record Finding(
        RuleInfo rule,
        Severity severity,
        Standing standing,
        Optional<ServerName> serverName,
        String keyPath,
        String value,
        Span span,
        String message,
        String reason,
        String fix,
        List<String> sources,
        List<RelatedLocation> related,
        List<Partner> partners,
        String topic) {

    private static final String SERVERS = "servers.";

    /** Status of a finding. */
    public enum Status {
        /** It has to be fixed. */
        OPEN,
        /** A suppression comment covers it. */
        SUPPRESSED,
        /** The baseline contains it. */
        BASELINED,
        /** The base has it already, and only new findings count. */
        KNOWN;

        /** Returns the name used in reports. */
        public String word() {
            return KebabCase.of(this);
        }
    }

    /**
     * Status of a finding with its reason.
     *
     * @param note why it does not count, as text for reports; empty if it is open
     */
    public record Standing(Status status, String note) {
        static final Standing OPEN = new Standing(Status.OPEN, "");
        static final Standing KNOWN = new Standing(Status.KNOWN, "the base has it already");
    }

    /**
     * Identity of a fault, independent of its position in the files and of the case of names. Its partners come on top,
     * see {@link KnownFaults}.
     */
    public record Identity(String rule, Optional<String> server, String keyPath, String value) {
        public Identity {
            server = server.map(name -> name.toLowerCase(Locale.ROOT));
            keyPath = keyPath.toLowerCase(Locale.ROOT);
            value = value.toLowerCase(Locale.ROOT);
        }
    }

    /** What is wrong, whatever server or value it is wrong of: the rule, and the reason that it gives. */
    public record Cause(RuleInfo rule, String reason, List<String> sources) {}

    /** Order of findings in reports: path, line, column, rule, message. */
    public static final Comparator<Finding> REPORT_ORDER = Comparator.<Finding, String>comparing(
                    finding -> finding.span().path())
            .thenComparingInt(finding -> finding.span().line())
            .thenComparingInt(finding -> finding.span().column())
            .thenComparing(finding -> finding.rule().id())
            .thenComparing(Finding::message);

    public Finding {
        sources = List.copyOf(sources);
        related = List.copyOf(related);
        partners = List.copyOf(partners);
    }

    public Status status() {
        return standing.status();
    }

    public boolean isOpen() {
        return status() == Status.OPEN;
    }

    /**
     * Tells whether it fails a build.
     *
     * @param threshold the lowest severity that counts as a violation
     */
    public boolean isViolation(Severity threshold) {
        return isOpen() && severity.compareTo(threshold) >= 0;
    }

    /** What tells the fault from others: the value at its place, or its topic. */
    public Identity identity() {
        return identity(placeIdentity(), topic);
    }

    /** The identity of a fault at a place, or of its topic if it has one. */
    public static Identity identity(Identity place, String topic) {
        return topic.isEmpty() ? place : new Identity(place.rule(), Optional.empty(), topic, "");
    }

    /** The rule and the value at its place, whatever the fault is with it. */
    public Identity placeIdentity() {
        return new Identity(rule.id(), server(), keyPath, value);
    }

    /** The same without the scope of the server, as earlier versions knew no scopes. */
    public Identity placeIdentityWithoutScope() {
        return serverName
                .filter(name -> !name.scope().isEmpty())
                .map(name -> new Identity(
                        rule.id(),
                        Optional.of(name.simple()),
                        withoutScope(keyPath, name),
                        value.equals(name.full()) ? name.simple() : value))
                .orElseGet(this::placeIdentity);
    }

    private static String withoutScope(String keyPath, ServerName name) {
        String start = SERVERS + name.full();
        return keyPath.startsWith(start) ? SERVERS + name.simple() + keyPath.substring(start.length()) : keyPath;
    }

    /** The full name of the server it is about; empty for findings about files and forests. */
    public Optional<String> server() {
        return serverName.map(ServerName::full);
    }

    /** Those of its partners that are not among known ones with the same value or one that is worse. */
    public List<Partner> addedTo(List<Partner> known) {
        return Partner.added(partners, known);
    }

    public Cause cause() {
        return new Cause(rule, reason, sources);
    }

    /** Returns this finding with the status {@link Status#KNOWN}. */
    public Finding known() {
        return with(Standing.KNOWN, keyPath, value, span, message, related);
    }

    /** Returns this finding with the status {@link Status#SUPPRESSED}. */
    public Finding suppressed(String why) {
        return with(new Standing(Status.SUPPRESSED, why), keyPath, value, span, message, related);
    }

    /** Returns this finding with the status {@link Status#BASELINED}. */
    public Finding baselined(String file) {
        return with(new Standing(Status.BASELINED, "recorded in " + file), keyPath, value, span, message, related);
    }

    /** Returns this finding with only those related locations that may be shown. */
    public Finding showing(Predicate<Span> shown) {
        List<RelatedLocation> places =
                related.stream().filter(place -> shown.test(place.span())).toList();
        return with(standing, keyPath, value, span, message, places);
    }

    /** The same finding at the beginning of its place, so that reports do not show the text there. */
    public Finding atPoint() {
        return with(standing, keyPath, value, Span.at(span.file(), span.line(), span.column()), message, related);
    }

    /**
     * Returns this finding with the provenance of its values.
     *
     * @param provenance notes; those already present are skipped
     * @param doubtful whether a value may be wrong: then an error becomes a warning
     */
    public Finding withProvenance(List<RelatedLocation> provenance, boolean doubtful) {
        List<RelatedLocation> places = new ArrayList<>(related);
        provenance.stream().filter(note -> !places.contains(note)).forEach(places::add);
        Severity lowered = doubtful && severity == Severity.ERROR ? Severity.WARNING : severity;
        return new Finding(
                rule,
                lowered,
                standing,
                serverName,
                keyPath,
                value,
                span,
                message,
                reason,
                fix,
                sources,
                places,
                partners,
                topic);
    }

    /** Returns this finding with one more sentence as its reason. */
    Finding alsoBecause(String sentence) {
        String more = reason.isEmpty() ? sentence : reason + " " + sentence;
        return new Finding(
                rule,
                severity,
                standing,
                serverName,
                keyPath,
                value,
                span,
                message,
                more,
                fix,
                sources,
                related,
                partners,
                topic);
    }

    /**
     * Returns this finding at the location of a migration step.
     *
     * @param step the start of the step
     * @param steps the key path of the steps
     * @param sentence the step in words, used as the value
     * @param shown whether a location may be shown: a location in the base cannot be opened by the user
     */
    public Finding atStep(Span step, String steps, String sentence, Predicate<Span> shown) {
        List<RelatedLocation> elsewhere = related.stream()
                .filter(place -> shown.test(place.span()) && !place.span().startsOnLineOf(step))
                .toList();
        return with(standing, steps, sentence, step, message, elsewhere);
    }

    /** Returns this finding reworded for the state after a step; {@link #atStep} then moves it to that step. */
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
                rule,
                severity,
                newStanding,
                serverName,
                newKeyPath,
                newValue,
                place,
                text,
                reason,
                fix,
                sources,
                places,
                partners,
                topic);
    }

    /** Starts a finding of a parse error. */
    public static FindingBuilder reading(ParseRule rule, Span span, String message) {
        return new FindingBuilder(rule.info(), "", span, message);
    }

    /** Starts a finding about a suppression comment or the baseline. */
    public static FindingBuilder aboutSuppression(SuppressionRule rule, String value, Span span, String message) {
        return new FindingBuilder(rule.info(), value, span, message);
    }

    /** Starts a finding about a value, with a related location if the value is inherited from elsewhere. */
    public static FindingBuilder at(RuleInfo rule, Located<?> value, String message) {
        FindingBuilder finding = new FindingBuilder(rule, String.valueOf(value.value()), value.place(), message);
        return value.isInherited() ? finding.related(value.written(), "the value was written here") : finding;
    }
}
