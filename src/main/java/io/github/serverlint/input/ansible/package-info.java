/**
 * Inventories of Ansible in YAML, resolved as {@code ansible-inventory} resolves them: which hosts there are, the groups
 * of each, and which of all that is said of a variable wins. It knows nothing of Exchange and Windows.
 *
 * <p>{@link io.github.serverlint.input.ansible.Inventory#read} takes files that somebody else has read and answers with
 * hosts, findings and notices, never with an exception. What is wrong is a finding; what Ansible leaves out without a
 * word, or what cannot be known without a secret, is a notice. An inventory that is not
 * {@linkplain io.github.serverlint.input.ansible.Inventory#complete complete} has findings that say what is missing.
 *
 * <p>A {@link io.github.serverlint.input.ansible.EffectiveVariable} holds the node as it was written, so {@code 15.10} stays
 * {@code 15.10}, with the way on which it reached the host.
 * {@link io.github.serverlint.input.ansible.Host#resolve} puts in the variables that a text names in Jinja.
 *
 * <p>What wins, weakest first: {@code vars} of {@code all}, then of all other groups; {@code group_vars/all} beside each
 * source of the inventory, then beside the playbook; {@code group_vars} of the other groups, source by source and inside a
 * source group by group, then beside the playbook; the host's own variables, its {@code host_vars} beside each source, then
 * beside the playbook. Groups speak in the order of depth, priority and name.
 *
 * <p>Values are replaced as a whole; {@code hash_behaviour=merge}, other variable precedences, further vars plugins and
 * changed lists of extensions in {@code ansible.cfg} are not supported. A key that stands twice is a finding of the YAML
 * reader, which keeps the first of the two where Ansible takes the last. Files in JSON are read as YAML, so that the few
 * things that only JSON allows, such as tabs for indentation and a slash behind a backslash, are findings. An empty
 * folder cannot be seen, since only files are given. Tags of YAML itself ({@code !!str}) are read over.
 */
@NullMarked
package io.github.serverlint.input.ansible;

import org.jspecify.annotations.NullMarked;
