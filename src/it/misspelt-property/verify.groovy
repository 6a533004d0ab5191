import io.github.serverlint.BuildLog

def log = BuildLog.of(basedir)[0]

assert log.failures() == [
    'misspelt-property': 'There is no property serverlint.failOnViolations. Did you mean "serverlint.failOnViolation"?'
]
assert log.kindsOfFailure() == ['MojoExecutionException']
assert log.goalOutput() == []
