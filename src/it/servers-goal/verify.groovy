import io.github.serverlint.BuildLog

def log = BuildLog.of(basedir)[0]
def (own, other) = ['default-cli', 'other'].collect { log.execution(it) }
def lines = { part -> part.goalOutput()*.replaceFirst(/^\[INFO] /, '') }

assert log.isSuccess()
assert lines(own) == [
    'server "mail01" (servers/mail.yaml:4:3)',
    '  field     as written           understood as              state  place                   found by',
    '  os        Windows Server 2022  Windows Server 2022        known  servers/mail.yaml:4:3   inherited',
    '      servers/mail.yaml:2:7: the value was written here',
    '  exchange  Ex2019 CU14          Exchange Server 2019 CU14  known  servers/mail.yaml:5:15  as written',
    '  features  outlook anywhere     rpc-over-http              known  servers/mail.yaml:6:16  as written',
    'server "mail02" (servers/mail.yaml:7:3)',
    '  field     as written           understood as              state  place                   found by',
    '  os        Windows Server 2019  Windows Server 2019        known  servers/mail.yaml:8:9   as written',
    '  exchange  Exchange 2019 CU9    Exchange Server 2019 CU9   known  servers/mail.yaml:9:15  as written',
    '1 file, 2 servers, 5 fields: 5 known, 0 weak, 0 ambiguous, 0 unresolved, 0 encrypted, 0 missing. 0 notices.',
]

// The goal also reports that a layout finds nothing, and why.
assert lines(other) == [
    'Left out or never used',
    '  layout kubevirt: Left out, because "where" does not hold: 1 of 1 machine (servers/mail.yaml:1:1).',
    '1 file, 0 servers, 0 fields: 0 known, 0 weak, 0 ambiguous, 0 unresolved, 0 encrypted, 0 missing. 1 notice.',
]
