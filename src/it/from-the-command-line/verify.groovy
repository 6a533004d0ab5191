import io.github.serverlint.BuildLog

def (shown, failed) = BuildLog.of(basedir)

assert shown.isSuccess()
assert shown.findings()*.toString() == ['sites/berlin/mail.yaml:4:15: warning: ... [unsupported-platform]']
assert shown.saying('2 files, 2 servers: 0 errors, 1 warning, 0 notes.').size() == 1

assert failed.findings()*.toString() == [
    'branch.definition:3:9: note: ... [service-pack-too-low]',
    'sites/berlin/mail.yaml:4:15: warning: ... [unsupported-platform]',
]
assert failed.saying('2 files, 2 servers: 0 errors, 1 warning, 1 note.').size() == 1
// The note is below the severity that counts.
assert failed.repeated()*.toString() == ['sites/berlin/mail.yaml:4:15: warning: ... [unsupported-platform]']
assert failed.kindsOfFailure() == ['MojoFailureException']
