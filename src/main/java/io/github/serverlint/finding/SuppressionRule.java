package io.github.serverlint.finding;

/** Rules about suppression comments and the baseline: one that is unused or has no reason would hide the next fault. */
public enum SuppressionRule {
    UNUSED_SUPPRESSION("a suppression comment that covers nothing"),
    SUPPRESSION_WITHOUT_REASON("a suppression comment that does not say why"),
    EXPIRED_SUPPRESSION("a suppression comment whose day is past"),
    STALE_BASELINE("an entry of the baseline that no longer occurs");

    private final RuleInfo info;

    SuppressionRule(String summary) {
        this.info = new RuleInfo(KebabCase.of(this), Severity.ERROR, summary, RuleInfo.RuleSubject.EXCUSES, true);
    }

    public RuleInfo info() {
        return info;
    }
}
