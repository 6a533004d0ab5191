package io.github.serverlint.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.estate.Estate;
import io.github.serverlint.estate.Server;
import io.github.serverlint.estate.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a step leaves of an estate, and why some change nothing. */
class EstateSimulationTest {
    private static final String SERVERS = """
            servers:
              mail01: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3, components: [chat]}
              mail02: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}
              file01: {os: Windows 2000 SP4}
              file02: {os: {release: Windows Server 2003 SP1, setup: in-progress}}
            """;
    private static final String FORESTS = """
            forests: {corp.example.com: {}, lab.example.com: {}}
            servers:
              mail01: {os: Windows 2000 SP4, forest: Corp.example.com}
              mail02: {os: Windows 2000 SP4, forest: lab.example.com}
              mail03: {os: Windows 2000 SP4}
            """;

    /** What the steps change, each as it is in a migration. */
    private static List<Transition> played(String servers, String steps) {
        Estate estate = estate(servers, steps);
        EstateSimulation estateSimulation = new EstateSimulation(estate);
        return steps(estate).stream().map(estateSimulation::apply).toList();
    }

    private static EstateSimulation after(String servers, String steps) {
        Estate estate = estate(servers, steps);
        EstateSimulation estateSimulation = new EstateSimulation(estate);
        steps(estate).forEach(estateSimulation::apply);
        return estateSimulation;
    }

    private static Estate estate(String servers, String steps) {
        return Estates.of(servers + "migrations:\n  way:\n    steps:\n" + steps.indent(6));
    }

    private static List<Step> steps(Estate estate) {
        assertThat(estate.migrations()).hasSize(1);
        return estate.migrations().get(0).steps();
    }

    private static List<String> names(Estate estate) {
        return estate.servers().stream().map(server -> server.name().value()).toList();
    }

    @Test
    void whatIsChangedKeepsItsPlace() {
        assertThat(names(
                        after(SERVERS, "- {upgrade: mail01, to: Exchange 2003}").estate()))
                .containsExactly("mail01", "mail02", "file01", "file02");
        assertThat(names(after(SERVERS, "- {decommission: mail01}").estate()))
                .containsExactly("mail02", "file01", "file02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{move-mailboxes: mail01, to: MAIL01}|both are the same server",
                "{move-mailboxes: mail01, to: file01}|\"file01\" runs no Exchange",
                "{move-mailboxes: mail01, to: mail02}|''",
                "{remove: instant-messaging, from: mail01}|\"mail01\" does not have it",
                "{remove: chat, from: mail01}|''",
                "{upgrade: mail01, to: Exchange 2000 SP3}|\"mail01\" runs Exchange 2000 Server SP3 already",
                "{upgrade: mail01, to: Exchange 2000 SP2}|''",
                "{upgrade: file02, to: Windows Server 2003 SP1}|''",
                "{install: Windows Server 2003 SP1, on: file02}|\"file02\" runs Windows Server 2003 SP1 already",
            })
    void someStepsChangeNothing(String step, String reason) {
        assertThat(played(SERVERS, "- " + step))
                .extracting(Transition::noEffectReason)
                .containsExactly(reason);
    }

    @Test
    void whatIsInstalledIsThere() {
        EstateSimulation estateSimulation = after(SERVERS, "- {install: SharePoint Portal Server 2003, on: file01}");
        assertThat(estateSimulation.server("FILE01").orElseThrow().installations())
                .containsOnlyKeys("os", "sharepoint-portal-server");
    }

    @Test
    void whoeverIsGoneGivesAndTakesNoMailboxes() {
        assertThat(played(SERVERS, """
                        - {decommission: mail02}
                        - {move-mailboxes: mail01, to: mail02}
                        """))
                .extracting(Transition::noEffectReason)
                .containsExactly("", "\"mail02\" is not there");
    }

    @Test
    void aBackupIsOfTheMachineThatWasThere() {
        assertThat(played(SERVERS, """
                        - {back-up: mail01}
                        - {back-up: mail02}
                        - {reinstall: mail01, as: {os: Windows 2000 SP4, exchange: Exchange 2000 SP3}}
                        - {upgrade: mail01, to: Exchange 2003}
                        - {upgrade: mail02, to: Exchange 2003}
                        """))
                .extracting(Transition::backedUp)
                .containsExactly(false, false, true, false, true);
    }

    @Test
    void aServerIsJudgedWithThoseOfItsForest() {
        EstateSimulation estateSimulation = new EstateSimulation(Estates.of(FORESTS));
        List<Server> servers = estateSimulation.estate().servers();
        assertThat(servers)
                .extracting(estateSimulation::groupOf)
                .containsExactly("corp.example.com", "lab.example.com", "?");
        assertThat(names(estateSimulation.group("corp.example.com"))).containsExactly("mail01");
        assertThat(estateSimulation.group("corp.example.com").forests()).hasSize(1);
        assertThat(names(estateSimulation.group("?"))).containsExactly("mail03");
        assertThat(estateSimulation.group("?").forests()).hasSize(2);
    }
}
