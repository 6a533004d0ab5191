package io.github.serverlint.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

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

    /** Why a file could not be read or written, in words; never with a path, which the message has its own way to show. */
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof NoSuchFileException) {
            return "it is not there, or a link to something that is not";
        } else if (e instanceof FileSystemLoopException) {
            return "it is a link to a folder that it lies in";
        } else if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "a file stands where a folder is needed";
        } else if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        boolean isSaid = e.getClass() == IOException.class && e.getMessage() != null;
        return "the system reports " + (isSaid ? e.getMessage() : e.getClass().getSimpleName());
    }
}
