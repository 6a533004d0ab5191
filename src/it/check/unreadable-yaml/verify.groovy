def log = build.module('unreadable-yaml')

assert log.findings()*.toString() == [
    'servers/broken.yaml:3:21: error: ... [yaml-syntax]',
    'servers/compose.yaml:1:1: error: ... [unrecognized-document]',
    'servers/empty.yaml:1:1: error: ... [unrecognized-document]',
    'servers/latin-1.yaml:2:4: error: ... [yaml-syntax]',
    'servers/twice.yaml:5:5: error: ... [duplicate-key]',
]
// The key is shown where it stands first, too.
assert log.lines.contains('[ERROR] servers/twice.yaml:3:5: note: it stands here first')
assert log.saying('5 files, 1 server: 5 errors, 0 warnings, 0 notes.').size() == 1
assert log.repeated() == log.findings()
assert log.kindsOfFailure() == ['MojoFailureException']
assert !log.hasStackTrace()
