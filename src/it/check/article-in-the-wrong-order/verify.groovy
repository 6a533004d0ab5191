def log = build.module('article-in-the-wrong-order')

assert log.findings()*.toString() == [
    'servers/directory.yaml:14:19: error: ... [incompatible-ad-connector]',
    'servers/mail.yaml:7:15: error: ... [unsupported-platform]',
    'servers/mail.yaml:13:9: error: ... [feature-needs-newer-windows]',
    'servers/mail.yaml:14:9: error: ... [feature-needs-newer-windows]',
    'servers/mail.yaml:15:9: error: ... [feature-needs-newer-windows]',
    'servers/mail.yaml:16:9: error: ... [feature-needs-newer-windows]',
    'servers/mail.yaml:17:9: error: ... [feature-needs-newer-windows]',
    'servers/mail.yaml:22:35: error: ... [feature-before-setup-complete]',
]
assert log.findings().message.collect { it.find(/"[^"]+"/) } ==
    ['"adc01"', '"mail01"'] + ['"mail02"'] * 5 + ['"mail03"']
assert log.saying('2 files, 5 servers: 8 errors, 0 warnings, 0 notes.').size() == 1

// Each finding shows its line, marks the place in it, and names the second place that takes part.
assert log.lines.containsAll([
    '[ERROR]     7 |     exchange: Exchange 2000 SP3',
    '[ERROR]       |               ^~~~~~~~~~~~~~~~~',
    '[ERROR] servers/mail.yaml:6:9: note: Windows Server 2003 comes from here',
])

// The end of the build alone tells what is wrong and where.
assert log.repeated() == log.findings().take(5)
assert log.failures()['article-in-the-wrong-order'].endsWith('and 3 more.')
assert log.kindsOfFailure() == ['MojoFailureException']
