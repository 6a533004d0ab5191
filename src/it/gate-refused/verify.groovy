import io.github.serverlint.BuildLog

def shallow = BuildLog.of(basedir)[0]

assert shallow.failures() == [
    'gate-refused': 'baseRef: the clone is shallow and does not reach back to where the history left origin/main. ' +
        'Fetch all of it: git fetch --unshallow; in CI fetch-depth: 0 of actions/checkout, or GIT_DEPTH: 0 in GitLab.'
]
assert shallow.kindsOfFailure() == ['MojoExecutionException']
assert shallow.findings() == []
assert !shallow.hasStackTrace()
