package io.github.serverlint.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * An invalid parameter or an unusable file, reported to the user. The message names the parameter or the file, the
 * given value and what would be valid.
 */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Why a file could not be read or written; never contains a path, since the message shows it in its own form. */
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
        boolean hasMessage = e.getClass() == IOException.class && e.getMessage() != null;
        return "the system reports "
                + (hasMessage ? e.getMessage() : e.getClass().getSimpleName());
    }
}
