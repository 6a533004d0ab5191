import io.github.serverlint.BuildLog

def (shallow, oneBranch) = BuildLog.of(basedir)

assert shallow.failures() == [
    'gate-refused': 'baseRef: the clone is shallow and does not reach back to where the history left origin/main. ' +
        'Fetch all of it: git fetch --unshallow; in CI fetch-depth: 0 of actions/checkout, or GIT_DEPTH: 0 in GitLab.'
]
assert oneBranch.failures() == [
    'gate-refused': 'baseRef: the clone has no revision origin/main. See that the name is right, and fetch it: ' +
        'git fetch origin main; in CI fetch-depth: 0 of actions/checkout, or GIT_DEPTH: 0 in GitLab.'
]
for (log in [shallow, oneBranch]) {
    assert log.kindsOfFailure() == ['MojoExecutionException']
    assert log.findings() == []
    assert !log.hasStackTrace()
}
