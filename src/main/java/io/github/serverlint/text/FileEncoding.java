package io.github.serverlint.text;

/** How the bytes of a file are text, as far as tools that expect UTF-8 see another text. */
public enum FileEncoding {
    UTF_8,
    /** UTF-8 behind a byte order mark, which others take for a character of the first line. */
    UTF_8_WITH_MARK,
    /** UTF-16 or UTF-32. */
    OTHER
}
