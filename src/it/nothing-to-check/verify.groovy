import io.github.serverlint.BuildLog

def (absent, modules) = BuildLog.of(basedir)
def advice = 'and a gate that has checked nothing is not green. ' +
    'Name the folder that holds the definitions, or set failIfNoServers to false.'

assert absent.failures() == [
    'nothing-to-check': 'sourceDirectories: there is no file or folder servers. ' +
        'Name the folder that holds the definitions, relative to the base directory or absolute.'
]
assert absent.kindsOfFailure() == ['MojoExecutionException']

assert modules.failures() == [
    empty         : "sourceDirectories: no file matches **/*.yaml, **/*.yml in servers, $advice".toString(),
    'forests-only': "sourceDirectories: the 2 files there define no server in servers, $advice".toString(),
]
assert modules.kindsOfFailure() == ['MojoExecutionException']
assert modules.saying('0 files, 0 servers: 0 errors, 0 warnings, 0 notes. Nothing to do.').size() == 1
