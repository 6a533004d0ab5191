package io.github.serverlint.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.change.Estates;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes two servers or forests different, and what does not. */
class ServerSpecTest {
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
        assertThat(Estates.server(other).spec())
                .isNotEqualTo(Estates.server(PLAIN).spec());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "os: W2K3 SP1|os: {release: Windows Server 2003, service-pack: 1}",
                "os: W2K3|os: {release: W2K3, setup: complete}",
                "os: W2K3, roles: [mailbox, bridgehead]|roles: [bridgehead, mailbox, mailbox], os: W2K3",
                "os: W2K3, features: [rpc-over-http]|os: W2K3, features: {rpc-over-http: yes, volume-shadow-copy: no}",
                "os: W2K3, forest: corp.example.com|os: W2K3, forest: CORP.example.com",
            })
    void serversThatAreTheSameInOtherWordsHaveOneSpec(String one, String other) {
        List<Server> servers = Estates.of("servers:\n  a: {" + one + "}\n  b: {" + other + "}\n")
                .servers();
        assertThat(servers.get(1).spec()).isSameAs(servers.get(0).spec());
        assertThat(servers.get(1).places()).isNotEqualTo(servers.get(0).places());
    }

    @Test
    void eachNodeOfAClusterHasASpecOfItsOwn() {
        String node = ": {os: W2K3, cluster: {name: c, nodes: 2}}\n";
        List<Server> servers = Estates.of("servers:\n  a" + node + "  b" + node).servers();
        assertThat(servers.get(0).spec()).isNotEqualTo(servers.get(1).spec());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true|os: W2K3 SP1, exchange: Exchange 2003",
                "true|os: W2K3 Enterprise SP1, exchange: Exchange 2003 SP2, forest: a",
                "false|os: W2K3 SP2, exchange: Exchange 2003",
                "false|os: {release: W2K3 SP1, setup: in-progress}, exchange: Exchange 2003",
                "false|os: W2K3 SP1, dotnet: 4.8",
                "false|os: W2K3 SP1",
                "false|os: W2K3 SP1, exchange: Exchange 2003, roles: [mailbox]",
            })
    void whatOneDoesNotSayMayBeWhatTheOtherSays(boolean agree, String other) {
        ServerSpec said =
                Estates.server("os: W2K3 SP1, exchange: Exchange 2003").spec();
        ServerSpec maybe = Estates.server(other).spec();
        assertThat(said.isCompatibleWith(maybe)).isEqualTo(agree);
        assertThat(maybe.isCompatibleWith(said)).isEqualTo(agree);
    }

    @Test
    void theForestsOfTwoServersAreToldApart() {
        String here = PLAIN + ", forest: corp.example.com";
        String there = PLAIN + ", forest: lab.example.com";
        assertThat(Estates.server(here).spec())
                .isNotEqualTo(Estates.server(there).spec());
        assertThat(Estates.server(here).forestView())
                .isNotEqualTo(Estates.server(there).forestView());
        assertThat(Estates.server(here).forestView())
                .isEqualTo(Estates.server(PLAIN + ", forest: CORP.example.com").forestView());
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
        ServerSpec old = Estates.server("os: Windows 2000 SP4, exchange: Exchange 2003" + besides)
                .forestView();
        ServerSpec young = Estates.server("os: Windows 2003 SP1, exchange: Exchange 2003" + besides)
                .forestView();
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
        assertThat(forest(said).spec()).isNotEqualTo(forest("").spec());
        assertThat(forest(said).spec()).isEqualTo(forest(said).spec());
    }

    @Test
    void onePreparationIsNotAnother() {
        assertThat(forest("prepared: [inetorgperson-fix]").spec())
                .isNotEqualTo(forest("prepared: []").spec())
                .isNotEqualTo(forest("prepared: [adprep]").spec());
    }

    private static Forest forest(String definition) {
        return Estates.of("forests: {corp.example.com: {" + definition + "}}\nservers: {a: {os: W2K3}}\n")
                .forests()
                .get(0);
    }
}
