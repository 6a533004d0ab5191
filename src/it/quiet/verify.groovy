import io.github.serverlint.BuildLog

def log = BuildLog.of(basedir)[0]

// "mvn -q" leaves the errors and the failure.
assert log.lines.every { it.startsWith('[ERROR]') }
assert log.findings()*.toString() == ['servers/mail.yaml:4:15: error: ... [unsupported-platform]']
assert log.saying('1 file, 2 servers: 1 error, 1 warning, 0 notes.').size() == 1
assert log.repeated() == log.findings()
