package io.github.serverlint.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.analysis.RuleSeverities;
import io.github.serverlint.analysis.TextLinter;
import io.github.serverlint.catalog.read.CatalogReader;
import io.github.serverlint.text.SourceFile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the servers of an estate are put together: by name and by forest. */
class EstateTest {
    private static final Estate READ = read("""
            forests:
              corp.example: {}
              lab.example: {}
            servers:
              mail02: {os: Windows 2003, exchange: Exchange 2003, forest: corp.example}
              dc01: {os: Windows 2003, roles: [domain-controller], forest: Corp.example}
              MAIL01: {os: Windows 2003, exchange: Exchange 2003, forest: corp.example}
              lab01: {os: Windows 2003, roles: [global-catalog], forest: lab.example}
              mail00: {os: Windows 2003, exchange: Exchange 2003, forest: lab.example}
              adrift: {os: Windows 2003, roles: [domain-controller]}
            """);

    private static Estate read(String text) {
        return new TextLinter(CatalogReader.shipped())
                .lint(List.of(new SourceFile("a.yaml", text)), RuleSeverities.DEFAULT, LocalDate.of(2026, 1, 1))
                .estate();
    }

    private static List<String> names(List<Server> servers) {
        return servers.stream().map(server -> server.name().value()).toList();
    }

    @Test
    void namesAreOrderedInAnyCase() {
        Estate ordered = READ.sortedByName();
        assertThat(names(ordered.servers())).containsExactly("adrift", "dc01", "lab01", "mail00", "MAIL01", "mail02");
    }

    @Test
    void serversStandInTheirForests() {
        Forest corp = READ.forests().get(0);
        Forest lab = READ.forests().get(1);
        assertThat(names(READ.serversIn(corp))).containsExactly("mail02", "dc01", "MAIL01");
        assertThat(names(READ.serversIn(lab))).containsExactly("lab01", "mail00");
        assertThat(names(READ.domainControllersOf(corp))).containsExactly("dc01");
        assertThat(names(READ.domainControllersOf(lab))).containsExactly("lab01");
    }

    @Test
    void whereOneForestIsEverybodyStandsInIt() {
        Estate estate = read("servers: {dc01: {os: Windows 2003, roles: [domain-controller]}}");
        assertThat(names(estate.domainControllersOf(Forest.UNNAMED))).containsExactly("dc01");
        assertThat(names(estate.serversIn(Forest.UNNAMED))).containsExactly("dc01");
    }
}
