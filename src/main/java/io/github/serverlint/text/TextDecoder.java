package io.github.serverlint.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Decoder of files: UTF-8, or the encoding of the byte order mark. Invalid bytes are an error and never replaced. */
public final class TextDecoder {
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final char REPLACEMENT = '\uFFFD';
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private TextDecoder() {}

    /**
     * The decoded text of a file.
     *
     * @param whole whether all bytes were valid; if not, {@code text} ends before the first invalid one
     */
    public record Decoded(String text, boolean whole, FileEncoding encoding) {
        Decoded(String text, boolean whole) {
            this(text, whole, FileEncoding.UTF_8);
        }

        private Decoded in(FileEncoding other) {
            return new Decoded(text, whole, other);
        }
    }

    public static Decoded decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8).in(FileEncoding.UTF_8_WITH_MARK);
        }
        // The mark of UTF-32LE begins with that of UTF-16LE, so check it first.
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return decodeUtf32(bytes, UTF_32LE, ByteOrder.LITTLE_ENDIAN).in(FileEncoding.OTHER);
        }
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return decodeUtf32(bytes, UTF_32BE, ByteOrder.BIG_ENDIAN).in(FileEncoding.OTHER);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE).in(FileEncoding.OTHER);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE).in(FileEncoding.OTHER);
        }
        return decode(bytes, 0, StandardCharsets.UTF_8);
    }

    /** Decodes UTF-32. Surrogates are invalid in it, but Java's decoder accepts them. */
    private static Decoded decodeUtf32(byte[] bytes, Charset charset, ByteOrder order) {
        ByteBuffer characters = ByteBuffer.wrap(bytes).order(order);
        for (int at = 4; at + 4 <= bytes.length; at += 4) {
            int character = characters.getInt(at);
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                return new Decoded(decode(Arrays.copyOf(bytes, at), 4, charset).text(), false);
            }
        }
        return decode(bytes, 4, charset);
    }

    private static Decoded decode(byte[] bytes, int from, Charset charset) {
        // The fast path replaces invalid bytes with U+FFFD, which may also be in the file itself: then decode strictly.
        String decoded = new String(bytes, from, bytes.length - from, charset);
        return decoded.indexOf(REPLACEMENT) < 0 ? new Decoded(decoded, true) : decodeStrictly(bytes, from, charset);
    }

    private static Decoded decodeStrictly(byte[] bytes, int from, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // None of these charsets decodes a byte to more than one char.
        CharBuffer text = CharBuffer.allocate(bytes.length - from);
        boolean whole = !decoder.decode(ByteBuffer.wrap(bytes, from, bytes.length - from), text, true)
                .isError();
        return new Decoded(text.flip().toString(), whole);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
