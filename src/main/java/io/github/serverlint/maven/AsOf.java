package io.github.serverlint.maven;

import io.github.serverlint.run.ConfigurationException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The parameter {@code asOf}: the day that dates are compared with. */
final class AsOf {
    private AsOf() {}

    /**
     * Parses the parameter.
     *
     * @param text year-month-day; today if it is absent or blank
     * @throws ConfigurationException if it is no date
     */
    static LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank()
                    ? LocalDate.now(ZoneId.systemDefault())
                    : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new ConfigurationException(
                    "asOf: \"" + text + "\" is no date. Write year-month-day, such as 2026-10-14.", e);
        }
    }
}
