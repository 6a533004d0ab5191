package io.github.serverlint.input.jsonpath;

/** Invalid or unsupported syntax in a JSONPath query or a regular expression. */
public final class JsonPathSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int column;

    /**
     * A syntax error.
     *
     * @param column where in the text, from 1, in code points
     * @param problem one sentence
     */
    JsonPathSyntaxException(int column, String problem) {
        super(problem);
        this.column = column;
    }

    /** Where in the text, from 1, in code points. */
    public int column() {
        return column;
    }

    /** What is wrong there, in one sentence. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
