package io.github.serverlint.estate;

import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Recognition;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Release installed on a server, as defined.
 *
 * @param text the release as the definition spells it
 * @param level empty if not given: then no minimum level is checked
 * @param edition empty if not given
 * @param architecture empty if not given
 * @param setup empty if not given, which means complete
 */
public record Installation(
        Located<String> text,
        Release release,
        Optional<Located<Level>> level,
        Optional<Located<String>> edition,
        Optional<Located<Term>> architecture,
        Optional<Located<SetupState>> setup) {

    /** The name with its level: {@code Exchange 2000 Server SP3}. */
    public String name() {
        return release.nameAt(level.map(Located::value));
    }

    /** Whether its release or its level is newer than the catalog. */
    public boolean isNewerThanCatalog() {
        return release.isNewerThanCatalog()
                || level.filter(found -> found.value().isNewerThanCatalog()).isPresent();
    }

    /** The names of several with their levels, for messages: {@code Windows Server 2016, 2019 or 2022}. */
    public static String either(List<Installation> all) {
        return all.stream().allMatch(each -> each.level().isEmpty())
                ? Recognition.either(all.stream().map(Installation::release).toList())
                : all.stream().map(Installation::name).collect(Collectors.joining(" or "));
    }

    public boolean isSetupInProgress() {
        return setup.filter(value -> value.value() == SetupState.IN_PROGRESS).isPresent();
    }

    /** The place of the level, or that of the release if no level is given. */
    public Located<?> levelPlace() {
        return level.<Located<?>>map(value -> value).orElse(text);
    }

    /**
     * The result of installing another release or level over it. Values that the newer installation does not give are
     * kept if its release has them; a setup in progress is complete afterwards.
     */
    public Installation upgradedTo(Installation newer) {
        boolean sameRelease = newer.release.equals(release);
        return new Installation(
                newer.text,
                newer.release,
                newer.level.or(() -> sameRelease ? level : Optional.empty()),
                newer.edition.or(() -> edition.filter(
                        kept -> sameRelease || newer.release.editions().contains(kept.value()))),
                newer.architecture.or(() -> architecture.filter(
                        kept -> sameRelease || newer.release.architectures().contains(kept.value()))),
                Optional.empty());
    }

    /** The same installation where a server inherits it. */
    Installation usedAt(Span user) {
        return new Installation(
                text.usedAt(user),
                release,
                level.map(value -> value.usedAt(user)),
                edition.map(value -> value.usedAt(user)),
                architecture.map(value -> value.usedAt(user)),
                setup.map(value -> value.usedAt(user)));
    }

    /** The plain values, without places. */
    public ServerSpec.Installed spec() {
        return new ServerSpec.Installed(
                release,
                level.map(Located::value),
                edition.map(Located::value),
                architecture.map(Located::value),
                isSetupInProgress());
    }
}
