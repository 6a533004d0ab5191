package io.github.serverlint.report;

import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.finding.KebabCase;
import io.github.serverlint.plan.Plan.PlanStage;
import io.github.serverlint.plan.Plan.Solution;
import io.github.serverlint.text.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writer of {@code plan.yaml}: the steps of a plan as a migration in the native format. */
public final class PlanFile {
    /**
     * Texts that are plain scalars in <a href="https://yaml.org/type/">YAML 1.1</a> and <a
     * href="https://yaml.org/spec/1.2.2/">YAML 1.2</a>; all others are quoted.
     */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]*( [A-Za-z0-9._/-]++)*+");

    private PlanFile() {}

    /** Returns the text of the file. */
    public static String render(Solution plan) {
        StringBuilder text = new StringBuilder("migrations:\n  plan:\n    steps:\n");
        for (int i = 0; i < plan.stages().size(); i++) {
            PlanStage stage = plan.stages().get(i);
            String waits = stage.waits().stream()
                    .map(wait -> String.valueOf(wait.stage()))
                    .collect(Collectors.joining(" and "));
            text.append("      # " + (i + 1) + (waits.isEmpty() ? "" : ", after " + waits) + "\n");
            stage.steps().forEach(step -> write(step, text));
        }
        return text.toString();
    }

    private static void write(Step step, StringBuilder text) {
        List<String> keys = keys(step);
        for (int i = 0; i < keys.size(); i++) {
            text.append(i == 0 ? "      - " : "        ").append(keys.get(i)).append('\n');
        }
    }

    private static List<String> keys(Step step) {
        if (step instanceof Step.BackUp backUp) {
            return List.of("back-up: " + scalar(backUp.server()));
        } else if (step instanceof Step.Prepare prepare) {
            return List.of(
                    "prepare: " + scalar(prepare.forest()),
                    "with: " + prepare.with().value());
        } else if (step instanceof Step.Upgrade upgrade) {
            return List.of(
                    "upgrade: " + scalar(upgrade.server()),
                    "to: " + scalar(upgrade.to().installation().text()));
        } else if (step instanceof Step.Install install) {
            return List.of(
                    "install: " + scalar(install.release().installation().text()), "on: " + scalar(install.server()));
        } else if (step instanceof Step.Remove remove) {
            return List.of("remove: " + scalar(remove.what()), "from: " + scalar(remove.server()));
        } else if (step instanceof Step.Enable enable) {
            return List.of("enable: " + enable.feature().value(), "on: " + scalar(enable.server()));
        } else if (step instanceof Step.Disable disable) {
            return List.of("disable: " + disable.feature().value(), "on: " + scalar(disable.server()));
        } else if (step instanceof Step.Raise raise) {
            return List.of(
                    "raise: " + scalar(raise.forest()),
                    "to: " + raise.to().value().name());
        } else if (step instanceof Step.MoveMailboxes move) {
            return List.of("move-mailboxes: " + scalar(move.from()), "to: " + scalar(move.to()));
        } else if (step instanceof Step.Decommission decommission) {
            return List.of("decommission: " + scalar(decommission.server()));
        } else if (step instanceof Step.Reinstall reinstall) {
            return definition("reinstall", reinstall.as());
        }
        return definition("add", ((Step.Add) step).server());
    }

    private static List<String> definition(String verb, Server server) {
        List<String> keys = new ArrayList<>();
        keys.add(verb + ": " + scalar(server.name()));
        keys.add("as:");
        server.possible().forEach((product, possible) -> keys.add("  " + product + ": " + installed(possible.get(0))));
        list("roles", server.roles(), keys);
        list("features", server.features(), keys);
        list("components", server.components(), keys);
        server.cluster().ifPresent(clusterMembership -> {
            List<String> parts = new ArrayList<>();
            clusterMembership.name().ifPresent(name -> parts.add("name: " + quoted(name.value())));
            clusterMembership.nodes().ifPresent(nodes -> parts.add("nodes: " + nodes.value()));
            clusterMembership.mode().ifPresent(mode -> parts.add("mode: " + KebabCase.of(mode.value())));
            keys.add("  cluster: {" + String.join(", ", parts) + "}");
        });
        server.forest().ifPresent(forest -> keys.add("  forest: " + scalar(forest)));
        return keys;
    }

    private static String installed(Installation installed) {
        if (installed.edition().isEmpty() && installed.architecture().isEmpty()) {
            return scalar(installed.name());
        }
        List<String> parts = new ArrayList<>();
        parts.add("release: " + quoted(installed.release().name()));
        installed
                .level()
                .ifPresent(level ->
                        parts.add("service-pack: " + quoted(level.value().name())));
        installed.edition().ifPresent(edition -> parts.add("edition: " + quoted(edition.value())));
        installed
                .architecture()
                .ifPresent(term -> parts.add("architecture: " + term.value().id()));
        return "{" + String.join(", ", parts) + "}";
    }

    private static void list(String key, List<Located<Term>> terms, List<String> keys) {
        if (!terms.isEmpty()) {
            keys.add(terms.stream()
                    .map(term -> term.value().id())
                    .collect(Collectors.joining(", ", "  " + key + ": [", "]")));
        }
    }

    private static String scalar(Located<String> text) {
        return scalar(text.value());
    }

    private static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !text.equalsIgnoreCase("null");
        return plain ? text : quoted(text);
    }

    /** Returns a double-quoted scalar in ASCII. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c >= ' ' && c <= '~') {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\U%08X", c));
            }
        });
        return quoted.append('"').toString();
    }
}
