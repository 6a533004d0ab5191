package io.github.serverlint.baseline;

import com.google.gson.stream.JsonWriter;
import io.github.serverlint.finding.Partner;
import io.github.serverlint.finding.PartnerSets;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writer of a baseline file, with one entry per line, so that merges and reviews work line by line. */
final class BaselineWriter {
    static final int VERSION = 2;

    private BaselineWriter() {}

    static String write(List<KnownViolation> entries) {
        PartnerSets partnerSets = new PartnerSets(
                entries.stream().flatMap(entry -> entry.partners().stream()).toList());
        String sets = partnerSets.sets().entrySet().stream()
                .map(set -> "\"" + set.getKey() + "\": " + line(json -> write(set.getValue(), json)))
                .collect(Collectors.joining(",\n  "));
        return entries.stream()
                .map(entry -> line(json -> write(entry, partnerSets, json)))
                .collect(Collectors.joining(
                        ",\n  ",
                        "{\"version\": " + VERSION
                                + (sets.isEmpty() ? "" : ", \"partnerSets\": {\n  " + sets + "\n}")
                                + ", \"entries\": [\n  ",
                        "\n]}\n"));
    }

    private interface LineContent {
        void write(JsonWriter json) throws IOException;
    }

    private static void write(KnownViolation entry, PartnerSets partnerSets, JsonWriter json) throws IOException {
        json.beginObject().name("rule").value(entry.rule().id());
        if (entry.server().isPresent()) {
            json.name("server").value(entry.server().get());
        }
        json.name("keyPath").value(entry.keyPath());
        json.name("value").value(entry.value());
        if (!entry.topic().isEmpty()) {
            json.name("topic").value(entry.topic());
        }
        if (entry.partners().isPresent()) {
            Optional<String> set = partnerSets.name(entry.partners().get());
            if (set.isPresent()) {
                json.name("partnerSet").value(set.get());
            } else {
                write(PartnerSets.inOrder(entry.partners().get()), json.name("partners"));
            }
        }
        json.endObject();
    }

    private static void write(List<Partner> partners, JsonWriter json) throws IOException {
        json.beginArray();
        for (Partner partner : partners) {
            json.beginObject().name("name").value(partner.name());
            json.name("value").value(partner.value()).endObject();
        }
        json.endArray();
    }

    private static String line(LineContent content) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            // Without an indent there would be no blank after a colon.
            json.setIndent(" ");
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Line breaks of values are already escaped, so these come from the indent.
        String line = text.toString().replaceAll(",\n *", ", ").replaceAll("\n *", "");
        return escaped(line);
    }

    /** Escapes invisible characters and those that YAML does not allow; they occur only inside quoted values. */
    private static String escaped(String line) {
        StringBuilder escaped = new StringBuilder();
        line.codePoints().forEach(c -> {
            if (isPrintable(c)) {
                escaped.appendCodePoint(c);
            } else {
                for (char half : Character.toChars(c)) {
                    escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isPrintable(int c) {
        boolean isNoncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !isNoncharacter
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    // Unassigned characters are not escaped, because a newer Java may know them; both must write the
                    // same text.
                    default -> true;
                };
    }
}
