import io.github.serverlint.BuildLog

def (twoStages, covered, known, around) = BuildLog.of(basedir)
def compared = { log -> log.saying('Compared with ')*.replaceFirst(/with [0-9a-f]{10},/, 'with ...,') }
def stages = 'The change of "mail01" from Exchange 2000 Server SP3 on Windows 2000 Server SP4 holds several stages at ' +
    'once; the order is 1. Exchange Server 2003 SP1, 2. Windows Server 2003 SP1.'

// The base is where the branch left main, and the change is what lies on the disk.
assert twoStages.findings()*.toString() == ['servers/mail.yaml:3:9: error: ... [upgrade-out-of-order]']
assert twoStages.findings()[0].message == stages
assert twoStages.repeated() == twoStages.findings()
assert twoStages.kindsOfFailure() == ['MojoFailureException']
assert compared(twoStages) ==
    ['Compared with ..., where the history parts from main: 1 server of 1 changed or gone.']

assert covered.isSuccess()
assert covered.findings() == []
assert compared(covered) ==
    ['Compared with ..., where the history parts from main: 1 server of 1 changed or gone.']
assert covered.saying('2 files, 1 server, 1 migration: 0 errors, 0 warnings, 0 notes. Nothing to do.').size() == 1

def violation = 'servers/berlin/mail.yaml:6:15: error: "mail02" runs Exchange 2000 Server SP3 on Windows Server 2003, ' +
    'which does not support it. [unsupported-platform]'
assert known.isSuccess()
assert known.saying('[unsupported-platform]') == ["$violation (known: the base has it already)".toString()]
assert known.saying('1 file, 1 server: 0 errors, 0 warnings, 0 notes; besides 1 known. Nothing new.').size() == 1
// What does not count is no error of the log either.
assert known.lines.every { !it.startsWith('[ERROR]') }

assert around.isSuccess()
assert around.findings() == []
// A base without a server may be one in which they lay elsewhere: that is no quiet matter.
assert around.goalOutput().any {
    it =~ /^\[WARNING] The base, \w+, defines no server where this run looks for them, so no change was judged\. /
}
