package io.github.serverlint.catalog;

/** Whether Windows NT domain controllers may still take part in a Windows 2000 domain. */
public enum DomainMode {
    MIXED,
    NATIVE
}
