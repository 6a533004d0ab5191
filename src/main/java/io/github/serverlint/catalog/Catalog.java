package io.github.serverlint.catalog;

import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Recognition.Unrecognized;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All that is known. It answers the same at all times and to every thread; rules ask it, and hold no facts of their own. */
public final class Catalog {
    private final CatalogContent content;
    private final Map<Class<?>, List<Fact>> facts;
    private final Map<String, Product> byId;
    /** By product; made when somebody asks, since most estates have Windows and Exchange and no more. */
    private final Map<String, ReleaseRecognizer> recognizers = new ConcurrentHashMap<>();

    private final Map<Release, List<SupportFact>> support;
    private final Map<Release, List<UpgradeFact>> upgrades;
    private final Map<Release, List<DirectoryFact>> directory;
    private final Map<Release, List<ComponentConflict>> conflicts;
    private final Map<Release, List<DotnetFact>> dotnet;
    private final Map<Term, List<FeatureRequirement>> needs;
    private final BiFunction<Product, Vocabulary, ReleaseRecognizer> recognizer;

    /**
     * A catalog.
     *
     * @param recognizer makes the recognizer of a product; called at most once for each product
     */
    public Catalog(CatalogContent content, BiFunction<Product, Vocabulary, ReleaseRecognizer> recognizer) {
        this.content = content;
        this.recognizer = recognizer;
        this.facts = content.facts().stream().collect(Collectors.groupingBy(Fact::getClass));
        this.byId = content.products().stream().collect(Collectors.toUnmodifiableMap(Product::id, Function.identity()));
        this.support = by(SupportFact.class, SupportFact::release);
        this.upgrades = by(UpgradeFact.class, UpgradeFact::from);
        this.directory = by(DirectoryFact.class, DirectoryFact::release);
        this.conflicts = by(ComponentConflict.class, ComponentConflict::release);
        this.dotnet = by(DotnetFact.class, DotnetFact::release);
        this.needs = by(FeatureRequirement.class, FeatureRequirement::feature);
    }

    private <K, F extends Fact> Map<K, List<F>> by(Class<F> kind, Function<F, K> key) {
        return facts(kind).stream().collect(Collectors.groupingBy(key));
    }

    /** The rows of one kind, in the order of the catalog. */
    @SuppressWarnings("unchecked") // They stand under their class.
    <F extends Fact> List<F> facts(Class<F> kind) {
        return (List<F>) facts.getOrDefault(kind, List.of());
    }

    private <F extends Fact> List<F> facts(Class<F> kind, Predicate<F> isMeant) {
        return facts(kind).stream().filter(isMeant).toList();
    }

    private Vocabulary vocabulary(String name) {
        return Objects.requireNonNull(content.vocabularies().get(name));
    }

    private ReleaseRecognizer recognizer(Product product) {
        return recognizers.computeIfAbsent(product.id(), id -> recognizer.apply(product, architectures()));
    }

    /** Makes the recognizers of all products, so that what is wrong with their names is thrown now. */
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

    /** The product of an id, which is the key that names it in server definitions. */
    public Optional<Product> product(String key) {
        return Optional.ofNullable(byId.get(key));
    }

    public Product product(Release release) {
        return product(release.productId()).orElseThrow();
    }

    /** What a text says about the release of a product. */
    public Recognition recognize(Product product, String text) {
        if (!byId.containsKey(product.id())) {
            return new Unrecognized("belongs to a product that the catalog does not know", "");
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

    /** All that is said about a release on a release of Windows. */
    public List<SupportFact> support(Release release, Release platform) {
        return support(release).stream()
                .filter(fact -> fact.platform().equals(platform))
                .toList();
    }

    /** All that is said about where a release runs; empty if the catalog does not know. */
    public List<SupportFact> support(Release release) {
        return support.getOrDefault(release, List.of());
    }

    /** The in-place upgrades that begin with a release, allowed or not. */
    public List<UpgradeFact> upgrades(Release from) {
        return upgrades.getOrDefault(from, List.of());
    }

    /**
     * Whether anything is said about in-place upgrades of a product by itself: then an upgrade that is not listed does
     * not exist.
     */
    public boolean listsUpgrades(Product product) {
        return facts(UpgradeFact.class).stream()
                .anyMatch(fact ->
                        fact.under().isEmpty() && fact.from().productId().equals(product.id()));
    }

    /** Why no Windows is upgraded in place under an Exchange release, if that is so. */
    public Optional<NoWindowsUpgradeFact> windowsStays(Release under) {
        return facts(NoWindowsUpgradeFact.class, fact -> fact.under().equals(under)).stream()
                .findFirst();
    }

    public List<FeatureRequirement> needs(Term feature) {
        return needs.getOrDefault(feature, List.of());
    }

    public List<ConnectorFact> connectorFacts(Release connector) {
        return facts(ConnectorFact.class, fact -> fact.connector().equals(connector));
    }

    /** The preparations that some fact asks for, or that make something bearable. */
    public List<Term> usefulPreparations() {
        return preparations().terms().stream()
                .filter(term -> facts(PreparationFact.class).stream()
                                .anyMatch(fact -> fact.needs().equals(term))
                        || facts(ConnectorFact.class).stream()
                                .anyMatch(fact -> fact.unlessPrepared().contains(term)))
                .toList();
    }

    public List<PreparationFact> preparationFacts(Release release) {
        return facts(PreparationFact.class, fact -> fact.release().equals(release));
    }

    /** Which domain controllers and functional levels a release accepts; empty if the catalog does not know. */
    public List<DirectoryFact> directoryFacts(Release release) {
        return directory.getOrDefault(release, List.of());
    }

    /** How large a cluster can be on an edition of Windows; empty if the catalog does not know. */
    public List<ClusterSize> clusterSizes(Release platform, String edition) {
        return facts(
                ClusterSize.class,
                size -> size.platform().equals(platform) && size.editions().contains(edition));
    }

    /** What must not be in a cluster of servers with an Exchange release. */
    public List<ClusterDenial> clusterDenials(Release exchange) {
        return facts(ClusterDenial.class, denial -> denial.releases().contains(exchange));
    }

    /** What is said about a component beside a release. */
    public List<ComponentConflict> conflicts(Term component, Release release) {
        return conflicts.getOrDefault(release, List.of()).stream()
                .filter(conflict -> conflict.component().equals(component))
                .toList();
    }

    /** What is said about the .NET Framework under a release; empty if the catalog does not know. */
    public List<DotnetFact> dotnetFacts(Release release) {
        return dotnet.getOrDefault(release, List.of());
    }

    /** What is said about two releases in one forest; empty if the pair is listed nowhere. */
    public Optional<CoexistenceFact> coexistence(Release newer, Release older) {
        return facts(
                        CoexistenceFact.class,
                        fact -> fact.newer().equals(newer) && fact.older().equals(older))
                .stream()
                .findFirst();
    }

    /** What is said about a front end before a newer back end; empty if the pair is listed nowhere. */
    public Optional<FrontEndFact> frontEnd(Release frontEnd, Release backEnd) {
        return facts(
                        FrontEndFact.class,
                        fact -> fact.frontEnd().equals(frontEnd)
                                && fact.backEnd().equals(backEnd))
                .stream()
                .findFirst();
    }

    /**
     * The levels of a release that are worth going to, oldest first: the others lead nowhere that these do not.
     *
     * @param besideDotnet whether the .NET Framework beside it is known, so that it matters which one a level accepts
     */
    public List<Level> decisiveLevels(Release release, boolean besideDotnet) {
        return new MilestoneLevels(this).of(release, besideDotnet);
    }

    /** In the order of the catalog. */
    public List<Source> sources() {
        return content.sources();
    }

    /**
     * What was read, before it can be asked.
     *
     * @param facts the rows of all sections
     */
    public record CatalogContent(
            List<Source> sources, List<Product> products, Map<String, Vocabulary> vocabularies, List<Fact> facts) {}
}
