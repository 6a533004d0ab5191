import io.github.serverlint.BuildLog

def log = BuildLog.of(basedir)[0]

assert log.findings()*.toString() == [
    'branch.definition:3:9: note: ... [service-pack-too-low]',
    'sites/berlin/mail.yaml:4:15: warning: ... [unsupported-platform]',
]
assert log.saying('2 files, 3 servers: 0 errors, 1 warning, 1 note.').size() == 1
// The note is below the severity that counts.
assert log.repeated()*.toString() == ['sites/berlin/mail.yaml:4:15: warning: ... [unsupported-platform]']
assert log.kindsOfFailure() == ['MojoFailureException']
