package io.github.serverlint.source;

/**
 * The user asked for something that cannot be done: a parameter with an unknown word, a folder that is not there, a
 * file that may not be read. The message names the parameter or the file, what was given and what would be right.
 */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
