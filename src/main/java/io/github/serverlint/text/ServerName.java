package io.github.serverlint.text;

/**
 * The name of a server. Many tools keep names unique only in a scope, such as a namespace, a template or a range: then
 * two servers may have one name, and the scope tells them apart.
 *
 * @param full identifies the server: {@code prod/mail01}, or the name alone if it has no scope
 * @param scope empty if the name is unique in the whole estate
 * @param shown the name for people: without its scope where no other server has the name, else the full name
 */
public record ServerName(String full, String scope, String shown) {
    private static final String SEPARATOR = "/";

    /** A name without a scope. */
    public static ServerName of(String name) {
        return new ServerName(name, "", name);
    }

    /** A name in a scope, shown in full. */
    public static ServerName in(String scope, String name) {
        String full = scope.isEmpty() ? name : scope + SEPARATOR + name;
        return new ServerName(full, scope, full);
    }

    /** The name in its scope. */
    public String simple() {
        return scope.isEmpty() ? full : full.substring(scope.length() + SEPARATOR.length());
    }

    /** The same name, shown without its scope. */
    public ServerName shownSimply() {
        return new ServerName(full, scope, simple());
    }

    /** The name as messages show it. */
    public String quoted() {
        return "\"" + shown + "\"";
    }
}
