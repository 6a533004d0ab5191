package io.github.serverlint.input.ansible;

import io.github.serverlint.input.ansible.EffectiveVariable.VariableState;
import io.github.serverlint.input.ansible.VariableOrigin.OriginKind;
import io.github.serverlint.text.Located;
import io.github.serverlint.yaml.Node.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * The <a href="https://docs.ansible.com/ansible/latest/reference_appendices/special_variables.html">magic variables</a>
 * that Ansible derives from a host's name.
 */
final class MagicVariables {
    private MagicVariables() {}

    static Optional<EffectiveVariable> of(Located<String> host, String variable) {
        return switch (variable) {
            case "inventory_hostname" -> Optional.of(made(host, host.value()));
            case "inventory_hostname_short" -> Optional.of(made(host, shortened(host.value())));
            default -> Optional.empty();
        };
    }

    private static String shortened(String name) {
        return HostPattern.isNumeric(name) ? name : name.split("\\.", 2)[0];
    }

    private static EffectiveVariable made(Located<String> host, String text) {
        Scalar value = new Scalar(text, false, host.place(), host.written(), Optional.empty());
        VariableOrigin variableOrigin = new VariableOrigin(OriginKind.HOST, host.value(), List.of(), host.place());
        return new EffectiveVariable(value, VariableState.KNOWN, variableOrigin, List.of(), List.of(), List.of());
    }
}
