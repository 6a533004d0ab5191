package io.github.serverlint.estate;

/** How far the installation of Windows has come. */
public enum Setup {
    COMPLETE,
    IN_PROGRESS
}
