/**
 * Ansible inventories in YAML, resolved like {@code ansible-inventory}: hosts, their groups and their effective
 * variables. Independent of Exchange and Windows.
 *
 * <p>{@link io.github.serverlint.input.ansible.Inventory#read} takes files that have been read and returns hosts,
 * findings and notices; it never throws an exception. Errors are findings; what Ansible ignores silently, or what only
 * a secret would reveal, is a notice. An inventory that is not
 * {@linkplain io.github.serverlint.input.ansible.Inventory#complete complete} has findings that say what is missing.
 *
 * <p>A {@link io.github.serverlint.input.ansible.EffectiveVariable} holds the node as written, so {@code 15.10} stays
 * {@code 15.10}, with the path by which it reached the host. {@link io.github.serverlint.input.ansible.Host#resolve}
 * renders the Jinja in a text.
 *
 * <p>Precedence, lowest first, as in <a
 * href="https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_variables.html#understanding-variable-precedence">Ansible's
 * documentation</a>: {@code vars} of {@code all}, then of all other groups; {@code group_vars/all} beside each source
 * of the inventory, then beside the playbook; {@code group_vars} of the other groups, source by source and inside a
 * source group by group, then beside the playbook; the host's own variables, its {@code host_vars} beside each source,
 * then beside the playbook. Groups are ordered by depth, priority and name.
 *
 * <p>Values are replaced as a whole; {@code hash_behaviour=merge}, other variable precedences, further vars plugins and
 * changed lists of extensions in {@code ansible.cfg} are not supported. A duplicate key is a finding of the YAML
 * reader, which keeps the first entry where Ansible keeps the last. Files in JSON are read as YAML, so that the few
 * things that only JSON allows, such as tabs for indentation and a slash behind a backslash, are findings. Empty
 * folders are not seen, since only files are given. YAML's own tags ({@code !!str}) are ignored.
 */
@NullMarked
package io.github.serverlint.input.ansible;

import org.jspecify.annotations.NullMarked;
