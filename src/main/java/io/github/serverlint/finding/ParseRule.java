package io.github.serverlint.finding;

/**
 * Rules about parsing files. What cannot be parsed cannot be checked, so their findings are errors that cannot be
 * disabled.
 */
public enum ParseRule {
    YAML_SYNTAX("text that is no YAML, or not text at all"),
    DUPLICATE_KEY("a key that stands twice in one mapping"),
    UNKNOWN_KEY("a key that the format does not have"),
    INVALID_VALUE("a value of the wrong kind, or a word that is not accepted there"),
    MISSING_VALUE("something that has to be said and is not"),
    UNKNOWN_RELEASE("a release, service pack or build that the catalog does not know"),
    UNKNOWN_FEATURE("a feature that the catalog does not know"),
    UNKNOWN_REFERENCE("a server or forest that is named but defined nowhere"),
    DUPLICATE_NAME("a server, forest or migration that is defined twice"),
    UNRECOGNIZED_DOCUMENT("a document that is empty or belongs to another tool");

    private final RuleInfo info;

    ParseRule(String summary) {
        this.info = new RuleInfo(KebabCase.of(this), Severity.ERROR, summary, RuleInfo.RuleSubject.READING, true);
    }

    public RuleInfo info() {
        return info;
    }
}
