package io.github.serverlint.estate;

/** State of the setup of Windows. */
public enum SetupState {
    COMPLETE,
    IN_PROGRESS
}
