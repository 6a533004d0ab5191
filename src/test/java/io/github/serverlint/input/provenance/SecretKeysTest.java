package io.github.serverlint.input.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a text is never shown. */
class SecretKeysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-2019|windows-2019",
                "https://me:hunter2@host/w2019.iso|https://host/w2019.iso",
                "https://host/w2019.iso?sig=x|https://host/w2019.iso",
                "w2019.iso?sig=x|w2019.iso",
                "w2019?|w2019?",
                "me@host|me@host",
            })
    void whatOpensAnAddressIsCutFromIt(String text, String shown) {
        assertThat(SecretKeys.cutFrom(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{{ a | default('x') }}~{{ a | default('...') }}",
                "{{ a | default(\"x\") }}~{{ a | default('...') }}",
                "{{ a }}~{{ a }}",
                "{{ f('a', 'it\\'s') }}~{{ f('...', '...') }}",
                "{{ f('never closed~{{ f('...'",
            })
    void textsInAnExpressionAreMasked(String expression, String shown) {
        assertThat(SecretKeys.maskedLiterals(expression)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "admin_password, true",
        "adminPassword, true",
        "apiKey, true",
        "product_key, true",
        "pin, true",
        "monkey, false",
        "pinned, false",
        "exchange_version, false",
    })
    void someNamesAreThoseOfSecrets(String name, boolean secret) {
        assertThat(SecretKeys.isNamedBy(name)).isEqualTo(secret);
    }
}
