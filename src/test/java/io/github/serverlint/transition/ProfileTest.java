package io.github.serverlint.transition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.estate.Forest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes two servers or forests different, and what does not. */
class ProfileTest {
    private static final String PLAIN = "os: Windows Server 2003 SP1, exchange: Exchange 2003 SP1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "os: Windows Server 2003 SP2, exchange: Exchange 2003 SP1",
                "os: {release: Windows Server 2003 SP1, setup: in-progress}, exchange: Exchange 2003 SP1",
                "os: {release: Windows Server 2003 SP1, edition: Web}, exchange: Exchange 2003 SP1",
                "os: {release: Windows Server 2003 SP1, architecture: x64}, exchange: Exchange 2003 SP1",
                PLAIN + ", roles: [front-end]",
                PLAIN + ", features: [volume-shadow-copy]",
                PLAIN + ", components: [chat]",
                PLAIN + ", cluster: {name: c}",
                PLAIN + ", cluster: {nodes: 2}",
                PLAIN + ", cluster: {mode: active-active}",
                PLAIN + ", forest: corp.example.com",
            })
    void eachThingThatIsSaidMakesAnotherServer(String other) {
        assertThat(Profile.of(Estates.server(other))).isNotEqualTo(Profile.of(Estates.server(PLAIN)));
        assertThat(Profile.key(Estates.server(other))).isNotEqualTo(Profile.key(Estates.server(PLAIN)));
    }

    @Test
    void theForestsOfTwoServersAreToldApart() {
        String here = PLAIN + ", forest: corp.example.com";
        String there = PLAIN + ", forest: lab.example.com";
        assertThat(Profile.of(Estates.server(here))).isNotEqualTo(Profile.of(Estates.server(there)));
        assertThat(Profile.key(Estates.server(here))).isNotEqualTo(Profile.key(Estates.server(there)));
        assertThat(Profile.amongOthers(Estates.server(here))).isNotEqualTo(Profile.amongOthers(Estates.server(there)));
        assertThat(Profile.amongOthers(Estates.server(here)))
                .isEqualTo(Profile.amongOthers(Estates.server(PLAIN + ", forest: CORP.example.com")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false|''",
                "true|, roles: [domain-controller]",
                "true|, roles: [global-catalog]",
                "true|, cluster: {name: c}",
                "true|, features: [volume-shadow-copy]",
            })
    void toOthersTheWindowsOfAServerMattersOnlyIfTheyDependOnIt(boolean matters, String besides) {
        String old = Profile.amongOthers(Estates.server("os: Windows 2000 SP4, exchange: Exchange 2003" + besides));
        String young = Profile.amongOthers(Estates.server("os: Windows 2003 SP1, exchange: Exchange 2003" + besides));
        assertThat(!old.equals(young)).isEqualTo(matters);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "functional-level: Windows 2000",
                "domain-mode: native",
                "prepared: []",
                "prepared: [inetorgperson-fix]",
            })
    void eachThingThatIsSaidMakesAnotherForest(String said) {
        assertThat(Profile.of(forest(said))).isNotEqualTo(Profile.of(forest("")));
        assertThat(Profile.of(forest(said))).isEqualTo(Profile.of(forest(said)));
    }

    @Test
    void onePreparationIsNotAnother() {
        assertThat(Profile.of(forest("prepared: [inetorgperson-fix]")))
                .isNotEqualTo(Profile.of(forest("prepared: []")))
                .isNotEqualTo(Profile.of(forest("prepared: [adprep]")));
    }

    private static Forest forest(String definition) {
        return Estates.of("forests: {corp.example.com: {" + definition + "}}\nservers: {a: {os: W2K3}}\n")
                .forests()
                .get(0);
    }
}
