package io.github.serverlint.plan;

import io.github.serverlint.analysis.DefinitionLoader;
import io.github.serverlint.analysis.LintRequest;
import io.github.serverlint.analysis.OpenRelease;
import io.github.serverlint.analysis.Resolutions;
import io.github.serverlint.analysis.RuleEngine;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import io.github.serverlint.files.SourceTree;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.input.LoadedEstate;
import io.github.serverlint.plan.Plan.Solution;
import io.github.serverlint.rule.RuleContext;
import io.github.serverlint.rules.RuleRegistry;
import io.github.serverlint.run.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Service that plans the steps from the current definitions to those of a target. */
public final class PlanService {
    /** A plan with each combination of candidates is a search of its own. */
    private static final int MOST_PLANS = 16;

    private final Catalog catalog;

    public PlanService(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Finds and reads the definitions, and plans.
     *
     * @param request the current definitions, and how both are read and judged
     * @param target folder or file with the definitions of the target
     * @throws ConfigurationException if a configured file or folder is missing, unreadable or defines no server
     */
    public PlanResult plan(LintRequest request, Path target) {
        LoadedEstate now = read("sourceDirectories", request.places(), request);
        LoadedEstate wanted = read("target", List.of(target), request);
        List<Finding> findings = new ArrayList<>(now.findings());
        findings.addAll(wanted.findings());
        findings.sort(Finding.REPORT_ORDER);
        requireKnown(now.estate(), wanted.estate());
        RuleEngine ruleEngine = new RuleEngine(
                RuleRegistry.judging(),
                request.severities()::of,
                new RuleContext(catalog, request.asOf()),
                request.monitor());
        Optional<Plan> plan = isUnderstood(now) && isUnderstood(wanted)
                ? Optional.of(plan(new Planner(catalog, ruleEngine), now.estate(), wanted.estate()))
                : Optional.empty();
        return new PlanResult(
                findings,
                plan,
                now.estate().servers().size(),
                wanted.estate().servers().size());
    }

    /** Plans with each of the releases that texts of the definitions stand for; the plan has to be the same with all. */
    private static Plan plan(Planner planner, Estate now, Estate wanted) {
        List<Server> servers = new ArrayList<>(now.servers());
        servers.addAll(wanted.servers());
        Resolutions resolutions = Resolutions.ofServers(servers);
        boolean isFeasible =
                resolutions.size() <= MOST_PLANS && resolutions.left().isEmpty();
        List<Plan> plans = isFeasible
                ? resolutions.each(
                        way -> planner.plan(resolutions.resolved(way, now), resolutions.resolved(way, wanted)))
                : List.of();
        if (plans.size() != 1
                && plans.stream().map(PlanService::content).distinct().count() != 1) {
            throw new ConfigurationException("plan: "
                    + Stream.concat(resolutions.releases().stream(), resolutions.left().stream())
                            .map(OpenRelease::question)
                            .collect(Collectors.joining(", and "))
                    + ". No plan is good for "
                    + (isFeasible ? "all of that" : "so many combinations") + ", so name the release that it is.");
        }
        return plans.get(0);
    }

    /** What a plan says; a plan that was not found is like no other. */
    private static Object content(Plan plan) {
        return plan instanceof Solution solution
                ? solution.stages().stream()
                        .map(stage -> List.of(
                                stage.steps().stream().map(Step::sentence).toList(),
                                stage.steps().stream()
                                        .flatMap(step -> step.definedServer().stream())
                                        .map(Server::spec)
                                        .toList(),
                                stage.waits(),
                                stage.undo(),
                                stage.needs()))
                        .toList()
                : plan;
    }

    /**
     * Whether everything could be parsed: a value left out would look like something to install or to remove, and no
     * rule would check it.
     */
    private static boolean isUnderstood(LoadedEstate loadedEstate) {
        return loadedEstate.errors().isEmpty() && !loadedEstate.provenance().hasUnclearValues();
    }

    /** Nothing can be proven of a way to what is newer than the catalog, unless it is there already. */
    private void requireKnown(Estate now, Estate wanted) {
        for (Server server : wanted.servers()) {
            for (Installation installed : server.installations().values()) {
                boolean stays = now.servers().stream()
                        .filter(before -> before.name()
                                .value()
                                .equalsIgnoreCase(server.name().value()))
                        .flatMap(before -> before.installations().values().stream())
                        .anyMatch(old -> old.spec().equals(installed.spec()));
                if (installed.isNewerThanCatalog() && !stays) {
                    throw new ConfigurationException(
                            "target: " + installed.text().place() + ": " + server.quoted()
                                    + " is to run " + installed.name() + ", which is newer than the catalog of "
                                    + catalog.date()
                                    + ", so no way there can be proven. Use a serverlint whose catalog knows it, add it in a"
                                    + " catalog file of your own (parameter catalogs), or name a release that is known.");
                }
            }
        }
    }

    private LoadedEstate read(String parameter, List<Path> places, LintRequest request) {
        SourceTree tree = request.tree();
        DefinitionLoader definitionLoader =
                new DefinitionLoader(request.layout(), tree.shown(places), catalog, request.monitor());
        LoadedEstate loadedEstate =
                definitionLoader.definitions(definitionLoader.parse(tree.files(parameter, places, request.monitor())));
        if (loadedEstate.estate().servers().isEmpty() && loadedEstate.errors().isEmpty()) {
            throw new ConfigurationException(parameter + ": there is no server in "
                    + String.join(", ", places.stream().map(Path::toString).toList())
                    + ", and a plan leads from servers to servers.");
        }
        return loadedEstate;
    }
}
