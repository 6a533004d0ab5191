package io.github.serverlint.layout;

import static io.github.serverlint.finding.ReadingRule.INVALID_VALUE;
import static io.github.serverlint.finding.ReadingRule.UNKNOWN_RELEASE;

import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Recognition.Recognized;
import io.github.serverlint.catalog.Recognition.Unrecognized;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Setup;
import io.github.serverlint.estate.Step.ProductRelease;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Nearest;
import io.github.serverlint.finding.ReadingRule;
import io.github.serverlint.source.Located;
import io.github.serverlint.yaml.MappingReader;
import io.github.serverlint.yaml.Node.Entry;
import io.github.serverlint.yaml.Node.Mapping;
import java.util.List;
import java.util.Optional;

/** Reads what is installed: {@code Windows 2000 Server SP4}, or the same as a mapping. */
final class InstallationReader {
    private final Catalog catalog;
    private final List<Finding> findings;

    InstallationReader(Catalog catalog, List<Finding> findings) {
        this.catalog = catalog;
        this.findings = findings;
    }

    /** @param owner the mapping that has the product as a key */
    Optional<Installation> read(Product product, MappingReader owner, String what, String keyPath) {
        Optional<Entry> entry = owner.entry(product.key());
        if (entry.isPresent() && entry.get().value() instanceof Mapping mapping) {
            String key = "\"" + product.key() + "\" of " + what;
            return longForm(product, new MappingReader(mapping, key, keyPath, findings), keyPath);
        }
        return entry.flatMap(given -> owner.text(product.key())).flatMap(text -> shortForm(product, text, keyPath));
    }

    /** A release in a step, which does not say of which product it is: the first product that knows it. */
    Optional<ProductRelease> readAnyProduct(Located<String> text, String keyPath) {
        if (text.value().chars().noneMatch(Character::isLetter)) {
            complain(
                    INVALID_VALUE,
                    text,
                    keyPath,
                    "\"" + text.value() + "\" does not say which product it is.",
                    "Write the product's name before it, such as \"Exchange " + text.value() + "\".");
            return Optional.empty();
        }
        for (Product product : catalog.products()) {
            if (catalog.recognize(product, text.value()) instanceof Recognized recognized) {
                return Optional.of(new ProductRelease(product.id(), installation(text, recognized)));
            }
        }
        // Nobody knows it: the product whose words it uses explains best what is wrong.
        String lower = text.value().toLowerCase(java.util.Locale.ROOT);
        Product likely = catalog.products().stream()
                .filter(product ->
                        lower.contains(product.name().split(" ", 2)[0].toLowerCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElse(catalog.products().get(0));
        return shortForm(likely, text, keyPath).map(found -> new ProductRelease(likely.id(), found));
    }

    private Optional<Installation> shortForm(Product product, Located<String> text, String keyPath) {
        Recognition recognition = catalog.recognize(product, text.value());
        if (recognition instanceof Unrecognized unknown) {
            complain(
                    UNKNOWN_RELEASE,
                    text,
                    keyPath,
                    "\"" + text.value() + "\" " + unknown.problem() + ".",
                    unknown.fix());
            return Optional.empty();
        }
        return Optional.of(installation(text, (Recognized) recognition));
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

    private Optional<Installation> longForm(Product product, MappingReader reader, String keyPath) {
        Optional<Installation> named = reader.required("release", reader.text("release"))
                .flatMap(text -> shortForm(product, text, keyPath + ".release"));
        Optional<Located<String>> servicePack = reader.text("service-pack");
        Optional<Located<String>> cumulativeUpdate = reader.text("cumulative-update");
        Optional<Located<String>> edition = reader.text("edition");
        Optional<Located<String>> architecture = reader.text("architecture");
        Optional<Located<Setup>> setup =
                Words.read(reader.text("setup"), Setup.class, "setup", keyPath + ".setup", findings);
        reader.rejectOtherKeys();
        return named.map(found -> new Installation(
                found.text(),
                found.release(),
                either(
                        found,
                        found.level(),
                        level(found.release(), servicePack, keyPath + ".service-pack")
                                .or(() -> level(found.release(), cumulativeUpdate, keyPath + ".cumulative-update")),
                        keyPath),
                either(found, found.edition(), edition(found.release(), edition, keyPath), keyPath),
                either(found, found.architecture(), architecture(found.release(), architecture, keyPath), keyPath),
                setup));
    }

    private Optional<Located<Level>> level(Release release, Optional<Located<String>> text, String keyPath) {
        return text.flatMap(given -> {
            // "SP 2", and the bare "2" where the key already says what it is.
            Optional<Level> level = catalog.level(release, given.value())
                    .or(() -> catalog.level(release, "SP" + given.value()))
                    .or(() -> catalog.level(release, "CU" + given.value()));
            if (level.isEmpty()) {
                complain(
                        UNKNOWN_RELEASE,
                        given,
                        keyPath,
                        release + " has no \"" + given.value() + "\".",
                        catalog.levelsOf(release));
            }
            return level.map(given::with);
        });
    }

    private Optional<Located<String>> edition(Release release, Optional<Located<String>> text, String keyPath) {
        return text.flatMap(given -> {
            Optional<String> edition = catalog.edition(release, given.value());
            if (edition.isEmpty()) {
                complain(
                        INVALID_VALUE,
                        given,
                        keyPath + ".edition",
                        release + " has no edition \"" + given.value() + "\".",
                        catalog.editionsOf(release));
            }
            return edition.map(given::with);
        });
    }

    private Optional<Located<Term>> architecture(Release release, Optional<Located<String>> text, String keyPath) {
        return text.flatMap(given -> {
            Optional<Term> architecture =
                    catalog.architectures().find(given.value()).filter(release.architectures()::contains);
            if (architecture.isEmpty()) {
                List<String> ids =
                        release.architectures().stream().map(Term::id).toList();
                complain(
                        INVALID_VALUE,
                        given,
                        keyPath + ".architecture",
                        "There is no " + release + " for \"" + given.value() + "\".",
                        Nearest.advice(given.value(), ids));
            }
            return architecture.map(given::with);
        });
    }

    /** A key of the long form says what the release's own text may say too; then both have to say the same. */
    private <T> Optional<Located<T>> either(
            Installation named, Optional<Located<T>> inText, Optional<Located<T>> inKey, String keyPath) {
        if (inText.isPresent()
                && inKey.isPresent()
                && !inText.get().value().equals(inKey.get().value())) {
            findings.add(Finding.at(
                            INVALID_VALUE.info(),
                            inKey.get(),
                            "This says " + inKey.get().value() + ", but the release says "
                                    + inText.get().value() + ".")
                    .keyPath(keyPath)
                    .fix("Keep the one that is right.")
                    .related(named.text().place(), "the release stands here")
                    .build());
        }
        return inKey.or(() -> inText);
    }

    private void complain(ReadingRule rule, Located<String> at, String keyPath, String message, String fix) {
        findings.add(
                Finding.at(rule.info(), at, message).keyPath(keyPath).fix(fix).build());
    }
}
