import io.github.serverlint.BuildLog

def (twoStages, repositories) = BuildLog.of(basedir)
def (covered, known, around, shallow, ansible, renamed) =
    ['covered', 'known', 'around', 'shallow', 'ansible', 'renamed'].collect { repositories.module(it) }
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

assert shallow.failures() == [
    shallow: 'baseRef: the clone is shallow and does not reach back to where the history left origin/main. ' +
        'Fetch all of it: git fetch --unshallow; in CI fetch-depth: 0 of actions/checkout, or GIT_DEPTH: 0 in GitLab.'
]
assert shallow.kindsOfFailure() == ['MojoExecutionException']
assert shallow.findings() == []
assert !repositories.hasStackTrace()

assert ansible.findings()*.toString() == ['inventory/group_vars/mail.yml:1:11: error: ... [unsupported-upgrade]'] * 2
assert ansible.findings()*.message.collect { (it =~ /"(\w+)\.corp\.example"/)[0][1] } == ['mx01', 'mx02']
assert ansible.saying('inventory/hosts.yml:6:9: note: "mx01.corp.example" belongs to "mail" here')
assert ansible.saying('3 servers changed or gone') == []
assert ansible.saying('2 servers of 3 changed or gone.').size() == 1
assert ansible.kindsOfFailure() == ['MojoFailureException']

assert renamed.findings()*.rule == ['vanished-server']
assert renamed.findings()[0].message.contains('"mail01"')
assert renamed.kindsOfFailure() == ['MojoFailureException']
// The module above them has no folder and lies in no repository, which is no fault of it.
assert repositories.saying('No folder servers in this module: nothing to check.').size() == 1
