package io.github.serverlint.layout.ansible;

import io.github.serverlint.layout.ansible.Origin.Kind;
import io.github.serverlint.layout.ansible.Variable.State;
import io.github.serverlint.text.Located;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.List;
import java.util.Optional;

/** The variables that Ansible makes of a host's name, whatever the inventory says. */
final class MadeVariables {
    private MadeVariables() {}

    static Optional<Variable> of(Located<String> host, String variable) {
        return switch (variable) {
            case "inventory_hostname" -> Optional.of(made(host, host.value()));
            case "inventory_hostname_short" -> Optional.of(made(host, shortened(host.value())));
            default -> Optional.empty();
        };
    }

    private static String shortened(String name) {
        return HostPattern.isNumeric(name) ? name : name.split("\\.", 2)[0];
    }

    private static Variable made(Located<String> host, String text) {
        Scalar value = new Scalar(text, false, host.place(), host.written(), Optional.empty());
        Origin origin = new Origin(Kind.HOST, host.value(), List.of(), host.place());
        return new Variable(value, State.KNOWN, origin, List.of(), List.of(), List.of());
    }
}
