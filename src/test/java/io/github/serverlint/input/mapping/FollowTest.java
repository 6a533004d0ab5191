package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where references, and the things around a record, lead. */
class FollowTest {
    private static final String HEAD =
            "version: 1\nfiles: ['*.yaml']\nselect: $.vms[*]\nfields:\n  name: {at: $.name}\n";

    private static Mapped of(String fields, String document) {
        return Mapped.by(HEAD + fields, Map.of("lab.yaml", document));
    }

    @Test
    void severalStepsGoFromEntryToEntry() {
        Mapped found = of("  os: {at: $.disk, follow: [{in: $.disks, at: $.image}, {in: $.images, at: $.os}]}\n", """
                vms: [{name: a, disk: d1}, {name: b, disk: d2}]
                disks: {d1: {image: new}, d2: {image: lost}}
                images: {new: {os: W2022}}
                """);
        assertThat(found.fields())
                .containsExactly(
                        "a os = W2022 KNOWN at 3:20 by at $.disk", "b os =  UNRESOLVED (lost) at 1:44 by at $.disk");
    }

    @Test
    void aCapturedPartIsTheName() {
        Mapped found = of(
                "  os: [{at: $.image, follow: {capture: '^<(?<v>.+)>$', in: $.inputs, at: $.default}}, {at: $.image}]\n",
                """
                vms: [{name: a, image: <kind>}, {name: b, image: W2019}, {name: c, image: <gone>}]
                inputs: {kind: {default: W2022}}
                """);
        assertThat(found.fields())
                .containsExactly(
                        "a os = W2022 KNOWN at 2:26 by at $.image",
                        "b os = W2019 KNOWN at 1:50 by at $.image",
                        "c os =  UNRESOLVED (<gone>) at 1:75 by at $.image");
    }

    @Test
    void aNameWithoutAnEntryMayBeNone() {
        Mapped found = of(
                "  os: [{at: $.name, follow: {optional: true, in: $.vars, at: $.os}}, {at: $.os}]\n",
                "{vms: [{name: a, os: W2016}, {name: b, os: W2016}], vars: {a: {os: W2022}, b: {}}}\n");
        assertThat(found.fields())
                .containsExactly("a os = W2022 KNOWN at 1:68 by at $.name", "b os = W2016 KNOWN at 1:44 by at $.os");
    }

    @Test
    void anEntryWhoseKeyNamesASecretIsNotShown() {
        Mapped found = of(
                "  os: {at: $.os, follow: {in: $.inputs, at: $.default}}\n",
                "{vms: [{name: a, os: admin_password}], inputs: {admin_password: {default: hunter2}}}\n");
        assertThat(found.fields()).containsExactly("a os =  UNRESOLVED (admin_password) at 1:22 by at $.os");
        assertThat(found.described().toString()).doesNotContain("hunter2");
    }

    @Test
    void whatStandsAroundARecordIsAskedFromTheInsideOut() {
        Mapped found = Mapped.by("""
                version: 1
                files: ['*.yaml']
                select: $..vms[*]
                fields: {name: {at: $.name}, os: {above: [$.os, $.system]}}
                """, Map.of("lab.yaml", """
                os: W2016
                vms: [{name: a, os: W2012}]
                inside:
                  system: W2022
                  vms: [{name: b}]
                  more: {os: W2019, vms: [{name: c}]}
                """));
        // Its own values are those of "at".
        assertThat(found.fields())
                .containsExactlyInAnyOrder(
                        "a os = W2016 KNOWN at 1:5 by above $.os or $.system",
                        "b os = W2022 KNOWN at 4:11 by above $.os or $.system",
                        "c os = W2019 KNOWN at 6:14 by above $.os or $.system");
    }

    @Test
    void recordsOfOneNameMayBeOneMachine() {
        String mapping = """
                version: 1
                files: ['*.yaml']
                select: $.vms[*]
                REPEATS
                where: [{not: {at: $.kind, equals: other}}]
                fields: {name: {at: $.name}, os: {at: $.os}, exchange: {at: $.exchange}}
                """;
        Map<String, String> files = Map.of(
                "lab.yaml",
                "vms: [{name: A, kind: other}, {name: a, os: W2016}, {name: A, os: W2019, exchange: '2016'}]\n");
        Mapped joined = Mapped.by(mapping.replace("REPEATS", "repeats: true"), files);
        assertThat(joined.fields())
                .containsExactly(
                        "a os = W2016 KNOWN at 1:45 by at $.os", "a exchange = 2016 KNOWN at 1:84 by at $.exchange");
        assertThat(joined.notices()).isEmpty();
        assertThat(Mapped.by(mapping.replace("REPEATS", ""), files).names()).containsExactly("a", "A");
    }

    @Test
    void aFileOfDefaultsMayBeMissing() {
        String mapping = """
                version: 1
                files: ['lab.yaml']
                select: $.vms[*]
                inherit: {file: defaults.yml, root: $.vm, optional: true}
                fields: {name: {at: $.name}, os: {at: $.os}}
                """;
        String lab = "vms: [{name: a}]\n";
        assertThat(Mapped.by(mapping, Map.of("lab.yaml", lab)).names()).containsExactly("a");
        assertThat(Mapped.by(mapping, Map.of("lab.yaml", lab, "defaults.yml", "vm: {os: W2022}\n"))
                        .fields())
                .containsExactly("a os = W2022 KNOWN at 1:10 by at $.os");
    }

    @Test
    void tooManyBranchesOfACloudFormationTemplateAreNotEvaluated() {
        StringBuilder template = new StringBuilder("vms: [{name: a, image: *b14}]\n");
        StringBuilder anchors = new StringBuilder("x0: &b0 W2022\n");
        for (int i = 1; i <= 14; i++) {
            anchors.append("x" + i + ": &b" + i + " !If [c, *b" + (i - 1) + ", *b" + (i - 1) + "]\n");
        }
        Mapped found = of(
                "  os: {at: $.image, follow: cloudformation}\n",
                anchors.append(template).toString());
        assertThat(found.fields()).singleElement().asString().contains("UNRESOLVED (!If)");
    }
}
