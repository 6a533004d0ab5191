package io.github.serverlint.estate;

/** How far the installation of Windows has come. */
public enum SetupState {
    COMPLETE,
    IN_PROGRESS
}
