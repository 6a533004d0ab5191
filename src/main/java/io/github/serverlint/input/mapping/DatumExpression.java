package io.github.serverlint.input.mapping;

import io.github.serverlint.input.provenance.SecretKeys;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression of PowerShell in the data of Datum that only names another value, such as
 * {@code [x={ $Datum.Global.Domain.Name }=]}. All others are left to Datum.
 *
 * <p>Source: the documentation of the modules datum and Datum.InvokeCommand, read on 2026-12-01.
 *
 * @param of the variable: {@code datum}, {@code node} or {@code file}, in lower case
 * @param keys what is named in it, from the outside in; at least one
 */
record DatumExpression(String of, List<String> keys) {
    /** In braces it is a block of script, without them plain text in which variables are replaced. */
    private static final Pattern PLAIN = Pattern.compile(
            "\\[x=\\s*(?:\\{\\s*(?<block>\\$[^\\s{}()]+)\\s*}|\"\\$\\((?<sub>\\$[^\\s{}()]+)\\)\")\\s*=]",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?<of>datum|node|file)(?<keys>(?:\\.[\\w-]+)+)", Pattern.CASE_INSENSITIVE);

    /** The text of a value as such an expression. */
    static Optional<DatumExpression> of(String text) {
        Matcher matcher = PLAIN.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return variable(matcher.group("block") == null ? matcher.group("sub") : matcher.group("block"));
    }

    /** A variable with what is named in it, such as {@code $Node.Role}. */
    static Optional<DatumExpression> variable(String text) {
        Matcher matcher = VARIABLE.matcher(text);
        return matcher.matches()
                ? Optional.of(new DatumExpression(
                        matcher.group("of").toLowerCase(Locale.ROOT),
                        List.of(matcher.group("keys").substring(1).split("\\."))))
                : Optional.empty();
    }

    /** Whether one of the names marks the value as a secret. */
    boolean isSecret() {
        return keys.stream().anyMatch(SecretKeys::isNamedBy);
    }

    /** The part of a file's path that it names: {@code $Node.Name} is the name of the machine's file. */
    Optional<String> partOfPath() {
        String all = of + "." + String.join(".", keys).toLowerCase(Locale.ROOT);
        return switch (all) {
            case "node.name", "file.basename" -> Optional.of("stem");
            case "file.directory.basename", "file.directory.name" -> Optional.of("folder");
            default -> Optional.empty();
        };
    }
}
