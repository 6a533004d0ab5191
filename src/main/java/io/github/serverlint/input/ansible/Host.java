package io.github.serverlint.input.ansible;

import io.github.serverlint.text.Located;
import io.github.serverlint.text.Span;
import io.github.serverlint.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A host of an inventory with its effective variables.
 *
 * @param name its name, at its first occurrence
 * @param groups {@code all} first and the nearest last, as Ansible orders them: a later group takes precedence
 * @param variables by name, each resolved on access; without the magic variables
 * @param declared each place where the inventory lists it, in reading order
 */
public record Host(
        Located<String> name, List<String> groups, Map<String, EffectiveVariable> variables, List<Span> declared) {

    /** An effective or magic variable. */
    public Optional<EffectiveVariable> variable(String variable) {
        return MagicVariables.of(name, variable).or(() -> Optional.ofNullable(variables.get(variable)));
    }

    /**
     * Renders the Jinja in a value of this host. Items of lists and entries of mappings are left as they are; each is
     * rendered when it is accessed.
     */
    public RenderedValue resolve(Node value) {
        return new JinjaRenderer(name, this::find).resolve(value);
    }

    private Optional<JinjaRenderer.RawVariable> find(String variable) {
        return variables instanceof HostVariables own
                ? own.find(variable)
                : Optional.ofNullable(variables.get(variable))
                        .map(known -> new JinjaRenderer.RawVariable(known.value(), known.origin(), known.vaulted()));
    }
}
