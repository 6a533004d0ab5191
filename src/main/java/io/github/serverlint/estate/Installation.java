package io.github.serverlint.estate;

import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import java.util.Optional;

/**
 * A release on a server, as far as the definition says it.
 *
 * @param text what the definition calls the release
 * @param level empty if the definition does not say it: then no floor is judged
 * @param edition empty if not said
 * @param architecture empty if not said
 * @param setup empty if not said, which means complete
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

    public boolean isSetupInProgress() {
        return setup.filter(value -> value.value() == SetupState.IN_PROGRESS).isPresent();
    }

    /** The place that stands for the level: its own, or that of the release where nothing says it. */
    public Located<?> levelPlace() {
        return level.<Located<?>>map(value -> value).orElse(text);
    }

    /**
     * What becomes of it when another release or level is installed over it. What the newcomer does not say stays as it
     * was, as far as its release has it; a setup that was in progress has come to its end.
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

    /** What is installed, without its places. */
    public ServerSpec.Installed spec() {
        return new ServerSpec.Installed(
                release,
                level.map(Located::value),
                edition.map(Located::value),
                architecture.map(Located::value),
                isSetupInProgress());
    }
}
