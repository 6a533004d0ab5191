package io.github.serverlint.rules.forest;

import io.github.serverlint.rule.RuleTester;
import org.junit.jupiter.api.Test;

/** The nodes of a cluster: how many, of which edition, with which roles, and beside each other. */
class UnsupportedClusterTest {
    private static final RuleTester RULE = RuleTester.of(new UnsupportedCluster());

    private static String node(String os, String exchange, String more) {
        return "node1: {os: " + os + ", exchange: " + exchange + " SP2, " + more + "}";
    }

    @Test
    void moreNodesThanTheEditionTakesAreFound() {
        RULE.servers(node("Windows Server 2003 Enterprise", "Exchange 2003", "cluster: {name: a, nodes: 9}"))
                .finds("error servers.node1.cluster.nodes");
        RULE.servers(node("Windows Server 2003 Enterprise", "Exchange 2003", "cluster: {name: a, nodes: 8}"))
                .isSilent();
    }

    @Test
    void anEditionThatIsNotSaidIsTheLargest() {
        String advanced = "Windows 2000 Advanced Server SP4";
        RULE.servers(node(advanced, "Exchange 2003", "cluster: {name: a, nodes: 4}"))
                .finds("error servers.node1.cluster.nodes");
        RULE.servers(node("Windows 2000 SP4", "Exchange 2003", "cluster: {name: a, nodes: 4}"))
                .isSilent();
    }

    @Test
    void theStandardEditionOfExchangeIsFound() {
        RULE.servers(node("Windows Server 2003", "Exchange 2003 Standard", "cluster: a"))
                .finds("error servers.node1.exchange");
        RULE.servers(node("Windows Server 2003", "Exchange 2003 Enterprise", "cluster: a"))
                .isSilent();
    }

    @Test
    void aDomainControllerIsNoNode() {
        RULE.servers(node("Windows Server 2003", "Exchange 2003", "cluster: a, roles: [domain-controller]"))
                .finds("error servers.node1.roles.domain-controller");
        RULE.servers(node("Windows Server 2003", "Exchange 2003", "roles: [domain-controller]"))
                .isSilent();
    }

    @Test
    void onlyTwoNodesMayAllBeActive() {
        String mode = ", mode: active-active}";
        RULE.servers(node("Windows Server 2003", "Exchange 2003", "cluster: {name: a, nodes: 3" + mode))
                .finds("error servers.node1.cluster.mode");
        RULE.servers(node("Windows Server 2003", "Exchange 2003", "cluster: {name: a, nodes: 2" + mode))
                .isSilent();
    }

    @Test
    void nodesOfOneClusterRunOneWindows() {
        String first = "member1: {os: Windows Server 2019, exchange: Exchange 2019 CU14, cluster: dag1}";
        RULE.servers(first, "member2: {os: Windows Server 2022, exchange: Exchange 2019 CU14, cluster: dag1}")
                .finds("error servers.member2.os");
        RULE.servers(first, "member2: {os: Windows Server 2022, exchange: Exchange 2019 CU14, cluster: dag2}")
                .isSilent();
    }
}
