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
 * @param name at the first place that names it
 * @param groups {@code all} first and the nearest last, as Ansible orders them: what a later one says wins
 * @param variables by name, each found when it is asked for; without those that Ansible makes itself
 * @param declared each place where the inventory names it, in the order of reading
 */
public record Host(
        Located<String> name, List<String> groups, Map<String, EffectiveVariable> variables, List<Span> declared) {

    /** An effective variable, or one of those that Ansible makes of the host's name. */
    public Optional<EffectiveVariable> variable(String variable) {
        return MagicVariables.of(name, variable).or(() -> Optional.ofNullable(variables.get(variable)));
    }

    /**
     * A value of this host with the variables put in that it names in Jinja. Items of lists and entries of mappings are
     * left as they are; each is resolved when it is asked for.
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
