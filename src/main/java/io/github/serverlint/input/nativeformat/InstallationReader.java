package io.github.serverlint.input.nativeformat;

import static io.github.serverlint.finding.ParseRule.INVALID_VALUE;
import static io.github.serverlint.finding.ParseRule.UNKNOWN_RELEASE;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Recognition.Candidates;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Recognition.Unrecognized;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.catalog.names.ReleaseChoices;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.SetupState;
import io.github.serverlint.estate.Step.ProductRelease;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Suggestions;
import io.github.serverlint.text.Located;
import io.github.serverlint.yaml.FindingReporter;
import io.github.serverlint.yaml.MappingReader;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reader of installed products, in the short form {@code Windows 2000 Server SP4} or as a mapping. */
final class InstallationReader {
    private final Catalog catalog;

    InstallationReader(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Reads the installation of a product, if the owner has one. It is several where its text stands for several
     * releases, one of which is installed.
     *
     * @param wordsOf the list of words that the text of the release belongs to
     */
    List<Installation> read(
            Product product, MappingReader owner, FindingReporter findingReporter, Optional<String> wordsOf) {
        Optional<Entry> entry = owner.entry(product.id());
        if (entry.isPresent() && entry.get().value() instanceof Mapping mapping) {
            FindingReporter longForm =
                    findingReporter.child("\"" + product.id() + "\" of " + findingReporter.what(), product.id());
            return longForm(product, mapping, longForm, wordsOf);
        }
        return entry.flatMap(owner::text)
                .map(text -> shortForm(product, text, findingReporter.at(product.id()), wordsOf))
                .orElse(List.of());
    }

    /** Reads a release in a step without the key of its product: the first product that has the release. */
    Optional<ProductRelease> readAnyProduct(Located<String> text, FindingReporter findingReporter) {
        if (text.value().chars().noneMatch(Character::isLetter)) {
            findingReporter.report(
                    INVALID_VALUE,
                    text,
                    "\"" + text.value() + "\" in " + findingReporter.what() + " does not say which product it is.",
                    "Write the product before it, such as \"Exchange " + text.value() + "\".");
            return Optional.empty();
        }
        for (Product product : catalog.products()) {
            Recognition recognition = catalog.recognize(product, text.value());
            if (recognition instanceof Recognized recognized) {
                return Optional.of(new ProductRelease(product.id(), installation(text, recognized)));
            } else if (recognition instanceof Candidates candidates) {
                findingReporter.report(
                        UNKNOWN_RELEASE,
                        text,
                        "\"" + text.value() + "\" in " + findingReporter.what() + " can mean " + candidates + ".",
                        "A step leads to one release. Name the one that it is.");
                return Optional.empty();
            }
        }
        // Unknown: report it for the product whose name the text contains.
        String lower = text.value().toLowerCase(Locale.ROOT);
        Product likely = catalog.products().stream()
                .filter(product ->
                        lower.contains(product.name().split(" ", 2)[0].toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(catalog.products().get(0));
        shortForm(likely, text, findingReporter, Optional.empty());
        return Optional.empty();
    }

    private List<Installation> shortForm(
            Product product, Located<String> text, FindingReporter findingReporter, Optional<String> wordsOf) {
        Recognition recognition = catalog.recognize(product, text.value(), wordsOf);
        if (recognition instanceof Unrecognized unknown) {
            findingReporter.report(
                    UNKNOWN_RELEASE,
                    text,
                    "\"" + text.value() + "\" in " + findingReporter.what() + " " + unknown.problem() + ".",
                    unknown.fix());
            return List.of();
        }
        return recognition instanceof Candidates candidates
                ? candidates.releases().stream()
                        .map(each -> installation(text, each))
                        .toList()
                : List.of(installation(text, (Recognized) recognition));
    }

    private static Installation installation(Located<String> text, Recognized recognized) {
        return new Installation(
                text,
                recognized.release(),
                recognized.level().map(text::with),
                recognized.edition().map(text::with),
                recognized.architecture().map(text::with),
                Optional.empty());
    }

    /** The keys of the long form beside the release. */
    private record Parts(
            Optional<Located<String>> servicePack,
            Optional<Located<String>> cumulativeUpdate,
            Optional<Located<String>> edition,
            Optional<Located<String>> architecture,
            Optional<Located<SetupState>> setup) {}

    private List<Installation> longForm(
            Product product, Mapping mapping, FindingReporter findingReporter, Optional<String> wordsOf) {
        MappingReader reader = new MappingReader(mapping, findingReporter);
        List<Installation> named = reader.required("release", reader.text("release"))
                .map(text -> shortForm(product, text, findingReporter.at("release"), wordsOf))
                .orElse(List.of());
        Parts parts = new Parts(
                reader.text("service-pack"),
                reader.text("cumulative-update"),
                reader.text("edition"),
                reader.text("architecture"),
                product.isPlatform()
                        ? TermParser.read(
                                reader.text("setup"), SetupState.class, "state of a setup", findingReporter.at("setup"))
                        : Optional.empty());
        reader.rejectOtherKeys();
        if (named.size() < 2) {
            return named.stream()
                    .map(found -> complete(found, parts, findingReporter))
                    .toList();
        }
        // A level or an edition that only one of several releases has tells which one it is.
        List<Installation> possible = new ArrayList<>();
        for (Installation found : named) {
            List<Finding> against = new ArrayList<>();
            Installation complete = complete(found, parts, findingReporter.reportingTo(against));
            if (against.isEmpty()) {
                possible.add(complete);
            }
        }
        if (possible.isEmpty()) {
            // What the keys say is wrong with each; the text still leaves the release open.
            complete(named.get(0), parts, findingReporter);
            return named;
        }
        return possible;
    }

    private Installation complete(Installation found, Parts parts, FindingReporter findingReporter) {
        Optional<Located<Level>> byServicePack = level(found, parts.servicePack, findingReporter.at("service-pack"));
        Optional<Located<Level>> byUpdate =
                level(found, parts.cumulativeUpdate, findingReporter.at("cumulative-update"));
        Optional<Located<Level>> level = either(found, byServicePack, byUpdate, findingReporter);
        return new Installation(
                found.text(),
                found.release(),
                either(found, found.level(), level, findingReporter),
                either(
                        found,
                        found.edition(),
                        edition(found, parts.edition, findingReporter.at("edition")),
                        findingReporter),
                either(
                        found,
                        found.architecture(),
                        architecture(found, parts.architecture, findingReporter.at("architecture")),
                        findingReporter),
                parts.setup);
    }

    private Optional<Located<Level>> level(
            Installation named, Optional<Located<String>> text, FindingReporter findingReporter) {
        Release release = named.release();
        return text.flatMap(given -> {
            // "SP 2", and the bare "2" where the key already says what it is.
            Optional<Level> level = ReleaseChoices.level(release, given.value())
                    .or(() -> ReleaseChoices.level(release, "SP" + given.value()))
                    .or(() -> ReleaseChoices.level(release, "CU" + given.value()));
            if (level.isEmpty()) {
                findingReporter.report(
                        UNKNOWN_RELEASE,
                        given,
                        "\"" + given.value() + "\" in " + findingReporter.what() + " is no level of " + release + ".",
                        ReleaseChoices.levelsOf(release));
            }
            return level.map(given::with);
        });
    }

    private Optional<Located<String>> edition(
            Installation named, Optional<Located<String>> text, FindingReporter findingReporter) {
        return text.flatMap(given -> {
            Optional<String> edition =
                    ReleaseChoices.edition(catalog.product(named.release()), named.release(), given.value());
            if (edition.isEmpty()) {
                findingReporter.report(
                        INVALID_VALUE,
                        given,
                        "\"" + given.value() + "\" in " + findingReporter.what() + " is no edition of "
                                + named.release() + ".",
                        ReleaseChoices.editionsOf(named.release()));
            }
            return edition.map(given::with);
        });
    }

    private Optional<Located<Term>> architecture(
            Installation named, Optional<Located<String>> text, FindingReporter findingReporter) {
        Release release = named.release();
        return text.flatMap(given -> {
            Optional<Term> architecture =
                    catalog.architectures().find(given.value()).filter(release.architectures()::contains);
            if (architecture.isEmpty()) {
                List<String> ids =
                        release.architectures().stream().map(Term::id).toList();
                findingReporter.report(
                        INVALID_VALUE,
                        given,
                        "\"" + given.value() + "\" in " + findingReporter.what() + " is no architecture of " + release
                                + ".",
                        ids.isEmpty() ? "It has none to choose." : Suggestions.advice(given.value(), ids));
            }
            return architecture.map(given::with);
        });
    }

    /** Merges a value from the text of the release and from a key of the long form, which must agree. */
    private static <T> Optional<Located<T>> either(
            Installation named,
            Optional<Located<T>> inText,
            Optional<Located<T>> inKey,
            FindingReporter findingReporter) {
        if (inText.isPresent()
                && inKey.isPresent()
                && !inText.get().value().equals(inKey.get().value())) {
            findingReporter.report(
                    INVALID_VALUE,
                    inKey.get(),
                    "\"" + inKey.get().value() + "\" in " + findingReporter.what() + " contradicts the release, \""
                            + named.text().value() + "\".",
                    "Keep the one that is right.");
        }
        return inKey.or(() -> inText);
    }
}
