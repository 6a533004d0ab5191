import io.github.serverlint.BuildLog

def log = BuildLog.of(basedir)[0]
def (found, checked, nothing, impossible) = ['found', 'checked', 'nothing', 'impossible'].collect { log.execution(it) }

assert found.isSuccess()
def stages = found.goalOutput().findAll { it =~ /^\[INFO] \d+\. / }.collect { it - '[INFO] ' }
assert stages == [
    '1. remove chat from mail01',
    '2. back up mail01',
    '3. upgrade mail01 to Exchange Server 2003 SP1',
    '4. upgrade mail01 to Windows Server 2003 SP1',
    '5. enable Volume Shadow Copy on mail01',
]
// Each says what it waits for, with the source of the reason, and where there is no way back.
assert found.saying('= after 3: otherwise "mail01" goes from Windows 2000 Server SP4 to Windows Server 2003 SP1 under Exchange 2000 Server SP3 too early').size() == 1
assert found.saying('= after 4: otherwise "mail01" enables Volume Shadow Copy on Windows 2000 Server SP4').size() == 1
assert found.saying('How to migrate to Exchange Server 2003 (Serdar Yegulalp, March 2004)').size() == 2
// Removing a component has no opposite step either.
assert found.saying('= no way back but a backup').size() == 3
assert found.saying('Written to target/serverlint/plan.yaml').size() == 1

// What check finds in it: nothing, not even a note.
assert checked.isSuccess()
assert checked.goalOutput() == ['[INFO] 2 files, 1 server, 1 migration: 0 errors, 0 warnings, 0 notes. Nothing to do.']

assert nothing.isSuccess()
assert nothing.saying('Nothing to do: 1 server, as the target wants.').size() == 1
assert !new File(basedir, 'target/nothing/plan.yaml').exists()

assert impossible.kindsOfFailure() == ['MojoFailureException']
assert impossible.saying('"mail01" goes back from Exchange 2000 Server SP3 to Exchange Server 5.5 SP4. [downgrade]').size() == 1
assert impossible.saying('Every way was tried. This alone leaves none.').size() == 1
// A plan of an earlier run would be taken for the one that there is not.
assert !new File(basedir, 'target/serverlint/plan.yaml').exists()
