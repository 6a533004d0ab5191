package io.github.serverlint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.Sample;
import io.github.serverlint.analysis.RuleEngine.RuleFindings;
import io.github.serverlint.catalog.Level;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Places;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.SourceFile;
import io.github.serverlint.text.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Verdicts on candidates beside those on each of them, for tests: what all have keeps its severity, what some have is a
 * warning, and what is not judged with one is not judged.
 */
final class CandidateComparison {
    static final SourceFile FILE = new SourceFile("a.yaml", "\n".repeat(50));
    static final List<Release> WINDOWS = releases(Product.WINDOWS);
    static final List<Release> EXCHANGE = releases(Product.EXCHANGE);

    private int certain;
    private int conditional;
    private int undecided;
    private int silent;

    static List<Release> releases(String product) {
        return Sample.CATALOG.product(product).orElseThrow().releases();
    }

    static Installation installed(Release release, Optional<Level> level, String text, int line) {
        Located<String> at = Located.of(text, Span.at(FILE, line, 1));
        return new Installation(at, release, level.map(at::with), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Installation installed(Release release, int line) {
        return installed(release, Optional.empty(), "several", line);
    }

    /** A server with one release, or with one of several, for each product. */
    static Server server(String name, int line, Map<String, List<Installation>> products, String... roles) {
        Map<String, Installation> installations = new LinkedHashMap<>();
        Map<String, List<Installation>> candidates = new LinkedHashMap<>();
        products.forEach((product, all) -> {
            if (all.size() == 1) {
                installations.put(product, all.get(0));
            } else {
                candidates.put(product, all);
            }
        });
        List<Located<Term>> found = Stream.of(roles)
                .map(role -> Located.of(Sample.CATALOG.roles().find(role).orElseThrow(), Span.at(FILE, line, 30)))
                .toList();
        return new Server(
                Located.of(name, Span.at(FILE, line, 20)),
                new Places(installations, candidates, found, List.of(), List.of(), Optional.empty(), Optional.empty()));
    }

    static Map<String, List<Installation>> products(List<Installation> windows, List<Installation> exchange) {
        Map<String, List<Installation>> products = new LinkedHashMap<>();
        products.put(Product.WINDOWS, windows);
        products.put(Product.EXCHANGE, exchange);
        return products;
    }

    static List<List<Release>> pairs(List<Release> releases) {
        return releases.stream()
                .flatMap(one -> releases.stream().filter(one::isOlderThan).map(other -> List.of(one, other)))
                .toList();
    }

    /** The release without a level, and with each. */
    static List<Optional<Level>> levels(Release release) {
        return Stream.concat(
                        Stream.of(Optional.<Level>empty()),
                        release.levels().stream().map(Optional::of))
                .toList();
    }

    record Verdict(String rule, String server, String keyPath, int line) {
        static Verdict of(Finding finding) {
            return new Verdict(
                    finding.rule().id(),
                    finding.server().orElse(""),
                    finding.keyPath(),
                    finding.span().line());
        }

        static Verdict of(NotJudged check) {
            return new Verdict(
                    check.rule().id(), check.server(), "", check.span().line());
        }
    }

    static Map<Verdict, Severity> verdicts(RuleFindings findings) {
        Map<Verdict, Severity> verdicts = new LinkedHashMap<>();
        findings.findings()
                .forEach(finding ->
                        verdicts.merge(Verdict.of(finding), finding.severity(), (a, b) -> a.compareTo(b) > 0 ? a : b));
        return verdicts;
    }

    static Set<Verdict> open(RuleFindings findings) {
        return findings.undecided().stream().map(Verdict::of).collect(Collectors.toSet());
    }

    /** Combines single verdicts in the plainest way there is, and compares. */
    void compare(RuleFindings ofSet, List<RuleFindings> single, String what) {
        List<Map<Verdict, Severity>> verdicts =
                single.stream().map(CandidateComparison::verdicts).toList();
        Map<Verdict, Severity> wanted = new LinkedHashMap<>();
        Set<Verdict> anywhere = new HashSet<>();
        verdicts.forEach(each -> anywhere.addAll(each.keySet()));
        for (Verdict verdict : anywhere) {
            boolean everywhere = verdicts.stream().allMatch(each -> each.containsKey(verdict));
            Severity lowest = verdicts.stream()
                    .map(each -> each.get(verdict))
                    .filter(Objects::nonNull)
                    .min(Severity::compareTo)
                    .orElseThrow();
            wanted.put(verdict, everywhere || lowest != Severity.ERROR ? lowest : Severity.WARNING);
            certain += everywhere ? 1 : 0;
            conditional += everywhere ? 0 : 1;
        }
        assertThat(verdicts(ofSet)).as(what).isEqualTo(wanted);
        Set<Verdict> open = single.stream().flatMap(each -> open(each).stream()).collect(Collectors.toSet());
        assertThat(open(ofSet)).as(what).isEqualTo(open);
        undecided += open.isEmpty() ? 0 : 1;
        silent += anywhere.isEmpty() && open.isEmpty() ? 1 : 0;
    }

    /** Counts verdicts that were compared otherwise. */
    void count(int certainOnes, int conditionalOnes) {
        certain += certainOnes;
        conditional += conditionalOnes;
    }

    /** That the cases of a test had all outcomes there are, so that it compared something. */
    void assertThatSome(boolean wereUndecided, boolean wereSilent) {
        assertThat(certain).isPositive();
        assertThat(conditional).isPositive();
        assertThat(undecided).isGreaterThanOrEqualTo(wereUndecided ? 1 : 0);
        assertThat(silent).isGreaterThanOrEqualTo(wereSilent ? 1 : 0);
    }
}
