import groovy.json.JsonSlurper

// On two days: one comment counts on both, and one on the first alone.
def json = { month -> new JsonSlurper().parse(new File(basedir, "target/$month/serverlint.json"), 'UTF-8') }
def statuses = { month ->
    json(month).findings.collect { "$it.line:$it.column $it.rule $it.status ${it.statusReason ?: ''}".trim() as String }
}

assert statuses('october') == [
    '4:15 unsupported-platform suppressed wiped every night (until 2026-12-31)',
    '6:35 unused-suppression open',
    '7:15 unsupported-platform open',
    '10:15 unsupported-platform suppressed wiped every night (until 2026-10-31)',
    '11:12 suppression-without-reason open',
    '13:15 unsupported-platform open',
]
assert statuses('december') == [
    '4:15 unsupported-platform suppressed wiped every night (until 2026-12-31)',
    '6:35 unused-suppression open',
    '7:15 unsupported-platform open',
    '8:12 expired-suppression open',
    '10:15 unsupported-platform open',
    '11:12 suppression-without-reason open',
    '13:15 unsupported-platform open',
]
assert [json('october').summary, json('december').summary].collect { [it.errors, it.suppressed] } == [[4, 2], [6, 1]]

def (october, december) = ['october', 'december'].collect { build.module("suppression-$it") }
assert october.findings()*.place ==
    ['6:35', '7:15', '11:12', '13:15'].collect { "servers/lab.yaml:$it" as String }
assert december.findings()*.place ==
    ['6:35', '7:15', '8:12', '10:15', '11:12', '13:15'].collect { "servers/lab.yaml:$it" as String }
assert october.saying('4 errors, 0 warnings, 0 notes; besides 2 suppressed.').size() == 1
assert december.saying('6 errors, 0 warnings, 0 notes; besides 1 suppressed.').size() == 1
assert december.saying('servers/lab.yaml:7:15; put the comment at the end of that line, or alone above it.').size() == 1
for (log in [october, december]) {
    assert log.kindsOfFailure() == ['MojoFailureException']
    assert !log.hasStackTrace()
}
