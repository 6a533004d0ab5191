import io.github.serverlint.BuildLog

def (alone, quiet, part, together, unknown) = BuildLog.of(basedir)

// The folder is not there at all, and the project is no module of another.
assert alone.failures() == [
    'nothing-to-check': 'sourceDirectories: there is no file or folder servers. ' +
        'Name the folder that holds the definitions, relative to the base directory or absolute.'
]
assert alone.kindsOfFailure() == ['MojoExecutionException']

// Whichever module is the last, it says of all that they have nothing.
assert quiet.failures().size() == 1
assert quiet.failures().values().first() == 'failIfNoServers: there is no server in any module that the goal check ran in: ' +
    './, mail/, web/. A gate that has checked nothing is not green. Name the folders that hold the definitions with ' +
    'sourceDirectories, or set failIfNoServers to false.'
assert quiet.kindsOfFailure() == ['MojoExecutionException']

assert part.isSuccess()
assert part.saying('Nothing was checked in this part of the reactor').size() == 1

def named = 'Not judged: 1 server whose Windows release is not known: "vm1" (machines/vm.yaml:3:18).'
assert together.isSuccess()
assert together.saying(named).size() == 1
assert unknown.saying(named).size() == 1
assert unknown.failures().values().first().startsWith('failIfNoServers: the Windows of the one server, ' +
    '"vm1" (mail/machines/vm.yaml:3:18), is not known, and a gate that has judged nothing is not green. ')
