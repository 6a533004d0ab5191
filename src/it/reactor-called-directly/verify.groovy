import io.github.serverlint.BuildLog

def (alone, named, recorded) = BuildLog.of(basedir)

// Maven runs the goal in the root alone. The modules are not passed over without a word.
assert alone.failures() == [
    'reactor-called-directly': 'Maven runs a goal that is called directly in the root of a reactor alone, and ' +
        'mail/servers,web/servers would not be checked. Name the folders with ' +
        '-Dserverlint.sourceDirectories=mail/servers,web/servers, or bind the goal in the POM and run mvn verify.'
]
assert alone.kindsOfFailure() == ['MojoExecutionException']

assert named.findings()*.toString() == [
    'mail/servers/mail.yaml:4:15: error: ... [unsupported-platform]',
    'web/servers/web.yaml:4:15: error: ... [unsupported-platform]',
]
assert named.kindsOfFailure() == ['MojoFailureException']

assert recorded.failures() == [
    'reactor-called-directly': 'Maven runs a goal that is called directly in the root of a reactor alone, and ' +
        'mail/servers,web/servers would not be recorded. Call it for each module with mvn -f and its folder.'
]
assert recorded.kindsOfFailure() == ['MojoExecutionException']
