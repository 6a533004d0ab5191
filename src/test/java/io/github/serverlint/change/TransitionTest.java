package io.github.serverlint.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.serverlint.estate.Server;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of a change is new. */
class TransitionTest {

    @Test
    void aFeatureIsNewIfItWasNotEnabledBefore() {
        Server before = Estates.server("os: W2K3, features: [ipv6, volume-shadow-copy]");
        Server after = Estates.server("os: W2K3, features: [rpc-over-http, ipv6]");
        assertThat(Transition.sinceBase(
                                Optional.of(before),
                                Optional.of(after),
                                after.name().place())
                        .newFeatures())
                .extracting(feature -> feature.value().id())
                .containsExactly("rpc-over-http");
        assertThat(Transition.sinceBase(
                                Optional.empty(),
                                Optional.of(after),
                                after.name().place())
                        .newFeatures())
                .hasSize(2);
    }
}
