package io.github.serverlint.report.formats;

import io.github.serverlint.analysis.LintResult.BaseComparison;
import io.github.serverlint.catalog.Term;
import io.github.serverlint.estate.Installation;
import io.github.serverlint.estate.Server;
import io.github.serverlint.finding.Finding;
import io.github.serverlint.finding.Finding.Status;
import io.github.serverlint.finding.KebabCase;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.PartnerSets;
import io.github.serverlint.finding.Severity;
import io.github.serverlint.input.provenance.Notice;
import io.github.serverlint.input.provenance.UnjudgedServer;
import io.github.serverlint.report.FieldExplanation;
import io.github.serverlint.report.ReportModel;
import io.github.serverlint.report.ReportModel.ModuleResult;
import io.github.serverlint.report.ReportModel.ReportedFinding;
import io.github.serverlint.rule.NotJudged;
import io.github.serverlint.text.Located;
import io.github.serverlint.text.ServerName;
import io.github.serverlint.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Report {@code serverlint.json} for programs, which also contains the parsed definitions. */
public final class JsonReport {
    private static final int VERSION = 1;

    private final JsonOutput json;

    private JsonReport(JsonOutput json) {
        this.json = json;
    }

    /** Returns the report. */
    public static String render(ReportModel reportModel) {
        return JsonOutput.of(json -> new JsonReport(json).write(reportModel));
    }

    private void write(ReportModel reportModel) throws IOException {
        json.beginObject().name("version").value(VERSION);
        json.name("summary").beginObject();
        json.name("files").value(reportModel.files());
        json.name("servers").value(reportModel.servers());
        json.name("errors").value(reportModel.count(Severity.ERROR));
        json.name("warnings").value(reportModel.count(Severity.WARNING));
        json.name("notes").value(reportModel.count(Severity.NOTE));
        json.name("suppressed").value(reportModel.count(Status.SUPPRESSED));
        json.name("baselined").value(reportModel.count(Status.BASELINED));
        json.name("notJudged").value(reportModel.unjudged());
        json.endObject();
        writeBase(
                reportModel.parts().stream()
                        .flatMap(moduleResult -> moduleResult.result().comparison().stream())
                        .toList(),
                reportModel.count(Status.KNOWN));
        json.array("servers", reportModel.parts(), moduleResult -> {
            for (Server server : moduleResult.result().estate().servers()) {
                write(moduleResult, server);
            }
        });
        List<ReportedFinding> findings = reportModel.entries();
        PartnerSets partnerSets = new PartnerSets(
                findings.stream().map(entry -> entry.finding().partners()).toList());
        json.array("findings", findings, entry -> write(entry, partnerSets));
        if (!partnerSets.sets().isEmpty()) {
            json.name("partnerSets").beginObject();
            for (Map.Entry<String, List<Partner>> set : partnerSets.sets().entrySet()) {
                json.array(set.getKey(), set.getValue(), this::write);
            }
            json.endObject();
        }
        json.array("undecided", reportModel.parts(), moduleResult -> {
            for (NotJudged notJudged : moduleResult.result().undecided()) {
                json.beginObject().name("rule").value(notJudged.rule().id());
                json.name("server").value(notJudged.server());
                writeScope(Optional.of(notJudged.serverName()));
                writePlace(moduleResult, notJudged.span());
                json.name("missing").value(notJudged.missing()).endObject();
            }
        });
        json.array("notJudged", reportModel.parts(), moduleResult -> {
            for (UnjudgedServer unjudged : moduleResult.result().unjudged()) {
                json.beginObject().name("server").value(unjudged.name().value().full());
                writeScope(Optional.of(unjudged.name().value()));
                writePlace(moduleResult, unjudged.name().place());
                json.name("missing").value(unjudged.unknown()).endObject();
            }
        });
        json.array("notices", reportModel.parts(), moduleResult -> {
            for (Notice notice : moduleResult.result().notices()) {
                json.beginObject().name("path").value(moduleResult.folder() + notice.path());
                if (notice.place().isPresent()) {
                    json.name("line").value(notice.place().get().line());
                    json.name("column").value(notice.place().get().column());
                }
                json.name("message").value(notice.text()).endObject();
            }
        });
        json.endObject();
    }

    /** Writes the comparison; all modules of a reactor have the same base. */
    private void writeBase(List<BaseComparison> comparisons, long known) throws IOException {
        if (comparisons.isEmpty()) {
            return;
        }
        json.name("base").beginObject();
        json.name("ref").value(comparisons.get(0).ref());
        json.name("commit").value(comparisons.get(0).commit());
        json.name("servers")
                .value(comparisons.stream().mapToInt(BaseComparison::servers).sum());
        json.name("changed")
                .value(comparisons.stream().mapToInt(BaseComparison::changed).sum());
        json.name("known").value(known);
        if (comparisons.stream().anyMatch(BaseComparison::isUncertain)) {
            json.name("uncertain").value(true);
        }
        json.array("unreadable", comparisons, baseComparison -> {
            for (String place : baseComparison.unreadable()) {
                json.value(place);
            }
        });
        json.endObject();
    }

    /** Writes which part of the full name of a server is its scope. */
    private void writeScope(Optional<ServerName> name) throws IOException {
        json.optional("scope", name.map(ServerName::scope).filter(scope -> !scope.isEmpty()));
    }

    private void write(ModuleResult moduleResult, Server server) throws IOException {
        json.beginObject().name("name").value(server.name().value());
        writeScope(Optional.of(server.serverName()));
        writePlace(moduleResult, server.name().place());
        json.name("values").beginObject();
        Map<String, List<FieldExplanation>> byField = new LinkedHashMap<>();
        FieldExplanation.of(server, moduleResult.result())
                .forEach(field -> byField.computeIfAbsent(field.field(), any -> new ArrayList<>())
                        .add(field));
        for (Map.Entry<String, List<FieldExplanation>> field : byField.entrySet()) {
            // Without provenance, the lists and names below are complete.
            boolean isRecorded = !moduleResult.result().provenance().isEmpty();
            List<Installation> installed = server.possible().getOrDefault(field.getKey(), List.of());
            if (isRecorded || !installed.isEmpty()) {
                write(moduleResult, field.getValue(), installed);
            }
        }
        json.endObject();
        writeIds("features", server.features());
        writeIds("roles", server.roles());
        writeIds("components", server.components());
        json.optional("forest", server.forest().map(Located::value));
        json.endObject();
    }

    /**
     * Writes a field.
     *
     * @param all the field; several elements for a list with unknown items
     * @param understood what is or may be installed; empty for another field
     */
    private void write(ModuleResult moduleResult, List<FieldExplanation> all, List<Installation> understood)
            throws IOException {
        FieldExplanation field = all.get(0);
        json.name(field.field()).beginObject();
        json.optional("text", unlessEmpty(field.text()));
        if (!understood.isEmpty()) {
            write(understood);
        }
        writeOrigin(moduleResult, field);
        if (all.size() > 1) {
            json.array("leftOut", all.subList(1, all.size()), item -> {
                json.beginObject();
                writeOrigin(moduleResult, item);
                json.endObject();
            });
        }
        json.endObject();
    }

    /** Writes the release, or the releases of which it is one, and what all of them have. */
    private void write(List<Installation> understood) throws IOException {
        if (understood.size() == 1) {
            json.name("release").value(understood.get(0).release().id());
        } else {
            json.array(
                    "candidates", understood, each -> json.value(each.release().id()));
        }
        json.optional(
                "level",
                shared(
                        understood,
                        each -> each.level().map(level -> level.value().name())));
        if (understood.stream().allMatch(Installation::isNewerThanCatalog)) {
            json.name("newerThanCatalog").value(true);
        }
        json.optional("edition", shared(understood, each -> each.edition().map(Located::value)));
        json.optional(
                "architecture",
                shared(
                        understood,
                        each -> each.architecture().map(term -> term.value().id())));
    }

    private static Optional<String> shared(List<Installation> all, Function<Installation, Optional<String>> value) {
        List<Optional<String>> values = all.stream().map(value).distinct().toList();
        return values.size() == 1 ? values.get(0) : Optional.empty();
    }

    private void writeOrigin(ModuleResult moduleResult, FieldExplanation field) throws IOException {
        writePlace(moduleResult, field.place());
        json.name("state").value(KebabCase.of(field.state()));
        json.name("attempt").value(field.attempt());
        json.optional("detail", unlessEmpty(field.detail()));
        json.array("trail", field.provenance(), step -> writeNote(moduleResult, step.place(), step.note()));
    }

    private static Optional<String> unlessEmpty(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    private void writeIds(String name, List<Located<Term>> terms) throws IOException {
        json.array(name, terms, term -> json.value(term.value().id()));
    }

    private void write(ReportedFinding entry, PartnerSets partnerSets) throws IOException {
        Finding finding = entry.finding();
        ModuleResult moduleResult = entry.part();
        json.beginObject().name("rule").value(finding.rule().id());
        json.name("severity").value(finding.severity().word());
        json.name("status").value(finding.status().word());
        json.optional("statusReason", unlessEmpty(finding.standing().note()));
        json.optional("server", finding.server());
        writeScope(finding.serverName());
        json.name("keyPath").value(finding.keyPath());
        json.name("value").value(finding.value());
        writePlace(moduleResult, finding.span());
        json.name("endLine").value(finding.span().endLine());
        json.name("endColumn").value(finding.span().endColumn());
        json.name("message").value(finding.message());
        json.name("reason").value(finding.reason());
        json.name("fix").value(finding.fix());
        json.array("sources", finding.sources(), json::value);
        json.array("related", finding.related(), place -> writeNote(moduleResult, place.span(), place.note()));
        if (!finding.topic().isEmpty()) {
            json.name("topic").value(finding.topic());
        }
        Optional<String> set = partnerSets.name(finding.partners());
        if (set.isPresent()) {
            json.name("partnerSet").value(set.get());
        } else {
            json.array("partners", PartnerSets.inOrder(finding.partners()), this::write);
        }
        json.endObject();
    }

    private void write(Partner partner) throws IOException {
        json.beginObject().name("name").value(partner.name());
        json.name("value").value(partner.value()).endObject();
    }

    private void writeNote(ModuleResult moduleResult, Span place, String note) throws IOException {
        json.beginObject();
        writePlace(moduleResult, place);
        json.name("message").value(note).endObject();
    }

    private void writePlace(ModuleResult moduleResult, Span span) throws IOException {
        json.name("path").value(moduleResult.path(span));
        json.name("line").value(span.line());
        json.name("column").value(span.column());
    }
}
