package io.github.serverlint.input.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layers that a Datum.yml lists, and what plain references name. */
class DatumTest {
    private static Mapped of(String machine, String... others) {
        Map<String, String> files = new TreeMap<>(Map.of("AllNodes/Prod/MX1.yml", machine));
        for (int i = 0; i < others.length; i += 2) {
            files.put(others[i], others[i + 1]);
        }
        return Mapped.shipped("datum", files);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tiers\\$($Node.Tier)", "Tiers/$Node.Tier", "Tiers\\$($node.tier)"})
    void aLayerIsListedInAnySpelling(String layer) {
        Mapped found = of(
                "Tier: Mail\n",
                "Datum.yml",
                "ResolutionPrecedence: ['" + layer + "']\n",
                "Tiers/Mail.yml",
                "OperatingSystem: W2022\n");
        assertThat(found.fields()).containsExactly("MX1 os = W2022 KNOWN at 1:18 by var OperatingSystem");
    }

    @Test
    void theOrderIsThatOfDatum() {
        String roles = "OperatingSystem: W2022\n";
        String environment = "OperatingSystem: W2019\n";
        String[] files = {
            "Datum.yml",
            "ResolutionPrecedence: [Roles\\$($Node.Role), Environment\\Prod]\n",
            "Roles/Mail.yml",
            roles,
            "Environment/Prod.yml",
            environment
        };
        assertThat(of("Role: Mail\n", files).fields())
                .containsExactly("MX1 os = W2022 KNOWN at 1:18 by var OperatingSystem");
        files[1] = "ResolutionPrecedence: [Environment\\Prod, Roles\\$($Node.Role)]\n";
        assertThat(of("Role: Mail\n", files).fields())
                .containsExactly("MX1 os = W2019 KNOWN at 1:18 by var OperatingSystem");
    }

    @Test
    void belowALayerThatOnlyDatumChoosesNothingIsSure() {
        Mapped found = of(
                "Role: Mail\n",
                "Datum.yml",
                "ResolutionPrecedence: ['[x={ if ($Node.Old) { \"Old\" } }=]', 'Roles\\$($Node.Role)']\n",
                "Roles/Mail.yml",
                "OperatingSystem: W2022\n");
        assertThat(found.fields()).containsExactly("MX1 os = W2022 WEAK at 1:18 by var OperatingSystem");
        assertThat(found.notices())
                .containsExactly(
                        "lab/Datum.yml:1:24: This layer of all machines was not read, because only another tool evaluates it.");
    }

    @Test
    void withoutADatumTheLayersAreThoseOfTheMapping() {
        assertThat(of("Role: Mail\n", "Roles/Mail.yml", "OperatingSystem: W2022\n")
                        .fields())
                .containsExactly("MX1 os = W2022 KNOWN at 1:18 by var OperatingSystem");
    }

    @Test
    void aReferenceToWhatIsNotHereStaysUnresolvedAndSoDoesACircle() {
        assertThat(of("OperatingSystem: '[x={ $Datum.Global.Images.Server }=]'\n")
                        .fields())
                .containsExactly(
                        "MX1 os =  UNRESOLVED ([x={ $Datum.Global.Images.Server }=]) at 1:18 by var OperatingSystem");
        assertThat(of("OperatingSystem: '[x={ $Node.Other }=]'\nOther: '[x={ $Node.OperatingSystem }=]'\n")
                        .fields())
                .containsExactly("MX1 os =  UNRESOLVED ([x={ $Node.Other }=]) at 1:18 by var OperatingSystem");
    }

    @Test
    void aReferenceToASecretIsNotShown() {
        Mapped found = of(
                "OperatingSystem: '[x={ $Datum.Global.Domain.AdminPassword }=]'\n",
                "Global/Domain.yaml",
                "AdminPassword: hunter2\n");
        assertThat(found.fields()).singleElement().asString().contains("ENCRYPTED");
        assertThat(found.described().toString()).doesNotContain("hunter2");
    }

    @Test
    void namesAndFoldersOfTheFileAreWhatTheyAreInDatum() {
        Mapped found = of("NodeName: '[x={ $Node.Name }=]'\nOperatingSystem: '[x={ $File.Directory.BaseName }=]'\n");
        assertThat(found.names()).containsExactly("MX1");
        assertThat(found.field("MX1", "os").texts()).containsExactly("Prod");
    }
}
