package io.github.serverlint.report;

import com.google.gson.stream.JsonWriter;
import io.github.serverlint.catalog.Catalog;
import io.github.serverlint.catalog.DomainMode;
import io.github.serverlint.catalog.Product;
import io.github.serverlint.catalog.Release;
import io.github.serverlint.catalog.Vocabulary;
import io.github.serverlint.estate.ClusterMembership;
import io.github.serverlint.estate.SetupState;
import io.github.serverlint.finding.KebabCase;
import io.github.serverlint.report.formats.JsonOutput;
import java.io.IOException;
import java.util.Collection;

/**
 * The JSON Schema of the native format, for editors: which keys there are, which kind of value each takes, and for words
 * of the catalog what to complete. It says nothing about spelling, of which the linter understands more than a schema
 * can say. Draft-07, which editors have read for longest.
 */
public final class DefinitionSchema {
    private static final String ID = "https://serverlint.github.io/serverlint.schema.json";

    private final JsonWriter json;
    private final Catalog catalog;

    private DefinitionSchema(JsonWriter json, Catalog catalog) {
        this.json = json;
        this.catalog = catalog;
    }

    /** The whole schema. */
    public static String render(Catalog catalog) {
        return JsonOutput.of(json -> new DefinitionSchema(json, catalog).write());
    }

    private void write() throws IOException {
        json.beginObject();
        json.name("$schema")
                .value("http://json-schema.org/draft-07/schema#")
                .name("$id")
                .value(ID);
        json.name("title").value("Servers, forests and migrations as serverlint reads them");
        closedObject(() -> {
            reference("defaults", "server");
            namedThings("forests", "forest");
            namedThings("servers", "server");
            namedThings("migrations", "migration");
        });
        json.name("definitions").beginObject();
        property(
                "text",
                () -> json.name("type")
                        .beginArray()
                        .value("string")
                        .value("number")
                        .value("boolean")
                        .endArray());
        property("server", this::server);
        property("forest", this::forest);
        property("migration", this::migration);
        for (Product product : catalog.products()) {
            property(product.id(), () -> product(product));
        }
        json.endObject().endObject();
    }

    private void server() throws IOException {
        // A server whose values all come from defaults may have nothing below it.
        json.name("type").beginArray().value("object").value("null").endArray();
        closed(() -> {
            for (Product product : catalog.products()) {
                reference(product.id(), product.id());
            }
            property("roles", () -> oneOrMany(catalog.roles()));
            property("features", () -> switches(catalog.features()));
            property("components", () -> switches(catalog.components()));
            property("cluster", this::cluster);
            reference("forest", "text");
            property("notes", () -> {});
        });
    }

    private void product(Product product) throws IOException {
        json.name("description").value("A release of " + product.name() + ", however you write it, or a mapping.");
        json.name("anyOf").beginArray();
        json.beginObject();
        words(product.releases().stream().map(Release::name).toList());
        json.endObject();
        json.beginObject();
        closedObject(() -> {
            reference("release", "text");
            reference("service-pack", "text");
            reference("cumulative-update", "text");
            reference("edition", "text");
            property("architecture", () -> words(catalog.architectures().ids()));
            if (product.isPlatform()) {
                property("setup", () -> words(KebabCase.of(SetupState.class).keySet()));
            }
        });
        json.name("required").beginArray().value("release").endArray();
        json.endObject().endArray();
    }

    private void cluster() throws IOException {
        json.name("anyOf").beginArray();
        json.beginObject().name("$ref").value("#/definitions/text").endObject();
        json.beginObject();
        closedObject(() -> {
            reference("name", "text");
            property(
                    "nodes",
                    () -> json.name("type").value("integer").name("minimum").value(1));
            property(
                    "mode",
                    () -> words(KebabCase.of(ClusterMembership.Mode.class).keySet()));
        });
        json.endObject().endArray();
    }

    private void forest() throws IOException {
        json.name("type").beginArray().value("object").value("null").endArray();
        closed(() -> {
            property(
                    "functional-level",
                    () -> words(catalog.functionalLevels().terms().stream()
                            .map(term -> term.name())
                            .toList()));
            property("domain-mode", () -> words(KebabCase.of(DomainMode.class).keySet()));
            property("prepared", () -> oneOrMany(catalog.preparations()));
            property("notes", () -> {});
        });
    }

    private void migration() throws IOException {
        closedObject(() -> {
            property("steps", () -> {
                json.name("type").value("array").name("minItems").value(1);
                json.name("items").beginObject().name("type").value("object").endObject();
            });
            property("notes", () -> {});
        });
        json.name("required").beginArray().value("steps").endArray();
    }

    /** One word, or a list of words. */
    private void oneOrMany(Vocabulary vocabulary) throws IOException {
        json.name("anyOf").beginArray();
        wordOrList(vocabulary);
        json.endArray();
    }

    /** A list of what is there, or a mapping that says true or false of each. */
    private void switches(Vocabulary vocabulary) throws IOException {
        json.name("anyOf").beginArray();
        wordOrList(vocabulary);
        json.beginObject().name("type").value("object");
        json.name("properties").beginObject();
        for (String id : vocabulary.ids()) {
            property(id, () -> json.name("type").value("boolean"));
        }
        json.endObject();
        json.name("additionalProperties")
                .beginObject()
                .name("type")
                .value("boolean")
                .endObject();
        json.endObject().endArray();
    }

    /** The first two choices of an {@code anyOf}. */
    private void wordOrList(Vocabulary vocabulary) throws IOException {
        json.beginObject();
        words(vocabulary.ids());
        json.endObject();
        json.beginObject();
        json.name("type").value("array").name("items").beginObject();
        words(vocabulary.ids());
        json.endObject();
        json.endObject();
    }

    /** Text for which an editor offers some words, and which takes others too. */
    private void words(Collection<String> offered) throws IOException {
        json.name("anyOf").beginArray();
        json.beginObject().name("enum").beginArray();
        for (String word : offered) {
            json.value(word);
        }
        json.endArray().endObject();
        json.beginObject().name("$ref").value("#/definitions/text").endObject();
        json.endArray();
    }

    private void namedThings(String key, String definition) throws IOException {
        property(key, () -> {
            json.name("type").value("object").name("minProperties").value(1);
            json.name("additionalProperties").beginObject();
            json.name("$ref").value("#/definitions/" + definition).endObject();
        });
    }

    private void closedObject(Part properties) throws IOException {
        json.name("type").value("object");
        closed(properties);
    }

    private void closed(Part properties) throws IOException {
        json.name("properties").beginObject();
        properties.write();
        json.endObject();
        json.name("patternProperties").beginObject().name("^x-").value(true).endObject();
        json.name("additionalProperties").value(false);
    }

    private void reference(String key, String definition) throws IOException {
        property(key, () -> json.name("$ref").value("#/definitions/" + definition));
    }

    private void property(String key, Part part) throws IOException {
        json.name(key).beginObject();
        part.write();
        json.endObject();
    }

    @FunctionalInterface
    private interface Part {
        void write() throws IOException;
    }
}
