package io.github.serverlint.catalog.read;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.UNKNOWN_REFERENCE;

import io.github.serverlint.catalog.BuildNumber;
import io.github.serverlint.catalog.Confidence;
import io.github.serverlint.catalog.Evidence;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.LevelRange;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Source;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.catalog.names.ReleaseChoices;
import io.github.serverlint.finding.KebabCase;
import io.github.serverlint.finding.ParseRule;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.FindingReporter;
import io.github.serverlint.yaml.MappingReader;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import io.github.serverlint.yaml.Node.Sequence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reader of one row of a catalog file, which converts the values of its keys to catalog types. */
final class RowReader extends MappingReader {
    private final Mapping mapping;
    private final FindingReporter findingReporter;
    private final SymbolTable symbols;
    private final Optional<Located<String>> checkedByDefault;
    private boolean complete = true;

    /** A whole document; its date of checking is the default for its rows. */
    RowReader(Mapping document, FindingReporter findingReporter, SymbolTable symbols) {
        super(document, findingReporter);
        this.mapping = document;
        this.findingReporter = findingReporter;
        this.symbols = symbols;
        this.checkedByDefault = text("checked");
    }

    private RowReader(Mapping mapping, FindingReporter findingReporter, RowReader document) {
        super(mapping, findingReporter);
        this.mapping = mapping;
        this.findingReporter = findingReporter;
        this.symbols = document.symbols;
        this.checkedByDefault = document.checkedByDefault;
    }

    Span place() {
        return mapping.place();
    }

    /** Whether every mandatory value that was read is present and valid. */
    boolean isComplete() {
        return complete;
    }

    /**
     * Requires a value, without which the row is incomplete. A missing value is null, so that the rest of the row is
     * validated too; the fact of an incomplete row is discarded.
     */
    @SuppressWarnings("NullAway")
    <T> T mandatory(String key, Optional<T> value) {
        complete &= value.isPresent();
        return required(key, value).orElse(null);
    }

    Release mandatoryRelease(String key) {
        return mandatory(key, release(key));
    }

    @SuppressWarnings("NullAway") // As above.
    Evidence mandatoryEvidence() {
        Optional<Evidence> evidence = evidence();
        complete &= evidence.isPresent();
        return evidence.orElse(null);
    }

    /** Requires at least one value. */
    <T> List<T> nonEmpty(String key, List<T> values) {
        required(key, values.stream().findFirst());
        return values;
    }

    /** Reports an error of the row as a whole. */
    void reportRow(ParseRule rule, String message, String fix) {
        findingReporter.report(rule, place(), message, fix);
    }

    /** Reads the rows of a list. */
    void each(String key, Consumer<RowReader> action) {
        for (Mapping item : mappings(key)) {
            RowReader rowReader = new RowReader(item, findingReporter.child("a row of " + key, key), this);
            action.accept(rowReader);
            rowReader.rejectOtherKeys();
        }
    }

    /** Reads the rows of a mapping whose keys are names. */
    void eachNamed(String key, BiConsumer<String, RowReader> action) {
        mapping(key).ifPresent(named -> {
            for (Entry entry : named.entries()) {
                rejectTag(entry.key());
                if (entry.value() instanceof Mapping item) {
                    RowReader rowReader = new RowReader(
                            item, findingReporter.child("\"" + entry.name() + "\" of " + key, entry.name()), this);
                    action.accept(entry.name(), rowReader);
                    rowReader.rejectOtherKeys();
                } else {
                    wrongKind(entry, entry.value(), "a mapping");
                }
            }
        });
    }

    /** A mapping that belongs to this row. */
    Optional<RowReader> part(String key) {
        return mapping(key).map(part -> new RowReader(part, findingReporter.child("\"" + key + "\"", key), this));
    }

    /** An optional sentence; empty if it is absent. */
    String sentence(String key) {
        return text(key).map(Located::value).orElse("");
    }

    List<String> values(String key) {
        return texts(key).stream().map(Located::value).toList();
    }

    /** Case-insensitive patterns, each in one text or in several parts. */
    List<Pattern> patterns(String key) {
        Optional<Entry> entry = entry(key);
        if (entry.isPresent() && entry.get().value() instanceof Sequence patterns) {
            return patterns.items().stream()
                    .flatMap(pattern -> pattern(texts(new Entry(entry.get().key(), pattern))).stream())
                    .toList();
        }
        return entry.flatMap(one -> pattern(texts(one))).stream().toList();
    }

    private Optional<Pattern> pattern(List<Located<String>> parts) {
        try {
            return parts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Pattern.compile(
                            parts.stream().map(Located::value).collect(Collectors.joining("\n")),
                            Pattern.CASE_INSENSITIVE | Pattern.COMMENTS));
        } catch (PatternSyntaxException e) {
            findingReporter.report(INVALID_VALUE, parts.get(0), "This is no pattern: " + e.getDescription() + ".", "");
            return Optional.empty();
        }
    }

    boolean flag(String key, boolean byDefault) {
        return flag(key).map(Located::value).orElse(byDefault);
    }

    Optional<Release> release(String key) {
        return text(key).flatMap(id -> lookUp(symbols.releases(), id, "release"));
    }

    List<Release> releases(String key) {
        return texts(key).stream()
                .flatMap(id -> lookUp(symbols.releases(), id, "release").stream())
                .toList();
    }

    /** Releases, each with its lowest sufficient level, in the order of the row. */
    Map<Release, Level> floors(String key) {
        Map<Release, Level> floors = new LinkedHashMap<>();
        mapping(key)
                .ifPresent(mapping -> part(key)
                        .ifPresent(part -> mapping.entries().forEach(entry -> {
                            Optional<Release> release =
                                    lookUp(symbols.releases(), entry.key().located(), "release");
                            part.required(entry.name(), part.level(entry.name(), release.orElse(null)))
                                    .ifPresent(level -> release.ifPresent(of -> floors.put(of, level)));
                        })));
        return Collections.unmodifiableMap(floors);
    }

    Optional<Term> term(String key, String vocabulary) {
        return text(key).flatMap(id -> term(id, vocabulary));
    }

    List<Term> terms(String key, String vocabulary) {
        return texts(key).stream().flatMap(id -> term(id, vocabulary).stream()).toList();
    }

    private Optional<Term> term(Located<String> id, String vocabulary) {
        return lookUp(symbols.terms(vocabulary), id, "name of " + vocabulary);
    }

    LevelRange range(String from, String to, @Nullable Release release) {
        return new LevelRange(level(from, release), level(to, release));
    }

    /** Whether the levels of a row are from memory, whatever the confidence in the rest. */
    boolean floorsRecalled() {
        return isRecalled("floor-confidence");
    }

    /** Whether a part of the row is from memory, whatever the confidence in the rest. */
    boolean isRecalled(String key) {
        return word(key, Confidence.class).filter(Confidence.RECALLED::equals).isPresent();
    }

    /** One of the levels of the release that the row defines. */
    Optional<Level> ownLevel(String key, List<Level> levels) {
        Map<String, Level> byName = new LinkedHashMap<>();
        levels.forEach(level -> byName.put(level.name(), level));
        return text(key).flatMap(name -> lookUp(byName, name, "level of this release"));
    }

    /** A level of a release; empty too if the release is unknown, which has been reported. */
    Optional<Level> level(String key, @Nullable Release release) {
        Optional<Located<String>> text = text(key);
        return Optional.ofNullable(release)
                .flatMap(of -> text.flatMap(name -> {
                    Optional<Level> level = of.level(name.value());
                    if (level.isEmpty()) {
                        findingReporter.report(
                                UNKNOWN_REFERENCE,
                                name,
                                of + " has no " + name.value() + ".",
                                ReleaseChoices.levelsOf(of));
                    }
                    return level;
                }));
    }

    /** A whole number. */
    Optional<Integer> count(String key) {
        return text(key).flatMap(text -> {
            if (text.value().matches("[0-9]{1,5}")) {
                return Optional.of(Integer.valueOf(text.value()));
            }
            findingReporter.report(
                    INVALID_VALUE, text, "\"" + text.value() + "\" is no number of things.", "Write a whole number.");
            return Optional.empty();
        });
    }

    /** A mapping of releases to one of their levels each. */
    Map<Release, Level> levelsOfReleases(String key) {
        Map<Release, Level> levels = new LinkedHashMap<>();
        mapping(key).ifPresent(named -> {
            RowReader part = new RowReader(named, findingReporter.child("\"" + key + "\"", key), this);
            for (Entry entry : named.entries()) {
                Optional<Release> release =
                        lookUp(symbols.releases(), entry.key().located(), "release");
                part.level(entry.name(), release.orElse(null))
                        .ifPresent(level -> levels.put(release.orElseThrow(), level));
            }
        });
        return Map.copyOf(levels);
    }

    Optional<BuildNumber> build(String key) {
        return text(key).flatMap(this::build);
    }

    private Optional<BuildNumber> build(Located<String> text) {
        Optional<BuildNumber> build = BuildNumber.of(text.value());
        if (build.isEmpty()) {
            String message = "\"" + text.value() + "\" is no build number.";
            findingReporter.report(INVALID_VALUE, text, message, "Write numbers with dots.");
        }
        return build;
    }

    /** A mapping of builds, or of their first numbers, to what they belong to. */
    Map<BuildNumber, String> builds(String key) {
        Map<BuildNumber, String> builds = new LinkedHashMap<>();
        mapping(key).ifPresent(named -> {
            RowReader part = new RowReader(named, findingReporter.child("\"" + key + "\"", key), this);
            named.entries()
                    .forEach(entry -> build(entry.key().located())
                            .ifPresent(build ->
                                    part.text(entry.name()).ifPresent(what -> builds.put(build, what.value()))));
        });
        return Collections.unmodifiableMap(builds);
    }

    /** Levels: a list of names, or a mapping of names to builds and release dates. */
    List<Level> levels(String key) {
        List<Level> levels = new ArrayList<>();
        Optional<Entry> entry = entry(key);
        if (entry.isPresent() && entry.get().value() instanceof Mapping) {
            eachNamed(
                    key,
                    (name, row) -> levels.add(new Level(
                            name, levels.size(), row.build("build"), row.build("later-build"), row.date("released"))));
        } else if (entry.isPresent()) {
            for (Located<String> level : texts(entry.get())) {
                if (levels.stream().anyMatch(earlier -> earlier.name().equals(level.value()))) {
                    findingReporter.report(
                            ParseRule.DUPLICATE_NAME,
                            level,
                            "The level \"" + level.value() + "\" stands twice.",
                            "Levels stand in the order of their age, each once.");
                }
                levels.add(
                        new Level(level.value(), levels.size(), Optional.empty(), Optional.empty(), Optional.empty()));
            }
        }
        return List.copyOf(levels);
    }

    /** Other names of levels, each to the level of a list that it means. */
    Map<String, String> levelSpellings(String key, List<Level> levels) {
        Map<String, String> spellings = new LinkedHashMap<>();
        List<String> names = levels.stream().map(Level::name).toList();
        mapping(key)
                .ifPresent(named -> part(key)
                        .ifPresent(part -> named.entries()
                                .forEach(entry -> part.text(entry.name()).ifPresent(meant -> {
                                    spellings.put(entry.name(), meant.value());
                                    if (!names.contains(meant.value())) {
                                        findingReporter.report(
                                                UNKNOWN_REFERENCE,
                                                meant,
                                                "There is no level " + meant.value() + ".",
                                                "The levels are " + String.join(", ", names) + ".");
                                    }
                                }))));
        return Collections.unmodifiableMap(spellings);
    }

    Optional<LocalDate> date(String key) {
        return text(key).flatMap(this::date);
    }

    <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
        return text(key).flatMap(text -> lookUp(KebabCase.of(type), text, "word that is accepted here"));
    }

    /** The evidence that every fact requires: sources, confidence and date of checking. */
    Optional<Evidence> evidence() {
        List<Source> sources = new ArrayList<>();
        List<Located<String>> ids = texts("sources");
        required("sources", ids.stream().findFirst());
        ids.forEach(id -> lookUp(symbols.sources(), id, "source").ifPresent(sources::add));
        Optional<Confidence> confidence = required("confidence", word("confidence", Confidence.class));
        Optional<LocalDate> checked = text("checked").or(() -> checkedByDefault).flatMap(this::date);
        if (checkedByDefault.isEmpty()) {
            required("checked", checked);
        }
        String note = sentence("note");
        return confidence.flatMap(level -> checked.map(day -> new Evidence(List.copyOf(sources), day, level, note)));
    }

    private Optional<LocalDate> date(Located<String> text) {
        String[] parts = text.value().split("-", -1);
        boolean isNumbers = text.value().chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        try {
            // Parsed by hand, because initializing DateTimeFormatter is slow.
            if (isNumbers && parts.length == 3 && text.value().length() == "2026-11-22".length()) {
                return Optional.of(LocalDate.of(
                        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
            }
        } catch (NumberFormatException | DateTimeException e) {
            // Reported below, like any other invalid text.
        }
        findingReporter.report(
                INVALID_VALUE,
                text,
                "\"" + text.value() + "\" is no date.",
                "Write year-month-day, such as 2026-11-22.");
        return Optional.empty();
    }

    private <T> Optional<T> lookUp(Map<String, T> accepted, Located<String> id, String what) {
        T found = accepted.get(id.value());
        if (found == null) {
            findingReporter.report(
                    UNKNOWN_REFERENCE,
                    id,
                    "\"" + id.value() + "\" is no " + what + ".",
                    Suggestions.advice(id.value(), accepted.keySet()));
        }
        return Optional.ofNullable(found);
    }
}
