package io.github.serverlint.catalog;

import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Recognition.Unrecognized;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Immutable catalog of products, releases and facts, safe for use by several threads. Rules look facts up here and hold
 * none of their own.
 */
public final class Catalog {
    private static final Pattern OR = Pattern.compile("\\s+or\\s+", Pattern.CASE_INSENSITIVE);

    private final CatalogContent content;
    private final Map<Class<?>, List<Fact>> facts;
    private final Map<String, Product> byId;
    /** Cache by product id, filled on first use: most estates have only Windows and Exchange. */
    private final Map<String, ReleaseRecognizer> recognizers = new ConcurrentHashMap<>();

    private final Map<Release, List<SupportFact>> support;
    private final Map<Release, List<UpgradeFact>> upgrades;
    private final Map<Release, List<DirectoryFact>> directory;
    private final Map<Release, List<ComponentConflict>> conflicts;
    private final Map<Release, List<DotnetFact>> dotnet;
    private final Map<Term, List<FeatureRequirement>> requirements;
    private final SharedNames sharedNames;
    private final Map<ReleaseBound, Set<String>> namesWithin = new ConcurrentHashMap<>();
    private final BiFunction<Product, Vocabulary, ReleaseRecognizer> recognizer;

    /**
     * Creates a catalog.
     *
     * @param recognizer makes the recognizer of a product; called at most once for each product
     */
    public Catalog(CatalogContent content, BiFunction<Product, Vocabulary, ReleaseRecognizer> recognizer) {
        this.content = content;
        this.recognizer = recognizer;
        this.facts = content.facts().stream().collect(Collectors.groupingBy(Fact::getClass));
        this.byId = content.products().stream().collect(Collectors.toUnmodifiableMap(Product::id, Function.identity()));
        this.support = groupBy(SupportFact.class, SupportFact::release);
        this.upgrades = groupBy(UpgradeFact.class, UpgradeFact::from);
        this.directory = groupBy(DirectoryFact.class, DirectoryFact::release);
        this.conflicts = groupBy(ComponentConflict.class, ComponentConflict::release);
        this.dotnet = groupBy(DotnetFact.class, DotnetFact::release);
        this.requirements = groupBy(FeatureRequirement.class, FeatureRequirement::feature);
        this.sharedNames = new SharedNames(facts(SharedName.class));
    }

    private <K, F extends Fact> Map<K, List<F>> groupBy(Class<F> kind, Function<F, K> key) {
        return facts(kind).stream().collect(Collectors.groupingBy(key));
    }

    /** The rows of one kind, in the order of the catalog; releases are not among them. */
    @SuppressWarnings("unchecked") // Grouped by class.
    public <F extends Fact> List<F> facts(Class<F> kind) {
        return (List<F>) facts.getOrDefault(kind, List.of());
    }

    private <F extends Fact> List<F> facts(Class<F> kind, Predicate<F> filter) {
        return facts(kind).stream().filter(filter).toList();
    }

    private Vocabulary vocabulary(String name) {
        return Objects.requireNonNull(content.vocabularies().get(name));
    }

    private ReleaseRecognizer recognizer(Product product) {
        return recognizers.computeIfAbsent(product.id(), id -> recognizer.apply(product, architectures()));
    }

    /** Creates the recognizers of all products, so that errors in their names are thrown now. */
    public void prepareRecognizers() {
        products().forEach(this::recognizer);
    }

    CatalogContent content() {
        return content;
    }

    /** In the order of the catalog. */
    public List<Product> products() {
        return content.products();
    }

    /** Looks up a product by its id, which is its key in server definitions. */
    public Optional<Product> product(String key) {
        return Optional.ofNullable(byId.get(key));
    }

    public Product product(Release release) {
        return product(release.productId()).orElseThrow();
    }

    /** Parses a text as the name of a release of a product. */
    public Recognition recognize(Product product, String text) {
        return recognize(product, text, Optional.empty());
    }

    /**
     * Parses a text as the name of a release of a product, or of several with "or" between them.
     *
     * @param wordsOf the list of words that the text belongs to, one of {@link #wordLists}; a text that is not in it is
     *     read like any other
     */
    public Recognition recognize(Product product, String text, Optional<String> wordsOf) {
        if (!byId.containsKey(product.id())) {
            return new Unrecognized("belongs to a product that the catalog does not know", "");
        }
        Optional<SharedName> shared = sharedNames.find(product, text, wordsOf);
        if (shared.isPresent()) {
            return shared.get().candidates();
        }
        String[] choices = OR.split(text.strip(), -1);
        if (choices.length > 1) {
            Optional<Recognition> either = Recognition.either(
                    product,
                    Stream.of(choices)
                            .map(choice -> recognize(product, choice, wordsOf))
                            .toList());
            if (either.isPresent()) {
                return either.get();
            }
        }
        Recognition recognition = recognizer(product).recognize(text);
        if (recognition instanceof Unrecognized && text.chars().anyMatch(Character::isLetter)) {
            for (Product other : products()) {
                if (recognizer(other).recognize(text) instanceof Recognized recognized) {
                    return new Unrecognized(
                            "is " + recognized.release() + ", not a release of " + product.name(),
                            "Write it under the key \"" + other.id() + "\".");
                }
            }
        }
        return recognition;
    }

    private record ReleaseBound(Release release, Optional<Level> level, boolean isUpper) {}

    /** The names of a release and the older ones of its product, at each level, up to a level if one is given. */
    public Set<String> namesUpTo(Release release, Optional<Level> level) {
        return names(new ReleaseBound(release, level, true));
    }

    /** The names of a release and the newer ones of its product, at each level, from a level if one is given. */
    public Set<String> namesFrom(Release release, Optional<Level> level) {
        return names(new ReleaseBound(release, level, false));
    }

    private Set<String> names(ReleaseBound bound) {
        return namesWithin.computeIfAbsent(bound, key -> {
            Set<String> names = new HashSet<>();
            names.add(key.release().nameAt(key.level()));
            for (Release other : product(key.release()).releases()) {
                boolean isOwn = other.equals(key.release());
                if (isOwn
                        || (key.isUpper()
                                ? other.isOlderThan(key.release())
                                : key.release().isOlderThan(other))) {
                    if (!isOwn || key.level().isEmpty()) {
                        names.add(other.name());
                    }
                    other.levels().stream()
                            .filter(level -> !isOwn || isWithin(level, key))
                            .forEach(level -> names.add(other.nameAt(Optional.of(level))));
                }
            }
            return Set.copyOf(names);
        });
    }

    private static boolean isWithin(Level level, ReleaseBound bound) {
        return bound.level()
                .map(last -> bound.isUpper() ? !last.isBefore(level) : !level.isBefore(last))
                .orElse(true);
    }

    /** The row about a text that stands for several releases everywhere. */
    public Optional<SharedName> sharedName(Product product, String text) {
        return sharedNames.find(product, text, Optional.empty());
    }

    /** The lists of words that mean something else elsewhere, such as those of Proxmox, in the order of the catalog. */
    public List<String> wordLists() {
        return facts(SharedName.class).stream()
                .flatMap(shared -> shared.wordsOf().stream())
                .distinct()
                .toList();
    }

    /** The words of a list for the releases of a product, in lower case; empty if it has none. */
    public Set<String> wordsOf(String wordList, Product product) {
        return facts(SharedName.class).stream()
                .filter(shared -> shared.isOf(product)
                        && shared.wordsOf().filter(wordList::equals).isPresent())
                .flatMap(shared -> shared.names().stream())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    public Vocabulary features() {
        return vocabulary("features");
    }

    public Vocabulary roles() {
        return vocabulary("roles");
    }

    public Vocabulary components() {
        return vocabulary("components");
    }

    public Vocabulary preparations() {
        return vocabulary("preparations");
    }

    public Vocabulary functionalLevels() {
        return vocabulary("functional-levels");
    }

    public Vocabulary architectures() {
        return vocabulary("architectures");
    }

    /** The support facts of a release on a release of Windows. */
    public List<SupportFact> support(Release release, Release platform) {
        return support(release).stream()
                .filter(fact -> fact.platform().equals(platform))
                .toList();
    }

    /** All support facts of a release; empty if the catalog has none. */
    public List<SupportFact> support(Release release) {
        return support.getOrDefault(release, List.of());
    }

    /** The in-place upgrades from a release, supported or not. */
    public List<UpgradeFact> upgrades(Release from) {
        return upgrades.getOrDefault(from, List.of());
    }

    /**
     * Whether the catalog lists in-place upgrades of a product by itself: then an upgrade that is not listed does not
     * exist.
     */
    public boolean listsUpgrades(Product product) {
        return facts(UpgradeFact.class).stream()
                .anyMatch(fact ->
                        fact.under().isEmpty() && fact.from().productId().equals(product.id()));
    }

    /** The fact that rules out in-place upgrades of Windows under an Exchange release, if there is one. */
    public Optional<NoWindowsUpgradeFact> noWindowsUpgrade(Release under) {
        return facts(NoWindowsUpgradeFact.class, fact -> fact.under().equals(under)).stream()
                .findFirst();
    }

    public List<FeatureRequirement> featureRequirements(Term feature) {
        return requirements.getOrDefault(feature, List.of());
    }

    public List<ConnectorFact> connectorFacts(Release connector) {
        return facts(ConnectorFact.class, fact -> fact.connector().equals(connector));
    }

    /** The preparations that some fact requires, or that lift a restriction. */
    public List<Term> usefulPreparations() {
        return preparations().terms().stream()
                .filter(term -> facts(PreparationFact.class).stream()
                                .anyMatch(fact -> fact.needs().equals(term))
                        || facts(ConnectorFact.class).stream()
                                .anyMatch(fact -> fact.unlessPrepared().contains(term))
                        || facts(SchemaExtensionFact.class).stream()
                                .anyMatch(fact -> fact.unlessPrepared().equals(term)))
                .toList();
    }

    public List<PreparationFact> preparationFacts(Release release) {
        return facts(PreparationFact.class, fact -> fact.release().equals(release));
    }

    /** Which domain controllers and functional levels a release accepts; empty if the catalog has none. */
    public List<DirectoryFact> directoryFacts(Release release) {
        return directory.getOrDefault(release, List.of());
    }

    /** How large a cluster can be on an edition of Windows; empty if the catalog has none. */
    public List<ClusterSize> clusterSizes(Release platform, String edition) {
        return facts(
                ClusterSize.class,
                size -> size.platform().equals(platform) && size.editions().contains(edition));
    }

    /** The restrictions on clusters of servers with an Exchange release. */
    public List<ClusterDenial> clusterDenials(Release exchange) {
        return facts(ClusterDenial.class, denial -> denial.releases().contains(exchange));
    }

    /** The conflicts of a component with a release. */
    public List<ComponentConflict> conflicts(Term component, Release release) {
        return conflicts.getOrDefault(release, List.of()).stream()
                .filter(conflict -> conflict.component().equals(component))
                .toList();
    }

    /** The .NET Framework requirements of a release; empty if the catalog has none. */
    public List<DotnetFact> dotnetFacts(Release release) {
        return dotnet.getOrDefault(release, List.of());
    }

    /**
     * The coexistence facts of two releases in one forest, each for other levels of the newer one; empty if the pair is
     * not listed. Those of a release and itself are about its levels beside each other.
     */
    public List<CoexistenceFact> coexistence(Release newer, Release older) {
        return facts(
                CoexistenceFact.class,
                fact -> fact.newer().equals(newer) && fact.older().equals(older));
    }

    /** The fact about a front end before a newer back end; empty if the pair is not listed. */
    public Optional<FrontEndFact> frontEnd(Release frontEnd, Release backEnd) {
        return facts(
                        FrontEndFact.class,
                        fact -> fact.frontEnd().equals(frontEnd)
                                && fact.backEnd().equals(backEnd))
                .stream()
                .findFirst();
    }

    /**
     * The milestone levels of a release, oldest first: every other level allows nothing that these do not.
     *
     * @param besideDotnet whether the .NET Framework beside it is known, so that it matters which one a level accepts
     */
    public List<Level> milestoneLevels(Release release, boolean besideDotnet) {
        return new MilestoneLevels(this).of(release, besideDotnet);
    }

    /** The day on which a row was last compared with its sources: what came out later is not in it. */
    public LocalDate date() {
        return Stream.concat(
                        content.facts().stream(), products().stream().flatMap(product -> product.releases().stream()))
                .map(fact -> fact.evidence().checked())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
    }

    /** In the order of the catalog. */
    public List<Source> sources() {
        return content.sources();
    }

    /**
     * Content of the catalog files as parsed.
     *
     * @param facts the rows of all sections
     */
    public record CatalogContent(
            List<Source> sources, List<Product> products, Map<String, Vocabulary> vocabularies, List<Fact> facts) {}
}
