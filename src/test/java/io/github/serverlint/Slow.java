package io.github.serverlint;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A test that takes long. Every build runs it with a part of its cases, and the profile {@code slow} with all of them. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("slow")
public @interface Slow {
    /** Whether all cases are wanted. */
    boolean WHOLE = Boolean.getBoolean("slow");
}
