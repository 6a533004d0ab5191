import groovy.json.JsonSlurper
import io.github.serverlint.BuildLog

def log = BuildLog.of(basedir)[0]
def (recorded, added, mended, pruned, clean) = ['today', 'later', 'mended', 'pruned', 'clean'].collect { log.module(it) }
def said = { module -> module.goalOutput()*.replaceFirst(/^\[INFO] /, '') }

assert said(recorded).take(2) == [
    'Recorded 2 violations in serverlint-baseline.json (2 added, 0 removed): ' +
        'service-pack-too-low 1, unsupported-platform 1.',
    'Next: commit it. From now on check fails only on violations that it does not have.',
]
assert recorded.isSuccess()
assert recorded.findings() == []
assert recorded.saying('1 file, 2 servers: 0 errors, 0 warnings, 0 notes; besides 2 baselined. Nothing new.').size() == 1
def json = new JsonSlurper().parse(new File(basedir, 'target/serverlint/serverlint.json'))
assert json.summary.baselined == 2
assert json.findings.collect { "$it.rule $it.status, $it.statusReason" as String } == [
    'unsupported-platform baselined, recorded in serverlint-baseline.json',
    'service-pack-too-low baselined, recorded in serverlint-baseline.json',
]

assert added.findings()*.toString() == ['later/berlin/mail.yaml:8:15: error: ... [unsupported-platform]']
assert added.repeated() == added.findings()
assert added.kindsOfFailure() == ['MojoFailureException']
assert added.saying('2 files, 3 servers: 1 error, 0 warnings, 0 notes; besides 2 baselined.').size() == 1

assert mended.findings()*.toString() == ['serverlint-baseline.json:3:3: error: ... [stale-baseline]']
assert mended.findings()[0].message == 'The baseline still has "unsupported-platform" for "mail01" at ' +
    'servers.mail01.exchange with the value "Exchange 2000 SP3", which is not found any more.'
assert mended.repeated() == mended.findings()
assert mended.kindsOfFailure() == ['MojoFailureException']

assert said(pruned)[0] == 'Removed 1 violation that no longer occurs from serverlint-baseline.json: ' +
    'unsupported-platform 1. It has 1 left. Next: commit it.'
assert pruned.isSuccess()
assert pruned.saying('1 file, 2 servers: 0 errors, 0 warnings, 0 notes; besides 1 baselined.').size() == 1

assert said(clean) == ['No violation: serverlint-baseline.json, which had 1, is removed. Next: commit that.']
assert !new File(basedir, 'serverlint-baseline.json').exists()
